import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { Excessive } from '../contract/frequency.ts'

export const excessiveOf = async (db: Db, id: number): Promise<Excessive | null> => {
  const { rows } = await sql<Excessive>`select ground, month_count as month, year_count as year,
      asked_on as "askedOn", outcome, delayed_until as "delayedUntil", note, decided_on as "decidedOn"
    from requests.excessive where request_id = ${id}`.execute(db)
  return rows[0] ?? null
}

export const insertExcessive = (
  tx: Tx,
  id: number,
  one: Pick<Excessive, 'ground' | 'month' | 'year' | 'askedOn'> & { staffId: number | null },
): Promise<unknown> =>
  sql`insert into requests.excessive (request_id, ground, month_count, year_count, asked_on, staff_id)
    values (${id}, ${one.ground}, ${one.month}, ${one.year}, ${one.askedOn}::date, ${one.staffId})`.execute(
    tx,
  )

export const judgeExcessive = (
  tx: Tx,
  id: number,
  one: Pick<Excessive, 'outcome' | 'delayedUntil' | 'note' | 'decidedOn'> & {
    staffId: number | null
  },
): Promise<unknown> =>
  sql`update requests.excessive set outcome = ${one.outcome}, delayed_until = ${one.delayedUntil}::date,
    note = ${one.note}, decided_on = ${one.decidedOn}::date, staff_id = ${one.staffId}
    where request_id = ${id}`.execute(tx)
