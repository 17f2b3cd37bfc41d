import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'

/** On which day the reply of a case was signed; null while none is. */
export const replySignedOn = async (db: Db, requestId: number): Promise<CivilDate | null> => {
  const { rows } = await sql<{ on: CivilDate | null }>`
    select max((signed_at at time zone 'Asia/Shanghai')::date) as "on" from requests.letter
    where request_id = ${requestId} and kind like 'reply:%' and state in ('approved', 'issued')`.execute(
    db,
  )
  return rows[0]?.on ?? null
}

/** No new version: nobody changed anything. The row turns on the day that comes first. */
export const saveServing = (
  tx: Tx,
  requestId: number,
  serving: {
    readonly signedOn: CivilDate | null
    readonly serveBy: CivilDate | null
    readonly turnsOn: CivilDate | null
  },
): Promise<unknown> =>
  sql`update requests.request set signed_on = ${serving.signedOn}::date,
      serve_by = ${serving.serveBy}::date, turns_on = least(turns_on, ${serving.turnsOn}::date)
    where id = ${requestId} and (signed_on, serve_by, turns_on) is distinct from
      (${serving.signedOn}::date, ${serving.serveBy}::date, least(turns_on, ${serving.turnsOn}::date))`.execute(
    tx,
  )
