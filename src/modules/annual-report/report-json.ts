import type { CivilDate } from '#platform/civil-date'
import { formOf, partTitles } from './contract/form.ts'
import type { AnnualReport } from './contract/report.ts'
import type { Tables } from './figures.ts'
import type { Note, Report } from './store/reports.ts'

/** A report as docs/reference/annual-report.md has it, its keys in that order. */
export const reportJson = (
  report: Pick<
    Report,
    | 'organizationCode'
    | 'organizationName'
    | 'publisher'
    | 'year'
    | 'overview'
    | 'problems'
    | 'other'
    | 'publishedOn'
  >,
  tables: Tables,
  notes: readonly Note[],
  publishedOn: CivilDate | null = report.publishedOn,
): AnnualReport => {
  const texts: Readonly<Record<number, string>> = {
    1: report.overview,
    5: report.problems,
    6: report.other,
  }
  return {
    form: formOf(report.year)?.instrument,
    organization: { code: report.organizationCode, name: report.organizationName },
    publisher: report.publisher,
    year: report.year,
    publishedOn,
    tablesAs: 'table',
    parts: partTitles.map((title, at) => ({ number: at + 1, title, text: texts[at + 1] ?? '' })),
    t2: tables.t2,
    t3: tables.t3,
    t4: tables.t4,
    notes: notes.map(({ rule, cell, note }) => ({ id: rule, cell, note })),
  }
}
