import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import { lexemesOf } from './words.ts'

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

/** Live documents from an id on, for indexing. */
export const liveTexts = async (db: Db, from: number, limit: number): Promise<LiveText[]> => {
  const { rows } = await sql<LiveText>`
    select * from documents.live_text where document_id >= ${from} order by document_id limit ${limit}`.execute(
    db,
  )
  return rows
}

const shanghaiYear = (instant: Date): number =>
  Number(new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 4))

/** Puts documents into the index, in place of what stood there. */
export const putEntries = async (tx: Tx, texts: readonly LiveText[]): Promise<void> => {
  for (const text of texts) {
    const title = lexemesOf(text.title)
    const words = [...new Set([...title, ...lexemesOf(text.text)])]
    await sql`
      insert into search.entry (document_id, organization_id, field_codes, year, published_at, title,
        document_number, index_number, title_words, words)
      values (${text.document_id}, ${text.organization_id}, ${text.field_codes}, ${shanghaiYear(text.published_at)},
        ${text.published_at}, ${text.title}, ${text.document_number}, ${text.index_number ?? ''},
        array_to_tsvector(${title}::text[]), array_to_tsvector(${words}::text[]))
      on conflict (document_id) do update set organization_id = excluded.organization_id,
        field_codes = excluded.field_codes, year = excluded.year, published_at = excluded.published_at,
        title = excluded.title, document_number = excluded.document_number,
        index_number = excluded.index_number, title_words = excluded.title_words, words = excluded.words`.execute(
      tx,
    )
  }
}

export const dropEntry = async (tx: Tx, documentId: number): Promise<void> => {
  await sql`delete from search.entry where document_id = ${documentId}`.execute(tx)
}

export const clearEntries = async (tx: Tx): Promise<void> => {
  await sql`truncate search.entry`.execute(tx)
}

export interface Narrowing {
  readonly tsquery: string
  readonly field: string | null
  readonly organization: string | null
  readonly year: number | null
}

const narrowed = (by: Narrowing): RawBuilder<unknown> => sql`
  e.words @@ ${by.tsquery}::tsquery
  ${by.field ? sql`and ${by.field} = any (e.field_codes)` : sql``}
  ${by.year ? sql`and e.year = ${by.year}` : sql``}
  ${
    by.organization
      ? sql`and e.organization_id in (select u.id from organizations.organization u
          where u.path like (select path || '%' from organizations.organization where code = ${by.organization}))`
      : sql``
  }`

const likePattern = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`

export interface HitRow {
  readonly documentId: number
  readonly title: string
  readonly documentNumber: string
  readonly organizationCode: string
  readonly organizationName: string
  readonly publishedAt: Date
  readonly text: string
}

/**
 * The newest matches after a cursor, each confirmed in the text: pairs alone also match where they
 * stand apart. The confirmation reads only as many texts as a page needs.
 */
export const newestHits = async (
  db: Db,
  by: Narrowing,
  confirm: readonly string[],
  after: { readonly at: string; readonly id: number } | null,
  limit: number,
): Promise<HitRow[]> => {
  const confirmed = confirm.map(
    (word) => sql`and (t.title ilike ${likePattern(word)} or t.text ilike ${likePattern(word)})`,
  )
  const { rows } = await sql<HitRow>`
    select e.document_id as "documentId", t.title, t.document_number as "documentNumber",
      o.code as "organizationCode", o.short_name as "organizationName", e.published_at as "publishedAt",
      t.text
    from search.entry e
    join documents.live_text t on t.document_id = e.document_id
    join organizations.organization o on o.id = e.organization_id
    where ${narrowed(by)} ${sql.join(confirmed, sql` `)}
    ${after ? sql`and (e.published_at, e.document_id) < (${after.at}::timestamptz, ${after.id})` : sql``}
    order by e.published_at desc, e.document_id desc limit ${limit}`.execute(db)
  return rows
}

/** A document or index number as a whole. */
export const hitsByNumber = async (db: Db, number: string, limit: number): Promise<HitRow[]> => {
  const { rows } = await sql<HitRow>`
    select e.document_id as "documentId", t.title, t.document_number as "documentNumber",
      o.code as "organizationCode", o.short_name as "organizationName", e.published_at as "publishedAt",
      t.text
    from search.entry e
    join documents.live_text t on t.document_id = e.document_id
    join organizations.organization o on o.id = e.organization_id
    where (e.document_number = ${number} and e.document_number <> '')
       or (e.index_number = ${number} and e.index_number <> '')
    order by e.published_at desc, e.document_id desc limit ${limit}`.execute(db)
  return rows
}

export interface FacetRow {
  readonly facet: 'field' | 'organization' | 'year' | 'all'
  readonly value: string
  readonly label: string
  readonly count: number
}

/** Counts of the newest matches up to the cap, and of their fields, organizations and years, in one read. */
export const facetRows = async (db: Db, by: Narrowing, cap: number): Promise<FacetRow[]> => {
  const { rows } = await sql<FacetRow>`
    with matching as materialized (
      select e.organization_id, e.field_codes, e.year from search.entry e where ${narrowed(by)}
      order by e.published_at desc limit ${cap + 1}
    )
    select 'all' as facet, '' as value, '' as label, count(*)::int as count from matching
    union all
    select 'field', code, '', count(*)::int from matching cross join unnest(field_codes) as code group by code
    union all
    select 'organization', o.code, o.short_name, count(*)::int
    from matching m join organizations.organization o on o.id = m.organization_id group by o.code, o.short_name
    union all
    select 'year', year::text, '', count(*)::int from matching group by year`.execute(db)
  return rows
}
