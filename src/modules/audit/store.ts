import { sql } from 'kysely'
import type { Act, Announcement } from '#platform/act'
import { beginning, hashOf, plain } from './chain.ts'

/** Any constant: one act at a time adds to the chain. Taken here only, and last before the commit. */
const chainLock = 7_219_002

const field = (payload: object, name: string): unknown =>
  (payload as Readonly<Record<string, unknown>>)[name]

const subjectOf = (payload: object): string => {
  const subject = field(payload, 'subject')
  return typeof subject === 'string' ? subject : ''
}

const organizationOf = (act: Act, payload: object): number | null => {
  const given = field(payload, 'organizationId')
  return typeof given === 'number' ? given : act.by.organizationId
}

/** Adds what an act announced to the chain of entries; the lock holds until the commit. */
export const keepAnnouncements = async (
  act: Act,
  announcements: readonly Announcement[],
): Promise<void> => {
  // Its own statement: only one begun after the lock is ours sees the entry that came last.
  await sql`select pg_advisory_xact_lock(${chainLock})`.execute(act.tx)
  const last = await act.tx
    .selectFrom('audit.entry')
    .select('hash')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

  let previousHash = last?.hash ?? beginning
  const rows = announcements.map(({ kind, payload }) => {
    const link = {
      previousHash,
      at: act.at,
      actorId: act.by.id,
      actorName: act.by.name,
      organizationId: organizationOf(act, payload),
      kind,
      subject: subjectOf(payload),
      payload: plain(payload),
    }
    const hash = hashOf(link)
    previousHash = hash
    return {
      at: link.at,
      actor_id: link.actorId,
      actor_name: link.actorName,
      organization_id: link.organizationId,
      kind,
      subject: link.subject,
      payload: JSON.stringify(link.payload),
      previous_hash: link.previousHash,
      hash,
    }
  })
  await act.tx.insertInto('audit.entry').values(rows).execute()
}
