import { documentReferred, editionPublished, editionWithdrawn } from '#documents'
import type { Act } from '#platform/act'
import { on, type Reaction } from '#platform/fact'
import { topicsTouched } from './facts.ts'
import { topicsOf } from './store/keeping.ts'
import { gather, refreshLife, topics } from './store.ts'

/** Judges one document again: for every topic, and for the lives of its matters. */
export async function regather(act: Act, documentId: number): Promise<void> {
  const before = await topicsOf(act.tx, documentId)
  for (const topic of await topics(act.tx)) await gather(act.tx, topic, documentId)
  await refreshLife(act.tx, documentId)
  const slugs = [...new Set([...before, ...(await topicsOf(act.tx, documentId))])]
  if (slugs.length > 0)
    await act.announce(topicsTouched, { subject: `document/${documentId}`, documentId, slugs })
}

/** What this module does on hearing others: only the touched document is judged. */
export const reactions: readonly Reaction[] = [
  on(editionPublished, (act, { documentId }) => regather(act, documentId)),
  on(editionWithdrawn, (act, { documentId }) => regather(act, documentId)),
  on(documentReferred, (act, { documentId }) => regather(act, documentId)),
]
