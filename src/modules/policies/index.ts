export { turnValidity } from './commands/turn-validity.ts'
export type { PolicyClass, PolicyLine, Validity } from './contract/shapes.ts'
export { endedValidities, policyClasses, validities } from './contract/shapes.ts'
export * from './facts.ts'
export { classRules, type Described, isPolicyKind, policyClassOf } from './policy-kind.ts'
export {
  type CitedEnded,
  citedBy,
  listPolicies,
  type PolicySlice,
  policyOf,
  validityOf,
} from './queries.ts'
export { reactions } from './reactions.ts'
export type { PolicyRecord, ValidityMark } from './record.ts'
