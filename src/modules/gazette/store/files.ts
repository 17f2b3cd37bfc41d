import { sql } from 'kysely'
import { thePublic, visibleTo } from '#documents'
import type { Act } from '#platform/act'
import type { Db, Tx } from '#platform/database'

export interface ReaderFile {
  readonly sha256: string
  readonly size: number
  readonly pages: number
  readonly madeAt: Date
  /** A text that stands in it has left the site since: nobody is given it until it is made anew. */
  readonly stale: boolean
}

/** The file of an issue as readers take it, the newest; the same rule as for its texts. */
export const readerFile = async (db: Db, issueId: number): Promise<ReaderFile | null> => {
  const { rows } = await sql<ReaderFile>`
    select f.sha256, f.size, f.pages, f.made_at as "madeAt",
      exists (select from gazette.entry n
        join documents.edition e on e.id = n.edition_id
        join documents.document d on d.id = n.document_id
        join organizations.organization o on o.id = d.organization_id
        where n.issue_id = f.issue_id and n.id <> all(f.omitted) and not ${visibleTo(thePublic)}) as stale
    from gazette.reader_file f where f.issue_id = ${issueId} order by f.id desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** How many pages of a back issue have words that the search finds: pictures of pages have none. */
export const pagesWithWords = async (db: Db, issueId: number): Promise<number> => {
  const { rows } = await sql<{ pages: number }>`
    select count(distinct page)::int as pages from gazette.passage
    where issue_id = ${issueId} and page is not null`.execute(db)
  return rows[0]?.pages ?? 0
}

export const addReaderFile = async (
  act: Act,
  one: {
    readonly issueId: number
    readonly sha256: string
    readonly size: number
    readonly pages: number
    readonly omitted: readonly number[]
  },
): Promise<void> => {
  await sql`insert into gazette.reader_file (issue_id, sha256, size, pages, omitted, made_at, made_by)
    values (${one.issueId}, ${one.sha256}, ${one.size}, ${one.pages}, ${[...one.omitted]}::bigint[],
      ${act.at}, ${act.by.id})`.execute(act.tx)
}

/** Earlier files of an issue: the store deletes what nothing names any more. */
export const forgetReaderFiles = async (tx: Tx, issueId: number): Promise<void> => {
  await sql`delete from gazette.reader_file where issue_id = ${issueId}`.execute(tx)
}

export interface BackItem {
  readonly number: number
  readonly title: string
  readonly documentNumber: string
  readonly section: string
  readonly page: number | null
}

export const backItems = async (db: Db, issueId: number): Promise<BackItem[]> => {
  const { rows } = await sql<BackItem>`
    select number, title, document_number as "documentNumber", section, page
    from gazette.back_item where issue_id = ${issueId} order by number`.execute(db)
  return rows
}

export const putBackItems = async (
  tx: Tx,
  issueId: number,
  items: readonly BackItem[],
): Promise<void> => {
  await sql`delete from gazette.back_item where issue_id = ${issueId}`.execute(tx)
  if (items.length === 0) return
  await sql`insert into gazette.back_item (issue_id, number, title, document_number, section, page)
    select ${issueId}, number, title, "documentNumber", section, page
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
      as put (number int, title text, "documentNumber" text, section text, page int)`.execute(tx)
}
