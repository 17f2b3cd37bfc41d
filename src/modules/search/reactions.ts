import { editionAdopted } from '#catalogue'
import { editionPublished, editionWithdrawn } from '#documents'
import type { Act } from '#platform/act'
import { on, type Reaction } from '#platform/fact'
import { policyKept, validityChanged } from '#policies'
import { indexDocuments } from './reindex.ts'
import { forgetTitle } from './terms.ts'

/** Jobs of the worker, by the names under which they are enqueued. */
export const searchJobs = { read: 'readForSearch', gather: 'gatherTerms' } as const

/** Whether the release itself was heard in this act, so that the document is in already or about to be. */
const isReleasing = (act: Act, documentId: number): boolean =>
  act.announced.some(
    ({ kind, payload }) =>
      kind === editionPublished.kind &&
      (payload as { documentId?: number }).documentId === documentId,
  )

export const reactions: readonly Reaction[] = [
  on(editionPublished, async (act, { documentId }) => {
    await indexDocuments(act, [documentId])
    // What the files say follows within moments: reading a workbook may take seconds.
    await act.enqueue(searchJobs.read, { documentId }, { key: `${searchJobs.read}/${documentId}` })
  }),
  on(editionWithdrawn, async (act, { documentId, title }) => {
    await indexDocuments(act, [documentId])
    await forgetTitle(act.tx, title)
  }),
  on(policyKept, async (act, { documentId }) => {
    if (!isReleasing(act, documentId)) await indexDocuments(act, [documentId])
  }),
  on(validityChanged, async (act, { documentId }) => {
    if (!isReleasing(act, documentId)) await indexDocuments(act, [documentId])
  }),
  on(editionAdopted, (act) => act.enqueue(searchJobs.gather, {}, { key: searchJobs.gather })),
]
