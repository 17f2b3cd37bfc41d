export {
  checkOverruled,
  contentChecks,
  mixedContent,
  overruleCheck,
  placeInstead,
  shownIn,
} from './checks/index.ts'
export { abandonDraft } from './commands/abandon-draft.ts'
export { approveStep } from './commands/approve-step.ts'
export { changeAttribute } from './commands/change-attribute.ts'
export { createDraft, mustDraftFor } from './commands/create-draft.ts'
export { dropReviewPlan } from './commands/drop-review-plan.ts'
export { createFromWord, importWord, receiveWord } from './commands/import-word.ts'
export {
  attachFile,
  orderAttachments,
  removeAttachment,
  renameAttachment,
} from './commands/keep-attachments.ts'
export { changeColumn, createColumn, retireColumn } from './commands/keep-columns.ts'
export { createPreview, revokePreview } from './commands/keep-previews.ts'
export { limitReaders } from './commands/limit-readers.ts'
export {
  type Mended,
  mendAttachment,
  prepareCleaned,
  prepareMasked,
} from './commands/mend-attachment.ts'
export { publishEdition } from './commands/publish-edition.ts'
export { previewReassignment, reassignMatters } from './commands/reassign-matters.ts'
export { referDocument } from './commands/refer-document.ts'
export { returnEdition } from './commands/return-edition.ts'
export { saveDraft } from './commands/save-draft.ts'
export {
  releaseWhenDue,
  scheduleEdition,
  unscheduleEdition,
} from './commands/schedule-edition.ts'
export { setReviewPlan } from './commands/set-review-plan.ts'
export { signForFile } from './commands/sign-for-file.ts'
export { restoreEdition, startCorrection } from './commands/start-correction.ts'
export { submitEdition } from './commands/submit-edition.ts'
export { dropFile, sweepFiles } from './commands/sweep-files.ts'
export { syncColumns } from './commands/sync-columns.ts'
export { takeBackEdition } from './commands/take-back-edition.ts'
export { setTakeDown, takeDown } from './commands/take-down.ts'
export { withdrawDocument } from './commands/withdraw-document.ts'
export { countClocksAnew } from './count-anew.ts'
export { attributeMarks } from './edition.ts'
export * from './facts.ts'
export { fileIssue } from './file-scan/file-scan.ts'
export { draftToChange, mustReadEdition } from './finding.ts'
export { overruleFinding, overruleGrounds, reinstateFinding } from './gate/index.ts'
export { grounds } from './grounds.ts'
export { type AllowedFile, allowedFiles } from './intake/index.ts'
export * from './life-cycle.ts'
export { type Reader, thePublic, visibleTo } from './policy.ts'
// What the portal reads (pages, lists, columns, files, sitemap) is complete in ./public; the office's
// queries (desk, today, document list) stand in ./reading.
export * from './public/index.ts'
export { reactions } from './reactions.ts'
export { compareEditions } from './reading/compare.ts'
export { type DocumentToCopy, documentToCopy } from './reading/copy.ts'
export { deskOf } from './reading/desk.ts'
export { documentList } from './reading/document-list.ts'
export {
  attachmentFor,
  examinedAttachments,
  listAttachments,
  listedPreviews,
  previewByToken,
} from './reading/files.ts'
export { reviewPlanOf, reviewPlansOf } from './reading/review-plan.ts'
export { suggestedMatters } from './reading/suggested-matters.ts'
export { todayOf } from './reading/today.ts'
export { lookInto, receiveFile, type SeenFile } from './receiving.ts'
export { liveFindings, startSiteSweep, sweepForLexicon, sweepOn } from './site-sweep/index.ts'
export { allColumns } from './store/columns.ts'
export {
  type DiffParagraph,
  datesIn,
  diffEditions,
  parseDocumentNumber,
  parseIndexNumber,
  textOf,
} from './text/index.ts'
