import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'

export interface FirstHands {
  readonly checkedAt: Date | null
  readonly assignedAt: Date | null
  readonly searchedOn: CivilDate | null
}

/** When a request was first checked, first given to somebody and first searched for. */
export const firstHandsOf = async (db: Db, requestId: number): Promise<FirstHands> => {
  const { rows } = await sql<FirstHands>`
    select (select min(at) from requests.completeness where request_id = ${requestId}) as "checkedAt",
      (select min(at) from requests.assignment where request_id = ${requestId}) as "assignedAt",
      (select min(searched_on) from requests.search where request_id = ${requestId}) as "searchedOn"`.execute(
    db,
  )
  return rows[0] ?? { checkedAt: null, assignedAt: null, searchedOn: null }
}

/** No new version: nobody changed anything, a day was worked out. */
export const saveStepDue = (
  tx: Tx,
  requestId: number,
  due: { readonly step: string; readonly dueOn: CivilDate } | null,
): Promise<unknown> =>
  sql`update requests.request set step_due = ${due?.step ?? null},
      step_due_on = ${due?.dueOn ?? null}::date
    where id = ${requestId} and (step_due, step_due_on)
      is distinct from (${due?.step ?? null}::text, ${due?.dueOn ?? null}::date)`.execute(tx)
