import { expect, test } from 'vitest'
import { spanOf } from './period.ts'

test.each([
  ['2026', '2026-01-01', '2027-01-01'],
  ['2026-Q1', '2026-01-01', '2026-04-01'],
  ['2026-Q4', '2026-10-01', '2027-01-01'],
  ['2026-02', '2026-02-01', '2026-03-01'],
  ['2026-12', '2026-12-01', '2027-01-01'],
])('[M138] %s lasts from %s until before %s', (period, from, until) => {
  expect(spanOf(period)).toEqual({ from, until })
})
