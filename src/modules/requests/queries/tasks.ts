import { sql } from 'kysely'
import type { z } from 'zod'
import { reachOf } from '#accounts'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { requestTasks } from '../contract/handling.ts'
import { coWorkers, keepers, seenBy } from '../policy.ts'
import type { Request } from '../request.ts'
import { requestColumns, requestTables } from '../store/requests.ts'
import { lineOf } from './case-page.ts'

// A first screen, not a list: what is beyond is one click away.
const most = 8
const open = sql`r.stage not in ('closed', 'archived')`
const below = (alias: string, paths: readonly string[]) =>
  sql<boolean>`${sql.ref(`${alias}.path`)} like any(${paths.map((path) => `${path}%`)}::text[])`

/** What a person has to know of requests in the morning, the nearest day due first. */
export const tasksOf = async (
  db: Db,
  by: Actor,
  today: CivilDate,
): Promise<z.input<typeof requestTasks.output>> => {
  const list = async (where: ReturnType<typeof sql<boolean>>) => {
    const { rows } = await sql<Request>`select ${requestColumns} from ${requestTables}
      where ${where} and ${open} order by r.due_on asc nulls last, r.id limit ${most}`.execute(db)
    return rows.map((request) => lineOf(request, today))
  }
  const [warned, mine, unassigned, opinions] = await Promise.all([
    list(sql<boolean>`coalesce(r.due_on, r.serve_by) is not null
      and r.id in (select a.request_id from requests.alert a where a.staff_id = ${by.id}
        and a.due_on = coalesce(r.due_on, r.serve_by) and a.request_id = r.id)
      and ${seenBy(by)}`),
    list(
      sql<boolean>`r.handler_id = ${by.id} and (r.answered_on is null or r.signed_on is not null)`,
    ),
    list(sql<boolean>`r.unit_id is null and r.answered_on is null
      and r.standing not in ('lapsed', 'withdrawn') and ${below('o', reachOf(by, keepers))}`),
    list(sql<boolean>`r.id in (select c.request_id from requests.co_unit c
        join organizations.organization co on co.id = c.unit_id
      where c.answered_at is null and ${below('co', reachOf(by, coWorkers))})`),
  ])
  const told = new Set(warned.map((line) => line.id))
  return { warned, mine: mine.filter((line) => !told.has(line.id)), unassigned, opinions }
}
