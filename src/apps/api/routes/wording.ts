import * as documents from '#documents'
import { liveFindings, startSiteSweep } from '#documents/contract'
import * as wording from '#wording'
import * as contract from '#wording/contract'
import type { Answer } from '../answer.ts'

/** The words that texts are examined for, and what the public site holds of them. */
export const wordingRoutes = (answer: Answer): void => {
  answer(contract.listOwnWords, ({ input, by, db }) => wording.listedOwnWords(db, by, input))
  answer(contract.lexiconSources, async () => wording.lexiconShown())
  answer(contract.wordsInForce, ({ input, by, db }) => wording.ownWordsInForce(db, by, input))
  answer(contract.addOwnWord, ({ input, by, perform }) =>
    perform(by, (act) => wording.addOwnWord(act, input)),
  )
  answer(contract.retireOwnWord, ({ input, by, perform }) =>
    perform(by, (act) => wording.retireOwnWord(act, input)),
  )
  answer(liveFindings, ({ input, by, db }) => documents.liveFindings(db, by, input))
  answer(startSiteSweep, ({ input, by, perform }) =>
    perform(by, (act) => documents.startSiteSweep(act, input)),
  )
}
