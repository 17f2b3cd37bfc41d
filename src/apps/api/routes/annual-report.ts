import * as reports from '#annual-report'
import * as contract from '#annual-report/contract'
import { dateAt } from '#platform/civil-date'
import { refusals } from '#platform/refusal'
import type { Answer, Request } from '../answer.ts'

const refuse = refusals('documents', { fileMissing: 'invalid' })

/** The one file of a multipart upload, whole: it is read into figures and never kept. */
const uploaded = async ({ raw }: Request<unknown>) => {
  const part = raw.request.isMultipart() ? await raw.request.file() : undefined
  if (!part) throw refuse('fileMissing')
  return { name: part.filename, bytes: new Uint8Array(await part.toBuffer()) }
}

export const annualReportRoutes = (answer: Answer): void => {
  answer(contract.listReports, ({ input, by, db }) =>
    reports.reportList(db, by, input.year, dateAt(new Date())),
  )
  answer(contract.reportTasks, ({ by, db }) => reports.reportTasks(db, by, dateAt(new Date())))
  answer(contract.openReport, ({ input, by, perform }) =>
    perform(by, (act) => reports.openReport(act, input)),
  )
  answer(contract.reportById, ({ input, by, db }) => reports.reportFor(db, by, input.id))
  answer(contract.casesOfCell, ({ input, by, db }) => reports.casesOfCell(db, by, input))
  answer(contract.saveTexts, ({ input, by, perform }) =>
    perform(by, (act) => reports.saveTexts(act, input)),
  )
  answer(contract.enterFigure, ({ input, by, perform }) =>
    perform(by, (act) => reports.enterFigure(act, input)),
  )
  answer(contract.noteFinding, ({ input, by, perform }) =>
    perform(by, (act) => reports.noteFinding(act, input)),
  )
  answer(contract.checkFigures, ({ input, by, perform }) =>
    perform(by, (act) => reports.checkFigures(act, input)),
  )
  answer(contract.signReport, ({ input, by, perform }) =>
    perform(by, (act) => reports.signReport(act, input)),
  )
  answer(contract.publishReport, ({ input, by, perform }) =>
    perform(by, (act) => reports.publishReport(act, input)),
  )
  answer(contract.reopenReport, ({ input, by, perform }) =>
    perform(by, (act) => reports.reopenReport(act, input)),
  )
  answer(contract.correctReport, ({ input, by, perform }) =>
    perform(by, (act) => reports.correctReport(act, input)),
  )
  answer(contract.readOldReport, async (request) => {
    const { input, by, db } = request
    const today = dateAt(new Date())
    // Before a byte is taken in: whoever may not file here has nothing to send.
    await reports.filerOf(db, by, today, input)
    return reports.readOldReport(db, by, today, { ...input, file: await uploaded(request) })
  })
  answer(contract.fileOldReport, ({ input, by, perform }) =>
    perform(by, (act) => reports.fileOldReport(act, input)),
  )
  answer(contract.listLocalRules, ({ by, db }) => reports.listLocalRules(db, by))
  answer(contract.setLocalRule, ({ input, by, perform }) =>
    perform(by, (act) => reports.setLocalRule(act, input)),
  )
}
