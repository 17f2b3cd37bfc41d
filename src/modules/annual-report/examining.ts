import type { Db } from '#platform/database'
import { annualFees } from '#requests'
import { type Checked, checkReport } from './check/check-report.ts'
import type { Deadline } from './contract/deadlines.ts'
import { type Counted, countYear } from './counting.ts'
import { sumOf, type Tables, tablesOf } from './figures.ts'
import { type Jump, jumpsOf, usualJumpPercent } from './jumps.ts'
import { deadlinesFrom, rulesFor } from './local-rules.ts'
import { reportJson } from './report-json.ts'
import { asClosed, type RollUp, rollUp } from './rolling-up.ts'
import { localRules, problemsBeside } from './store/counts.ts'
import {
  type Entry,
  entriesOf,
  type Note,
  notesOf,
  publishedReports,
  type Report,
} from './store/reports.ts'

export interface Filled {
  readonly tables: Tables
  readonly counted: Counted
  readonly entries: readonly Entry[]
  readonly rolled: RollUp | null
}

const nothing: Counted = { figures: new Map(), feesYuan: 0, withoutResult: 0 }

/** The tables of a report: counted now while it is a draft, as they were checked from then on. */
export const fill = async (db: Db, report: Report): Promise<Filled> => {
  const { organizationId, year } = report
  // What a file said stands as it was said; nothing is counted to it.
  if (report.origin === 'imported')
    return {
      tables: report.tables ?? tablesOf(new Map()),
      counted: nothing,
      entries: [],
      rolled: null,
    }
  const [counted, entries, rolled] = await Promise.all([
    countYear(db, [organizationId], year).then((all) => all.get(organizationId) ?? nothing),
    entriesOf(db, report.id),
    report.publisher === 'government' ? rollUp(db, organizationId, year) : null,
  ])
  const entered = new Map(entries.map(({ cell, amount }) => [cell, amount]))
  const tables =
    report.tables ??
    tablesOf(sumOf([counted.figures, entered, ...(rolled ? [rolled.figures] : [])]))
  // From the check on the sum is what was summed, whatever the units do later.
  const isClosed = rolled !== null && report.children !== null
  return {
    tables,
    counted,
    entries,
    rolled: isClosed ? asClosed(rolled, report.children ?? []) : rolled,
  }
}

export interface Examined extends Filled {
  readonly checked: Checked
  readonly jumps: readonly Jump[]
  readonly notes: readonly Note[]
  readonly previous: Report | null
  readonly deadlines: readonly Deadline[]
  readonly feesYuan: number
}

/** Everything that is known about a report: figures, broken rules, jumps, notes, what stood last year. */
export const examine = async (db: Db, report: Report): Promise<Examined> => {
  const [filled, notes, previousRows, rules] = await Promise.all([
    fill(db, report),
    notesOf(db, report.id),
    publishedReports(db, [report.organizationId], report.year - 1),
    localRules(db, report.organizationPath),
  ])
  const previous = previousRows[0] ?? null
  const children = filled.rolled?.children.map(({ organizationId }) => organizationId) ?? []
  const [siblings, childFees] = await Promise.all([
    problemsBeside(db, report),
    children.length > 0 ? annualFees(db, children, report.year) : [],
  ])
  const feesYuan = filled.counted.feesYuan + childFees.reduce((sum, { fen }) => sum + fen, 0) / 100
  const deadlines = deadlinesFrom(rules, report.year)
  const checked = checkReport(reportJson(report, filled.tables, notes, report.firstPublishedOn), {
    previous: previous?.published ?? undefined,
    siblings,
    paidYuan: feesYuan,
    deadlines,
  })
  const percent =
    rulesFor(rules, report.publisher, report.year).find((rule) => rule.jumpPercent !== null)
      ?.jumpPercent ?? usualJumpPercent
  return {
    ...filled,
    checked,
    jumps: previous?.tables ? jumpsOf(filled.tables, previous.tables, percent) : [],
    notes,
    previous,
    deadlines,
    feesYuan,
  }
}

/** What a note is still wanted for before the leader signs: rule and cell. */
export const wantsNote = (
  examined: Examined,
): { readonly rule: string; readonly cell: string }[] => {
  const isTold = (rule: string, cell: string) =>
    examined.notes.some((note) => note.rule === rule && note.cell === cell)
  return [
    ...examined.checked.findings
      .filter(({ level }) => level === 'WARN')
      .map(({ id, cell }) => ({ rule: id as string, cell })),
    ...examined.jumps.map(({ cell }) => ({ rule: 'jump', cell })),
    ...(examined.rolled?.missing ?? []).map(({ code }) => ({ rule: 'missing', cell: code })),
  ].filter(({ rule, cell }) => !isTold(rule, cell))
}
