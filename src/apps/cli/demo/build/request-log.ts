import { sql } from 'kysely'
import { theSystem } from '#platform/act'
import { logRequest, rateRequest } from '#requests'
import type { House } from '../../../house.ts'
import type { DemoRequest } from './requests.ts'

// Enough for a page that one can look at.
const most = 8

/** Answered requests come into the log open to all, by those who keep them; one in two was rated. */
export const listAnswers = async (
  house: House,
  asked: readonly DemoRequest[],
  now: Date,
): Promise<void> => {
  const { rows } = await sql<{ id: number; title: string; version: number; served: boolean }>`
    select r.id, r.title, r.version,
      exists (select from requests.event e where e.request_id = r.id and e.type = 'served'
        and e.voided_at is null) as served
    from requests.request r where r.id = any(${asked.map(({ requestId }) => requestId)}::bigint[])
      and r.standing in ('answered', 'answeredLate')
    order by r.answered_on desc, r.id limit ${most}`.execute(house.db)
  for (const [at, { id, title, version, served }] of rows.entries()) {
    const keeper = asked.find(({ requestId }) => requestId === id)?.keeper
    if (!keeper) continue
    const line = { id, version, title: title.replace(/…$/, '等'), documentId: null }
    await house.perform(keeper, (act) => logRequest(act, line), now)
    if (served && at % 2 === 0)
      await house.perform(
        theSystem,
        (act) => rateRequest(act, { id, stars: at % 3 === 0 ? 5 : 4, text: '' }, house.secret),
        now,
      )
  }
}
