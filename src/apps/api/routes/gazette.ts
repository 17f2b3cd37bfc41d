import { buffer } from 'node:stream/consumers'
import * as gazette from '#gazette'
import * as contract from '#gazette/contract'
import { dateAt } from '#platform/civil-date'
import { refusals } from '#platform/refusal'
import type { Answer } from '../answer.ts'

const refuse = refusals('gazette', { fileMissing: 'invalid' })

export const gazetteRoutes = (answer: Answer): void => {
  answer(contract.listIssues, ({ input, by, db }) =>
    gazette.listedIssues(db, by, input, dateAt(new Date())),
  )
  answer(contract.nameGazette, ({ input, by, perform }) =>
    perform(by, (act) => gazette.nameGazette(act, input)),
  )
  answer(contract.beginIssue, ({ input, by, perform }) =>
    perform(by, (act) => gazette.beginIssue(act, input)),
  )
  answer(contract.issueById, ({ input, by, db }) => gazette.issueShown(db, by, input.id))
  answer(contract.pickTexts, ({ input, by, perform }) =>
    perform(by, (act) => gazette.pickTexts(act, input)),
  )
  answer(contract.dropText, ({ input, by, perform }) =>
    perform(by, (act) => gazette.dropText(act, input)),
  )
  answer(contract.orderTexts, ({ input, by, perform }) =>
    perform(by, (act) => gazette.orderTexts(act, input)),
  )
  answer(contract.dateIssue, ({ input, by, perform }) =>
    perform(by, (act) => gazette.dateIssue(act, input)),
  )
  answer(contract.sendToProof, ({ input, by, perform }) =>
    perform(by, (act) => gazette.sendToProof(act, input)),
  )
  answer(contract.returnIssue, ({ input, by, perform }) =>
    perform(by, (act) => gazette.returnIssue(act, input)),
  )
  answer(contract.signIssue, ({ input, by, perform }) =>
    perform(by, (act) => gazette.signIssue(act, input)),
  )
  answer(contract.publishIssue, ({ input, by, house }) => gazette.publishIssue(house, by, input))
  answer(contract.remakeFile, ({ input, by, house }) => gazette.remakeFile(house, by, input.id))
  answer(contract.recordSending, ({ input, by, perform }) =>
    perform(by, (act) => gazette.recordSending(act, input)),
  )
  answer(contract.proofFile, async ({ input, by, house, raw }) => {
    const pdf = await gazette.proofOf(house, by, input.id, new Date())
    return raw.reply
      .type('application/pdf')
      .header('content-disposition', `attachment; filename="proof-${input.id}.pdf"`)
      .send(pdf)
  })
  answer(contract.entryText, ({ input, by, db }) => gazette.entryText(db, by, input.id))
  answer(contract.markProof, ({ input, by, perform }) =>
    perform(by, (act) => gazette.markProof(act, input)),
  )
  answer(contract.settleObjection, ({ input, by, perform }) =>
    perform(by, (act) => gazette.settleObjection(act, input)),
  )
  answer(contract.judgeNewer, ({ input, by, perform }) =>
    perform(by, (act) => gazette.judgeNewer(act, input)),
  )
  answer(contract.importBackIssue, async ({ input, by, house, raw }) => {
    const part = raw.request.isMultipart() ? await raw.request.file() : undefined
    if (!part) throw refuse('fileMissing')
    const upload = { name: part.filename, stream: part.file }
    return gazette.importBackIssue(house, by, input, upload)
  })
  answer(contract.importContents, async ({ input, by, house, raw }) => {
    const part = raw.request.isMultipart() ? await raw.request.file() : undefined
    if (!part) throw refuse('fileMissing')
    const file = { name: part.filename, bytes: await buffer(part.file) }
    return gazette.importContents(house, by, input, file)
  })
}
