import * as catalogue from '#catalogue'
import * as listContract from '#catalogue/contract'
import * as documents from '#documents'
import * as contract from '#documents/contract'
import { dateAt } from '#platform/civil-date'
import type { Answer } from '../answer.ts'

const today = (): string => dateAt(new Date())

const agreement = (answer: Answer): void => {
  answer(contract.agreements, ({ input, by, db }) =>
    documents.agreementsOf(db, by, input.id, today()),
  )
  answer(contract.askAgreement, ({ input, by, perform }) =>
    perform(by, (act) => documents.askAgreement(act, input)),
  )
  answer(contract.answerAgreement, ({ input, by, perform }) =>
    perform(by, (act) => documents.answerAgreement(act, input)),
  )
  answer(contract.cancelAgreement, ({ input, by, perform }) =>
    perform(by, (act) => documents.cancelAgreement(act, input)),
  )
  answer(contract.decideAgreement, ({ input, by, perform }) =>
    perform(by, (act) => documents.decideAgreement(act, input)),
  )
}

const record = (answer: Answer): void => {
  answer(contract.reReviews, ({ input, by, db }) => documents.reReviews(db, by, input, today()))
  answer(contract.decideReReview, ({ input, by, perform }) =>
    perform(by, (act) => documents.decideReReview(act, input)),
  )
  answer(contract.clarifications, ({ input, by, db }) =>
    documents.clarificationsOf(db, by, input.id),
  )
  answer(contract.linkClarification, ({ input, by, perform }) =>
    perform(by, (act) => documents.linkClarification(act, input)),
  )
  answer(contract.unlinkClarification, ({ input, by, perform }) =>
    perform(by, (act) => documents.unlinkClarification(act, input)),
  )
  answer(contract.lifeOf, ({ input, by, db }) => documents.lifeOf(db, by, input.id))
  answer(contract.keepRecord, ({ input, by, perform }) =>
    perform(by, (act) => documents.keepRecord(act, input)),
  )
}

const channels = (answer: Answer): void => {
  answer(contract.releaseUrgently, ({ input, by, perform }) =>
    perform(by, (act) => documents.releaseUrgently(act, input)),
  )
  answer(contract.urgentChoices, ({ input, by, db }) =>
    documents.urgentChoices(db, by, input.id, new Date(), today()),
  )
  answer(contract.urgentReleases, ({ input, by, db }) =>
    documents.urgentReleases(db, by, input, new Date()),
  )
  answer(contract.reviewUrgent, ({ input, by, perform }) =>
    perform(by, (act) => documents.reviewUrgent(act, input)),
  )
  answer(contract.bundle, ({ input, by, db }) => documents.bundleFor(db, by, input, today()))
  answer(contract.handIn, ({ input, by, perform }) =>
    perform(by, (act) => documents.handIn(act, input)),
  )
  answer(contract.takeOutOfBundle, ({ input, by, perform }) =>
    perform(by, (act) => documents.takeOutOfBundle(act, input)),
  )
  answer(contract.moveBundle, ({ input, by, perform }) =>
    perform(by, (act) => documents.moveBundle(act, input)),
  )
  answer(contract.events, ({ by, db }) => documents.eventsFor(db, by, new Date()))
  answer(contract.eventById, ({ input, by, db }) =>
    documents.eventFor(db, by, input.id, new Date()),
  )
  answer(contract.openEvent, ({ input, by, perform }) =>
    perform(by, (act) => documents.openEvent(act, input)),
  )
  answer(contract.addEventUpdate, ({ input, by, perform }) =>
    perform(by, (act) => documents.addEventUpdate(act, input)),
  )
  answer(contract.changeEvent, ({ input, by, perform }) =>
    perform(by, (act) => documents.changeEvent(act, input)),
  )
}

const negativeList = (answer: Answer): void => {
  answer(listContract.negativeList, ({ input, by, db }) =>
    catalogue.negativeList(db, by, input, today()),
  )
  answer(listContract.suggestNegative, ({ input, db }) =>
    catalogue.suggestedEntries(db, input, today()),
  )
  answer(listContract.addNegativeEntry, ({ input, by, perform }) =>
    perform(by, (act) => catalogue.addNegativeEntry(act, input)),
  )
  answer(listContract.changeNegativeEntry, ({ input, by, perform }) =>
    perform(by, (act) => catalogue.changeNegativeEntry(act, input)),
  )
  answer(listContract.endNegativeEntry, ({ input, by, perform }) =>
    perform(by, (act) => catalogue.endNegativeEntry(act, input)),
  )
}

/** A record beside its editing: kept back, agreed on, released by other ways, archived. */
export const lifeCycleRoutes = (answer: Answer): void => {
  answer(contract.limits, async ({ db }) => ({ limits: await documents.allLimits(db) }))
  answer(contract.setLimit, ({ input, by, perform }) =>
    perform(by, (act) => documents.setLimit(act, input)),
  )
  answer(contract.owed, ({ by, db }) => documents.owedTo(db, by, new Date()))
  agreement(answer)
  record(answer)
  channels(answer)
  negativeList(answer)
}
