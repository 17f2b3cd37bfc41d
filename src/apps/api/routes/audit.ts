import { overseenEntries, overseenVerification } from '#audit'
import * as contract from '#audit/contract'
import type { Answer } from '../answer.ts'

export const auditRoutes = (answer: Answer): void => {
  answer(contract.listEntries, ({ input, by, db }) => overseenEntries(db, by, input))
  answer(contract.verifyEntries, ({ by, db }) => overseenVerification(db, by))
}
