import { refusals } from '#platform/refusal'

/** Every "no" of this module. */
export const refuse = refusals('interpretation', {
  notFound: 'missing',
  notYours: 'forbidden',
  ownText: 'forbidden',
  changedMeanwhile: 'conflict',
  planFirst: 'invalid',
  explanationFirst: 'invalid',
  materialNotApproved: 'invalid',
  materialIncomplete: 'invalid',
  policyNotOut: 'invalid',
  exemptedWithPlan: 'conflict',
  reasonTooShort: 'invalid',
  explainsItself: 'invalid',
  explainsAnother: 'conflict',
  formRepeated: 'invalid',
  ruleBackwards: 'invalid',
  ruleEmpty: 'invalid',
  dayToCome: 'invalid',
  alreadyExpired: 'invalid',
  nothingToReview: 'conflict',
  otherPolicy: 'invalid',
})
