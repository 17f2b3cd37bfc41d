import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'

/** Notes who is warned now; answers those who had not been warned of this light of this limit. */
export const insertAlerts = async (
  tx: Tx,
  alert: {
    readonly requestId: number
    readonly dueOn: CivilDate
    readonly light: string
    readonly staffIds: readonly number[]
    readonly at: Date
  },
): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    insert into requests.alert (request_id, due_on, light, staff_id, at)
    select ${alert.requestId}, ${alert.dueOn}::date, ${alert.light}, id, ${alert.at}
    from unnest(${alert.staffIds}::bigint[]) as id
    on conflict do nothing returning staff_id as id`.execute(tx)
  return rows.map(({ id }) => id)
}

export interface AlertRow {
  readonly light: 'yellow' | 'orange' | 'red' | 'overdue'
  readonly dueOn: CivilDate
  readonly at: Date
  readonly to: string[]
}

/** Who was warned of what, when. */
export const alertsOf = async (db: Db, requestId: number): Promise<AlertRow[]> => {
  const { rows } = await sql<AlertRow>`
    select a.light, a.due_on as "dueOn", a.at, array_agg(s.name order by s.id) as "to"
    from requests.alert a join accounts.staff s on s.id = a.staff_id
    where a.request_id = ${requestId}
    group by a.light, a.due_on, a.at order by a.at`.execute(db)
  return rows
}
