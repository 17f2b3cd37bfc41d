import { refusals } from '#platform/refusal'

/** Every "no" of this module. */
export const refuse = refusals('wording', {
  wordGone: 'missing',
  wordNotYours: 'forbidden',
  wordKnown: 'conflict',
  wordRetired: 'conflict',
  wordNeedsRightForm: 'invalid',
  wordIsRightForm: 'invalid',
  wordTooCommon: 'invalid',
  wordDaysTurned: 'invalid',
})
