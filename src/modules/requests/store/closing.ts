import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'

export interface Closing {
  readonly closedOn: CivilDate
  readonly archiveNumber: string | null
  readonly archivePlace: string
  readonly archivedOn: CivilDate | null
  readonly particularsRemovedOn: CivilDate | null
  readonly enclosuresRemovedOn: CivilDate | null
}

export const closingOf = async (db: Db, requestId: number): Promise<Closing | null> => {
  const { rows } = await sql<Closing>`
    select closed_on as "closedOn", archive_number as "archiveNumber", archive_place as "archivePlace",
      archived_on as "archivedOn", particulars_removed_on as "particularsRemovedOn",
      enclosures_removed_on as "enclosuresRemovedOn"
    from requests.closing where request_id = ${requestId}`.execute(db)
  return rows[0] ?? null
}

export const insertClosing = (
  tx: Tx,
  requestId: number,
  on: CivilDate,
  staffId: number | null,
): Promise<unknown> =>
  sql`insert into requests.closing (request_id, closed_on, closed_by)
    values (${requestId}, ${on}::date, ${staffId})`.execute(tx)

/**
 * Cases that have been over since before a day: served, lapsed or withdrawn, known to the requester, and
 * with no docket open or decided since. An answer that nobody served is not over.
 */
export const overSince = async (
  tx: Tx,
  before: CivilDate,
  most: number,
): Promise<{ id: number; organizationId: number }[]> => {
  const { rows } = await sql<{ id: number; organizationId: number }>`
    select r.id, r.organization_id as "organizationId" from requests.request r
    cross join lateral (select case r.standing
      when 'lapsed' then r.lapsed_on
      when 'withdrawn' then (select max(e.on_day) from requests.event e
        where e.request_id = r.id and e.type = 'withdrawn' and e.voided_at is null)
      else (select max(e.on_day) from requests.event e
        where e.request_id = r.id and e.type = 'served' and e.voided_at is null) end as on_day) ended
    cross join lateral (select max(s.known_on) as on_day from requests.service s
      where s.request_id = r.id) known
    cross join lateral (select max(d.decided_on) as on_day, bool_or(d.decided_on is null) as open
      from requests.docket d where d.request_id = r.id) docket
    where r.stage not in ('closed', 'archived')
      and r.standing in ('answered', 'answeredLate', 'lapsed', 'withdrawn')
      and docket.open is not true
      and ended.on_day is not null
      and greatest(ended.on_day, known.on_day, docket.on_day) < ${before}::date
    order by r.id limit ${most} for update of r skip locked`.execute(tx)
  return rows
}

export const saveArchive = (
  tx: Tx,
  requestId: number,
  archive: { readonly number: string; readonly place: string; readonly on: CivilDate },
  staffId: number | null,
): Promise<unknown> =>
  sql`update requests.closing set archive_number = ${archive.number}, archive_place = ${archive.place},
    archived_on = ${archive.on}::date, archived_by = ${staffId} where request_id = ${requestId}`.execute(
    tx,
  )

/** Closed cases whose personal data, or whose enclosures, have been kept long enough. */
export const keptTooLong = async (
  tx: Tx,
  what: 'particulars' | 'enclosures',
  closedBefore: CivilDate,
  most: number,
): Promise<number[]> => {
  const removed = sql.ref(`${what}_removed_on`)
  const { rows } = await sql<{ id: number }>`select request_id as id from requests.closing
    where ${removed} is null and closed_on < ${closedBefore}::date
    order by closed_on, request_id limit ${most} for update skip locked`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Takes everything sealed out of closed cases; dates, kinds, standings and results stay for the figures. */
export const removeParticulars = async (
  tx: Tx,
  ids: readonly number[],
  at: Date,
  today: CivilDate,
): Promise<void> => {
  const these = sql`any(${ids}::bigint[])`
  await sql`update requests.requester set sealed = null, removed_at = ${at}
    where id in (select requester_id from requests.request where id = ${these})`.execute(tx)
  await sql`update requests.request set sealed = null where id = ${these}`.execute(tx)
  await sql`update requests.search set sealed = null where request_id = ${these}`.execute(tx)
  await sql`update requests.note set sealed = null where request_id = ${these}`.execute(tx)
  await sql`update requests.closing set particulars_removed_on = ${today}::date
    where request_id = ${these}`.execute(tx)
}

/** Forgets the sealed files of closed cases; answers their hashes, for the store to drop them. */
export const removeEnclosures = async (
  tx: Tx,
  ids: readonly number[],
  at: Date,
  today: CivilDate,
): Promise<string[]> => {
  const these = sql`any(${ids}::bigint[])`
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from requests.enclosure where request_id = ${these} and removed_at is null`.execute(
    tx,
  )
  await sql`update requests.enclosure set removed_at = ${at}, sha256 = '', name = ''
    where request_id = ${these} and removed_at is null`.execute(tx)
  await sql`update requests.closing set enclosures_removed_on = ${today}::date
    where request_id = ${these}`.execute(tx)
  return rows.map(({ sha256 }) => sha256)
}
