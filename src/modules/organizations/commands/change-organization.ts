import type { Act } from '#platform/act'
import type { ChangeOrganization, Organization } from '../contract.ts'
import { organizationChanged } from '../facts.ts'
import { mayDescribe, mayIdentify } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { findRegion } from '../region-store.ts'
import { sortKeyOf } from '../sort-key.ts'
import { lockOrganization, type NewOrganization, updateOrganization } from '../store.ts'

const identityFields = [
  'name',
  'shortName',
  'regionCode',
  'creditCode',
  'subjectKeys',
  'ordinal',
] as const satisfies readonly (keyof ChangeOrganization)[]

/** Corrects the register entry or the identity of an organization, a new name included. */
export async function changeOrganization(
  act: Act,
  input: ChangeOrganization,
): Promise<Organization> {
  const { id, version, ...given } = input
  const organization = await lockOrganization(act.tx, id)
  if (!organization) throw refuse('missing', { id })

  const changes = Object.fromEntries(
    Object.entries(given)
      .map(([key, to]) => [key, { from: organization[key as keyof Organization], to }] as const)
      .filter(
        ([, { from, to }]) => to !== undefined && JSON.stringify(from) !== JSON.stringify(to),
      ),
  )
  const may = identityFields.some((field) => field in changes) ? mayIdentify : mayDescribe
  if (!may(act.by, organization.path)) throw refuse('notYours')
  if (organization.version !== version) throw refuse('changedMeanwhile')
  if (given.regionCode && !(await findRegion(act.tx, given.regionCode)))
    throw refuse('regionMissing', { code: given.regionCode })
  if (Object.keys(changes).length === 0) return organization

  const changed = await updateOrganization(act.tx, id, {
    ...(given as Partial<NewOrganization>),
    ...(given.name !== undefined && { sortKey: sortKeyOf(given.name) }),
  })
  await act.announce(organizationChanged, {
    subject: `organization/${id}`,
    organizationId: id,
    changes,
  })
  return changed
}
