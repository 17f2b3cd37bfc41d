import type { Act } from '#platform/act'
import type { HandOverColumns } from '../contract.ts'
import { columnsHandedOver } from '../facts.ts'
import { mayAssignKeepers } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { type KeptColumn, lockKept, passOn } from '../store/keepers.ts'
import { type Account, findAccount } from '../store/staff.ts'

const requireFit = (act: Act, from: Account, to: Account, kept: readonly KeptColumn[]): void => {
  const ownHandOver = act.by.id === from.id
  for (const column of kept) {
    if (!ownHandOver && !mayAssignKeepers(act.by, column.path)) throw refuse('notYours')
    if (!to.path.startsWith(column.path) && !column.path.startsWith(to.path))
      throw refuse('keeperElsewhere', { name: to.name })
  }
}

/** Hands columns over when people change: those named, or all that someone keeps. */
export async function handOverColumns(
  act: Act,
  input: HandOverColumns,
): Promise<{ handedOver: number }> {
  const from = await findAccount(act.tx, input.fromStaffId)
  const to = await findAccount(act.tx, input.toStaffId)
  if (!from || !to) throw refuse('missing')
  if (from.id === to.id) throw refuse('keeperElsewhere', { name: to.name })
  if (to.disabledAt) throw refuse('disabled')

  const kept = await lockKept(act.tx, from.id, {
    ...(input.organizationId !== undefined && { organizationId: input.organizationId }),
    ...(input.columnKeys && { columnKeys: input.columnKeys }),
  })
  if (kept.length === 0) throw refuse('nothingToHandOver')
  requireFit(act, from, to, kept)

  const ids = kept.map((column) => column.id)
  const { note } = input
  await passOn(act.tx, ids, { toStaffId: to.id, handedOverBy: act.by.id, note, at: act.at })
  for (const [organizationId, columns] of Map.groupBy(kept, (column) => column.organizationId))
    await act.announce(columnsHandedOver, {
      subject: `staff/${from.id}`,
      organizationId,
      columnKeys: columns.map((column) => column.columnKey),
      fromStaffId: from.id,
      toStaffId: to.id,
    })
  return { handedOver: kept.length }
}
