import type { Act } from '#platform/act'
import type { CreateOrganization, Organization } from '../contract.ts'
import { organizationCreated } from '../facts.ts'
import { existsOn } from '../organization.ts'
import { mayShape } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { findRegion } from '../region-store.ts'
import { sortKeyOf } from '../sort-key.ts'
import { findByCode, findOrganization, insertOrganization, lockTree } from '../store.ts'

/** Sets up an organization under a parent; only the system sets up the root. */
export async function createOrganization(
  act: Act,
  input: CreateOrganization,
): Promise<Organization> {
  await lockTree(act.tx)
  const { parentId } = input
  const parent = parentId === null ? null : await findOrganization(act.tx, parentId)
  if (parent === undefined) throw refuse('missing', { id: parentId })
  if (!mayShape(act.by, parent?.path ?? '/')) throw refuse('notYours')

  const validFrom = input.validFrom ?? act.today
  if (parent?.validTo != null && !existsOn(parent, validFrom)) throw refuse('parentAbolished')
  if (await findByCode(act.tx, input.code)) throw refuse('codeTaken', { code: input.code })
  const regionCode = input.regionCode ?? null
  if (regionCode !== null && !(await findRegion(act.tx, regionCode)))
    throw refuse('regionMissing', { code: regionCode })

  const created = await insertOrganization(
    act.tx,
    {
      code: input.code,
      kind: input.kind,
      level: input.level,
      name: input.name,
      shortName: input.shortName || input.name,
      sortKey: sortKeyOf(input.name),
      parentId,
      regionCode,
      creditCode: input.creditCode ?? '',
      subjectKeys: input.subjectKeys ?? [],
      duties: input.duties ?? '',
      address: input.address ?? '',
      hours: input.hours ?? '',
      telephone: input.telephone ?? '',
      fax: input.fax ?? '',
      email: input.email ?? '',
      postcode: input.postcode ?? '',
      headName: input.headName ?? '',
      headTitle: input.headTitle ?? '',
      ordinal: input.ordinal ?? 0,
      validFrom,
    },
    parent?.path ?? '/',
  )
  await act.announce(organizationCreated, {
    subject: `organization/${created.id}`,
    organizationId: created.id,
    name: created.name,
    parentId,
  })
  return created
}
