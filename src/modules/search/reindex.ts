import type { Act } from '#platform/act'
import type { Tx } from '#platform/database'
import { fact } from '#platform/fact'
import { dropEntries, dropStrays, liveTextsAfter, liveTextsOf, putEntries } from './store.ts'

const batch = 500

export const indexRebuilt = fact<{ readonly subject: string; readonly documents: number }>(
  'search.indexRebuilt',
)

/** Brings some documents' entries to what is public of them now, which may be nothing. */
export async function indexDocuments(tx: Tx, ids: readonly number[]): Promise<void> {
  const texts = await liveTextsOf(tx, ids)
  await putEntries(tx, texts)
  // A correction may have changed the attribute: what is not proactive is not found.
  const live = new Set(texts.map((text) => text.document_id))
  await dropEntries(
    tx,
    ids.filter((id) => !live.has(id)),
  )
}

/**
 * Makes the index anew from the live documents, all or nothing. Readers find what was there until the
 * commit, and whoever publishes meanwhile waits only where an entry was wrong.
 */
export async function reindex(act: Act): Promise<number> {
  let documents = 0
  let after = 0
  for (;;) {
    const texts = await liveTextsAfter(act.tx, after, batch)
    await putEntries(act.tx, texts)
    documents += texts.length
    const last = texts.at(-1)
    if (!last || texts.length < batch) break
    after = last.document_id
  }
  await dropStrays(act.tx)
  await act.announce(indexRebuilt, { subject: 'search', documents })
  return documents
}
