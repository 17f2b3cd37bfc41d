export { parseTimeRule } from './parse.ts'
