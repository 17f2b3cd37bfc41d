import { editionPublished, editionWithdrawn } from '#documents'
import { on, type Reaction } from '#platform/fact'
import { dropEntry, liveTexts, putEntries } from './store.ts'

export const reactions: readonly Reaction[] = [
  on(editionPublished, async (act, { documentId }) => {
    const [text] = await liveTexts(act.tx, documentId, 1)
    if (text?.document_id === documentId) await putEntries(act.tx, [text])
    // A correction may have changed the attribute: what is not proactive is not found.
    else await dropEntry(act.tx, documentId)
  }),
  on(editionWithdrawn, (act, { documentId }) => dropEntry(act.tx, documentId)),
]
