import { refusals } from '#platform/refusal'

/** Every "no" of this module. */
export const refuse = refusals('annualReport', {
  unreadable: 'invalid',
  otherForm: 'invalid',
})
