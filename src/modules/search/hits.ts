import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database'
import type { FoundInFile, SearchHit } from './contract.ts'
import { excerptOf, markFound } from './excerpt.ts'
import { bearing, type NumberSought } from './finding.ts'
import { foldText } from './words.ts'

interface HitRow {
  readonly documentId: number
  readonly title: string
  readonly documentNumber: string
  readonly organizationCode: string
  readonly organizationName: string
  readonly publishedAt: Date
  readonly kind: string
  readonly validity: string
  readonly text: string
}

// An excerpt is cut from here; a word that stands only further on is said by the title alone.
const excerptReach = 20_000

const rowsOf = async (db: Db, ids: RawBuilder<unknown>): Promise<HitRow[]> => {
  const { rows } = await sql<HitRow>`
    select t.document_id as "documentId", t.title, t.document_number as "documentNumber",
      o.code as "organizationCode", o.short_name as "organizationName", t.published_at as "publishedAt",
      s.kind, s.validity, left(t.text, ${excerptReach}) as text
    from documents.live_text t
    join search.entry s using (document_id)
    join organizations.organization o on o.id = t.organization_id
    where t.document_id = any(${ids})
    order by t.published_at desc, t.document_id desc`.execute(db)
  return rows
}

const shownOf = ({ text, ...row }: HitRow, words: readonly string[]) => ({
  ...row,
  foundTitle: markFound(row.title, words),
  excerpt: excerptOf(text, words),
})

/** What a list shows of documents, in the order given; what is not live any more is left out. */
export const hitsOf = async (
  db: Db,
  ids: readonly number[],
  words: readonly string[],
  isApart: (id: number) => boolean,
): Promise<SearchHit[]> => {
  if (ids.length === 0) return []
  const rows = await rowsOf(db, sql`${ids}::bigint[]`)
  const found = new Map(rows.map((row) => [row.documentId, row]))
  const listed = ids.flatMap((id) => found.get(id) ?? [])
  const lacking = listed.filter((row) => lacks(row, words)).map((row) => row.documentId)
  const files = await filesWith(db, lacking, words)
  return listed.map((row) => ({
    ...shownOf(row, words),
    file: files.get(row.documentId) ?? null,
    apart: isApart(row.documentId),
  }))
}

/** The documents that bear a number, newest first, in one read. */
export const hitsBearing = async (
  db: Db,
  number: NumberSought,
  limit: number,
): Promise<SearchHit[]> =>
  (await rowsOf(db, bearing(number, limit))).map((row) => ({
    ...shownOf(row, []),
    file: null,
    apart: false,
  }))

/** Whether some word stands in neither title nor text, so that a file must have it. */
const lacks = (row: HitRow, words: readonly string[]): boolean => {
  const written = `${row.title}\n${row.documentNumber}\n${row.text}`
  const missing = words.filter((word) => !written.includes(word))
  if (missing.length === 0) return false
  const folded = foldText(written)
  return missing.some((word) => !folded.includes(word))
}

// Wide enough that the excerpt finds its sentence, where folding moved it by a few characters.
const [before, window] = [300, 800]

interface FileRow {
  readonly documentId: number
  readonly id: number
  readonly name: string
  readonly passage: string
}

/** Of each document the first file that has one of the words, with what stands around it. */
const filesWith = async (
  db: Db,
  ids: readonly number[],
  words: readonly string[],
): Promise<Map<number, FoundInFile>> => {
  if (ids.length === 0 || words.length === 0) return new Map()
  const { rows } = await sql<FileRow>`
    select distinct on (f.document_id) f.document_id::int as "documentId", f.id::int, f.name,
      substr(s.text, greatest(1, first.at - ${before}), ${window}) as passage
    from documents.live_file f join search.file s using (sha256)
    cross join lateral (
      select count(*) as words, min(at) as at
      from (select strpos(s.folded, word) as at from unnest(${words}::text[]) as word) one where at > 0
    ) first
    where f.document_id = any(${ids}::bigint[]) and first.words > 0
    order by f.document_id, first.words desc, f.ordinal, f.id`.execute(db)
  return new Map(
    rows.map(({ documentId, id, name, passage }) => [
      documentId,
      { id, name, passage: excerptOf(passage, words) },
    ]),
  )
}
