import { dateAt } from '#platform/civil-date'
import { refusals } from '#platform/refusal'
import { speaker } from '#platform/words'
import * as requests from '#requests'
import * as contract from '#requests/contract'
import { contentDisposition } from '../../content-disposition.ts'
import type { Answer } from '../answer.ts'

const refuse = refusals('requests', { calendarUnknown: 'missing', enclosureMissing: 'invalid' })

const today = (): string => dateAt(new Date())

const reading = (answer: Answer): void => {
  answer(contract.requestList, ({ input, by, db }) => requests.requestLines(db, by, input, today()))
  answer(contract.requestCase, ({ input, by, db }) => requests.casePage(db, by, input.id, today()))
  answer(contract.openSealed, ({ input, by, perform, house }) =>
    perform(by, (act) => requests.openCase(act, input.id, house.secret)),
  )
}

const handling = (answer: Answer): void => {
  answer(contract.registerRequest, ({ input, by, perform, house }) =>
    perform(by, (act) => requests.registerRequest(act, input, house.secret)),
  )
  answer(contract.enterEvent, ({ input, by, perform }) =>
    perform(by, (act) => requests.recordEvent(act, input)),
  )
  answer(contract.takeBackEvent, ({ input, by, perform }) =>
    perform(by, (act) => requests.voidEvent(act, input)),
  )
  answer(contract.assignCase, ({ input, by, perform }) =>
    perform(by, (act) => requests.assignRequest(act, input)),
  )
}

const records = (answer: Answer): void => {
  answer(contract.caseWork, ({ input, by, db }) => requests.workOf(db, by, input.id, today()))
  answer(contract.caseRecords, ({ input, by, db, house }) =>
    requests.recordsOf(db, by, input.id, house.secret),
  )
  answer(contract.logSearch, ({ input, by, perform, house }) =>
    perform(by, (act) => requests.logSearch(act, input, house.secret)),
  )
  answer(contract.addNote, ({ input, by, perform, house }) =>
    perform(by, (act) => requests.addNote(act, input, house.secret)),
  )
  answer(contract.checkCompleteness, ({ input, by, perform }) =>
    perform(by, (act) => requests.checkCompleteness(act, input)),
  )
  answer(contract.askCoUnit, ({ input, by, perform }) =>
    perform(by, (act) => requests.askCoUnit(act, input)),
  )
  answer(contract.answerCoUnit, ({ input, by, perform }) =>
    perform(by, (act) => requests.answerCoUnit(act, input)),
  )
  answer(contract.recordOutsideAnswer, ({ input, by, perform }) =>
    perform(by, (act) => requests.recordOutsideAnswer(act, input)),
  )
  answer(contract.closeRequest, ({ input, by, perform }) =>
    perform(by, (act) => requests.closeRequest(act, input)),
  )
  answer(contract.archiveRequest, ({ input, by, perform }) =>
    perform(by, (act) => requests.archiveRequest(act, input)),
  )
  answer(contract.requestTasks, ({ by, db }) => requests.tasksOf(db, by, today()))
}

const rules = (answer: Answer): void => {
  answer(contract.requestRules, ({ by, db }) => requests.requestRules(db, by))
  answer(contract.setStepLimit, ({ input, by, perform }) =>
    perform(by, (act) => requests.setStepLimit(act, input)),
  )
  answer(contract.setServingRule, ({ input, by, perform }) =>
    perform(by, (act) => requests.setServingRule(act, input)),
  )
  answer(contract.setClosingRule, ({ input, by, perform }) =>
    perform(by, (act) => requests.setClosingRule(act, input)),
  )
  answer(contract.setRetention, ({ input, by, perform }) =>
    perform(by, (act) => requests.setRetention(act, input)),
  )
}

const files = (answer: Answer): void => {
  answer(contract.closingFile, ({ input, by, db, house }) =>
    requests.closingFileOf(db, by, input, house.secret),
  )
  answer(contract.transferFile, async ({ input, by, perform, house, raw }) => {
    const vault = { files: house.files, key: house.secret }
    const file = await perform(by, (act) => requests.transferFileOf(act, input.id, vault))
    await raw.reply
      .header('content-type', 'application/zip')
      .header('content-disposition', contentDisposition(file.name))
      .header('cache-control', 'no-store')
      .send(file.bytes)
  })
  answer(contract.requestCalendarFile, async ({ input, by, db, raw }) => {
    const { request, clock } = await requests.caseOf(db, by, input.id, today())
    if (!clock) throw refuse('calendarUnknown', { year: request.unknownYear ?? '' })
    await raw.reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('content-disposition', `attachment; filename="${request.number}.ics"`)
      .send(requests.calendarFile(request.number, clock, speaker(input.language)))
  })
  answer(contract.addEnclosure, async ({ input, by, db, perform, house, raw }) => {
    // Before a byte is taken in: whoever may not see the case has nothing to send it.
    await requests.caseOf(db, by, input.id, today())
    const part = raw.request.isMultipart() ? await raw.request.file() : undefined
    if (!part) throw refuse('enclosureMissing')
    const file = { ...input, bytes: await part.toBuffer() }
    return perform(by, (act) => requests.addEnclosure(act, house.files, file, house.secret))
  })
  answer(contract.enclosureFile, async ({ input, by, perform, house, raw }) => {
    const file = await perform(by, (act) =>
      requests.readEnclosure(act, house.files, input, house.secret),
    )
    await raw.reply
      .header('content-type', file.mediaType)
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .send(file.bytes)
  })
}

/** The doors of the desk of requests. */
export const requestsRoutes = (answer: Answer): void => {
  for (const open of [reading, handling, records, rules, files]) open(answer)
}
