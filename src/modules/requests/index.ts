export * from './asking/index.ts'
export { clockOf } from './clock/clock.ts'
export { readCase } from './clock/read-case.ts'
export { closingFileOf, transferFileOf } from './closing-file/transfer.ts'
export { assignRequest } from './commands/assign-request.ts'
export { archiveRequest, closeRequest, closeSettled } from './commands/close-request.ts'
export {
  addNote,
  answerCoUnit,
  askCoUnit,
  checkCompleteness,
  logSearch,
} from './commands/handle-request.ts'
export { addEnclosure, readEnclosure } from './commands/keep-enclosure.ts'
export { recordEvent, turnRequests, turnUncounted, voidEvent } from './commands/record-event.ts'
export { recordOutsideAnswer } from './commands/record-outside-answer.ts'
export { removeExpired } from './commands/remove-expired.ts'
export {
  requestRules,
  setClosingRule,
  setRetention,
  setServingRule,
  setStepLimit,
} from './commands/set-rules.ts'
export { registerRequest, type Submitted, submitRequest } from './commands/submit-request.ts'
export { decideCase } from './decision/decide.ts'
export { type GuideAnswers, type Guided, guided } from './decision/guide.ts'
export { type Remedy, remedyOf } from './decision/remedies.ts'
export { type ResultRule, resultRule, resultRulesOn } from './decision/result-codes.ts'
export * from './facts.ts'
export { feeOf } from './fee/fee.ts'
export { feeMethods } from './fee/tariff.ts'
export * from './learning.ts'
export {
  draftLetter,
  dropLetter,
  issueLetter,
  previewLetter,
  returnLetter,
  reviewLetter,
  sendLetterUp,
  signLetter,
  type Vault,
} from './letters/commands.ts'
export * from './letters/facts.ts'
export type { LetterKind } from './letters/kinds.ts'
export {
  downloadTemplate,
  letterBytes,
  officeLetters,
  openLetter,
  replaceTemplate,
  saveLetterhead,
  withdrawTemplate,
} from './letters/office.ts'
export { answerPageOf, guideOf, letterOfficeOf } from './letters/page.ts'
export { addParty, recordOpinion, ruleOnParty } from './opinions/commands.ts'
export {
  type AnnualCase,
  annualCases,
  annualCounts,
  annualDockets,
  annualFees,
  annualOutcomes,
} from './queries/annual-counts.ts'
export { calendarFile } from './queries/calendar-file.ts'
export { caseOf, openCase } from './queries/case.ts'
export { casePage } from './queries/case-page.ts'
export { recordsOf, workOf } from './queries/case-work.ts'
export { type DeskFilters, deskList, requestLines } from './queries/desk-list.ts'
export { type Progress, progressOf } from './queries/progress.ts'
export { tasksOf } from './queries/tasks.ts'
export { reactions } from './reactions.ts'
export {
  addOriginal,
  dropRedaction,
  largestOriginal,
  openRedaction,
  picturesOf,
  previewRedacted,
  releaseRedacted,
  segmentsOf,
} from './redaction/redact.ts'
export { factAbout, type Request } from './request.ts'
export {
  type ForRequester,
  forRequester,
  openServed,
  type Served,
  takeServed,
  type Wanted,
} from './service/for-requester.ts'
export { keepProofFile, mustHandleLetter, openProofFile } from './service/proof-file.ts'
export { recordSigned, serveLetter } from './service/serve.ts'
export { libraryPieces } from './supplying/page.ts'
export {
  dropSupplied,
  mustSupply,
  openSupplied,
  seeFromLibrary,
  seeSupplied,
  signForSupplied,
  supplyFiles,
} from './supplying/supply.ts'
