import { refusals } from '#platform/refusal'

export const refuse = refusals('postgres', {
  inUse: 'busy',
  stillStarting: 'busy',
  portTaken: 'conflict',
  unusable: 'forbidden',
  unreachable: 'forbidden',
  notOurs: 'forbidden',
  foreign: 'conflict',
  otherMajor: 'conflict',
  noBinary: 'missing',
  unfitBinary: 'invalid',
  noAccount: 'missing',
  noLocale: 'missing',
})
