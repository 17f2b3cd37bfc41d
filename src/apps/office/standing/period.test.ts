import { expect, test } from 'vitest'
import { daysOf, kindOf, periodOf, periodsBefore } from './period.ts'

test('[M136] names the quarters before a day across a new year', () => {
  expect(periodsBefore('quarter', '2026-02-03', 4)).toEqual([
    '2026-Q1',
    '2025-Q4',
    '2025-Q3',
    '2025-Q2',
  ])
  expect(periodsBefore('month', '2026-01-31', 3)).toEqual(['2026-01', '2025-12', '2025-11'])
  expect(periodsBefore('year', '2026-11-21', 2)).toEqual(['2026', '2025'])
})

test('[M136] knows the kind of a span and the span of a day', () => {
  expect([undefined, '2026', '2026-Q3', '2026-09'].map(kindOf)).toEqual([
    'all',
    'year',
    'quarter',
    'month',
  ])
  expect(periodOf('quarter', '2026-09-30')).toBe('2026-Q3')
  expect(periodOf('all', '2026-09-30')).toBeNull()
})

test('[M138] a span runs from its first day to its last', () => {
  expect(daysOf('2024-02')).toEqual({ from: '2024-02-01', to: '2024-02-29' })
  expect(daysOf('2026-Q4')).toEqual({ from: '2026-10-01', to: '2026-12-31' })
  expect(daysOf('2026')).toEqual({ from: '2026-01-01', to: '2026-12-31' })
})
