import { refusals } from '#platform/refusal'

/** Every "no" of the accounts. */
export const refuse = refusals('accounts', {
  missing: 'missing',
  notYours: 'forbidden',
  changedMeanwhile: 'conflict',
  wrongNameOrPassword: 'forbidden',
  wrongPassword: 'forbidden',
  wrongCode: 'forbidden',
  locked: 'forbidden',
  ticketExpired: 'forbidden',
  tooManySignIns: 'busy',
  tooManyFromAddress: 'busy',
  weakPassword: 'invalid',
  userNameTaken: 'conflict',
  notYourself: 'forbidden',
  disabled: 'conflict',
  secondFactorOn: 'conflict',
  secondFactorNotBegun: 'conflict',
  alreadyGranted: 'conflict',
  organizationAbolished: 'conflict',
  keeperElsewhere: 'invalid',
  standInIsKeeper: 'invalid',
  nothingToHandOver: 'conflict',
  setUpAlready: 'conflict',
})
