import { readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Act, Perform } from '#platform/act'
import { theSystem } from '#platform/act'
import type { BlobStore } from '#platform/blob-store'
import type { Db, Tx } from '#platform/database'
import { readParts, textOfParts } from '#platform/file-parts/index'
import { indexDocuments } from './reindex.ts'
import { holdLive } from './store.ts'
import { keepTerms, termsOfTitle, weights } from './terms.ts'
import { foldText, onOneLine } from './words.ts'

// Beyond it a file is a book or a table of a whole province; its beginning leads to it.
const longestFileText = 100_000
// A larger file is a film or a picture book; reading it would take the memory of the server.
const largestFileBytes = 64 * 1024 * 1024
// What could not be read is tried once more after an update of the program has had time to come.
const triedAgainDays = 30

interface UnreadFile {
  readonly sha256: string
  readonly name: string
  readonly size: number
}

const unreadOf = async (db: Db, documentId: number, at: Date): Promise<UnreadFile[]> => {
  const { rows } = await sql<UnreadFile>`
    select distinct on (f.sha256) f.sha256, f.name, f.size
    from documents.live_file f left join search.file s using (sha256)
    where f.document_id = ${documentId} and (s.sha256 is null
      or (s.unread <> '' and s.read_at < ${at}::timestamptz - make_interval(days => ${triedAgainDays})))
    order by f.sha256`.execute(db)
  return rows
}

/** The text of a file, on one line and bounded; why, where nothing could be read. */
const textOf = async (
  files: BlobStore,
  { sha256, name, size }: UnreadFile,
): Promise<{ text: string; unread: string }> => {
  if (size > largestFileBytes) return { text: '', unread: 'tooMuch' }
  const { parts, unread } = await readParts(name, await readFile(files.pathOf(sha256)))
  const text = onOneLine(textOfParts(parts).slice(0, longestFileText * 2)).slice(0, longestFileText)
  return { text, unread: text === '' ? (unread[0]?.why ?? '') : '' }
}

const keepFile = async (
  tx: Tx,
  sha256: string,
  { text, unread }: { text: string; unread: string },
  at: Date,
): Promise<number[]> => {
  await sql`insert into search.file (sha256, text, folded, unread, read_at)
    values (${sha256}, ${text}, ${foldText(text)}, ${unread}, ${at})
    on conflict (sha256) do update set text = excluded.text, folded = excluded.folded,
      unread = excluded.unread, read_at = excluded.read_at`.execute(tx)
  const { rows } = await sql<{ id: number }>`
    select distinct document_id::int as id from documents.live_file where sha256 = ${sha256}`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

/**
 * After a release: reads the files that came with it, each in a thread bounded in time and memory, and
 * puts their words beside the document's; keeps the words of its title for who mistypes. Safe to run twice,
 * and for a document that was withdrawn meanwhile: then there is nothing to read, and nothing is put.
 */
export const readForSearch = async (
  house: { readonly db: Db; readonly files: BlobStore; readonly perform: Perform },
  documentId: number,
): Promise<void> => {
  for (const file of await unreadOf(house.db, documentId, new Date())) {
    const read = await textOf(house.files, file)
    await house.perform(theSystem, async (act) => {
      const ids = await keepFile(act.tx, file.sha256, read, act.at)
      await indexAgain(act, ids)
    })
  }
  await house.perform(theSystem, async (act) => {
    await holdLive(act.tx, [documentId])
    const { rows } = await sql<{ title: string }>`
      select title from documents.live_text where document_id = ${documentId}`.execute(act.tx)
    const terms = rows.flatMap(({ title }) => termsOfTitle(title))
    await keepTerms(
      act.tx,
      terms.map((term) => ({ term, weight: weights.title })),
    )
  })
}

/** Documents held still while their entries are made, so that none is put back that is withdrawn now. */
const indexAgain = async (act: Act, ids: readonly number[]): Promise<void> => {
  await holdLive(act.tx, ids)
  await indexDocuments(act, ids)
}
