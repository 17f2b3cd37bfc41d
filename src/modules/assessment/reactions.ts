import { editionAdopted, editionById, obligationDeclared, responsibilitiesSet } from '#catalogue'
import {
  documentReferred,
  dutyClockChanged,
  dutyClockStarted,
  dutyClockStopped,
  editionPublished,
  editionWithdrawn,
} from '#documents'
import { organizationById } from '#organizations'
import type { Act } from '#platform/act'
import { on, type Reaction } from '#platform/fact'
import { deriveStandings } from './derive.ts'
import { deriveUnder } from './derive-under.ts'
import { standingsMoved } from './facts.ts'

interface Duties {
  readonly duties: readonly { readonly organizationId: number; readonly matterCode: string }[]
}
const deriveServed = async (act: Act, { duties }: Duties): Promise<void> => {
  await deriveStandings(act.tx, { kind: 'these', duties }, act.today)
}

/** A new catalogue, or a changed list of who answers for what: everybody below may owe other things. */
const deriveGovernment = async (
  act: Act,
  changed: { readonly organizationId: number | null; readonly editionId: number },
): Promise<void> => {
  const { organizationId } = changed
  // The list of a draft binds nobody yet.
  if (organizationId === null || !(await isInForce(act, changed.editionId))) return
  const { path } = await organizationById(act.tx, organizationId)
  const cells = await deriveUnder(act.tx, path, act.today)
  if (cells > 0)
    await act.announce(standingsMoved, {
      subject: `organization/${organizationId}`,
      organizationId,
      cells,
    })
}

const isInForce = async (act: Act, editionId: number): Promise<boolean> =>
  (await editionById(act.tx, editionId)).state === 'inForce'

/** Only what a fact touches is derived again. */
export const reactions: readonly Reaction[] = [
  on(editionPublished, deriveServed),
  on(editionWithdrawn, deriveServed),
  on(documentReferred, deriveServed),
  on(dutyClockStarted, deriveServed),
  on(dutyClockChanged, deriveServed),
  on(dutyClockStopped, deriveServed),
  on(obligationDeclared, (act, { organizationId, matterCode }) =>
    deriveServed(act, { duties: [{ organizationId, matterCode }] }),
  ),
  on(editionAdopted, deriveGovernment),
  on(responsibilitiesSet, deriveGovernment),
]
