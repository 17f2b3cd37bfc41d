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
