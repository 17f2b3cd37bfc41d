import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '#platform/act'
import type { Db } from '#platform/database'
import { deadlineOf } from '../contract/deadlines.ts'
import type { reportView } from '../contract/doors.ts'
import { type Examined, examine, wantsNote } from '../examining.ts'
import { mayPublish, mayRead, maySign, mayWrite } from '../policy.ts'
import { proposalsOf } from '../proposals.ts'
import { refuse } from '../refusals.ts'
import { type Report, reportRow, reportsWhere } from '../store/reports.ts'

export type ReportView = z.output<typeof reportView>

/** A report that this person may read; to others it does not exist. */
export const mustReadReport = async (db: Db, by: Actor, id: number): Promise<Report> => {
  const report = await reportRow(db, id)
  if (!mayRead(by, report.organizationPath)) throw refuse('notFound')
  return report
}

const plain = (figures: ReadonlyMap<string, number> | undefined): Record<string, number> =>
  Object.fromEntries(figures ?? [])

const viewOf = (
  by: Actor,
  report: Report,
  examined: Examined,
  versions: readonly Report[],
): ReportView => {
  const { organizationPath: path } = report
  const due = deadlineOf(report.publisher, report.year, examined.deadlines)
  const dueOf = (publisher: Report['publisher']) =>
    deadlineOf(publisher, report.year, examined.deadlines)?.on ?? null
  const isOpen = report.state === 'draft' || report.state === 'checked' || report.state === 'signed'
  const wroteIt = by.id !== null && report.writtenBy.includes(by.id)
  return {
    ...report,
    tables: examined.tables as ReportView['tables'],
    previousTables: (examined.previous?.tables ?? null) as ReportView['previousTables'],
    previousProblems: examined.previous?.problems ?? null,
    counted: plain(examined.counted.figures),
    fromUnits: plain(examined.rolled?.figures),
    entries: [...examined.entries],
    findings: examined.checked.findings.map((one) => ({ ...one, cells: [...one.cells] })),
    notChecked: [...examined.checked.notChecked],
    jumps: [...examined.jumps],
    notes: [...examined.notes],
    wanted: isOpen ? wantsNote(examined) : [],
    units: (examined.rolled?.children ?? []).map((unit) => {
      const { id, code, name, reportId, firstPublishedOn: publishedOn, correctedSince } = unit
      const dueOn = dueOf(unit.publisher)
      const late = dueOn !== null && publishedOn !== null && publishedOn > dueOn
      return { id, code, name, reportId, publishedOn, dueOn, late, correctedSince }
    }),
    missing: (examined.rolled?.missing ?? []).map(({ publisher, ...unit }) => ({
      ...unit,
      dueOn: dueOf(publisher),
    })),
    withoutResult: examined.counted.withoutResult,
    feesYuan: examined.feesYuan,
    proposals: proposalsOf(
      report.organizationName,
      report.year,
      examined.tables,
      examined.feesYuan,
    ),
    dueOn: due?.on ?? null,
    article: due?.article ?? '',
    versions: versions.map(({ id, ordinal, state, publishedOn, reason }) => ({
      id,
      ordinal,
      state,
      publishedOn,
      reason,
    })),
    may: {
      write: isOpen && mayWrite(by, path),
      sign: report.state === 'checked' && !wroteIt && maySign(by, path),
      publish: report.state === 'signed' && mayPublish(by, path),
      correct: report.state === 'published' && report.origin === 'written' && mayWrite(by, path),
      fileAgain:
        report.state === 'published' && report.origin === 'imported' && mayPublish(by, path),
    },
  }
}

/** A report as the office works on it. */
export const reportFor = async (db: Db, by: Actor, id: number): Promise<ReportView> => {
  const report = await mustReadReport(db, by, id)
  const [examined, versions] = await Promise.all([
    examine(db, report),
    reportsWhere(db, sql`t.organization_id = ${report.organizationId} and t.year = ${report.year}`),
  ])
  return viewOf(by, report, examined, versions)
}
