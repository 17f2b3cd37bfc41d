import fc from 'fast-check'
import { expect, test } from 'vitest'
import { marksOf, periods, startOfYear, stretchesFrom, withinStretch, yearOf } from './marks.ts'

const periodMarks = (publishedAt: Date) =>
  marksOf({ publishedAt, fieldCodes: [], organizationId: 7 }).filter((mark) => /^:p/.test(mark))

const at = (text: string) => new Date(`${text}+08:00`)

test('[M157] the year and the third of a month are those of Shanghai', () => {
  expect(yearOf(at('2026-01-01T00:00:00'))).toBe(2026)
  expect(yearOf(at('2025-12-31T23:59:59'))).toBe(2025)
  expect(startOfYear(2026)).toEqual(at('2026-01-01T00:00:00'))
  expect(periodMarks(at('2026-03-10T23:59:59'))[0]).not.toBe(
    periodMarks(at('2026-03-11T00:00:00'))[0],
  )
  expect(periodMarks(at('2026-03-21T00:00:00'))).toEqual(periodMarks(at('2026-03-31T23:59:59')))
})

test('[M157] on the way back through time every document is met once, newest first', () => {
  const moment = fc.date({
    min: at('2000-01-01T00:00:00'),
    max: at('2030-12-31T23:59:59'),
    noInvalidDate: true,
  })
  const stride = fc.constantFrom(null, ...periods, Number.POSITIVE_INFINITY)
  fc.assert(
    fc.property(moment, moment, moment, stride, (one, two, three, least) => {
      const [oldest, published, newest] = [one, two, three].sort(
        (a, b) => Number(a) - Number(b),
      ) as [Date, Date, Date]
      const marks = periodMarks(published)
      const met = stretchesFrom(newest, oldest, least)
        .map((stretch, order) => ({ ...stretch, order }))
        .filter(({ mark, before }) => published < before && (mark === null || marks.includes(mark)))
      expect(met.length).toBeGreaterThan(0)
      const stretches = stretchesFrom(newest, oldest, least)
      const ends = stretches.map((stretch) => Number(stretch.before))
      expect(ends).toEqual([...ends].sort((a, b) => b - a))
      // A mark's period may reach into a newer stretch, but `before` keeps what is there out of it.
      const next = stretches[(met[0]?.order ?? 0) + 1]
      if (next) expect(Number(published)).toBeGreaterThanOrEqual(Number(next.before))
      expect(met).toHaveLength(1)
    }),
    { numRuns: 1_000 },
  )
})

test('[M157] a field or a unit is looked for within its stretch of time', () => {
  const before = at('2026-03-11T00:00:00')
  expect(withinStretch({ mark: ':p1-7', before }, [], "'路'")).toBe("':p1-7' & '路'")
  expect(withinStretch({ mark: ':p1-7', before }, [[':fF19'], [':o3', ':o4']], "'路'")).toBe(
    "(':fF19:p1-7') & (':o3:p1-7' | ':o4:p1-7') & '路'",
  )
  expect(withinStretch({ mark: null, before }, [[':fF19']], "'路'")).toBe("(':fF19') & '路'")
})
