import { type RawBuilder, sql } from 'kysely'
import type { ChangedDays } from '#calendar'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { ClockEvent } from '../clock/contract.ts'
import { refuse } from '../refusals.ts'
import type { Kept, Request } from '../request.ts'

/** A request with who was asked (`o`) and who works on it (`u`). */
export const requestColumns = sql`r.id, r.number, r.organization_id as "organizationId",
  o.path as "organizationPath", o.name as "organizationName", r.requester_id as "requesterId", r.channel, r.door, r.title, r.supply,
  r.delivery, r.submitted_on as "submittedOn", r.received_on as "receivedOn", r.standing,
  r.reply_due_on as "replyDueOn", r.extended_due_on as "extendedDueOn", r.due_on as "dueOn",
  r.lapsed_on as "lapsedOn", r.step_due as "stepDue", r.step_due_on as "stepDueOn",
  r.signed_on as "signedOn", r.serve_by as "serveBy", r.stage, r.unit_id as "unitId", u.path as "unitPath", u.name as "unitName",
  array(select co.path from requests.co_unit c join organizations.organization co on co.id = c.unit_id
    where c.request_id = r.id) as "coPaths",
  r.handler_id as "handlerId", h.name as "handlerName", r.result_code as "resultCode", r.answered_on as "answeredOn",
  r.unknown_year as "unknownYear", r.parent_id as "parentId", r.merged_into_id as "mergedIntoId",
  r.repeat_of_id as "repeatOfId", r.logged_publicly as "loggedPublicly", r.satisfaction,
  r.created_at as "createdAt", r.updated_at as "updatedAt", r.version`

export const requestTables = sql`requests.request r
  join organizations.organization o on o.id = r.organization_id
  left join organizations.organization u on u.id = r.unit_id
  left join accounts.staff h on h.id = r.handler_id`

const one = async (db: Db, where: RawBuilder<unknown>): Promise<Request | null> => {
  const { rows } = await sql<Request>`select ${requestColumns} from ${requestTables}
    where ${where}`.execute(db)
  return rows[0] ?? null
}

export const requestRow = (db: Db, id: number): Promise<Request | null> =>
  one(db, sql`r.id = ${id}`)

/** A request as it stands after a change of this act. */
export const freshRequest = async (tx: Tx, id: number): Promise<Request> => {
  const request = await requestRow(tx, id)
  if (!request) throw refuse('notFound')
  return request
}

export const requestByNumber = (db: Db, number: string): Promise<Request | null> =>
  one(db, sql`r.number = ${number}`)

/** Locks a request for a change; one that somebody changed meanwhile is refused. */
export const lockRequest = async (tx: Tx, id: number, version?: number): Promise<Request> => {
  await sql`select from requests.request where id = ${id} for update`.execute(tx)
  const request = await requestRow(tx, id)
  if (!request) throw refuse('notFound')
  if (version !== undefined && version !== request.version) throw refuse('changedMeanwhile')
  return request
}

export const insertRequester = async (
  tx: Tx,
  requester: { readonly kind: string; readonly fingerprint: string; readonly at: Date },
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into requests.requester (kind, fingerprint, created_at)
    values (${requester.kind}, ${requester.fingerprint}, ${requester.at}) returning id`.execute(tx)
  return rows[0]?.id ?? 0
}

export const sealRequester = (tx: Tx, id: number, sealed: string): Promise<unknown> =>
  sql`update requests.requester set sealed = ${sealed} where id = ${id}`.execute(tx)

export const nextNumber = async (tx: Tx, organizationId: number, year: number): Promise<number> => {
  const { rows } = await sql<{ last: number }>`
    insert into requests.counter (organization_id, year, last) values (${organizationId}, ${year}, 1)
    on conflict (organization_id, year) do update set last = requests.counter.last + 1
    returning last`.execute(tx)
  return rows[0]?.last ?? 0
}

export interface NewRequest {
  readonly number: string
  readonly organizationId: number
  readonly requesterId: number
  readonly channel: string
  readonly door: string
  readonly checkCode: string
  readonly title: string
  readonly supply: string
  readonly delivery: string
  readonly submittedOn: CivilDate
  readonly stage: 'new' | 'registered'
  readonly parentId: number | null
}

export const insertRequest = async (tx: Tx, made: NewRequest, at: Date): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into requests.request (number, organization_id, requester_id, channel, door, check_code, title,
      supply, delivery, submitted_on, standing, stage, parent_id, created_at, updated_at)
    values (${made.number}, ${made.organizationId}, ${made.requesterId}, ${made.channel}, ${made.door},
      ${made.checkCode}, ${made.title}, ${made.supply}, ${made.delivery}, ${made.submittedOn}::date,
      'unconfirmed', ${made.stage}, ${made.parentId}, ${at}, ${at})
    returning id`.execute(tx)
  return rows[0]?.id ?? 0
}

export const sealRequest = (tx: Tx, id: number, sealed: string): Promise<unknown> =>
  sql`update requests.request set sealed = ${sealed} where id = ${id}`.execute(tx)

