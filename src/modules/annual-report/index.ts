export { type Beside, type Checked, checkReport, isSound } from './check/check-report.ts'
export { fileOldReport } from './commands/file-old-report.ts'
export { openReport } from './commands/open-report.ts'
export {
  checkFigures,
  correctReport,
  publishReport,
  reopenReport,
  signReport,
} from './commands/release-report.ts'
export { setLocalRule } from './commands/set-local-rule.ts'
export { enterFigure, noteFinding, saveTexts } from './commands/write-report.ts'
export * from './facts.ts'
export { filerOf, readOldReport } from './filing/old-report.ts'
export { docxOf } from './printing/docx.ts'
export {
  type FormCell,
  type FormTable,
  formTables,
  paragraphsOf,
  titleOf,
} from './printing/layout.ts'
export { pdfOf } from './printing/pdf.ts'
export { casesOfCell } from './queries/cases.ts'
export { reportData } from './queries/data.ts'
export { reportList, reportTasks } from './queries/lists.ts'
export { listLocalRules } from './queries/local-rules.ts'
export {
  type PublicLine,
  type PublicReport,
  publicReport,
  publicReports,
} from './queries/public.ts'
export { reportFor } from './queries/view.ts'
export { reactions } from './reactions.ts'
export { mustPrecede, readReport } from './read-report.ts'
