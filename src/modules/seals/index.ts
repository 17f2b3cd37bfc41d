export type { DaySeal, Link } from './chain.ts'
export { checkHeld, type Held, heldOf } from './check.ts'
export { sealDays } from './commands/seal-days.ts'
export { hashTables, sealReleases } from './commands/seal-releases.ts'
export * from './facts.ts'
export { reactions } from './reactions.ts'
export {
  fileSeal,
  linksOfDocument,
  machinePage,
  overseenChain,
  type PageSeal,
  pageSeal,
  type RecordedLink,
  recordOfDocument,
  type SealedDay,
  type ShownDay,
  type ShownLink,
  sealedDay,
  sealedDays,
  wholeDay,
} from './reading.ts'
export { largestPage } from './saved-page.ts'
export { sealNumbers } from './store.ts'
export { type ChainReport, verifyChain } from './verify.ts'
