import { refusals } from '#platform/refusal'

/** Every "no" of the calendar. */
export const refuse = refusals('calendar', {
  unknownYear: 'missing',
  notYours: 'forbidden',
  noticeFaults: 'invalid',
  sameYear: 'conflict',
  tooFar: 'invalid',
  tooOld: 'invalid',
})
