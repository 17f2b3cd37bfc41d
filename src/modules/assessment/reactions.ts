import { editionAdopted, obligationDeclared, obligationsDerived } from '#catalogue'
import {
  clocksCounted,
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

/** A new catalogue, a changed list of who answers for what, a unit that came or went. */
const deriveGovernment = async (
  act: Act,
  { organizationId }: { readonly organizationId: number },
): Promise<void> => {
  const { path } = await organizationById(act.tx, organizationId)
  const cells = await deriveUnder(act.tx, path, act.today)
  if (cells === 0) return
  const subject = `organization/${organizationId}`
  await act.announce(standingsMoved, { subject, organizationId, cells })
}

/** Only what a fact touches is derived again. */
export const reactions: readonly Reaction[] = [
  on(editionPublished, deriveServed),
  on(editionWithdrawn, deriveServed),
  on(documentReferred, deriveServed),
  on(dutyClockStarted, deriveServed),
  on(dutyClockChanged, deriveServed),
  on(dutyClockStopped, deriveServed),
  on(clocksCounted, deriveServed),
  on(obligationDeclared, (act, { organizationId, matterCode }) =>
    deriveServed(act, { duties: [{ organizationId, matterCode }] }),
  ),
  on(editionAdopted, deriveGovernment),
  on(obligationsDerived, deriveGovernment),
]
