import { existsOn, organizationById } from '#organizations'
import type { Act } from '#platform/act'
import type { AssignKeeper, Keeper } from '../contract.ts'
import { keeperAssigned } from '../facts.ts'
import { mayAssignKeepers } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { endKeeping, findKeeper, insertKeeper } from '../store/keepers.ts'
import { findAccount } from '../store/staff.ts'

/** Someone of the unit itself, of one below it, or of one above (a town looks after a village's page). */
const requireNear = async (act: Act, staffId: number, path: string): Promise<void> => {
  const account = await findAccount(act.tx, staffId)
  if (!account) throw refuse('missing')
  if (account.disabledAt) throw refuse('disabled')
  if (!account.path.startsWith(path) && !path.startsWith(account.path))
    throw refuse('keeperElsewhere', { name: account.name })
}

/** Names who looks after a column of a unit, and who stands in; whoever did so before is relieved. */
export async function assignKeeper(act: Act, input: AssignKeeper): Promise<Keeper> {
  const organization = await organizationById(act.tx, input.organizationId)
  if (!mayAssignKeepers(act.by, organization.path)) throw refuse('notYours')
  if (!existsOn(organization, act.today)) throw refuse('organizationAbolished')
  if (input.standInId === input.staffId) throw refuse('standInIsKeeper')
  await requireNear(act, input.staffId, organization.path)
  if (input.standInId !== null) await requireNear(act, input.standInId, organization.path)

  const { organizationId, columnKey, staffId, standInId } = input
  const former = await findKeeper(act.tx, organizationId, columnKey)
  if (former?.staffId === staffId && former.standInId === standInId) return former
  await endKeeping(act.tx, organizationId, columnKey, act.at)
  await insertKeeper(act.tx, {
    organizationId,
    columnKey,
    staffId,
    standInId,
    note: input.note ?? '',
    at: act.at,
  })
  await act.announce(keeperAssigned, {
    subject: `column/${columnKey}`,
    organizationId,
    columnKey,
    keeperId: staffId,
    standInId,
    formerKeeperId: former?.staffId ?? null,
  })
  const keeper = await findKeeper(act.tx, organizationId, columnKey)
  if (!keeper) throw refuse('missing')
  return keeper
}
