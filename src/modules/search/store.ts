import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import { validityOf } from '#policies'
import { type Entry, entryOf, type LiveText } from './entry.ts'

/** Where entries are put: those that are read, or those being made anew beside them. */
export type Shelf = 'entry' | 'entry_anew'
const shelf = (name: Shelf): RawBuilder<unknown> => sql.id('search', name)

// With what the files of a document say, as far as they were read, each under its name.
const liveTexts = sql`
  select t.*, coalesce((select string_agg(f.name || E'\\n' || s.folded, E'\\n' order by f.ordinal, f.id)
    from documents.live_file f join search.file s using (sha256)
    where f.document_id = t.document_id), '') as files
  from documents.live_text t`

/**
 * Live documents published after one, the oldest first, for indexing: those of a time then lie side by
 * side, and a question reads a stretch of time and not the whole index.
 */
export const liveTextsAfter = async (
  db: Db,
  after: number | null,
  limit: number,
  today: CivilDate,
): Promise<LiveText[]> => {
  const later =
    after === null
      ? sql`true`
      : sql`(t.published_at, t.document_id) >
          (select d.published_at, d.id from documents.document d where d.id = ${after})`
  const { rows } = await sql<Bare>`
    ${liveTexts} where ${later} order by t.published_at, t.document_id limit ${limit}`.execute(db)
  return withValidity(db, rows, today)
}

/** Those of some documents that are live and open to all. */
export const liveTextsOf = async (
  db: Db,
  ids: readonly number[],
  today: CivilDate,
): Promise<LiveText[]> => {
  const { rows } = await sql<Bare>`
    ${liveTexts} where t.document_id = any(${ids}::bigint[])`.execute(db)
  return withValidity(db, rows, today)
}

type Bare = Omit<LiveText, 'validity'>

const withValidity = async (
  db: Db,
  rows: readonly Bare[],
  today: CivilDate,
): Promise<LiveText[]> => {
  const ids = rows.map((row) => row.document_id)
  const marks = ids.length === 0 ? new Map() : await validityOf(db, ids, today)
  return rows.map((row) => ({ ...row, validity: marks.get(row.document_id)?.validity ?? '' }))
}

/** Keeps documents as they are until the end of the act: none is withdrawn while its entry is made. */
export const holdLive = async (tx: Tx, ids: readonly number[]): Promise<void> => {
  await sql`select from documents.live_text where document_id = any(${ids}::bigint[])
    order by document_id for share`.execute(tx)
}

/** The columns of an entry beside its document, in the order in which they are written. */
const columns = sql`organization_id, field_codes, year, published_at, document_number, index_number,
  kind, validity, folded, words`

const made = (entries: readonly Entry[]) => sql`
  select document_id, organization_id, field_codes, year, published_at, document_number, index_number,
    kind, validity, folded, words::tsvector as words
  from jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) as made (document_id bigint,
    organization_id bigint, field_codes text[], year int, published_at timestamptz,
    document_number text, index_number text, kind text, validity text, folded text, words text)`

/**
 * Puts documents into the index, in place of what stood there: one statement, however many. What
 * stands there equal already is neither written nor locked.
 */
export const putEntries = async (
  tx: Tx,
  texts: readonly LiveText[],
  on: Shelf = 'entry',
): Promise<void> => {
  if (texts.length === 0) return
  await sql`
    with made as materialized (${made(texts.map(entryOf))})
    insert into ${shelf(on)} (document_id, ${columns})
    select document_id, ${columns} from made
    except select document_id, ${columns} from ${shelf(on)}
      where document_id in (select document_id from made)
    on conflict (document_id) do update set organization_id = excluded.organization_id,
      field_codes = excluded.field_codes, year = excluded.year, published_at = excluded.published_at,
      document_number = excluded.document_number, index_number = excluded.index_number,
      kind = excluded.kind, validity = excluded.validity,
      folded = excluded.folded, words = excluded.words`.execute(tx)
}

/** Adds entries to an empty shelf, nothing asked. */
export const addEntries = async (tx: Tx, entries: readonly Entry[], on: Shelf): Promise<void> => {
  if (entries.length === 0) return
  await sql`insert into ${shelf(on)} (document_id, ${columns}) ${made(entries)}`.execute(tx)
}

export const dropEntries = async (
  tx: Tx,
  ids: readonly number[],
  on: Shelf = 'entry',
): Promise<void> => {
  if (ids.length === 0) return
  await sql`delete from ${shelf(on)} where document_id = any(${ids}::bigint[])`.execute(tx)
}
