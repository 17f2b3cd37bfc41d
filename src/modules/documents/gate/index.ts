export { gateIssues } from './examining.ts'
export { type OverruleGround, overruleGrounds } from './grounds.ts'
export { overruleFinding, reinstateFinding } from './overrule-finding.ts'
export { examinedShown } from './shown.ts'
