import { editionAdopted, obligationDeclared, obligationsDerived } from '#catalogue'
import {
  documentReferred,
  dutyClockChanged,
  dutyClockStarted,
  dutyClockStopped,
  editionPublished,
  editionWithdrawn,
} from '#documents'
import type { Act } from '#platform/act'
import { on, type Reaction } from '#platform/fact'
import { deriveStandings, dropOrphans } from './derive.ts'

interface Duties {
  readonly duties: readonly { readonly organizationId: number; readonly matterCode: string }[]
}
const deriveServed = async (act: Act, { duties }: Duties): Promise<void> => {
  await deriveStandings(act.tx, { kind: 'these', duties }, act.today)
}

const deriveGovernment = async (
  act: Act,
  { editionId }: { readonly editionId: number },
): Promise<void> => {
  await deriveStandings(act.tx, { kind: 'government', editionId }, act.today)
  await dropOrphans(act.tx)
}

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
  on(obligationsDerived, deriveGovernment),
]
