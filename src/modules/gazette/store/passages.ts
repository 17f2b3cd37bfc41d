import { sql } from 'kysely'
import { type Reader, visibleTo } from '#documents'
import type { Db, Tx } from '#platform/database'
import { fold, onOneLine, queryOf, vectorOf } from '../words.ts'

export interface Passage {
  readonly place: number
  readonly entryId: number | null
  readonly page: number | null
  readonly title: string
  readonly text: string
}

// One statement carries so many; a volume of 1,200 pages takes twelve.
const batch = 100

/** Puts the words of an issue into the index, in place of what stood there. */
export const putPassages = async (
  tx: Tx,
  issueId: number,
  passages: readonly Passage[],
): Promise<void> => {
  await sql`delete from gazette.passage where issue_id = ${issueId}`.execute(tx)
  for (let at = 0; at < passages.length; at += batch) {
    const rows = passages.slice(at, at + batch).map((one) => {
      const title = onOneLine(one.title)
      const text = onOneLine(one.text)
      const folded = fold(`${title} ${text}`)
      return {
        place: one.place,
        entry: one.entryId,
        page: one.page,
        title,
        text,
        folded,
        words: vectorOf(folded),
      }
    })
    await sql`insert into gazette.passage (issue_id, place, entry_id, page, title, text, folded, words)
      select ${issueId}, place, entry, page, title, text, folded, words::tsvector
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as put (place int, entry bigint, page int, title text, text text, folded text, words text)`.execute(
      tx,
    )
  }
}

export interface HitRow {
  readonly issueId: number
  readonly year: number
  readonly number: number
  readonly total: number
  readonly place: number
  readonly entryNumber: number | null
  readonly documentId: number | null
  readonly page: number | null
  readonly title: string
  readonly text: string
  readonly contents: string
}

/** Newest issue first; `after` is the running number and place of the last hit. Bounded by its limit. */
export const hitRows = async (
  db: Db,
  asked: {
    readonly organizationId: number
    readonly sought: readonly string[]
    readonly year: number | null
    readonly after: { readonly total: number; readonly place: number } | null
    readonly limit: number
  },
  reader: Reader,
): Promise<HitRow[]> => {
  const stands = asked.sought.map((word) => sql`and strpos(p.folded, ${word}) > 0`)
  const { rows } = await sql<HitRow>`
    select i.id as "issueId", i.year, i.number, i.total, p.place, n.number as "entryNumber",
      n.document_id::int as "documentId", p.page,
      p.title, p.text, coalesce((select b.title from gazette.back_item b where b.issue_id = i.id
        and b.page <= p.page order by b.page desc, b.number desc limit 1), '') as contents
    from gazette.passage p
    join gazette.issue i on i.id = p.issue_id
    left join gazette.entry n on n.id = p.entry_id
    left join documents.edition e on e.id = n.edition_id
    left join documents.document d on d.id = n.document_id
    left join organizations.organization o on o.id = d.organization_id
    where p.words @@ ${queryOf(asked.sought)}::tsquery
      ${stands.reduce((all, one) => sql`${all} ${one}`, sql``)}
      and i.organization_id = ${asked.organizationId} and i.state = 'published'
      and (p.entry_id is null or ${visibleTo(reader)})
      ${asked.year ? sql`and i.year = ${asked.year}` : sql``}
      ${asked.after ? sql`and (i.total < ${asked.after.total} or (i.total = ${asked.after.total} and p.place > ${asked.after.place}))` : sql``}
    order by i.total desc, p.place limit ${asked.limit}`.execute(db)
  return rows
}
