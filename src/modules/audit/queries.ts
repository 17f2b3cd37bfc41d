import { idsUnder, organizationById } from '#organizations'
import type { Actor } from '#platform/act'
import type { Db } from '#platform/database'
import { beginning, hashOf } from './chain.ts'
import type { AuditEntry, ListEntries, Verification } from './contract.ts'
import { mayOversee, overseen } from './policy.ts'
import { refuse } from './refusals.ts'
import { type EntriesAsked, type EntryRow, entriesAfter, entryPage, linkOf } from './store.ts'

const pageSize = 50
// Read in pieces, so that a log of years does not have to fit in memory.
const verifiedAtOnce = 2_000

const entryOf = (row: EntryRow): AuditEntry => ({
  id: row.id,
  at: row.at.toISOString(),
  actorId: row.actor_id,
  actorName: row.actor_name,
  organizationId: row.organization_id,
  kind: row.kind,
  subject: row.subject,
  payload: row.payload,
  hash: row.hash,
})

/** Entries newest first, older than `after`. Says nothing of who may read them: see `overseenEntries`. */
export const entriesOf = async (
  db: Db,
  asked: EntriesAsked & { readonly limit?: number | undefined },
): Promise<{ entries: AuditEntry[]; next: number | null }> => {
  const limit = asked.limit ?? pageSize
  const rows = await entryPage(db, asked, limit + 1)
  const entries = rows.slice(0, limit).map(entryOf)
  return { entries, next: rows.length > limit ? (entries.at(-1)?.id ?? null) : null }
}

/** The log of what one oversees: own subtree only. */
export const overseenEntries = async (
  db: Db,
  by: Actor,
  asked: ListEntries,
): Promise<{ entries: AuditEntry[]; next: number | null }> => {
  const { organizationId, ...rest } = asked
  const paths = overseen(by)
  if (paths.length === 0) throw refuse('notYours')
  if (organizationId === undefined) {
    // Who oversees a whole tree also sees what belongs to no organization: the system's own acts.
    const whole = paths.some((path) => path.split('/').filter(Boolean).length <= 1)
    return entriesOf(db, { ...rest, ...(!whole && { organizationIds: await idsUnder(db, paths) }) })
  }
  const top = await organizationById(db, organizationId)
  if (!mayOversee(by, top.path)) throw refuse('notYours')
  return entriesOf(db, { ...rest, organizationIds: await idsUnder(db, [top.path]) })
}

/** Walks the whole chain and says whether each entry still hashes to what the next one holds. */
export const verifyChain = async (db: Db): Promise<Verification> => {
  let previousHash = beginning
  let checked = 0
  let after = 0
  for (;;) {
    const rows = await entriesAfter(db, after, verifiedAtOnce)
    for (const row of rows) {
      const fits = row.previous_hash === previousHash && row.hash === hashOf(linkOf(row))
      if (!fits) return { ok: false, checked, brokenAt: row.id, head: previousHash }
      previousHash = row.hash
      checked += 1
      after = row.id
    }
    if (rows.length < verifiedAtOnce) return { ok: true, checked, head: previousHash }
  }
}

/** The same for the door: only those who oversee something may ask. */
export const overseenVerification = (db: Db, by: Actor): Promise<Verification> => {
  if (overseen(by).length === 0) throw refuse('notYours')
  return verifyChain(db)
}
