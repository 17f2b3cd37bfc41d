import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import { marksOf, yearOf } from './marks.ts'
import { charactersOf, foldText, lexemesOf } from './words.ts'

export interface LiveText {
  readonly document_id: number
  readonly organization_id: number
  readonly index_number: string | null
  readonly published_at: Date
  readonly title: string
  readonly text: string
  readonly document_number: string
  readonly field_codes: string[]
}

/** Live documents with ids after one, for indexing. */
export const liveTextsAfter = async (db: Db, after: number, limit: number): Promise<LiveText[]> => {
  const { rows } = await sql<LiveText>`
    select * from documents.live_text where document_id > ${after} order by document_id limit ${limit}`.execute(
    db,
  )
  return rows
}

/** Those of some documents that are live and open to all. */
export const liveTextsOf = async (db: Db, ids: readonly number[]): Promise<LiveText[]> => {
  const { rows } = await sql<LiveText>`
    select * from documents.live_text where document_id = any(${ids}::bigint[])`.execute(db)
  return rows
}

const entryOf = (live: LiveText) => {
  const folded = foldText(`${live.title}\n${live.document_number}\n${live.text}`)
  const marks = marksOf({
    publishedAt: live.published_at,
    fieldCodes: live.field_codes,
    organizationId: live.organization_id,
  })
  return {
    document_id: live.document_id,
    organization_id: live.organization_id,
    field_codes: live.field_codes,
    year: yearOf(live.published_at),
    published_at: live.published_at,
    document_number: live.document_number,
    index_number: live.index_number ?? '',
    folded,
    words: [...new Set([...lexemesOf(folded), ...charactersOf(live.title), ...marks])],
  }
}

const columns = sql`organization_id, field_codes, year, published_at, document_number, index_number,
  folded, words`
const fresh = sql`organization_id, field_codes, year, published_at, document_number, index_number,
  folded, array_to_tsvector(words) as words`

/**
 * Puts documents into the index, in place of what stood there: one statement, however many. What
 * stands there equal already is neither written nor locked.
 */
export const putEntries = async (tx: Tx, texts: readonly LiveText[]): Promise<void> => {
  if (texts.length === 0) return
  await sql`
    with made as materialized (
      select document_id, ${fresh} from jsonb_to_recordset(${JSON.stringify(texts.map(entryOf))}::jsonb)
        as made (document_id bigint, organization_id bigint, field_codes text[], year int,
          published_at timestamptz, document_number text, index_number text, folded text, words text[])
    )
    insert into search.entry (document_id, ${columns})
    select document_id, ${columns} from made
    except select document_id, ${columns} from search.entry
      where document_id in (select document_id from made)
    on conflict (document_id) do update set organization_id = excluded.organization_id,
      field_codes = excluded.field_codes, year = excluded.year, published_at = excluded.published_at,
      document_number = excluded.document_number, index_number = excluded.index_number,
      folded = excluded.folded, words = excluded.words`.execute(tx)
}

export const dropEntries = async (tx: Tx, ids: readonly number[]): Promise<void> => {
  if (ids.length === 0) return
  await sql`delete from search.entry where document_id = any(${ids}::bigint[])`.execute(tx)
}

/** Takes out what is no longer live. */
export const dropStrays = async (tx: Tx): Promise<void> => {
  await sql`delete from search.entry e where not exists (
    select from documents.live_text t where t.document_id = e.document_id)`.execute(tx)
}
