import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database'
import { type Reader, visibleTo } from '../policy.ts'

export interface EventRow {
  readonly id: number
  readonly organization: { readonly id: number; readonly code: string; readonly name: string }
  readonly path: string
  readonly title: string
  readonly summary: string
  readonly level: 'major' | 'other'
  readonly knownAt: Date
  readonly openedAt: Date
  readonly pressConferenceAt: Date | null
  readonly closedAt: Date | null
}

export interface UpdateRow {
  readonly eventId: number
  readonly documentId: number
  readonly title: string
  readonly state: string
  readonly summary: string
  readonly html: string
  readonly at: Date
  readonly publishedAt: Date | null
}

/** Emergencies, open ones first, then by when they became known. */
export async function eventRows(
  db: Db,
  where: RawBuilder<boolean>,
  limit: number,
): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select v.id, o.path, json_build_object('id', o.id, 'code', o.code, 'name', o.name) as organization,
      v.title, v.summary, v.level, v.known_at as "knownAt", v.opened_at as "openedAt",
      v.press_conference_at as "pressConferenceAt", v.closed_at as "closedAt"
    from documents.event v join organizations.organization o on o.id = v.organization_id
    where ${where}
    order by v.closed_at is not null, v.known_at desc, v.id desc limit ${limit}`.execute(db)
  return rows
}

/** Updates of these events as a reader sees them, newest first; what is not out yet comes first. */
export async function updatesOf(
  db: Db,
  eventIds: readonly number[],
  reader: Reader,
): Promise<UpdateRow[]> {
  if (eventIds.length === 0) return []
  const isStaff = reader.kind === 'staff'
  const { rows } = await sql<UpdateRow>`
    select u.event_id as "eventId", d.id as "documentId", e.title, e.state, e.summary, e.html,
      coalesce(d.published_at, u.added_at) as at, d.published_at as "publishedAt"
    from documents.event_update u
    join documents.document d on d.id = u.document_id
    join documents.edition e on e.id = ${
      isStaff ? sql`coalesce(d.live_edition_id, d.working_edition_id)` : sql`d.live_edition_id`
    }
    join organizations.organization o on o.id = d.organization_id
    where u.event_id = any(${eventIds}::bigint[]) and ${visibleTo(reader)}
    order by d.published_at desc nulls first, u.added_at desc, d.id desc limit 500`.execute(db)
  return rows
}

/** When the first word on an event was before the public, whatever became of it. */
export async function firstWords(db: Db, eventIds: readonly number[]): Promise<Map<number, Date>> {
  if (eventIds.length === 0) return new Map()
  const { rows } = await sql<{ eventId: number; at: Date }>`
    select u.event_id as "eventId", min(d.first_published_at) as at
    from documents.event_update u join documents.document d on d.id = u.document_id
    where u.event_id = any(${eventIds}::bigint[]) and d.first_published_at is not null
    group by u.event_id`.execute(db)
  return new Map(rows.map((row) => [row.eventId, row.at]))
}
