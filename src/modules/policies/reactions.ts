import { editionPublished, editionSubmitted, editionWithdrawn } from '#documents'
import { on, type Reaction } from '#platform/fact'
import { mustGoOutWithLegality, mustHaveLegality } from './legality.ts'
import { hearRelease } from './releasing.ts'
import { leaveLibrary } from './store/policies.ts'

export const reactions: readonly Reaction[] = [
  on(editionSubmitted, (act, { documentId }) => mustHaveLegality(act, documentId)),
  on(editionPublished, async (act, { documentId, first }) => {
    if (first) await mustGoOutWithLegality(act, documentId)
    await hearRelease(act, documentId)
  }),
  on(
    editionWithdrawn,
    async (act, { documentId }) => void (await leaveLibrary(act.tx, documentId)),
  ),
]
