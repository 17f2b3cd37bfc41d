export type { AuditEntry, Verification } from './contract.ts'
export { entriesOf, overseenEntries, overseenVerification, verifyChain } from './queries.ts'
export { keepAnnouncements } from './store.ts'
