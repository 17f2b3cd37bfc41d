import * as requests from '#requests'
import * as contract from '#requests/contract'
import type { Answer } from '../answer.ts'

/** What the office does about what citizens asked and added: opens it, lists it, asks after it. */
export const requestsAskingRoutes = (answer: Answer): void => {
  answer(contract.caseAsking, ({ input, by, perform, house }) =>
    perform(by, (act) => requests.openAsking(act, input.id, house.secret)),
  )
  answer(contract.logPublicly, async ({ input, by, perform }) => {
    await perform(by, (act) => requests.logRequest(act, input))
    return {}
  })
  answer(contract.unlogPublicly, async ({ input, by, perform }) => {
    await perform(by, (act) => requests.unlogRequest(act, input))
    return {}
  })
  answer(contract.followUp, async ({ input, by, perform, house }) => {
    await perform(by, (act) => requests.recordFollowUp(act, input, house.secret))
    return {}
  })
}
