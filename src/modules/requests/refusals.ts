import { refusals } from '#platform/refusal'

/** Every "no" of the clock names the day, and the article that says so. */
export const refuse = refusals('requests', {
  submittedFirst: 'invalid',
  submittedTwice: 'invalid',
  outOfOrder: 'invalid',
  notYet: 'invalid',
  lawUnknown: 'missing',
  notReceived: 'invalid',
  correctionTwice: 'invalid',
  correctionNotAsked: 'invalid',
  neverAsked: 'invalid',
  reasonsNotAsked: 'invalid',
  feeBeforeRule: 'invalid',
  feeTwice: 'invalid',
  feeLate: 'invalid',
  feeNotAsked: 'invalid',
  extendedTwice: 'invalid',
  extendedLate: 'invalid',
  nothingToExtend: 'invalid',
  servedBeforeReply: 'invalid',
  servedTwice: 'invalid',
  afterReply: 'invalid',
  afterWithdrawal: 'invalid',
  afterLapse: 'invalid',
  unreadableCase: 'invalid',
  feeCount: 'invalid',
})
