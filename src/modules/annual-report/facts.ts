import { fact } from '#platform/fact'

/** What is told of a report: whose, of which year, which version; no figure, no word of it. */
export interface ReportFact {
  readonly subject: string
  readonly organizationId: number
  readonly reportId: number
  readonly year: number
}

export const reportOpened = fact<ReportFact>('annualReport.reportOpened')
export const reportChanged = fact<ReportFact & { readonly what: string }>(
  'annualReport.reportChanged',
)
export const reportChecked = fact<ReportFact>('annualReport.reportChecked')
export const reportReopened = fact<ReportFact & { readonly reason: string }>(
  'annualReport.reportReopened',
)
export const reportSigned = fact<ReportFact>('annualReport.reportSigned')
export const reportPublished = fact<ReportFact & { readonly hash: string }>(
  'annualReport.reportPublished',
)
/** A report of an earlier year was taken from the file in which it was published. */
export const reportFiled = fact<ReportFact & { readonly hash: string; readonly sha256: string }>(
  'annualReport.reportFiled',
)
export const localRuleSet = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly fromOn: string
}>('annualReport.localRuleSet')
