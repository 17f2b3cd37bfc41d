import { existsOn, organizationById } from '#organizations'
import type { Act } from '#platform/act'
import type { ChangeStaff, Staff } from '../contract.ts'
import { roleRevoked, staffChanged } from '../facts.ts'
import { mayKeepStaff } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { endGrant } from '../store/grants.ts'
import { type Account, findStaff, grantsOf, lockAccount, updateStaff } from '../store/staff.ts'

/** Roles belong to a post: who goes to another organization leaves them behind. */
const leaveRoles = async (act: Act, account: Account): Promise<void> => {
  for (const grant of (await grantsOf(act.tx, [account.id])).get(account.id) ?? []) {
    await endGrant(act.tx, grant.id, act.at)
    await act.announce(roleRevoked, {
      subject: `staff/${account.id}`,
      organizationId: grant.organizationId,
      staffId: account.id,
      grantId: grant.id,
      role: grant.role,
      atOrganizationId: grant.organizationId,
    })
  }
}

/** Corrects name and telephone, or moves someone to another organization. */
export async function changeStaff(act: Act, input: ChangeStaff): Promise<Staff> {
  const account = await lockAccount(act.tx, input.id)
  if (!account) throw refuse('missing')
  if (!mayKeepStaff(act.by, account.path)) throw refuse('notYours')
  if (account.version !== input.version) throw refuse('changedMeanwhile')

  const { id, version: _, ...given } = input
  const moves =
    given.organizationId !== undefined && given.organizationId !== account.organizationId
  if (moves) {
    if (act.by.id === id) throw refuse('notYourself')
    const to = await organizationById(act.tx, given.organizationId as number)
    if (!mayKeepStaff(act.by, to.path)) throw refuse('notYours')
    if (!existsOn(to, act.today)) throw refuse('organizationAbolished')
    await leaveRoles(act, account)
  }
  await updateStaff(act.tx, id, {
    ...(given.name !== undefined && { name: given.name }),
    ...(given.telephone !== undefined && { telephone: given.telephone }),
    ...(given.organizationId !== undefined && { organizationId: given.organizationId }),
  })
  await act.announce(staffChanged, {
    subject: `staff/${id}`,
    organizationId: account.organizationId,
    staffId: id,
    changes: given,
  })
  const changed = await findStaff(act.tx, id)
  if (!changed) throw refuse('missing')
  return changed
}
