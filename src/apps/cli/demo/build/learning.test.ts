import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { theSystem } from '#platform/act'
import { addDays, dateAt, startOfDay } from '#platform/civil-date'
import { analysisOf, docketList, feeList, proposalList } from '#requests'
import { world } from '../../../../../test/world/world.ts'
import { makeLearning } from './learning.ts'
import { makePeople } from './people.ts'

test('[M68] [M75] [M76] the demo county charges, is not paid, loses a case and publishes what many asked for', async () => {
  const w = await world()
  const now = new Date('2026-11-21T09:00:00+08:00')
  const today = dateAt(now)
  const people = await makePeople(w.house, startOfDay(addDays(today, -730)))
  await makeLearning(w.house, people, now)
  const fees = await feeList(w.db, theSystem, { limit: 10 }, today)
  expect(fees.items.map(({ state }) => state).sort()).toEqual(['lapsed', 'paid'])
  expect(fees.paidFen).toBe(100_00)
  const dockets = await docketList(w.db, theSystem, { limit: 10 }, today)
  expect(dockets.items.map(({ outcome }) => outcome)).toEqual([null, 'upheld', 'corrected'])
  expect(dockets.items[0]?.next).not.toBeNull()
  const [proposal] = (await proposalList(w.db, theSystem, { limit: 10 }, today)).items
  expect(proposal).toMatchObject({
    state: 'accepted',
    spared: 3,
    drop: { before: 4, after: 1, complete: true },
  })
  const year = { from: addDays(today, -365), to: today }
  const seen = await analysisOf(w.db, theSystem, year)
  expect(seen.likes[0]?.words).toContain('高龄')
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from requests.request
    where standing in ('running', 'overdue')`.execute(w.db)
  expect(rows[0]?.n).toBe(0)
}, 120_000)
