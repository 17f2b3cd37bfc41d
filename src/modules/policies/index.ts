export { importText, textToCheck } from './commands/import-text.ts'
export { keepParticulars, recordEnd } from './commands/keep-particulars.ts'
export { decideItems, draftResult, openRound, signRound } from './commands/keep-rounds.ts'
export { setTerm } from './commands/set-term.ts'
export { turnValidity } from './commands/turn-validity.ts'
export type { PolicyClass, PolicyLine, Validity } from './contract/shapes.ts'
export { endedValidities, policyClasses, validities } from './contract/shapes.ts'
export * from './facts.ts'
export {
  findTargets,
  listRounds,
  listTerms,
  regulationTexts,
  roundOf,
  textCheckOf,
} from './office.ts'
export { readOfficialFile } from './official-file.ts'
export { particularsOf } from './particulars.ts'
export { classRules, type Described, isPolicyKind, policyClassOf } from './policy-kind.ts'
export {
  type CitedEnded,
  citedBy,
  libraryFacets,
  libraryFile,
  listPolicies,
  type OfficialMark,
  officialMarkOf,
  type PolicySlice,
  policyOf,
  validitiesDue,
  validityOf,
} from './queries.ts'
export { reactions } from './reactions.ts'
export type { PolicyRecord, ValidityMark } from './record.ts'
