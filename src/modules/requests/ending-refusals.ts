import { refusals } from '#platform/refusal'

/** Every "no" on how a case ended elsewhere, and on its file for the archive. */
export const refuse = refusals('requests', {
  notFound: 'missing',
  notYours: 'forbidden',
  notClosed: 'invalid',
  resultKnown: 'conflict',
  resultNotThen: 'invalid',
  outsideBefore: 'invalid',
  outsideWay: 'invalid',
  outsideOtherDay: 'conflict',
})
