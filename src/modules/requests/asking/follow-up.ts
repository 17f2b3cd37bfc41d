import { sql } from 'kysely'
import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { seal, unseal } from '#platform/sealing'
import { mayHandle } from '../policy.ts'
import { factAbout } from '../request.ts'
import { eventsOf, lockRequest } from '../store/requests.ts'
import { followedUp } from './facts.ts'
import { refuse } from './refusals.ts'
import { wordsSeal } from './requester-acts.ts'

export interface FollowUp {
  readonly id: number
  readonly on: CivilDate
  readonly way: 'call' | 'visit' | 'message'
  readonly satisfaction: number | null
  readonly by: string | null
}

/** Records that the office asked after its answer, by telephone, visit or message (M71). */
export async function recordFollowUp(
  act: Act,
  input: {
    readonly id: number
    readonly on: CivilDate
    readonly way: 'call' | 'visit' | 'message'
    readonly satisfaction: number | null
    readonly text: string
  },
  key: Buffer,
): Promise<void> {
  const request = await lockRequest(act.tx, input.id)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  const served = (await eventsOf(act.tx, input.id)).find(({ type }) => type === 'served')
  if (!served || input.on < served.on || input.on > act.today) throw refuse('followUpTooEarly')
  const sealed = input.text.trim() === '' ? null : seal(input.text, wordsSeal(input.id), key)
  await sql`insert into requests.follow_up
      (request_id, on_day, way, satisfaction, sealed, staff_id, at)
    values (${input.id}, ${input.on}::date, ${input.way}, ${input.satisfaction}, ${sealed},
      ${act.by.id}, ${act.at})`.execute(act.tx)
  await act.announce(followedUp, { ...factAbout(request), way: input.way })
}

/** When and how the office asked after its answer; what was said stays sealed. */
export const followUpsOf = async (db: Db, requestId: number): Promise<readonly FollowUp[]> => {
  const { rows } = await sql<FollowUp>`
    select f.id, f.on_day as "on", f.way, f.satisfaction, s.name as by
    from requests.follow_up f left join accounts.staff s on s.id = f.staff_id
    where f.request_id = ${requestId} order by f.on_day, f.id`.execute(db)
  return rows
}

/** What was said on each follow-up, opened. */
export const followUpWords = async (
  db: Db,
  requestId: number,
  key: Buffer,
): Promise<ReadonlyMap<number, string>> => {
  const { rows } = await sql<{ id: number; sealed: string }>`
    select id, sealed from requests.follow_up
    where request_id = ${requestId} and sealed is not null`.execute(db)
  return new Map(rows.map(({ id, sealed }) => [id, unseal(sealed, wordsSeal(requestId), key)]))
}
