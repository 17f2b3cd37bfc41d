import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { type Reader, visibleTo } from '../policy.ts'

/** A document in a list. */
export interface ListedDocument {
  readonly id: number
  readonly title: string
  /** Level-2 name of a document in its level-1 column, set in brackets (M13). */
  readonly prefix: string
  readonly organizationCode: string
  readonly organizationName: string
  readonly publishedAt: Date
  readonly publishedOn: CivilDate
  readonly documentNumber: string
}

export interface Cursor {
  readonly at: string
  readonly id: number
}

/** One page of a list, newest first; `next` leads to the page after it. */
export interface Slice<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

const listed = sql`d.id, e.title, o.code as "organizationCode", o.short_name as "organizationName",
  d.published_at as "publishedAt", (d.published_at at time zone 'Asia/Shanghai')::date as "publishedOn",
  e.document_number as "documentNumber"`

const cursorForm = /^([12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(\d{1,15})$/

/** `2026-03-05T08:00:00.000Z~12`, as written by a slice; anything else counts as no cursor. */
export const readCursor = (after: string | null | undefined): Cursor | null => {
  const [, at = '', id = ''] = cursorForm.exec(after ?? '') ?? []
  return Number.isNaN(Date.parse(at)) ? null : { at, id: Number(id) }
}

const sliced = (rows: readonly ListedDocument[], limit: number): Slice<ListedDocument> => {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit),
    next: last ? `${last.publishedAt.toISOString()}~${last.id}` : null,
  }
}

// Cursors come from toISOString, which cuts the microseconds of the database; publishing writes whole
// milliseconds, so nothing falls between two pages.
const behind = (cursor: Cursor | null, table: RawBuilder<unknown>, id: RawBuilder<unknown>) =>
  cursor
    ? sql`and (${table}.published_at, ${id}) < (${cursor.at}::timestamptz, ${cursor.id})`
    : sql``

/** Documents of a column, its level-2 columns included; of one organization if asked. */
export const columnDocuments = async (
  db: Db,
  asked: {
    readonly columnId: number
    readonly organizationId?: number
    readonly after: Cursor | null
    readonly limit: number
  },
  reader: Reader,
): Promise<Slice<ListedDocument>> => {
  const { rows } = await sql<ListedDocument>`
    select ${listed}, s.prefix
    from (
      select s.document_id, s.published_at, max(s.prefix) as prefix from documents.showing s
      where s.column_id = ${asked.columnId}
        ${asked.organizationId ? sql`and s.organization_id = ${asked.organizationId}` : sql``}
        ${behind(asked.after, sql`s`, sql`s.document_id`)}
      group by s.published_at, s.document_id
      order by s.published_at desc, s.document_id desc limit ${asked.limit + 1}
    ) s
    join documents.document d on d.id = s.document_id
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    where ${visibleTo(reader)}
    order by s.published_at desc, s.document_id desc`.execute(db)
  return sliced(rows, asked.limit)
}

/**
 * Documents of an organization, newest first: its own, and those of others that stand in its columns
 * by reference. A page's worth is read from each column's index, whatever the columns hold.
 */
export const organizationDocuments = async (
  db: Db,
  asked: { readonly organizationId: number; readonly after: Cursor | null; readonly limit: number },
  reader: Reader,
): Promise<Slice<ListedDocument>> => {
  const { rows } = await sql<ListedDocument>`
    select ${listed}, '' as prefix
    from (
      (select d.id from documents.document d
       where d.organization_id = ${asked.organizationId} and d.live_edition_id is not null
         ${behind(asked.after, sql`d`, sql`d.id`)}
       order by d.published_at desc, d.id desc limit ${asked.limit + 1})
      union
      select s.document_id from documents.site_column c
      cross join lateral (
        select s.document_id from documents.showing s
        where s.organization_id = ${asked.organizationId} and s.column_id = c.id
          ${behind(asked.after, sql`s`, sql`s.document_id`)}
        order by s.published_at desc, s.document_id desc limit ${asked.limit + 1}) s
      where c.parent_id is null and c.retired_at is null
    ) own
    join documents.document d on d.id = own.id
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    where ${visibleTo(reader)}
    order by d.published_at desc, d.id desc limit ${asked.limit + 1}`.execute(db)
  return sliced(rows, asked.limit)
}

/**
 * The newest documents of the whole site. They are picked before they are joined: joined first, all
 * live documents were read and sorted (150 ms at 30,000).
 */
export const recentDocuments = async (
  db: Db,
  limit: number,
  reader: Reader,
): Promise<ListedDocument[]> => {
  const { rows } = await sql<ListedDocument>`
    select ${listed}, '' as prefix
    from (
      select * from documents.document where live_edition_id is not null
      order by published_at desc, id desc limit ${limit}
    ) d
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    where ${visibleTo(reader)}
    order by d.published_at desc, d.id desc`.execute(db)
  return rows
}

/** The ids after which each further file of a sitemap begins. */
export const sitemapBreaks = async (db: Db, limit: number, reader: Reader): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select id from (
      select d.id, row_number() over (order by d.id) as place, count(*) over () as total
      from documents.document d
      join documents.edition e on e.id = d.live_edition_id
      join organizations.organization o on o.id = d.organization_id
      where ${visibleTo(reader)}) listed
    where place % ${limit} = 0 and place < total order by id`.execute(db)
  return rows.map((row) => row.id)
}

/** Live documents by id, for sitemaps: those after an id. */
export const sitemapDocuments = async (
  db: Db,
  afterId: number,
  limit: number,
  reader: Reader,
): Promise<{ id: number; changedAt: Date }[]> => {
  const { rows } = await sql<{ id: number; changedAt: Date }>`
    select d.id, e.published_at as "changedAt"
    from documents.document d
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    where d.id > ${afterId} and d.live_edition_id is not null and ${visibleTo(reader)}
    order by d.id limit ${limit}`.execute(db)
  return rows
}
