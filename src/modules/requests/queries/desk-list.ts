import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { ClockStanding } from '../clock/contract.ts'
import type { requestList } from '../contract/desk.ts'
import type { Door, Stage } from '../contract/nouns.ts'
import { seenBy } from '../policy.ts'
import type { Request } from '../request.ts'
import { requestColumns, requestTables } from '../store/requests.ts'
import { lineOf } from './case-page.ts'

export interface DeskFilters {
  /** Open cases by the day due, or all by the day of submission. */
  readonly view: 'open' | 'all'
  readonly standing?: ClockStanding | undefined
  readonly stage?: Stage | undefined
  readonly organizationId?: number | undefined
  readonly unitId?: number | undefined
  readonly handlerId?: number | undefined
  readonly door?: Door | undefined
  /** The number, or words of the title. */
  readonly q?: string | undefined
  readonly submittedFrom?: CivilDate | undefined
  readonly submittedTo?: CivilDate | undefined
  /** Of which a step should have been done before this day. */
  readonly stepLateOn?: CivilDate | undefined
}

export interface DeskPage {
  readonly items: readonly Request[]
  readonly next: string | null
}

// A word that a page of these does not fill is rare enough for the index.
const nearest = 300

const cursorForm = /^(\d{4}-\d\d-\d\d)?~(\d{1,15})$/

/** One page of the desk's list, for what this person may see; keyset paged. */
export const deskList = async (
  db: Db,
  by: Actor,
  filters: DeskFilters,
  page: { readonly after: string | null; readonly limit: number },
): Promise<DeskPage> => {
  const open = filters.view === 'open'
  const [, day = null, id] = cursorForm.exec(page.after ?? '') ?? []
  const like = filters.q ? `%${filters.q.replace(/[\\%_]/g, '\\$&')}%` : null
  // Nothing due sorts last: it waits for the requester, or for a year's holidays.
  const behind = !id
    ? sql``
    : open
      ? day
        ? sql`and (r.due_on > ${day}::date or (r.due_on = ${day}::date and r.id > ${Number(id)})
            or r.due_on is null)`
        : sql`and r.due_on is null and r.id > ${Number(id)}`
      : sql`and (r.submitted_on, r.id) < (${day}::date, ${Number(id)})`
  const order = open ? sql`r.due_on asc nulls last, r.id` : sql`r.submitted_on desc, r.id desc`
  const among = sql`requests.request r
    where ${seenBy(by)} ${open ? sql`and r.stage not in ('closed', 'archived')` : sql``}
      ${filters.standing ? sql`and r.standing = ${filters.standing}` : sql``}
      ${filters.door ? sql`and r.door = ${filters.door}` : sql``}
      ${filters.stage ? sql`and r.stage = ${filters.stage}` : sql``}
      ${filters.organizationId ? sql`and r.organization_id = ${filters.organizationId}` : sql``}
      ${filters.unitId ? sql`and r.unit_id = ${filters.unitId}` : sql``}
      ${filters.handlerId ? sql`and r.handler_id = ${filters.handlerId}` : sql``}
      ${filters.submittedFrom ? sql`and r.submitted_on >= ${filters.submittedFrom}::date` : sql``}
      ${filters.submittedTo ? sql`and r.submitted_on <= ${filters.submittedTo}::date` : sql``}
      ${filters.stepLateOn ? sql`and r.step_due_on < ${filters.stepLateOn}::date` : sql``}
      ${behind}`
  const read = async (ids: RawBuilder<unknown>): Promise<readonly Request[]> => {
    const { rows } = await sql<Request>`select ${requestColumns} from ${requestTables}
      where r.id = any(array(${ids})) order by ${order}`.execute(db)
    return rows
  }
  const most = page.limit + 1
  const worded = sql`(r.number ilike ${like} or r.title ilike ${like})`
  let rows = like
    ? await read(sql`select r.id from (select r.* from ${among} order by ${order} limit ${nearest}) r
        where ${worded} order by ${order} limit ${most}`)
    : await read(sql`select r.id from ${among} order by ${order} limit ${most}`)
  // Rare words are found by their pairs of signs; common ones stand among the nearest already.
  if (like && rows.length < most)
    rows = await read(sql`select r.id from ${among} and ${worded}
      and r.id = any(array(select w.id from requests.request w
        where requests.pairs(w.number || ' ' || w.title) @> requests.pairs(${filters.q})))
      order by ${order} limit ${most}`)
  const last = rows.length > page.limit ? rows[page.limit - 1] : undefined
  return {
    items: rows.slice(0, page.limit),
    next: last ? `${(open ? last.dueOn : last.submittedOn) ?? ''}~${last.id}` : null,
  }
}

/** The list as the office shows it. */
export const requestLines = async (
  db: Db,
  by: Actor,
  input: z.output<typeof requestList.input>,
  today: CivilDate,
): Promise<z.input<typeof requestList.output>> => {
  const { after, limit, mine, stepLate, ...filters } = input
  const handlerId = mine && by.id !== null ? by.id : filters.handlerId
  const { items, next } = await deskList(
    db,
    by,
    { ...filters, handlerId, stepLateOn: stepLate && today },
    { after: after ?? null, limit },
  )
  return { items: items.map((request) => lineOf(request, today)), next }
}
