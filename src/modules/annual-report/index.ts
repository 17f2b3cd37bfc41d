export { type Beside, type Checked, checkReport, isSound } from './check/check-report.ts'
export { reactions } from './reactions.ts'
export { readReport } from './read-report.ts'
