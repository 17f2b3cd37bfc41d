import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { theSystem } from '#platform/act'
import { makeOrganization } from '../../../test/world/organizations.ts'
import { putLive } from '../../../test/world/search.ts'
import { world } from '../../../test/world/world.ts'
import { countLexemes, paceAround, strideFor } from './frequency.ts'

const newest = new Date('2026-06-15T04:00:00Z')

test('[M157] a question steps back no finer than its words are common', async () => {
  const w = await world()
  const { id: organizationId } = await makeOrganization(w)
  const day = (back: number) => new Date(newest.getTime() - back * 86_400_000).toISOString()
  await putLive(
    w,
    Array.from({ length: 200 }, (_, number) => ({
      organizationId,
      title: `第${number}号公告`,
      text: number % 20 === 0 ? '农村危房改造补助资金' : '例行公告',
      publishedAt: day(number * 2),
    })),
  )
  const lexemes = ['公告', '危房', '从没']
  // Nothing was counted yet: from the newest ten days on.
  const blind = await paceAround(w.db, newest, lexemes)
  expect(blind([['公告']], [])).toBeNull()
  expect(strideFor(null, 20)).toBeNull()

  await sql`analyze search.entry`.execute(w.db)
  await w.perform(theSystem, (act) => countLexemes(act.tx))
  const pace = await paceAround(w.db, newest, lexemes)
  // A document every other day: some five in a third of a month.
  expect(pace([['公告']], [])).toBeGreaterThan(3)
  expect(pace([['公告']], [])).toBeLessThan(7)
  expect(strideFor(pace([['公告']], []), 20)).toBe(9)
  // One of twenty: some nine a year are fewer than twenty, eighteen in two, and so on.
  expect(strideFor(pace([['危房']], []), 20)).toBeGreaterThanOrEqual(72)
  expect(strideFor(pace([['从没']], []), 20)).toBe(Number.POSITIVE_INFINITY)
  // Both together are rarer than either.
  const both = pace([['公告'], ['危房']], []) ?? 0
  expect(both).toBeLessThanOrEqual(pace([['危房']], []) ?? 0)
})
