export type { PlainTimeRule, TimeRule } from './contract.ts'
export { parseTimeRule } from './parse.ts'
