import { refusals } from '#platform/refusal'

/** Every "no" of this module. */
export const refuse = refusals('interchange', {
  notFound: 'missing',
  notYours: 'forbidden',
  keyUnreadable: 'invalid',
  senderKnown: 'conflict',
  notZip: 'invalid',
  manifestMissing: 'invalid',
  manifestUnreadable: 'invalid',
  manifestInvalid: 'invalid',
  signatureMissing: 'invalid',
  senderUnknown: 'invalid',
  senderRevoked: 'invalid',
  signatureWrong: 'invalid',
  fileMissing: 'invalid',
  fileUnlisted: 'invalid',
  fileChanged: 'invalid',
  textUnreadable: 'invalid',
  organizationOutside: 'invalid',
  idReused: 'conflict',
  packageMissing: 'invalid',
})
