import { docxOf, pdfOf, publicReport } from '#annual-report'
import type { Chrome } from '../chrome.ts'
import { renderAnnualReport } from '../pages/annual-report.tsx'
import { tags } from '../tags.ts'
import { html } from './html.ts'
import type { Answer, Portal } from './portal.ts'

/** `/reports/<unit>/<year>`: a published annual report, its tables as tables. */
export const annualReportAnswer = async (
  portal: Portal,
  code: string,
  year: number,
  chrome: Chrome,
): Promise<Answer | null> => {
  const found = await publicReport(portal.db, code, year)
  if (!found) return null
  const organization = { code, name: found.report.organization.name }
  return html(renderAnnualReport({ ...found, organization }, chrome), [tags.annualReports])
}

const mediaTypes = {
  json: 'application/json; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const
export type ReportFormat = keyof typeof mediaTypes

/** The same as a file: DOCX and PDF in the official form, JSON for machines. */
export const annualReportFileAnswer = async (
  portal: Portal,
  code: string,
  year: number,
  format: ReportFormat,
): Promise<Answer | null> => {
  const found = await publicReport(portal.db, code, year)
  if (!found) return null
  const body =
    format === 'docx'
      ? docxOf(found.report)
      : format === 'pdf'
        ? await pdfOf(found.report)
        : JSON.stringify(found.report, null, 1)
  return { kind: 'page', body, mediaType: mediaTypes[format], tags: [tags.annualReports] }
}
