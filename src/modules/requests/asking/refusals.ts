import { refusals } from '#platform/refusal'

/** Every "no" that somebody who asks can meet; each says what to do. */
export const refuse = refusals('requests', {
  wrongCheckCode: 'missing',
  notFound: 'missing',
  notYours: 'forbidden',
  noSuchOffice: 'missing',
  draftSent: 'conflict',
  draftGone: 'missing',
  evidenceKind: 'invalid',
  evidenceTooLarge: 'invalid',
  evidenceTooMany: 'invalid',
  formIncomplete: 'invalid',
  answerWrong: 'invalid',
  tooManyTries: 'busy',
  notAskedToCorrect: 'invalid',
  nothingWritten: 'invalid',
  over: 'invalid',
  ratedTooEarly: 'invalid',
  starsMissing: 'invalid',
  notAnswered: 'invalid',
  titlePersonal: 'invalid',
  documentNotPublic: 'invalid',
  followUpTooEarly: 'invalid',
})
