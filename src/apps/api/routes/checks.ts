import * as documents from '#documents'
import * as contract from '#documents/contract'
import type { Answer } from '../answer.ts'

/** Whether a text fits its column, is out already, and where it is shown. */
export const checksRoutes = (answer: Answer): void => {
  answer(contract.contentChecks, ({ input, by, db }) => documents.contentChecks(db, by, input))
  answer(contract.overruleCheck, ({ input, by, perform }) =>
    perform(by, (act) => documents.overruleCheck(act, input)),
  )
  answer(contract.placeInstead, ({ input, by, perform }) =>
    perform(by, (act) => documents.placeInstead(act, input)),
  )
  answer(contract.shownIn, ({ input, by, db }) => documents.shownIn(db, by, input))
  answer(contract.mixedContent, ({ input, by, db }) => documents.mixedContent(db, by, input))
}
