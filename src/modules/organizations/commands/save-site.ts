import type { Act } from '#platform/act'
import type { SaveSite, Site } from '../contract.ts'
import { siteSaved } from '../facts.ts'
import { mayIdentify } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { upsertSite } from '../site-store.ts'
import { findOrganization } from '../store.ts'

/** Says what an organization's site is called and under which records it stands (footer, meta tags). */
export async function saveSite(act: Act, input: SaveSite): Promise<Site> {
  const organization = await findOrganization(act.tx, input.id)
  if (!organization) throw refuse('missing', { id: input.id })
  if (!mayIdentify(act.by, organization.path)) throw refuse('notYours')

  const { id: organizationId, ...identity } = input
  const saved = await upsertSite(act.tx, { organizationId, ...identity })
  await act.announce(siteSaved, {
    subject: `organization/${organizationId}`,
    organizationId,
    name: saved.name,
    domain: saved.domain,
    idCode: saved.idCode,
  })
  return saved
}
