import { refusals } from '#platform/refusal'

/** Every "no" of this module. */
export const refuse = refusals('topics', {
  notFound: 'missing',
  notYours: 'forbidden',
  slugTaken: 'conflict',
  changedMeanwhile: 'conflict',
  ruleEmpty: 'invalid',
  daysTurned: 'invalid',
  reasonMissing: 'invalid',
  documentNotLive: 'invalid',
  nothingGathered: 'invalid',
})
