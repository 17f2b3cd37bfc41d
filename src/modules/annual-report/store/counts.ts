import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'

export interface NormativeCount {
  readonly organizationId: number
  readonly issued: number
  readonly repealed: number
  readonly inForce: number
}

/** Normative documents of a year: those made in it, ended in it, and standing on its last day. */
const normative = (organizationIds: readonly number[], year: number) => sql`
  select p.document_id, p.organization_id, p.document_number, e.title,
    p.year = ${year} as issued,
    coalesce(least(p.repealed_on, p.declared_expired_on)
      between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date, false) as repealed,
    -- In force day by day: begun, not ended by an act, not run out.
    p.year <= ${year}
      and coalesce(p.effective_on <= ${`${year}-12-31`}::date, true)
      and coalesce(least(p.repealed_on, p.declared_expired_on) > ${`${year}-12-31`}::date, true)
      and coalesce(p.expires_on >= ${`${year}-12-31`}::date, true) as "inForce"
  from policies.policy p
  join documents.document d on d.id = p.document_id
  join documents.edition e on e.id = d.live_edition_id
  where p.class = 'normative' and p.released_at is not null
    and p.organization_id = any(${organizationIds}::bigint[])`

export const normativeCounts = async (
  db: Db,
  organizationIds: readonly number[],
  year: number,
): Promise<NormativeCount[]> => {
  const { rows } = await sql<NormativeCount>`
    select n.organization_id as "organizationId", count(*) filter (where n.issued)::int as issued,
      count(*) filter (where n.repealed)::int as repealed,
      count(*) filter (where n."inForce")::int as "inForce"
    from (${normative(organizationIds, year)}) n group by 1`.execute(db)
  return rows
}

export interface NormativeDocument {
  readonly documentId: number
  readonly title: string
  readonly documentNumber: string
}

/** The documents behind a figure of the second part. */
export const normativeDocuments = async (
  db: Db,
  organizationIds: readonly number[],
  year: number,
  column: 'issued' | 'repealed' | 'inForce',
  limit: number,
): Promise<NormativeDocument[]> => {
  const { rows } = await sql<NormativeDocument>`
    select n.document_id as "documentId", n.title, n.document_number as "documentNumber"
    from (${normative(organizationIds, year)}) n where ${sql.ref(`n.${column}`)}
    order by n.document_id limit ${limit}`.execute(db)
  return rows
}

/** Decisions in the published tables of a year, by organ: penalties so far. */
export const penaltyRows = async (
  db: Db,
  organizationIds: readonly number[],
  year: number,
): Promise<{ readonly organizationId: number; readonly count: number }[]> => {
  const { rows } = await sql<{ organizationId: number; count: number }>`
    select d.organization_id as "organizationId", sum(t.row_count)::int as count
    from datasets.dataset t
    join documents.document d on d.live_edition_id = t.edition_id
    where t.schema_code = 'penalties' and t.year = ${year}
      and d.organization_id = any(${organizationIds}::bigint[])
    group by 1`.execute(db)
  return rows
}

/** The published tables behind the figure of penalties, each with its rows. */
export const penaltyTables = async (
  db: Db,
  organizationIds: readonly number[],
  year: number,
): Promise<{ readonly documentId: number; readonly title: string; readonly rows: number }[]> => {
  const { rows } = await sql<{ documentId: number; title: string; rows: number }>`
    select d.id as "documentId", e.title, t.row_count as rows
    from datasets.dataset t
    join documents.document d on d.live_edition_id = t.edition_id
    join documents.edition e on e.id = t.edition_id
    where t.schema_code = 'penalties' and t.year = ${year}
      and d.organization_id = any(${organizationIds}::bigint[])
    order by d.id limit 500`.execute(db)
  return rows
}

export interface LocalRule {
  readonly organizationId: number
  readonly path: string
  readonly fromOn: CivilDate
  readonly departmentDay: string | null
  readonly townshipDay: string | null
  readonly governmentDay: string | null
  readonly jumpPercent: number | null
  readonly source: string
  readonly organizationName: string
  readonly setAt: Date
  readonly setBy: string | null
}

const ruleColumns = sql`l.organization_id as "organizationId", o.path, l.from_on as "fromOn",
  l.department_day as "departmentDay", l.township_day as "townshipDay",
  l.government_day as "governmentDay", l.jump_percent as "jumpPercent", l.source,
  o.name as "organizationName", l.set_at as "setAt", s.name as "setBy"`

/** Local dates and limits that reach an organ, nearest first, later before earlier. */
export const localRules = async (db: Db, path: string): Promise<LocalRule[]> => {
  const { rows } = await sql<LocalRule>`select ${ruleColumns}
    from annual_report.local_rule l join organizations.organization o on o.id = l.organization_id
      left join accounts.staff s on s.id = l.set_by
    where starts_with(${path}, o.path) order by length(o.path) desc, l.from_on desc`.execute(db)
  return rows
}

/** All of them, for lists over many organs: a handful. */
export const everyLocalRule = async (db: Db): Promise<LocalRule[]> => {
  const { rows } = await sql<LocalRule>`select ${ruleColumns}
    from annual_report.local_rule l join organizations.organization o on o.id = l.organization_id
      left join accounts.staff s on s.id = l.set_by
    order by length(o.path) desc, l.from_on desc`.execute(db)
  return rows
}

// A county has some seventy organs; likeness of two texts takes a tenth of a millisecond.
const mostBeside = 200

/** Fifth parts of the other reports of a year under the same government: they may not be copies. */
export const problemsBeside = async (
  db: Db,
  report: {
    readonly organizationId: number
    readonly organizationPath: string
    readonly year: number
  },
): Promise<{ readonly name: string; readonly text: string }[]> => {
  const top = `/${report.organizationPath.split('/')[1] ?? ''}/`
  const { rows } = await sql<{ name: string; text: string }>`
    select o.name, t.problems as text from annual_report.report t
    join organizations.organization o on o.id = t.organization_id
    where t.year = ${report.year} and t.state in ('signed', 'published') and t.problems <> ''
      and t.organization_id <> ${report.organizationId} and starts_with(o.path, ${top})
    order by o.id limit ${mostBeside}`.execute(db)
  return rows
}
