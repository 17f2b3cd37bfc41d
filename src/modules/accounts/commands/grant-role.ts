import { existsOn, organizationById } from '#organizations'
import type { Act } from '#platform/act'
import type { GrantRole, RevokeRole, RoleGrant } from '../contract.ts'
import { roleGranted, roleRevoked } from '../facts.ts'
import { mayGrant } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { endGrant, findGrant, insertGrant } from '../store/grants.ts'
import { grantsOf, lockAccount } from '../store/staff.ts'

/** Gives a role at a node of the tree. */
export async function grantRole(act: Act, input: GrantRole): Promise<RoleGrant> {
  const account = await lockAccount(act.tx, input.id)
  if (!account) throw refuse('missing')
  const organization = await organizationById(act.tx, input.organizationId)
  if (act.by.id === account.id) throw refuse('notYourself')
  // Both: the power given out, and the person it is given to, lie below the own grant.
  if (!mayGrant(act.by, account.id, organization.path)) throw refuse('notYours')
  if (!mayGrant(act.by, account.id, account.path)) throw refuse('notYours')
  if (account.disabledAt) throw refuse('disabled')
  if (!existsOn(organization, act.today)) throw refuse('organizationAbolished')
  const held = (await grantsOf(act.tx, [account.id])).get(account.id) ?? []
  if (held.some((one) => one.role === input.role && one.organizationId === organization.id))
    throw refuse('alreadyGranted')

  const id = await insertGrant(act.tx, {
    staffId: account.id,
    organizationId: organization.id,
    role: input.role,
    grantedBy: act.by.id,
    at: act.at,
  })
  await act.announce(roleGranted, {
    subject: `staff/${account.id}`,
    organizationId: organization.id,
    staffId: account.id,
    grantId: id,
    role: input.role,
    atOrganizationId: organization.id,
  })
  return {
    id,
    role: input.role,
    organizationId: organization.id,
    organizationName: organization.name,
    path: organization.path,
    grantedAt: act.at.toISOString(),
  }
}

/** Takes a role back; it stays on record that it was held. */
export async function revokeRole(act: Act, input: RevokeRole): Promise<{ done: true }> {
  const grant = await findGrant(act.tx, input.id)
  if (!grant) throw refuse('missing')
  if (act.by.id === grant.staffId) throw refuse('notYourself')
  if (!mayGrant(act.by, grant.staffId, grant.path)) throw refuse('notYours')

  await endGrant(act.tx, grant.id, act.at)
  await act.announce(roleRevoked, {
    subject: `staff/${grant.staffId}`,
    organizationId: grant.organizationId,
    staffId: grant.staffId,
    grantId: grant.id,
    role: grant.role,
    atOrganizationId: grant.organizationId,
  })
  return { done: true }
}
