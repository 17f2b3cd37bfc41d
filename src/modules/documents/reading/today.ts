import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { reachOf } from '#accounts'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { soonUntil } from '../clock.ts'
import type { today as contract } from '../contract/reading.ts'
import { publisherRoles, reachOfStaff, visibleTo, within } from '../policy.ts'
import { documentLines } from '../store/lines.ts'
import { isPublisherApart } from '../store/settings.ts'

// What one looks through before the first coffee; the full list is one click away.
const most = 20

const soonestFirst = sql`e.due_on nulls last, e.updated_at, e.id`
const latestFirst = sql`e.updated_at desc, e.id desc`

const notMine = (by: Actor): RawBuilder<boolean> =>
  sql<boolean>`(${by.id}::bigint is null or ${by.id} not in (coalesce(e.created_by, 0),
    coalesce(e.updated_by, 0), coalesce(e.submitted_by, 0)))`

const mine = (by: Actor): RawBuilder<boolean> =>
  sql<boolean>`${by.id} in (e.created_by, e.updated_by, e.submitted_by)`

/** A draft that no person began or has written in: packages of the office network bring such. */
const untouched = sql<boolean>`(e.state = 'draft' and e.created_by is null and e.updated_by is null)`

/** The step that waits is one I may pass: my role here, not my text, no step of mine this round. */
const waitsForMe = (by: Actor): RawBuilder<boolean> => sql<boolean>`(e.state = 'inReview'
  and exists (
    select from unnest(${by.grants.map((one) => one.role)}::text[],
                       ${by.grants.map((one) => one.path)}::text[]) g(role, path)
    where g.role = e.steps[e.step + 1] and starts_with(o.path, g.path))
  and not exists (select from documents.review r where r.edition_id = e.id and r.round = e.round
    and r.verdict = 'approved' and r.staff_id = ${by.id}))`

/** The first screen of the office: what waits for me, came back, is late or near it, can go out. */
export async function todayOf(
  db: Db,
  by: Actor,
  today: CivilDate,
): Promise<z.output<typeof contract.output>> {
  const visible = visibleTo({ kind: 'staff', by })
  const list = (orderBy: RawBuilder<unknown>, ...where: RawBuilder<boolean>[]) =>
    documentLines(db, { which: 'working', where: [...where, visible], orderBy, limit: most, today })
  const publishes = within(reachOf(by, publisherRoles))
  const mayPublish = (await isPublisherApart(db)) ? notMine(by) : sql<boolean>`true`
  const [waiting, returned, due, ready, arrived, drafts] = await Promise.all([
    list(soonestFirst, waitsForMe(by), notMine(by)),
    list(latestFirst, sql<boolean>`e.state = 'returned'`, mine(by)),
    list(
      soonestFirst,
      sql<boolean>`e.state in ('draft', 'inReview', 'returned', 'approved', 'scheduled')
        and e.attribute = 'proactive' and e.due_on <= ${soonUntil(today)}::date`,
      sql<boolean>`d.live_edition_id is null`,
      within(reachOfStaff(by)),
    ),
    list(
      soonestFirst,
      sql<boolean>`e.state = 'approved' and e.attribute = 'proactive'`,
      publishes,
      mayPublish,
    ),
    list(soonestFirst, untouched, within(reachOf(by, ['clerk', 'sectionHead']))),
    list(latestFirst, sql<boolean>`e.state = 'draft'`, mine(by)),
  ])
  return { waiting, returned, due, ready, arrived, drafts }
}
