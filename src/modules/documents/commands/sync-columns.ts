import type { Act } from '#platform/act'
import { deriveColumns } from '../columns/derive.ts'
import { planSync, type Renamed } from '../columns/sync.ts'
import { columnsMoved } from '../facts.ts'
import { applySync, columnsFor, lockColumns, standingColumns } from '../store/columns.ts'
import { columnMatters } from '../store/matters.ts'
import { ownerById, topOrganization } from '../store/organizations.ts'
import { recodeMatters } from '../store/placements.ts'
import { rebuildShowing } from '../store/showing.ts'

/**
 * Makes the site's columns those of a catalogue edition (M10): sets up, moves, retires, and lets the
 * old addresses lead on. Documents stay where their matters are.
 */
export async function syncColumns(
  act: Act,
  adopted: {
    readonly organizationId: number
    readonly editionId: number
    /** Matters that the new edition knows under another code. */
    readonly renamed?: readonly Renamed[]
  },
): Promise<void> {
  await lockColumns(act.tx)
  const { fields, matters } = await columnMatters(act.tx, adopted.editionId)
  const standing = await standingColumns(act.tx)
  // A column that comes back gets its address anew: the old one may belong to another by now.
  const known = standing.filter((column) => !column.retired)
  const owner = await ownerById(act.tx, adopted.organizationId)
  const top = await topOrganization(act.tx)
  const renamed = adopted.renamed ?? []
  const sync = planSync(standing, deriveColumns(fields, matters, known), {
    onlyAdd: owner.id !== top.id,
    renamed,
  })
  if (sync.added.length + sync.changed.length + sync.retired.length === 0) return

  await applySync(act.tx, sync, act.at)
  await recodeMatters(act.tx, renamed)
  const moved = [...sync.changed, ...sync.retired]
  const receiving = await columnsFor(
    act.tx,
    renamed.map(({ to }) => to),
    [],
  )
  await rebuildShowing(
    act.tx,
    [...moved, ...receiving].map((column) => column.id),
  )
  await act.announce(columnsMoved, {
    subject: `catalogueEdition/${adopted.editionId}`,
    organizationId: adopted.organizationId,
    columnIds: moved.map((column) => column.id),
    addresses: [
      ...sync.added.map((column) => column.address),
      ...sync.changed.map((column) => column.address),
      ...sync.redirects.map((redirect) => redirect.address),
    ],
  })
}
