import { sql } from 'kysely'
import { type Reader, visibleTo } from '#documents'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'

/** A document as far as its interpretation needs to know it, by the edition that stands foremost. */
export interface PolicyRow {
  readonly documentId: number
  readonly editionId: number
  readonly title: string
  readonly kind: string
  readonly documentNumber: string
  readonly attribute: string
  readonly state: string
  readonly isLive: boolean
  readonly releasedOn: CivilDate | null
  readonly text: string
  /** Names of the files beside its text. */
  readonly files: readonly string[]
  readonly matterCodes: readonly string[]
  readonly columnKeys: readonly string[]
  readonly authors: readonly number[]
  readonly organizationId: number
  readonly organizationCode: string
  readonly organizationName: string
  readonly organizationKind: string
  readonly path: string
}

/** The document if the reader may see it; else null. */
export const policyFor = async (
  db: Db,
  documentId: number,
  reader: Reader | 'system',
): Promise<PolicyRow | null> => {
  const sees = reader === 'system' ? sql<boolean>`true` : visibleTo(reader)
  const { rows } = await sql<PolicyRow>`
    select d.id as "documentId", e.id as "editionId", e.title, e.kind, e.document_number as "documentNumber", e.attribute, e.state,
      d.live_edition_id is not null as "isLive",
      (d.published_at at time zone 'Asia/Shanghai')::date as "releasedOn", e.text,
      array(select a.name from documents.attachment a
        where a.edition_id = e.id and not a.inline order by a.ordinal) as files,
      e.matter_codes as "matterCodes", e.column_keys as "columnKeys",
      array_remove(array[e.created_by, e.updated_by, e.submitted_by], null) as authors,
      o.id as "organizationId", o.code as "organizationCode",
      coalesce(nullif(o.short_name, ''), o.name) as "organizationName",
      o.kind as "organizationKind", o.path
    from documents.document d
    join documents.edition e on e.id = coalesce(d.working_edition_id, d.live_edition_id,
      (select max(x.id) from documents.edition x where x.document_id = d.id))
    join organizations.organization o on o.id = d.organization_id
    where d.id = ${documentId} and ${sees}`.execute(db)
  const row = rows[0]
  // bigint arrays come as text in some drivers; ids are numbers everywhere else.
  return row ? { ...row, authors: row.authors.map(Number) } : null
}

/** Locks the document, so that plan, exemption and release of one policy follow one another. */
export const lockPolicy = async (db: Db, documentId: number): Promise<void> => {
  await sql`select from documents.document where id = ${documentId} for update`.execute(db)
}
