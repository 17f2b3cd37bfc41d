import { sql } from 'kysely'
import { type Reader, visibleTo } from '#documents'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { DifferingArticle } from '../contract/texts.ts'

export interface OfficialText {
  readonly id: number
  readonly text: string
}

export const latestOfficial = async (db: Db, documentId: number): Promise<OfficialText | null> => {
  const { rows } = await sql<OfficialText>`select id, text from policies.official_text
    where document_id = ${documentId} order by id desc limit 1`.execute(db)
  return rows[0] ?? null
}

export const addOfficial = async (
  tx: Tx,
  text: {
    readonly documentId: number
    readonly source: string
    readonly sourceAddress: string
    readonly versionOn: CivilDate | null
    readonly text: string
    readonly at: Date
    readonly by: number | null
  },
): Promise<number> => {
  const { id } = await tx
    .insertInto('policies.official_text')
    .values({
      document_id: text.documentId,
      source: text.source,
      source_address: text.sourceAddress,
      version_on: text.versionOn,
      text: text.text,
      imported_at: text.at,
      imported_by: text.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const keepCheck = (
  tx: Tx,
  check: {
    readonly documentId: number
    readonly officialTextId: number
    readonly editionId: number
    readonly at: Date
    readonly articles: readonly DifferingArticle[]
  },
): Promise<unknown> => {
  const differing = check.articles.length
  return sql`insert into policies.text_check (document_id, official_text_id, edition_id, checked_at,
      same, differing, articles)
    values (${check.documentId}, ${check.officialTextId}, ${check.editionId}, ${check.at},
      ${differing === 0}, ${differing}, ${JSON.stringify(check.articles)}::jsonb)
    on conflict (document_id) do update set official_text_id = excluded.official_text_id,
      edition_id = excluded.edition_id, checked_at = excluded.checked_at, same = excluded.same,
      differing = excluded.differing, articles = excluded.articles`.execute(tx)
}

export interface CheckRow {
  readonly source: string
  readonly sourceAddress: string
  readonly versionOn: CivilDate | null
  readonly checkedAt: Date
  readonly same: boolean
  readonly differing: number
  readonly articles: DifferingArticle[]
}

/** The last comparison of a document's copy, where this reader sees the copy. */
export const checkOf = async (
  db: Db,
  documentId: number,
  reader: Reader,
): Promise<CheckRow | null> => {
  const { rows } = await sql<CheckRow>`
    select t.source, t.source_address as "sourceAddress", t.version_on as "versionOn",
      c.checked_at as "checkedAt", c.same, c.differing, c.articles
    from policies.text_check c
    join policies.official_text t on t.id = c.official_text_id
    join documents.document d on d.id = c.document_id
    join documents.edition e on e.id = c.edition_id
    join organizations.organization o on o.id = d.organization_id
    where c.document_id = ${documentId} and ${visibleTo(reader)}`.execute(db)
  return rows[0] ?? null
}

export interface RegulationRow extends Omit<CheckRow, 'articles' | 'checkedAt'> {
  readonly id: number
  readonly title: string
  readonly documentNumber: string
  readonly unit: string
  readonly checkedAt: Date | null
}

/** Regulations of these units before the public; those that differ first, then those never compared. */
export const regulationRows = async (
  db: Db,
  paths: readonly string[],
  reader: Reader,
): Promise<RegulationRow[]> => {
  const { rows } = await sql<RegulationRow>`
    select d.id, e.title, p.document_number as "documentNumber", o.short_name as unit,
      t.source, t.source_address as "sourceAddress", t.version_on as "versionOn",
      c.checked_at as "checkedAt", c.same, c.differing
    from policies.policy p
    join documents.document d on d.id = p.document_id
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    left join policies.text_check c on c.document_id = p.document_id
    left join policies.official_text t on t.id = c.official_text_id
    where p.released_at is not null and (p.class = 'regulation' or c.document_id is not null)
      and o.path like any(${paths.map((path) => `${path}%`)}::text[]) and ${visibleTo(reader)}
    order by c.same nulls first, c.checked_at nulls first, p.released_at desc limit 500`.execute(db)
  return rows
}
