/** What somebody who asks does: the form and its draft, sending, following, the log open to all. */
export {
  type Draft,
  type DraftContent,
  dropDraft,
  keepDraft,
  moveDraft,
  openDraft,
  type Receipt,
  removeDraftFile,
  sweepDrafts,
} from './draft.ts'
export { addDraftFile } from './enclosures.ts'
export { type FlowStep, flowOf } from './flow.ts'
export { followUpsOf, recordFollowUp } from './follow-up.ts'
export {
  type AskingField,
  type AskingForm,
  askingFields,
  emptyForm,
  type FormIssue,
  formIssues,
  longest,
  readForm,
  wantedIssues,
} from './form.ts'
export { type LogLine, logEntryOf, logRequest, publicLog, unlogRequest } from './log.ts'
export { openAsking } from './open-asking.ts'
export { openProgress, progressById, roomToGuess, spendAnswer } from './progress.ts'
export { newQuestion, type Question, questionWords, sealQuestion } from './question.ts'
export {
  correctRequest,
  rateRequest,
  removeWords,
  withdrawRequest,
  wordsOf,
} from './requester-acts.ts'
export { askingRulesOn } from './rules.ts'
export { roomToSend, sendDraft, spareRequest, suspicionsAt, takesRequests } from './send.ts'
export { count, minutesLeft, roomOf, sweepTallies, tallyOf } from './tally.ts'
