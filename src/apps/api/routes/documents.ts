import * as documents from '#documents'
import * as contract from '#documents/contract'
import { dateAt } from '#platform/civil-date'
import { refusals } from '#platform/refusal'
import type { Answer, Request } from '../answer.ts'

const refuse = refusals('documents', { fileMissing: 'invalid', notFound: 'missing' })

const today = (): string => dateAt(new Date())

/** The one file of a multipart upload, as it streams in. */
const uploaded = async ({ raw }: Request<unknown>) => {
  const part = raw.request.isMultipart() ? await raw.request.file() : undefined
  if (!part) throw refuse('fileMissing')
  return { name: part.filename, stream: part.file }
}

const columns = (answer: Answer): void => {
  answer(contract.listColumns, ({ input, db }) => documents.allColumns(db, input))
  answer(contract.createColumn, ({ input, by, perform }) =>
    perform(by, (act) => documents.createColumn(act, input)),
  )
  answer(contract.changeColumn, ({ input, by, perform }) =>
    perform(by, (act) => documents.changeColumn(act, input)),
  )
  answer(contract.retireColumn, ({ input, by, perform }) =>
    perform(by, (act) => documents.retireColumn(act, input)),
  )
}

const drafting = (answer: Answer): void => {
  answer(contract.disclosureGrounds, async () =>
    documents.grounds.map(({ attributes, usualKinds, ...ground }) => ({
      ...ground,
      attributes: [...attributes],
      usualKinds: [...usualKinds],
    })),
  )
  answer(contract.overruleGroundList, async () => [...documents.overruleGrounds])
  answer(contract.overruleFinding, ({ input, by, perform }) =>
    perform(by, (act) => documents.overruleFinding(act, input)),
  )
  answer(contract.reinstateFinding, ({ input, by, perform }) =>
    perform(by, (act) => documents.reinstateFinding(act, input)),
  )
  answer(contract.createDraft, ({ input, by, perform }) =>
    perform(by, (act) => documents.createDraft(act, input)),
  )
  answer(contract.saveDraft, ({ input, by, perform }) =>
    perform(by, (act) => documents.saveDraft(act, input)),
  )
  answer(contract.abandonDraft, ({ input, by, perform }) =>
    perform(by, (act) => documents.abandonDraft(act, input)),
  )
  answer(contract.suggestedMatters, ({ input, db }) => documents.suggestedMatters(db, input))
  answer(contract.limitReaders, ({ input, by, perform }) =>
    perform(by, (act) => documents.limitReaders(act, input)),
  )
  answer(contract.previewReassignment, ({ input, by, db }) =>
    documents.previewReassignment(db, by, input),
  )
  answer(contract.reassignMatters, ({ input, by, perform }) =>
    perform(by, (act) => documents.reassignMatters(act, input)),
  )
}

const files = (answer: Answer): void => {
  answer(contract.uploadAttachment, async (request) => {
    const { input, by, db, house, perform } = request
    // Before a byte is taken in: whoever may not see the draft has nothing to send it.
    await documents.listAttachments(db, by, input.id)
    const file = await documents.receiveFile(house.files, await uploaded(request))
    return perform(by, (act) =>
      documents.attachFile(act, { editionId: input.id, file, inline: input.inline }),
    )
  })
  answer(contract.importWord, async (request) => {
    const { input, by, db, house, perform } = request
    await documents.listAttachments(db, by, input.id)
    const word = await documents.receiveWord(house.files, await uploaded(request))
    return perform(by, (act) => documents.importWord(act, { ...input, word }))
  })
  answer(contract.createFromWord, async (request) => {
    const { input, by, db, house, perform } = request
    await documents.mustDraftFor(db, by, input.organizationId)
    const word = await documents.receiveWord(house.files, await uploaded(request))
    return perform(by, (act) => documents.createFromWord(act, { ...input, word }))
  })
  answer(contract.listAttachments, ({ input, by, db }) =>
    documents.listAttachments(db, by, input.id),
  )
  answer(contract.examinedFiles, ({ input, by, db }) =>
    documents.examinedAttachments(db, by, input.id),
  )
  answer(contract.maskAttachment, async ({ input, by, db, house, perform }) => {
    const mended = await documents.prepareMasked(db, house.files, by, input)
    return perform(by, (act) => documents.mendAttachment(act, mended))
  })
  answer(contract.cleanAttachment, async ({ input, by, db, house, perform }) => {
    const mended = await documents.prepareCleaned(db, house.files, by, input)
    return perform(by, (act) => documents.mendAttachment(act, mended))
  })
  answer(contract.signForFile, ({ input, by, perform }) =>
    perform(by, (act) => documents.signForFile(act, input)),
  )
  answer(contract.renameAttachment, ({ input, by, perform }) =>
    perform(by, (act) => documents.renameAttachment(act, input)),
  )
  answer(contract.removeAttachment, ({ input, by, perform }) =>
    perform(by, (act) => documents.removeAttachment(act, input)),
  )
  answer(contract.orderAttachments, ({ input, by, perform }) =>
    perform(by, (act) => documents.orderAttachments(act, input)),
  )
  answer(contract.attachmentFile, async ({ input, by, db, house, raw }) => {
    const file = await documents.attachmentFor(db, { sha256: input.key }, { kind: 'staff', by })
    if (!file) throw refuse('notFound')
    await raw.reply
      .header('content-type', file.mediaType)
      .header('content-length', file.size)
      .header('content-disposition', disposition(file))
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(house.files.read(file.sha256))
  })
}

