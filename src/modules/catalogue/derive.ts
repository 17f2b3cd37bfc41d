import { existsOn, idsOnPath, type OrganizationNode, organizationTree } from '#organizations'
import type { Act } from '#platform/act'
import type { Matter } from './contract.ts'
import { obligationsDerived } from './facts.ts'
import { deriveObligations } from './obligations.ts'
import { replaceObligations, responsibilitiesOf } from './store/duties.ts'
import { withOwnCatalogue } from './store/editions.ts'
import { allFields } from './store/fields.ts'
import { allMatters } from './store/matters.ts'

interface InForce {
  readonly id: number
  readonly organizationId: number
}

/** Writes who owes what by an edition that is in force. */
export async function deriveFor(
  act: Act,
  edition: InForce,
  matters: readonly Matter[],
): Promise<void> {
  const organizations = await coveredBy(act, edition)
  const responsibilities = await responsibilitiesOf(act.tx, edition.id)
  const fields = await allFields(act.tx)
  await replaceObligations(
    act.tx,
    edition,
    organizations.map((organization) => organization.id),
    deriveObligations(matters, organizations, responsibilities, fields),
  )
}

/** The same after the responsibility list or the organizations changed, told to those above. */
export async function deriveAnew(act: Act, edition: InForce): Promise<void> {
  await deriveFor(act, edition, await allMatters(act.tx, edition.id))
  await act.announce(obligationsDerived, {
    subject: `edition/${edition.id}`,
    organizationId: edition.organizationId,
    editionId: edition.id,
  })
}

/** The editions in force that reach any of the places in the tree. */
export async function editionsAbove(act: Act, paths: readonly string[]): Promise<InForce[]> {
  const found = await withOwnCatalogue(act.tx, [...new Set(paths.flatMap(idsOnPath))])
  return found.map(({ editionId, organizationId }) => ({ id: editionId, organizationId }))
}

/** A government and what lies below, save towns that have a catalogue of their own in force. */
const coveredBy = async (act: Act, edition: InForce): Promise<OrganizationNode[]> => {
  const below = (await organizationTree(act.tx))
    .under(edition.organizationId)
    .filter((organization) => existsOn(organization, act.today))
  const own = await withOwnCatalogue(
    act.tx,
    below.map((one) => one.id).filter((id) => id !== edition.organizationId),
  )
  const apart = new Set(own.map((one) => one.organizationId))
  return below.filter((one) => !idsOnPath(one.path).some((id) => apart.has(id)))
}
