export { beginIssue, nameGazette } from './commands/begin-issue.ts'
export {
  dateIssue,
  dropText,
  orderTexts,
  pickTexts,
  returnIssue,
  sendToProof,
} from './commands/compile-issue.ts'
export { importBackIssue, importContents } from './commands/import-back-issue.ts'
export { entryText, judgeNewer, markProof, settleObjection } from './commands/proofread.ts'
export { proofOf, publishIssue, remakeFile } from './commands/publish-issue.ts'
export { recordSending, signIssue } from './commands/sign-issue.ts'
export { sections } from './contract/shapes.ts'
export * from './facts.ts'
export {
  type ContentsLine,
  type GazetteHit,
  type IssuePage,
  issuePage,
  issuesOf,
  newestIssues,
  type PublicIssue,
  printedIn,
  printedText,
  searchGazette,
} from './public.ts'
export { issueShown, listedIssues } from './queries.ts'
export { reactions } from './reactions.ts'
