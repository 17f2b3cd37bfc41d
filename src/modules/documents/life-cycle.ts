// The life of a record beside its editing: what is kept back, who agrees, which way it goes out.
export { agreementsOf } from './agreement/agreements.ts'
export {
  answerAgreement,
  askAgreement,
  cancelAgreement,
  decideAgreement,
} from './agreement/commands.ts'
export { bundleFor } from './bundle/bundles.ts'
export { handIn, moveBundle, takeOutOfBundle } from './bundle/commands.ts'
export { clarificationsOf, publicClarifications } from './clarification/clarifications.ts'
export { linkClarification, unlinkClarification } from './clarification/commands.ts'
export { addEventUpdate, changeEvent, openEvent } from './events/commands.ts'
export {
  type EventView,
  eventFor,
  eventOf,
  eventsFor,
  publicEvent,
  publicEvents,
} from './events/events.ts'
export { allLimits } from './limits/limit.ts'
export { setLimit } from './limits/set-limit.ts'
export { decideReReview } from './re-review/decide-re-review.ts'
export { reReviews } from './re-review/re-reviews.ts'
export { owedTo } from './reading/owed.ts'
export { keepRecord } from './record/keep-record.ts'
export { lifeOf } from './record/life.ts'
export { releaseUrgently } from './urgent/release-urgently.ts'
export { reviewUrgent } from './urgent/review-urgent.ts'
export { publicUrgent, urgentChoices, urgentReleases } from './urgent/urgent-releases.ts'
