import { refusals } from '#platform/refusal'

/** Every "no" of this module. */
export const refuse = refusals('gazette', {
  notFound: 'missing',
  notYours: 'forbidden',
  ownIssue: 'forbidden',
  changedMeanwhile: 'conflict',
  wrongState: 'conflict',
  numberTaken: 'conflict',
  totalTaken: 'conflict',
  notPublic: 'invalid',
  policyEnded: 'invalid',
  alreadyPrinted: 'conflict',
  orderIncomplete: 'invalid',
  anotherText: 'conflict',
  nothingNewer: 'conflict',
  alreadySettled: 'conflict',
  notReady: 'invalid',
  earlierWaits: 'conflict',
  numberSkipped: 'invalid',
  fileMissing: 'invalid',
  notPdf: 'invalid',
  fileStands: 'invalid',
  contentsUnread: 'invalid',
  contentsNoTitle: 'invalid',
  sentTooEarly: 'invalid',
})
