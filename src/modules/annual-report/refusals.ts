import { refusals } from '#platform/refusal'

/** Every "no" of this module. */
export const refuse = refusals('annualReport', {
  unreadable: 'invalid',
  otherForm: 'invalid',
  notFound: 'missing',
  notYours: 'forbidden',
  changedMeanwhile: 'conflict',
  noReporter: 'invalid',
  notOver: 'invalid',
  openAlready: 'conflict',
  noDraft: 'conflict',
  notChecked: 'conflict',
  notSigned: 'conflict',
  nothingToReopen: 'conflict',
  notPublished: 'conflict',
  notSound: 'invalid',
  ownHand: 'forbidden',
  noSuchCell: 'invalid',
  belowZero: 'invalid',
  reasonFirst: 'invalid',
})
