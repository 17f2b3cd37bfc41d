import { createHash } from 'node:crypto'
import { type CatalogueFile, readTables } from '#catalogue'
import { organizationById } from '#organizations'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import { yearOf } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { type Checked, checkReport } from '../check/check-report.ts'
import { publisherOf } from '../children.ts'
import { formOf, type Publisher, partTitles } from '../contract/form.ts'
import type { AnnualReport, T2, T3, T4 } from '../contract/report.ts'
import { deadlinesFrom } from '../local-rules.ts'
import { mayPublish } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { localRules } from '../store/counts.ts'
import { currentReport, publishedReports, type Report } from '../store/reports.ts'
import { readOldTables } from './read-old-report.ts'

export interface Filer {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly path: string
  readonly publisher: Publisher
  /** The report taken from a file before, which a new one would replace. */
  readonly former: Report | null
}

/**
 * Whose earlier report may be filed by this person, and for which year. It was signed and published in
 * its time, so those file it who publish; a report that was written here is corrected here instead.
 */
export const filerOf = async (
  db: Db,
  by: Actor,
  today: CivilDate,
  input: { readonly organizationId: number; readonly year: number },
): Promise<Filer> => {
  const organ = await organizationById(db, input.organizationId)
  if (!mayPublish(by, organ.path)) throw refuse('notYours')
  const publisher = publisherOf(organ)
  if (!publisher) throw refuse('noReporter', { name: organ.name })
  if (!formOf(input.year)) throw refuse('otherForm', { year: input.year })
  if (input.year >= yearOf(today)) throw refuse('yearNotOver', { year: input.year })
  const former = await currentReport(db, organ.id, input.year)
  if (former && former.origin !== 'imported') throw refuse('writtenHere', { year: input.year })
  const { id, code, name, path } = organ
  return { id, code, name, path, publisher, former }
}

/** A report of an earlier year as data; figures that are still open are blanks. */
export const oldReportData = (
  filer: Filer,
  year: number,
  read: {
    readonly publishedOn: CivilDate | null
    readonly overview: string
    readonly problems: string
    readonly other: string
    readonly tables: { readonly t2: T2; readonly t3: T3; readonly t4: T4 }
  },
): AnnualReport => {
  const texts: Readonly<Record<number, string>> = {
    1: read.overview,
    5: read.problems,
    6: read.other,
  }
  return {
    form: formOf(year)?.instrument,
    organization: { code: filer.code, name: filer.name },
    publisher: filer.publisher,
    year,
    publishedOn: read.publishedOn,
    tablesAs: 'table',
    parts: partTitles.map((title, at) => ({ number: at + 1, title, text: texts[at + 1] ?? '' })),
    ...read.tables,
    notes: [],
  }
}

/** Its broken rules, the report of the year before beside it where that is filed or published. */
export const checkOldReport = async (
  db: Db,
  filer: Filer,
  report: AnnualReport,
): Promise<Checked> => {
  const [previous] = await publishedReports(db, [filer.id], report.year - 1)
  return checkReport(report, {
    previous: previous?.published ?? undefined,
    deadlines: deadlinesFrom(await localRules(db, filer.path), report.year),
  })
}

const squeezed = (text: string): string => text.replace(/\s+/g, '')

/** Looks at a file: all that was read, all that was not, whether it balances. Nothing is kept. */
export const readOldReport = async (
  db: Db,
  by: Actor,
  today: CivilDate,
  input: { readonly organizationId: number; readonly year: number; readonly file: CatalogueFile },
) => {
  const filer = await filerOf(db, by, today, input)
  const { t2, t3, t4, year: titleYear, ...read } = readOldTables(readTables(input.file))
  const tables = { t2, t3, t4 }
  const report = oldReportData(filer, input.year, { ...read, tables })
  const { findings, notChecked } = await checkOldReport(db, filer, report)
  const isOtherYear = titleYear !== null && titleYear !== input.year
  const isOtherOrgan = read.title !== null && !read.title.includes(squeezed(filer.name))
  return {
    ...read,
    organizationId: filer.id,
    organizationName: filer.name,
    publisher: filer.publisher,
    year: input.year,
    source: {
      name: input.file.name.slice(0, 200),
      sha256: createHash('sha256').update(input.file.bytes).digest('hex'),
      address: '',
    },
    titleYear,
    doubts: [
      ...(isOtherYear ? (['otherYear'] as const) : []),
      ...(isOtherOrgan ? (['otherOrgan'] as const) : []),
    ],
    // Only figures that were read or stay open: a file never brings text into a cell.
    tables: tables as unknown as Record<
      't2' | 't3' | 't4',
      Record<string, Record<string, number | null>>
    >,
    blanks: [...read.blanks],
    unread: [...read.unread],
    replaces: filer.former !== null,
    findings: findings.map((one) => ({ ...one, cells: [...one.cells] })),
    notChecked: [...notChecked],
  }
}
