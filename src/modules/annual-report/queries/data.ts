import { organizationByCode } from '#organizations'
import type { Db } from '#platform/database'
import { publisherOf } from '../children.ts'
import { formOf } from '../contract/form.ts'
import type { AnnualReport } from '../contract/report.ts'
import { fill } from '../examining.ts'
import { refuse } from '../refusals.ts'
import { reportJson } from '../report-json.ts'
import { currentReport, notesOf, publishedReports, type Report } from '../store/reports.ts'

/** A report that nobody has begun, so that its figures can be read all the same. */
const unwritten = (
  organ: {
    readonly id: number
    readonly code: string
    readonly name: string
    readonly path: string
  },
  publisher: Report['publisher'],
  year: number,
): Report => ({
  id: 0,
  organizationId: organ.id,
  organizationCode: organ.code,
  organizationName: organ.name,
  organizationPath: organ.path,
  year,
  ordinal: 0,
  publisher,
  state: 'draft',
  origin: 'written',
  overview: '',
  problems: '',
  other: '',
  tables: null,
  children: null,
  published: null,
  source: null,
  hash: null,
  publishedOn: null,
  firstPublishedOn: null,
  reason: '',
  writtenBy: [],
  checkedAt: null,
  signedAt: null,
  signedBy: null,
  publishedAt: null,
  version: 1,
})

/** The report of an organ on a year as data: the published one, else as it stands now. */
export const reportData = async (db: Db, code: string, year: number): Promise<AnnualReport> => {
  const organ = await organizationByCode(db, code)
  if (!formOf(year)) throw refuse('otherForm', { year })
  const [published] = await publishedReports(db, [organ.id], year)
  if (published?.published) return published.published
  const publisher = publisherOf(organ)
  if (!publisher) throw refuse('noReporter', { name: organ.name })
  const report = (await currentReport(db, organ.id, year)) ?? unwritten(organ, publisher, year)
  const { tables } = await fill(db, report)
  return reportJson(report, tables, await notesOf(db, report.id))
}
