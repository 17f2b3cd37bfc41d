import { refusals } from '#platform/refusal'

/** Every "no" of this module. */
export const refuse = refusals('datasets', {
  unknownSchema: 'missing',
  notFound: 'missing',
  changedMeanwhile: 'conflict',
  tooManyTables: 'invalid',
  tooManyRows: 'invalid',
  noTable: 'invalid',
  noColumns: 'invalid',
  unknownColumn: 'invalid',
  unknownRow: 'invalid',
  tableWrong: 'invalid',
  tableEmpty: 'invalid',
  tookTooLong: 'invalid',
  notWritten: 'busy',
})
