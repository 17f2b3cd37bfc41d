import { refusals } from '#platform/refusal'

/** Every "no" of the organizations. */
export const refuse = refusals('organizations', {
  missing: 'missing',
  notYours: 'forbidden',
  changedMeanwhile: 'conflict',
  codeTaken: 'conflict',
  parentAbolished: 'conflict',
  alreadyAbolished: 'conflict',
  moveIntoItself: 'conflict',
  successorBelow: 'conflict',
  successorAbolished: 'conflict',
  stillHasUnits: 'conflict',
  abolishedBeforeBegun: 'invalid',
  regionMissing: 'invalid',
  badRegionList: 'invalid',
})
