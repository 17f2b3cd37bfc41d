import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { addDays, dateAt, startOfDay } from '#platform/civil-date'
import { openProgress } from '#requests'
import { clockStandings, doors, stages } from '#requests/contract'
import { world } from '../../../../../test/world/world.ts'
import { askForFee } from './fees.ts'
import { makePeople } from './people.ts'
import { makeRequests } from './requests.ts'
import { toFollow } from './requests-to-follow.ts'

test('[M61] [M68] the demo county has a request in every standing and stage, from every door, and one who asks 35 times', async () => {
  const w = await world()
  const now = new Date('2026-11-21T09:00:00+08:00')
  const people = await makePeople(w.house, startOfDay(addDays(dateAt(now), -730)))
  const made = await makeRequests(w.house, people, now)
  expect(made.length).toBeGreaterThan(70)
  const followed = toFollow(made)
  expect(followed).toHaveLength(3)
  for (const { number, checkCode } of followed) {
    const guess = { number, checkCode, question: '', answer: '', address: '127.0.0.1' }
    await expect(openProgress(w.house, guess, w.house.secret)).resolves.toBeGreaterThan(0)
  }
  await askForFee(w.house, people, made, now)
  const { rows } = await sql<{ standing: string; door: string; number: number }>`
    select standing, door, count(*)::int as number from requests.request group by 1, 2`.execute(
    w.db,
  )
  expect(new Set(rows.map((row) => row.standing))).toEqual(new Set(clockStandings))
  expect(new Set(rows.map((row) => row.door))).toEqual(new Set(doors))
  const { rows: inWork } = await sql<{ stage: string; unknown: number }>`
    select stage, count(*) filter (where answered_on is not null and result_code is null)::int
      as unknown from requests.request group by 1`.execute(w.db)
  expect(new Set(inWork.map(({ stage }) => stage))).toEqual(new Set(stages))
  // What was answered has its result, for the annual report.
  expect(inWork.map(({ unknown }) => unknown)).toEqual(inWork.map(() => 0))
  const { rows: often } = await sql<{ n: number }>`
    select count(*)::int as n from requests.request r join requests.requester q on q.id = r.requester_id
    group by q.fingerprint, to_char(r.submitted_on, 'YYYY-MM') order by 1 desc limit 1`.execute(
    w.db,
  )
  expect(often[0]?.n).toBe(35)
}, 120_000)
