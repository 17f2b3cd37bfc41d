import { sql } from 'kysely'
import { on, type Reaction } from '#platform/fact'
import { particularsRemoved } from '../facts.ts'
import { removeSupplied } from '../supplying/store.ts'

/**
 * When the particulars of a requester go, so does what letters, opinions, decisions and proofs of service
 * repeat of them: numbers, dates and codes stay, and files that nothing names are swept.
 */
export const letterReactions: readonly Reaction[] = [
  on(particularsRemoved, async (act, { what, requestIds }) => {
    if (what !== 'particulars') return
    const ids = sql`request_id = any(${[...requestIds]}::bigint[])`
    await sql`update requests.letter set sealed = null, docx_sha256 = null, pdf_sha256 = null,
      removed_at = ${act.at} where ${ids} and removed_at is null`.execute(act.tx)
    await sql`update requests.party set sealed = null, sealed_reasons = null, sealed_ruling = null
      where ${ids}`.execute(act.tx)
    await sql`update requests.decision set sealed_reasons = null where ${ids}`.execute(act.tx)
    // Originals name others too, and the marks repeat what was withheld.
    await sql`update requests.redaction set name = '', original_sha256 = '', released_sha256 = null,
      sealed_marks = null, dropped_at = coalesce(dropped_at, ${act.at}) where ${ids}`.execute(
      act.tx,
    )
    await removeSupplied(act, requestIds)
    await sql`update requests.service set sealed_proof = null, proof_sha256 = null
      where ${ids}`.execute(act.tx)
  }),
]
