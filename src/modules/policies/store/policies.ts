import { type RawBuilder, sql } from 'kysely'
import { type Reader, visibleTo } from '#documents'
import type { CivilDate } from '#platform/civil-date'
import { yearOf } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { PolicyClass } from '../contract/shapes.ts'
import { tailOf } from '../reading-text.ts'
import type { PolicyRecord, PolicyText } from '../record.ts'

const columns = sql`p.document_id as "documentId", p.organization_id as "organizationId", p.class,
  p.class_by_person as "classByPerson", p.year, p.document_number as "documentNumber",
  p.released_at as "releasedAt", p.effective_on as "effectiveOn", p.expires_on as "expiresOn",
  p.term_article as "termArticle", p.dates_by_person as "datesByPerson",
  p.legality_reviewed_on as "legalityReviewedOn", p.legality_reviewer as "legalityReviewer",
  p.legality_number as "legalityNumber", p.legality_opinion as "legalityOpinion",
  p.repealed_on as "repealedOn", p.repealed_by_id as "repealedById",
  p.declared_expired_on as "declaredExpiredOn", p.declared_expired_by_id as "declaredExpiredById",
  p.amended_on as "amendedOn", p.amended_by_id as "amendedById", p.validity`

export const policyRow = async (db: Db, documentId: number): Promise<PolicyRecord | null> =>
  (await policyRows(db, [documentId]))[0] ?? null

export const policyRows = async (
  db: Db,
  documentIds: readonly number[],
): Promise<PolicyRecord[]> => {
  const { rows } = await sql<PolicyRecord>`select ${columns} from policies.policy p
    where p.document_id = any(${documentIds}::bigint[])`.execute(db)
  return rows
}

/** Ids of policies that the clock alone turns by a day. */
export const turningBy = async (db: Db, today: CivilDate): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`select document_id as id from policies.policy
    where turns_on <= ${today} order by document_id`.execute(db)
  return rows.map(({ id }) => id)
}

const texts = (of: RawBuilder<unknown>) => sql`
  select d.id as "documentId", e.id as "editionId", o.id as "organizationId", o.path,
    coalesce(o.region_code, '') as "regionCode", e.title, e.kind,
    e.document_number as "documentNumber", e.text, e.written_on as "writtenOn",
    d.published_at as "publishedAt", d.live_edition_id is not null as live
  from documents.document d
  join documents.edition e on e.id = ${of}
  join organizations.organization o on o.id = d.organization_id`

/** The live text of a document. */
export const liveText = async (db: Db, documentId: number): Promise<PolicyText | null> => {
  const { rows } = await sql<PolicyText>`${texts(sql`d.live_edition_id`)}
    where d.id = ${documentId}`.execute(db)
  return rows[0] ?? null
}

/** The text that is worked on, else the live one, else the last that was; for those who may read it. */
export const foremostText = async (
  db: Db,
  documentId: number,
  reader: Reader | null,
): Promise<PolicyText | null> => {
  const { rows } =
    await sql<PolicyText>`${texts(sql`coalesce(d.working_edition_id, d.live_edition_id,
      (select max(x.id) from documents.edition x where x.document_id = d.id))`)}
    where d.id = ${documentId} ${reader ? sql`and ${visibleTo(reader)}` : sql``}`.execute(db)
  return rows[0] ?? null
}

/** Columns whose lists show a document, ancestors included. */
export const showingOf = async (db: Db, documentId: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`select distinct column_id as id
    from documents.showing where document_id = ${documentId}`.execute(db)
  return rows.map(({ id }) => id)
}

export interface KeptPolicy {
  readonly documentId: number
  readonly organizationId: number
  readonly class: PolicyClass | 'none'
  readonly classByPerson: boolean
  readonly documentNumber: string
  readonly writtenOn: CivilDate | null
  readonly releasedAt: Date | null
  readonly effectiveOn: CivilDate | null
  readonly expiresOn: CivilDate | null
  readonly termArticle: string
  readonly datesByPerson: boolean
}

/** Puts a policy in the register or changes what is kept of it; legality and effects stay. */
export const keepPolicy = async (tx: Tx, kept: KeptPolicy): Promise<void> => {
  const tail = tailOf(kept.documentNumber)
  const year = tail ? Number(tail.slice(1, 5)) : kept.writtenOn ? yearOf(kept.writtenOn) : null
  const values = {
    organization_id: kept.organizationId,
    class: kept.class,
    class_by_person: kept.classByPerson,
    year,
    document_number: kept.documentNumber,
    number_tail: tail,
    released_at: kept.releasedAt,
    effective_on: kept.effectiveOn,
    expires_on: kept.expiresOn,
    term_article: kept.termArticle,
    dates_by_person: kept.datesByPerson,
  }
  await tx
    .insertInto('policies.policy')
    .values({ document_id: kept.documentId, ...values })
    .onConflict((conflict) => conflict.column('document_id').doUpdateSet(values))
    .execute()
}

export const keepLegality = (
  tx: Tx,
  documentId: number,
  review: {
    readonly reviewedOn: CivilDate | null
    readonly reviewer: string
    readonly number: string
    readonly opinion: string
  },
): Promise<unknown> =>
  tx
    .updateTable('policies.policy')
    .set({
      legality_reviewed_on: review.reviewedOn,
      legality_reviewer: review.reviewer,
      legality_number: review.number,
      legality_opinion: review.opinion,
    })
    .where('document_id', '=', documentId)
    .execute()

/** Its page is gone, so it leaves the library; what it did to others stands. */
export const leaveLibrary = (tx: Tx, documentId: number): Promise<unknown> =>
  tx
    .updateTable('policies.policy')
    .set({ released_at: null })
    .where('document_id', '=', documentId)
    .execute()

/** Whether all of these are, or once were, before the public: only what was issued can be repealed. */
export const areReleased = async (db: Db, documentIds: readonly number[]): Promise<boolean> => {
  const { rows } = await sql<{ id: number }>`select id from documents.document
    where id = any(${[...documentIds]}::bigint[]) and first_published_at is not null`.execute(db)
  return rows.length === new Set(documentIds).size
}

/** Released documents by words of the title, or by number, to link to. */
export const targetRows = async (
  db: Db,
  q: string,
  reader: Reader,
): Promise<{ id: number; title: string; documentNumber: string }[]> => {
  const like = `%${q.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const { rows } = await sql<{ id: number; title: string; documentNumber: string }>`
    select d.id, e.title, e.document_number as "documentNumber"
    from documents.document d
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    where ${visibleTo(reader)} and (e.document_number ilike ${like} or e.title ilike ${like})
    order by e.document_number = '', d.published_at desc limit 20`.execute(db)
  return rows
}
