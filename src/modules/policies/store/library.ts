import { sql } from 'kysely'
import { type Cursor, type Reader, visibleTo } from '#documents'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { PolicyClass, PolicyLine, Validity } from '../contract/shapes.ts'
import type { ValidityMark } from '../record.ts'
import type { ValidityDates } from '../validity.ts'

export interface LibraryQuery {
  readonly class?: PolicyClass | undefined
  readonly year?: number | undefined
  readonly validity?: Validity | undefined
  /** Words of the title, or a document number. */
  readonly q?: string | undefined
  /** A unit's own and those of the units below it. */
  readonly organizationId?: number | undefined
}

/** A policy whose day has come and whose kept word nobody has turned yet. */
export interface DueValidity {
  readonly documentId: number
  readonly class: PolicyClass
  readonly year: number | null
  readonly kept: Validity
  readonly now: Validity
}

/** Policies with the days that decide, of which one has come since they were last judged: as a rule none. */
export const untoldRows = async (
  db: Db,
  today: CivilDate,
): Promise<(ValidityDates & Omit<DueValidity, 'now'>)[]> => {
  const { rows } = await sql<ValidityDates & Omit<DueValidity, 'now'>>`
    select document_id::int as "documentId", class, year, validity as kept,
      effective_on as "effectiveOn", expires_on as "expiresOn", repealed_on as "repealedOn",
      declared_expired_on as "declaredExpiredOn", amended_on as "amendedOn"
    from policies.policy
    where turns_on <= ${today} and released_at is not null and class <> 'none'`.execute(db)
  return rows
}

/** The kept word counts, save where it is due to turn. */
const standsAs = (validity: Validity, due: readonly DueValidity[]) => {
  if (due.length === 0) return sql`and p.validity = ${validity}`
  const ids = due.map((one) => one.documentId)
  const turned = due.filter(({ now }) => now === validity).map((one) => one.documentId)
  return sql`and (p.document_id = any(${turned}::bigint[])
    or (p.validity = ${validity} and p.document_id <> all(${ids}::bigint[])))`
}

const likeText = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

const chosen = (
  { class: only, year, validity, q, organizationId }: LibraryQuery,
  due: readonly DueValidity[],
) => sql`
  ${only ? sql`and p.class = ${only}` : sql``}
  ${year ? sql`and p.year = ${year}` : sql``}
  ${validity ? standsAs(validity, due) : sql``}
  ${organizationId ? sql`and o.path like (select x.path from organizations.organization x where x.id = ${organizationId}) || '%'` : sql``}
  ${(q ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(
      (word) =>
        sql`and (e.title ilike ${likeText(word)} or p.document_number ilike ${likeText(word)})`,
    )
    .reduce((all, one) => sql`${all} ${one}`, sql``)}`

/** Policies of the library, newest release first. */
export const libraryRows = async (
  db: Db,
  asked: LibraryQuery & { readonly after: Cursor | null; readonly limit: number },
  reader: Reader,
  due: readonly DueValidity[],
): Promise<(Omit<PolicyLine, 'publishedAt'> & { readonly publishedAt: Date })[]> => {
  const { rows } = await sql<Omit<PolicyLine, 'publishedAt'> & { publishedAt: Date }>`
    select d.id as "documentId", e.title, p.document_number as "documentNumber", p.class, p.year,
      p.validity, p.effective_on as "effectiveOn", p.expires_on as "expiresOn",
      e.written_on as "writtenOn", p.released_at as "publishedAt",
      (p.released_at at time zone 'Asia/Shanghai')::date as "publishedOn",
      e.issuing_organ as "issuingOrgan",
      json_build_object('id', o.id, 'code', o.code, 'name', o.short_name) as organization
    from policies.policy p
    join documents.document d on d.id = p.document_id
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    where p.released_at is not null and p.class <> 'none' and ${visibleTo(reader)} ${chosen(asked, due)}
      ${
        asked.after
          ? sql`and (p.released_at, p.document_id) < (${asked.after.at}::timestamptz, ${asked.after.id})`
          : sql``
      }
    order by p.released_at desc, p.document_id desc limit ${asked.limit + 1}`.execute(db)
  return rows
}

export interface FacetCount {
  readonly class: PolicyClass
  readonly year: number | null
  readonly validity: Validity
  readonly count: number
}

/** How many policies stand in each class, year and validity: at most a few hundred rows. */
export const facetCounts = async (db: Db): Promise<FacetCount[]> => {
  const { rows } = await sql<FacetCount>`
    select class, year, validity, count(*)::int as count from policies.standing
    group by class, year, validity`.execute(db)
  return rows
}

type MarkRow = ValidityDates &
  Pick<ValidityMark, 'documentId' | 'class' | 'byText'> & {
    readonly repealedBy: ValidityMark['by']
    readonly declaredBy: ValidityMark['by']
    readonly amendedBy: ValidityMark['by']
  }

const linked = (
  column: 'repealed_by_id' | 'declared_expired_by_id' | 'amended_by_id',
  reader: Reader,
) =>
  sql`(select json_build_object('id', d.id, 'title', e.title) from documents.document d
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    where d.id = ${sql.ref(`p.${column}`)} and ${visibleTo(reader)})`

/** The days of several documents, with what ended them; documents that are no policies are left out. */
export const markRows = async (
  db: Db,
  documentIds: readonly number[],
  reader: Reader,
): Promise<MarkRow[]> => {
  if (documentIds.length === 0) return []
  const { rows } = await sql<MarkRow>`
    select p.document_id as "documentId", p.class, p.effective_on as "effectiveOn",
      p.expires_on as "expiresOn", p.repealed_on as "repealedOn",
      p.declared_expired_on as "declaredExpiredOn", p.amended_on as "amendedOn",
      ${linked('repealed_by_id', reader)} as "repealedBy",
      ${linked('declared_expired_by_id', reader)} as "declaredBy",
      ${linked('amended_by_id', reader)} as "amendedBy",
      coalesce((select f.acting_text from policies.effect f
        where f.target_document_id = p.document_id and f.acting_document_id is null
        order by f.on_day desc nulls last limit 1), '') as "byText"
    from policies.policy p
    where p.document_id = any(${documentIds}::bigint[]) and p.class <> 'none'`.execute(db)
  return rows
}
