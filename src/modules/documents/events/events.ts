import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '#platform/act'
import { dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { on, type Reaction } from '#platform/fact'
import type { eventShape } from '../contract/release-channels.ts'
import { editionPublished, editionWithdrawn } from '../facts.ts'
import { eventChanged } from '../life-cycle-facts.ts'
import { refuse } from '../life-cycle-refusals.ts'
import { allLimits } from '../limits/limit.ts'
import type { Reader } from '../policy.ts'
import { reachOfStaff, within } from '../policy.ts'
import { clocksOf, type EventClock } from './clocks.ts'
import { mayKeepEvent } from './commands.ts'
import { type EventRow, eventRows, firstWords, type UpdateRow, updatesOf } from './store.ts'

// An office has a handful a year; older ones are on the portal.
const most = 50

export interface EventView extends EventRow {
  readonly clocks: readonly EventClock[]
  readonly updates: readonly UpdateRow[]
}

/** Events with their clocks, judged by the limits of the day on which each became known. */
async function viewsOf(
  db: Db,
  where: RawBuilder<boolean>,
  reader: Reader,
  now: Date,
): Promise<EventView[]> {
  const rows = await eventRows(db, where, most)
  const ids = rows.map((row) => row.id)
  const [updates, first, limits] = await Promise.all([
    updatesOf(db, ids, reader),
    firstWords(db, ids),
    allLimits(db),
  ])
  return rows.map((row) => {
    const day = dateAt(row.knownAt)
    const inForce = limits.filter((limit) => limit.appliesFrom <= day)
    return {
      ...row,
      clocks: clocksOf(row, first.get(row.id) ?? null, inForce, now),
      updates: updates.filter((update) => update.eventId === row.id),
    }
  })
}

const shown = (by: Actor, view: EventView): z.output<typeof eventShape> => {
  const { path, ...rest } = view
  return {
    ...rest,
    knownAt: view.knownAt.toISOString(),
    openedAt: view.openedAt.toISOString(),
    pressConferenceAt: view.pressConferenceAt?.toISOString() ?? null,
    closedAt: view.closedAt?.toISOString() ?? null,
    clocks: view.clocks.map((clock) => ({
      ...clock,
      dueAt: clock.dueAt.toISOString(),
      doneAt: clock.doneAt?.toISOString() ?? null,
    })),
    updates: view.updates.map(({ documentId, title, state, at, publishedAt }) => ({
      documentId,
      title,
      state,
      at: at.toISOString(),
      publishedAt: publishedAt?.toISOString() ?? null,
    })),
    mayKeep: mayKeepEvent(by, path),
  }
}

/** Emergencies of the units one works for. */
export const eventsFor = async (
  db: Db,
  by: Actor,
  now: Date,
): Promise<{ events: z.output<typeof eventShape>[] }> => ({
  events: (await viewsOf(db, within(reachOfStaff(by)), { kind: 'staff', by }, now)).map((view) =>
    shown(by, view),
  ),
})

export async function eventFor(
  db: Db,
  by: Actor,
  id: number,
  now: Date,
): Promise<z.output<typeof eventShape>> {
  const where = sql<boolean>`v.id = ${id} and ${within(reachOfStaff(by))}`
  const [view] = await viewsOf(db, where, { kind: 'staff', by }, now)
  if (!view) throw refuse('notFound')
  return shown(by, view)
}

/** What the public may know: an event has a page as soon as one word on it is out. */
const isTold = sql<boolean>`exists (select from documents.event_update u
  join documents.document d on d.id = u.document_id
  where u.event_id = v.id and d.live_edition_id is not null)`

export const publicEvents = async (db: Db, reader: Reader, now: Date): Promise<EventView[]> =>
  viewsOf(db, isTold, reader, now)

export const publicEvent = async (
  db: Db,
  id: number,
  reader: Reader,
  now: Date,
): Promise<EventView | null> =>
  (await viewsOf(db, sql<boolean>`v.id = ${id} and ${isTold}`, reader, now))[0] ?? null

/** The event that a document tells of, for its page. */
export async function eventOf(
  db: Db,
  documentId: number,
): Promise<{ id: number; title: string } | null> {
  const { rows } = await sql<{ id: number; title: string }>`
    select v.id, v.title from documents.event_update u join documents.event v on v.id = u.event_id
    where u.document_id = ${documentId}`.execute(db)
  return rows[0] ?? null
}

/** An update that goes out or leaves changes the event's page. */
export const eventReactions: readonly Reaction[] = [editionPublished, editionWithdrawn].map(
  (heard) =>
    on<{ documentId: number; organizationId: number }>(heard, async (act, told) => {
      const event = await eventOf(act.tx, told.documentId)
      if (!event) return
      await act.announce(eventChanged, {
        subject: `event/${event.id}`,
        organizationId: told.organizationId,
        eventId: event.id,
        what: 'updated',
        documentIds: [told.documentId],
      })
    }),
)
