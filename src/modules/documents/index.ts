export * as facts from './facts.ts'
export { reactions } from './reactions.ts'
