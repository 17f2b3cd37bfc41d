import { type Selectable, sql } from 'kysely'
import type { Act, Announcement } from '#platform/act'
import { addDays, type CivilDate, startOfDay } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { AuditEntry as AuditEntryTable } from '#platform/tables'
import { beginning, hashOf, type Link, plain } from './chain.ts'

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

export type EntryRow = Selectable<AuditEntryTable>

export const linkOf = (row: EntryRow): Link => ({
  previousHash: row.previous_hash,
  at: row.at,
  actorId: row.actor_id,
  actorName: row.actor_name,
  organizationId: row.organization_id,
  kind: row.kind,
  subject: row.subject,
  payload: row.payload,
})

export const entriesAfter = (db: Db, after: number, limit: number): Promise<EntryRow[]> =>
  db
    .selectFrom('audit.entry')
    .selectAll()
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()

/** By what entries are looked for; those older than `after`. */
export interface EntriesAsked {
  readonly subject?: string | undefined
  readonly organizationIds?: readonly number[] | undefined
  readonly actorId?: number | undefined
  readonly kind?: string | undefined
  readonly from?: CivilDate | undefined
  readonly to?: CivilDate | undefined
  readonly after?: number | undefined
}

export const entryPage = (db: Db, asked: EntriesAsked, limit: number): Promise<EntryRow[]> => {
  let query = db.selectFrom('audit.entry').selectAll()
  if (asked.subject !== undefined) query = query.where('subject', '=', asked.subject)
  if (asked.actorId !== undefined) query = query.where('actor_id', '=', asked.actorId)
  if (asked.kind !== undefined) query = query.where('kind', '=', asked.kind)
  if (asked.from !== undefined) query = query.where('at', '>=', startOfDay(asked.from))
  if (asked.to !== undefined) query = query.where('at', '<', startOfDay(addDays(asked.to, 1)))
  if (asked.after !== undefined) query = query.where('id', '<', asked.after)
  if (asked.organizationIds) {
    const ids = sql<number>`any(${[...asked.organizationIds]}::bigint[])`
    query = query.where('organization_id', '=', ids)
  }
  return query.orderBy('id', 'desc').limit(limit).execute()
}
