import { refusals } from '#platform/refusal'

/** Every "no" that reading a catalogue file can say; all of them a person can act on. */
export const refuse = refusals('catalogue', {
  notACatalogue: 'invalid',
  fileEmpty: 'invalid',
  fileTooLarge: 'invalid',
  fileExpandsTooFar: 'invalid',
  tooManyCells: 'invalid',
  tooManyTables: 'invalid',
  fileEncrypted: 'invalid',
  fileUnreadable: 'invalid',
  fileTypeUnsupported: 'invalid',
  oldWordFile: 'invalid',
  xmlEntities: 'invalid',
})