/** Pictures show in the text; everything else is saved under its name. */
const disposition = (file: { readonly name: string; readonly inline: boolean }): string =>
  `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`

const previews = (answer: Answer): void => {
  answer(contract.createPreview, ({ input, by, perform }) =>
    perform(by, (act) => documents.createPreview(act, input)),
  )
  answer(contract.listPreviews, ({ input, by, db }) => documents.listedPreviews(db, by, input.id))
  answer(contract.revokePreview, ({ input, by, perform }) =>
    perform(by, (act) => documents.revokePreview(act, input)),
  )
}

const review = (answer: Answer): void => {
  answer(contract.submitEdition, ({ input, by, perform }) =>
    perform(by, (act) => documents.submitEdition(act, input)),
  )
  answer(contract.takeBackEdition, ({ input, by, perform }) =>
    perform(by, (act) => documents.takeBackEdition(act, input)),
  )
  answer(contract.approveStep, ({ input, by, perform }) =>
    perform(by, (act) => documents.approveStep(act, input)),
  )
  answer(contract.returnEdition, ({ input, by, perform }) =>
    perform(by, (act) => documents.returnEdition(act, input)),
  )
  answer(contract.changeAttribute, ({ input, by, perform }) =>
    perform(by, (act) => documents.changeAttribute(act, input)),
  )
  answer(contract.reviewPlan, ({ input, db }) => documents.reviewPlanOf(db, input))
  answer(contract.reviewPlans, ({ input, db }) => documents.reviewPlansOf(db, input))
  answer(contract.dropReviewPlan, ({ input, by, perform }) =>
    perform(by, (act) => documents.dropReviewPlan(act, input)),
  )
  answer(contract.setReviewPlan, ({ input, by, perform }) =>
    perform(by, (act) => documents.setReviewPlan(act, input)),
  )
}

const release = (answer: Answer): void => {
  answer(contract.publishEdition, ({ input, by, perform }) =>
    perform(by, (act) => documents.publishEdition(act, input)),
  )
  answer(contract.scheduleEdition, ({ input, by, perform }) =>
    perform(by, (act) => documents.scheduleEdition(act, input)),
  )
  answer(contract.cancelSchedule, ({ input, by, perform }) =>
    perform(by, (act) => documents.unscheduleEdition(act, input)),
  )
  answer(contract.setTakeDown, ({ input, by, perform }) =>
    perform(by, (act) => documents.setTakeDown(act, input)),
  )
  answer(contract.startCorrection, ({ input, by, perform }) =>
    perform(by, (act) => documents.startCorrection(act, input)),
  )
  answer(contract.restoreEdition, ({ input, by, perform }) =>
    perform(by, (act) => documents.restoreEdition(act, input)),
  )
  answer(contract.withdrawDocument, ({ input, by, perform }) =>
    perform(by, (act) => documents.withdrawDocument(act, input)),
  )
  answer(contract.referDocument, ({ input, by, perform }) =>
    perform(by, (act) => documents.referDocument(act, input)),
  )
}

const reading = (answer: Answer): void => {
  answer(contract.today, ({ by, db }) => documents.todayOf(db, by, today()))
  answer(contract.documentList, ({ input, by, db }) =>
    documents.documentList(db, by, input, today()),
  )
  answer(contract.desk, ({ input, by, db }) =>
    documents.deskOf(db, by, { documentId: input.id, editionId: input.editionId }, today()),
  )
  answer(contract.compareEditions, ({ input, by, db }) => documents.compareEditions(db, by, input))
}

/** The doors of the documents module. */
export const documentsRoutes = (answer: Answer): void => {
  for (const open of [columns, drafting, files, previews, review, release, reading]) open(answer)
}
