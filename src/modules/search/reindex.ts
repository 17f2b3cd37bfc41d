import type { Act } from '#platform/act'
import { fact } from '#platform/fact'
import { clearEntries, liveTexts, putEntries } from './store.ts'

const batch = 500

export const indexRebuilt = fact<{ readonly subject: string; readonly documents: number }>(
  'search.indexRebuilt',
)

/** Throws the index away and makes it anew from the live documents, all or nothing. */
export async function reindex(act: Act): Promise<number> {
  await clearEntries(act.tx)
  let documents = 0
  let from = 0
  for (;;) {
    const texts = await liveTexts(act.tx, from, batch)
    await putEntries(act.tx, texts)
    documents += texts.length
    const last = texts.at(-1)
    if (!last || texts.length < batch) break
    from = last.document_id + 1
  }
  await act.announce(indexRebuilt, { subject: 'search', documents })
  return documents
}
