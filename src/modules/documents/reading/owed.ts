import { sql } from 'kysely'
import type { z } from 'zod'
import { type Role, reachOf } from '#accounts'
import type { Actor } from '#platform/act'
import { addDays, type CivilDate, dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { answerers } from '../agreement/commands.ts'
import { endOfQuarter, quarterOf } from '../bundle/quarter.ts'
import { bundleOf, daysOf } from '../bundle/store.ts'
import type { owed as contract } from '../contract/life-cycle.ts'
import { eventsFor } from '../events/events.ts'
import { publisherRoles, visibleTo, within } from '../policy.ts'
import { reReviewers } from '../re-review/decide-re-review.ts'
import { reminderDays } from '../re-review/re-reviews.ts'
import { topOrganization } from '../store/organizations.ts'

type Owed = z.output<typeof contract.output>['items'][number]

// What a person looks through in the morning; each kind has its own screen for the rest.
const mostOfAKind = 10
// A fortnight before the day for handing in: time to finish what lies on the desk.
const bundleReminderDays = 14

/** Who answers for the unit hears of an urgent release that nobody looked at in time. */
const urgentKeepers: readonly Role[] = ['leader', 'signer', 'disclosureOffice', 'supervisor']

/** To the named reviewer from the release on; once the limit has passed to those above as well. */
const urgentOnes = async (db: Db, by: Actor, now: Date): Promise<Owed[]> => {
  const { rows } = await sql<{
    documentId: number
    title: string
    about: string
    dueAt: Date
    isMine: boolean
  }>`
    select u.document_id as "documentId", e.title, u.due_at as "dueAt",
      u.reviewer_id = ${by.id} as "isMine",
      case when u.reviewer_id = ${by.id} then u.reason else s.name end as about
    from documents.urgent_release u join documents.edition e on e.id = u.edition_id
    join documents.document d on d.id = u.document_id
    join organizations.organization o on o.id = d.organization_id
    join accounts.staff s on s.id = u.reviewer_id
    where u.outcome is null and (u.reviewer_id = ${by.id}
      or (u.due_at < ${now} and ${within(reachOf(by, urgentKeepers))}))
    order by u.due_at limit ${mostOfAKind}`.execute(db)
  return rows.map(({ documentId, title, about, dueAt, isMine }) => ({
    kind: isMine ? 'urgentReview' : 'urgentOverdue',
    ...{ title, to: `/documents/${documentId}`, about },
    due: dueAt.toISOString(),
    late: now > dueAt,
  }))
}

/** Set moments that passed without a release: for who publishes, and for whose text it is. */
const missedOnes = async (db: Db, by: Actor): Promise<Owed[]> => {
  const { rows } = await sql<{ documentId: number; title: string; code: string; publishAt: Date }>`
    select e.document_id as "documentId", e.title, m.code, m.publish_at as "publishAt"
    from documents.missed_release m
    join documents.edition e on e.id = m.edition_id and e.version = m.edition_version
    join documents.document d on d.id = e.document_id
    join organizations.organization o on o.id = d.organization_id
    where e.state = 'approved' and ${visibleTo({ kind: 'staff', by })}
      and (${within(reachOf(by, publisherRoles))} or ${by.id} in (e.created_by, e.submitted_by))
    order by m.publish_at, m.edition_id limit ${mostOfAKind}`.execute(db)
  return rows.map(({ documentId, title, code, publishAt }) => ({
    ...{ kind: 'missedRelease', title, to: `/documents/${documentId}`, about: code },
    ...{ due: publishAt.toISOString(), late: true },
  }))
}

const agreements = async (db: Db, by: Actor, today: CivilDate): Promise<Owed[]> => {
  const { rows } = await sql<{ documentId: number; title: string; about: string; due: string }>`
    select e.document_id as "documentId", e.title, w.name as about, a.due_on as due
    from documents.agreement a
    join organizations.organization o on o.id = a.organization_id
    join documents.edition e on e.id = a.edition_id
    join documents.document d on d.id = e.document_id and d.working_edition_id = e.id
    join organizations.organization w on w.id = d.organization_id
    where a.answer is null and a.cancelled_at is null and ${within(reachOf(by, answerers))}
    order by a.due_on, a.id limit ${mostOfAKind}`.execute(db)
  return rows.map(({ documentId, title, about, due }) => ({
    ...{ kind: 'agreement', title, to: `/documents/${documentId}`, about, due },
    late: due < today,
  }))
}

const reReviewsSoon = async (db: Db, by: Actor, today: CivilDate): Promise<Owed[]> => {
  const { rows } = await sql<{ title: string; about: string; due: string }>`
    select e.title, o.name as about, r.due_on as due
    from documents.re_review r
    join documents.edition e on e.id = r.edition_id
    join documents.document d on d.id = r.document_id
    join organizations.organization o on o.id = d.organization_id
    where r.outcome is null and r.due_on <= ${addDays(today, reminderDays)}::date
      and not d.readers_limited and ${within(reachOf(by, reReviewers))}
    order by r.due_on, r.id limit ${mostOfAKind}`.execute(db)
  return rows.map(({ title, about, due }) => ({
    ...{ kind: 'reReview', title, to: '/documents/re-review', about, due },
    late: due < today,
  }))
}

/** What the quarter's bundle wants of me: to hand in, to collate, to sign. */
const bundleSteps = async (db: Db, by: Actor, today: CivilDate): Promise<Owed[]> => {
  const top = await topOrganization(db)
  const quarter = quarterOf(today)
  const found = await bundleOf(db, top.id, quarter)
  const { handInBy } = found ?? (await daysOf(db, quarter))
  const about = `${quarter.year}-${quarter.quarter}`
  const line = (kind: Owed['kind'], due: string): Owed => ({
    ...{ kind, title: '', to: '/documents/bundle', about, due },
    late: due < today,
  })
  const isTop = (roles: readonly Role[]) => reachOf(by, roles).some((at) => top.path.startsWith(at))
  const endsOn = found?.endsOn ?? endOfQuarter(quarter)
  if (found?.state === 'collated')
    return isTop(['leader', 'signer']) ? [line('bundleSign', endsOn)] : []
  if (found && found.state !== 'open') return []
  if (found && today > handInBy && isTop(['disclosureOffice']))
    return [line('bundleCollate', endsOn)]
  if (today < addDays(handInBy, -bundleReminderDays) || today > handInBy) return []
  return (await hasToHandIn(db, by)) ? [line('bundleHandIn', handInBy)] : []
}

const hasToHandIn = async (db: Db, by: Actor): Promise<boolean> => {
  const { rows } = await sql`
    select from documents.edition e
    join documents.document d on d.working_edition_id = e.id
    join organizations.organization o on o.id = d.organization_id
    where e.state = 'approved' and e.attribute = 'proactive'
      and ${within(reachOf(by, ['signer', 'disclosureOffice', 'leader', 'sectionHead']))}
      and not exists (select from documents.bundle_item i
        where i.edition_id = e.id and i.taken_out_at is null) limit 1`.execute(db)
  return rows.length > 0
}

const eventClocks = async (db: Db, by: Actor, now: Date): Promise<Owed[]> =>
  (await eventsFor(db, by, now)).events
    .filter((event) => event.closedAt === null && event.mayKeep)
    .flatMap((event) =>
      event.clocks
        .filter((clock) => clock.doneAt === null)
        .map((clock) => ({
          ...{ kind: 'event' as const, title: event.title, to: `/documents/events/${event.id}` },
          ...{ about: clock.name, due: clock.dueAt, late: clock.state === 'late' },
        })),
    )

/** Reminders with their limit, for Today: what is late first, then by the day. */
export async function owedTo(
  db: Db,
  by: Actor,
  now: Date,
): Promise<z.output<typeof contract.output>> {
  const today = dateAt(now)
  const lists = await Promise.all([
    missedOnes(db, by),
    eventClocks(db, by, now),
    urgentOnes(db, by, now),
    agreements(db, by, today),
    reReviewsSoon(db, by, today),
    bundleSteps(db, by, today),
  ])
  const items = lists
    .flat()
    .sort((a, b) => Number(b.late) - Number(a.late) || (a.due < b.due ? -1 : 1))
  return { items, more: lists.some((list) => list.length >= mostOfAKind) }
}
