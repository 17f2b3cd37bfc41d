import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { AnnualReport } from '../contract/report.ts'
import { type Report, reportsWhere, type Source } from '../store/reports.ts'

/** A published report, as lists show it. */
export interface PublicLine {
  readonly organizationId: number
  readonly organizationCode: string
  readonly organizationName: string
  readonly publisher: Report['publisher']
  readonly year: number
  readonly publishedOn: CivilDate
}

/** Every published report, latest year first, the government's before its units'. */
export const publicReports = async (db: Db): Promise<PublicLine[]> => {
  const { rows } = await sql<PublicLine>`
    select t.organization_id as "organizationId", o.code as "organizationCode",
      o.name as "organizationName", t.publisher, t.year, t.published_on as "publishedOn"
    from annual_report.report t join organizations.organization o on o.id = t.organization_id
    where t.state = 'published'
    order by t.year desc, t.publisher <> 'government', o.path limit 5000`.execute(db)
  return rows
}

export interface PublicReport {
  readonly organizationId: number
  readonly report: AnnualReport
  readonly hash: string
  readonly ordinal: number
  /** Why this version replaced the one before; empty for the first. */
  readonly correction: string
  /** Taken from the file in which it was published then. */
  readonly source: Source | null
  readonly otherYears: readonly number[]
}

/** The published report of an organ on a year; nothing of a draft. */
export const publicReport = async (
  db: Db,
  organizationCode: string,
  year: number,
): Promise<PublicReport | null> => {
  const rows = await reportsWhere(db, sql`o.code = ${organizationCode} and t.state = 'published'`)
  const found = rows.find((row) => row.year === year)
  if (!found?.published || !found.hash) return null
  return {
    organizationId: found.organizationId,
    report: found.published,
    hash: found.hash,
    ordinal: found.ordinal,
    correction: found.ordinal > 1 ? found.reason : '',
    source: found.source,
    otherYears: rows.map((row) => row.year).filter((other) => other !== year),
  }
}
