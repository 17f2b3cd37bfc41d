import type { Act } from '#platform/act'
import { fact } from '#platform/fact'
import { changedSince, indexAnew, openAnew, takePlace } from './anew.ts'
import { entryOf } from './entry.ts'
import { countLexemes } from './frequency.ts'
import {
  addEntries,
  dropEntries,
  liveTextsAfter,
  liveTextsOf,
  putEntries,
  type Shelf,
} from './store.ts'

const batch = 500

export const indexRebuilt = fact<{ readonly subject: string; readonly documents: number }>(
  'search.indexRebuilt',
)

/** Brings some documents' entries to what is public of them now, which may be nothing. */
export async function indexDocuments(
  act: Pick<Act, 'tx' | 'today'>,
  ids: readonly number[],
  on: Shelf = 'entry',
): Promise<void> {
  const texts = await liveTextsOf(act.tx, ids, act.today)
  await putEntries(act.tx, texts, on)
  // A correction may have changed the attribute: what is not proactive is not found.
  const live = new Set(texts.map((text) => text.document_id))
  await dropEntries(
    act.tx,
    ids.filter((id) => !live.has(id)),
    on,
  )
}

/**
 * Makes the index anew from the live documents, all or nothing. It is built beside the one there is:
 * readers find what was there, and whoever publishes goes on; only at the very end both wait, for as
 * long as what was published meanwhile takes to be put in.
 */
export async function reindex(act: Act): Promise<number> {
  const since = await openAnew(act.tx)
  let documents = 0
  let reading = liveTextsAfter(act.tx, null, batch, act.today)
  let writing: Promise<void> = Promise.resolve()
  for (;;) {
    const texts = await reading
    documents += texts.length
    const last = texts.at(-1)
    // One connection takes turns; the lexemes of the next batch are made while this one is written.
    if (last) reading = liveTextsAfter(act.tx, last.document_id, batch, act.today)
    const entries = texts.map(entryOf)
    await writing
    writing = addEntries(act.tx, entries, 'entry_anew')
    if (!last || texts.length < batch) break
  }
  await Promise.all([reading, writing])
  await indexAnew(act.tx)
  await countLexemes(act.tx, 'entry_anew')
  const changed = await changedSince(act.tx, since)
  for (let at = 0; at < changed.length; at += batch)
    await indexDocuments(act, changed.slice(at, at + batch), 'entry_anew')
  await takePlace(act.tx)
  await act.announce(indexRebuilt, { subject: 'search', documents })
  return documents
}
