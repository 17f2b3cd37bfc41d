import { refusals } from '#platform/refusal'

/** Every "no" of this module. */
export const refuse = refusals('policies', {
  notFound: 'missing',
  notYours: 'forbidden',
  effectOnItself: 'invalid',
  targetMissing: 'missing',
  targetNotReleased: 'invalid',
  datesReversed: 'invalid',
  legalityMissing: 'invalid',
  roundClosed: 'conflict',
  roundEmpty: 'invalid',
  decisionsOwed: 'invalid',
  reasonMissing: 'invalid',
  notInRound: 'invalid',
  signerDecided: 'forbidden',
  roundNotSigned: 'conflict',
  resultDrafted: 'conflict',
  noArticles: 'invalid',
  textUnreadable: 'invalid',
  notReleased: 'conflict',
})
