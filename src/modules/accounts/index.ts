export { holds, reachOf } from './policy.ts'
