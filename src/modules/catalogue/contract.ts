/** What the catalogue answers: inputs and outputs of its API, safe for the browser. */
export * from './contract/channels.ts'
export * from './contract/duties.ts'
export * from './contract/editions.ts'
export * from './contract/imports.ts'
export * from './contract/matters.ts'
export * from './contract/negative-list.ts'
export * from './contract/nouns.ts'
export * from './contract/overview.ts'
export * from './contract/powers.ts'
export type { PlainTimeRule, TimeRule } from './time-rule/contract.ts'
export {
  retentions,
  timePeriods,
  timeRuleKinds,
  timeTriggers,
  timeUnits,
} from './time-rule/contract.ts'
