import type { Act } from '#platform/act'
import type { MoveOrganization, Organization } from '../contract.ts'
import { organizationMoved } from '../facts.ts'
import { existsOn, isWithin } from '../organization.ts'
import { mayShape } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { findOrganization, hangUnder, lockOrganization, lockTree } from '../store.ts'

/** Puts an organization under another parent; everything below it goes along. */
export async function moveOrganization(act: Act, input: MoveOrganization): Promise<Organization> {
  await lockTree(act.tx)
  const organization = await lockOrganization(act.tx, input.id)
  const parent = await findOrganization(act.tx, input.parentId)
  if (!organization || !parent)
    throw refuse('missing', { id: organization ? input.parentId : input.id })
  if (!mayShape(act.by, organization.path) || !mayShape(act.by, parent.path))
    throw refuse('notYours')
  if (organization.version !== input.version) throw refuse('changedMeanwhile')
  if (isWithin(parent.path, organization.path)) throw refuse('moveIntoItself')
  if (!existsOn(parent, act.today)) throw refuse('parentAbolished')
  if (organization.parentId === parent.id) return organization

  const toPath = await hangUnder(act.tx, organization, parent)
  await act.announce(organizationMoved, {
    subject: `organization/${organization.id}`,
    organizationId: organization.id,
    fromPath: organization.path,
    toPath,
  })
  return { ...organization, parentId: parent.id, path: toPath, version: organization.version + 1 }
}
