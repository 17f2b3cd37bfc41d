import { dateAt } from '#platform/civil-date'
import * as requests from '#requests'
import * as contract from '#requests/contract'
import type { Answer } from '../answer.ts'

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

/** The doors of the desk of requests. */
export const requestsRoutes = (answer: Answer): void => {
  reading(answer)
  handling(answer)
}
