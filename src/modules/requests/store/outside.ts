import { sql } from 'kysely'
import type { Act } from '#platform/act'
import type { Db, Tx } from '#platform/database'
import type { OutsideAnswer } from '../contract/handling.ts'

export const outsideAnswerOf = async (db: Db, requestId: number): Promise<OutsideAnswer | null> => {
  const { rows } = await sql<OutsideAnswer>`select code, article, number, replied_on as "repliedOn",
      served_on as "servedOn", way, source
    from requests.outside_answer where request_id = ${requestId}`.execute(db)
  return rows[0] ?? null
}

export const saveOutsideAnswer = (
  act: Act,
  requestId: number,
  answer: OutsideAnswer,
): Promise<unknown> =>
  sql`insert into requests.outside_answer (request_id, code, article, number, replied_on, served_on,
      way, source, recorded_at, recorded_by)
    values (${requestId}, ${answer.code}, ${answer.article}, ${answer.number},
      ${answer.repliedOn}::date, ${answer.servedOn}::date, ${answer.way}, ${answer.source}, ${act.at},
      ${act.by.id})`.execute(act.tx)

/** Whether there was one to forget. */
export const dropOutsideAnswer = async (tx: Tx, requestId: number): Promise<boolean> => {
  const { numAffectedRows = 0n } = await sql`delete from requests.outside_answer
    where request_id = ${requestId}`.execute(tx)
  return numAffectedRows > 0n
}
