import type { Act } from '#platform/act'
import type { ReportFact } from '../facts.ts'
import { mayWrite } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { take } from '../states.ts'
import { lockReport, type Report } from '../store/reports.ts'

export const factOf = (report: Pick<Report, 'id' | 'organizationId' | 'year'>): ReportFact => ({
  subject: `annual-report/${report.id}`,
  organizationId: report.organizationId,
  reportId: report.id,
  year: report.year,
})

/** The draft that a person is about to change, locked. */
export const draftToWrite = async (
  act: Act,
  input: { readonly id: number; readonly version: number },
): Promise<Report> => {
  const report = await lockReport(act.tx, input.id, input.version)
  if (!mayWrite(act.by, report.organizationPath)) throw refuse('notYours')
  take('change', report.state)
  return report
}