/** Writes what the clock says, and whatever else a command changed, as one new version. */
export const saveRequest = async (
  tx: Tx,
  id: number,
  change: Partial<Kept> & {
    readonly stage?: Request['stage']
    readonly unitId?: number | null
    readonly handlerId?: number | null
    readonly resultCode?: string | null
    readonly title?: string
  },
  at: Date,
): Promise<void> => {
  const columns: Readonly<Record<string, unknown>> = {
    received_on: change.receivedOn,
    standing: change.standing,
    reply_due_on: change.replyDueOn,
    extended_due_on: change.extendedDueOn,
    due_on: change.dueOn,
    lapsed_on: change.lapsedOn,
    answered_on: change.answeredOn,
    turns_on: change.turnsOn,
    unknown_year: change.unknownYear,
    stage: change.stage,
    unit_id: change.unitId,
    handler_id: change.handlerId,
    result_code: change.resultCode,
    title: change.title,
  }
  const sets = Object.entries(columns)
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`update requests.request set ${sql.join([
    ...sets,
    sql`updated_at = ${at}`,
    sql`version = version + 1`,
  ])} where id = ${id}`.execute(tx)
}

/** One entry of the legal record of a case. */
export interface EventRow extends ClockEvent {
  readonly id: number
  readonly note: string
  readonly partyId: number | null
  readonly letterId: number | null
  readonly at: Date
  readonly staffId: number | null
}

/** What happened and stands, in the order in which it happened. */
export const eventsOf = async (db: Db, requestId: number): Promise<EventRow[]> => {
  const { rows } = await sql<EventRow>`
    select id, type, on_day as "on", note, party_id as "partyId", letter_id as "letterId", at,
      staff_id as "staffId"
    from requests.event where request_id = ${requestId} and voided_at is null
    order by on_day, id`.execute(db)
  return rows
}

export const insertEvent = async (
  tx: Tx,
  requestId: number,
  event: ClockEvent & {
    readonly note: string
    readonly partyId: number | null
    readonly letterId: number | null
    readonly staffId: number | null
    readonly at: Date
  },
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into requests.event (request_id, type, on_day, note, party_id, letter_id, at, staff_id)
    values (${requestId}, ${event.type}, ${event.on}::date, ${event.note}, ${event.partyId},
      ${event.letterId}, ${event.at}, ${event.staffId}) returning id`.execute(tx)
  return rows[0]?.id ?? 0
}

export const voidEventRow = async (
  tx: Tx,
  requestId: number,
  eventId: number,
  by: { readonly at: Date; readonly staffId: number | null; readonly reason: string },
): Promise<string | null> => {
  const { rows } = await sql<{ type: string }>`
    update requests.event set voided_at = ${by.at}, voided_by = ${by.staffId}, voided_reason = ${by.reason}
    where id = ${eventId} and request_id = ${requestId} and voided_at is null returning type`.execute(
    tx,
  )
  return rows[0]?.type ?? null
}

/** The organization at the top, whose rules hold for all. */
export const topOrganization = async (db: Db): Promise<{ id: number; path: string }> => {
  const { rows } = await sql<{ id: number; path: string }>`
    select id, path from organizations.organization where parent_id is null order by id limit 1`.execute(
    db,
  )
  if (!rows[0]) throw refuse('noSuchOffice')
  return rows[0]
}

/** Requests that a day turns. */
export const turningBy = async (tx: Tx, today: CivilDate, most: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`select id from requests.request
    where turns_on <= ${today}::date order by turns_on, id limit ${most}`.execute(tx)
  return rows.map(({ id }) => id)
}

// A step of the work may be due some weeks after the limit that the row names (service after a reply).
const stepAfterLimitDays = 31

/**
 * Turns requests today that could not be counted, done ones too (whether in time is known now), and
 * open ones counted over days that changed.
 */
export const turnAnew = async (
  tx: Tx,
  asked: { readonly days: ChangedDays; readonly counted: boolean; readonly today: CivilDate },
): Promise<void> => {
  await sql`update requests.request set turns_on = ${asked.today}::date
    where unknown_year is not null or (${asked.counted} and stage not in ('closed', 'archived')
      and greatest(due_on, step_due_on) >= ${asked.days.from}::date - ${stepAfterLimitDays}::int)`.execute(
    tx,
  )
}

/** Nothing turns it until somebody changed what was entered. */
export const waitForPerson = async (tx: Tx, id: number): Promise<void> => {
  await sql`update requests.request set turns_on = null where id = ${id}`.execute(tx)
}

export const sealedOf = async (
  db: Db,
  id: number,
): Promise<{ asked: string | null; requester: string | null; kind: string; checkCode: string }> => {
  const { rows } = await sql<{
    asked: string | null
    requester: string | null
    kind: string
    checkCode: string
  }>`select r.sealed as asked, q.sealed as requester, q.kind, r.check_code as "checkCode"
    from requests.request r join requests.requester q on q.id = r.requester_id
    where r.id = ${id}`.execute(db)
  const row = rows[0]
  if (!row) throw refuse('notFound')
  return row
}
