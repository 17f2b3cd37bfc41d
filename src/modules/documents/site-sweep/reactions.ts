import type { Act } from '#platform/act'
import { on, type Reaction } from '#platform/fact'
import { ownWordAdded, ownWordRetired } from '#wording'
import { editionPublished, editionWithdrawn } from '../facts.ts'
import { dropFound } from './store.ts'
import { startSweep } from './sweep.ts'

const forget = (act: Act, { documentId }: { readonly documentId: number }) =>
  dropFound(act.tx, documentId).then(() => undefined)

/** Other words: read again. Another edition, or none: what was found in the old one is done with. */
export const sweepReactions: readonly Reaction[] = [
  on(ownWordAdded, async (act, { organizationId }) => {
    await startSweep(act, organizationId, 'words')
  }),
  on(ownWordRetired, async (act, { organizationId }) => {
    await startSweep(act, organizationId, 'words')
  }),
  on(editionPublished, forget),
  on(editionWithdrawn, forget),
]
