import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, weekdayOf } from '#platform/civil-date'
import {
  calendarOf,
  calendarYear,
  endsAsCounted,
  endsOnWorkingDay,
  statutoryYears,
} from './index.ts'

const calendar = calendarOf(statutoryYears)
const day = fc.integer({ min: 0, max: 2600 }).map((n) => addDays('2019-06-01', n))
const count = fc.integer({ min: 1, max: 60 })

test.each([
  ['2026-02-09', 7, '2026-02-25'],
  ['2026-02-09', 20, '2026-03-13'],
  ['2026-02-09', 40, '2026-04-13'],
  ['2026-02-13', 7, '2026-03-02'],
  ['2026-02-13', 20, '2026-03-19'],
  ['2026-02-16', 7, '2026-03-03'],
  ['2026-02-16', 20, '2026-03-20'],
  ['2026-03-02', 15, '2026-03-23'],
  ['2026-03-02', 20, '2026-03-30'],
  ['2026-04-29', 7, '2026-05-12'],
  ['2026-09-18', 7, '2026-09-29'],
  ['2026-09-18', 20, '2026-10-22'],
  ['2026-09-30', 20, '2026-11-03'],
])('[M35] %s and %i working days end on %s', (from, days, due) => {
  expect(calendar.addWorkingDays(from, days)).toBe(due)
  expect(calendar.workingDaysBetween(from, due)).toBe(days)
})

test('goes on after a suspension with the working days that remain', () => {
  const used = calendar.workingDaysBetween('2026-03-02', '2026-03-06')
  expect(used).toBe(4)
  expect(calendar.addWorkingDays('2026-03-20', 20 - used)).toBe('2026-04-14')
})

test('knows the 248 working days of 2026 and every weekend day worked', () => {
  expect(calendar.workingDaysBetween('2025-12-31', '2026-12-31')).toBe(248)
  for (const on of ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20'])
    expect(calendar.isWorkingDay(on), on).toBe(true)
  for (const on of ['2026-01-02', '2026-02-23', '2026-04-06', '2026-05-05', '2026-10-07'])
    expect(calendar.isWorkingDay(on), on).toBe(false)
  // 2024-02-09, New Year's Eve, was only "encouraged" as leave: a working day in law.
  expect(calendar.isWorkingDay('2024-02-09')).toBe(true)
  // The 2020 holiday was lengthened by a second notice, so this Saturday was not worked after all.
  expect(calendar.isWorkingDay('2020-02-01')).toBe(false)
  expect(calendar.isWorkingDay('2022-12-31')).toBe(false)
})

test('refuses to count through a year without a notice and names that year', () => {
  const unknown = { code: 'calendar.unknownYear', params: { year: 2027, before: 2026 } }
  expect(() => calendar.addWorkingDays('2026-12-20', 20)).toThrow(
    expect.objectContaining(unknown) as Error,
  )
  expect(() => calendar.isWorkingDay('2027-01-01')).toThrow('calendar.unknownYear')
  expect(() => calendar.workingDaysBetween('2026-12-20', '2027-01-10')).toThrow()
  expect(() => calendar.strip('2026-12-20', '2027-01-10')).toThrow()
  expect(calendar.addWorkingDays('2026-12-20', 9)).toBe('2026-12-31')

  const gap = calendarOf(statutoryYears.filter((row) => row.year !== 2025))
  expect(() => gap.addWorkingDays('2024-12-20', 20)).toThrow(
    expect.objectContaining({ params: { year: 2025, before: 2024 } }) as Error,
  )
  expect(() => calendarOf([]).isWorkingDay('2026-01-05')).toThrow('calendar.unknownYear')
})

test('lets a period of calendar days end on a working day only where the convention says so', () => {
  // 2026-10-03 lies in the National Day holiday.
  expect(calendar.addCalendarDays('2026-09-03', 30, endsOnWorkingDay)).toBe('2026-10-08')
  const display = endsAsCounted('土地管理法实施条例第二十八条')
  expect(calendar.addCalendarDays('2026-09-03', 30, display)).toBe('2026-10-03')
})

test('shows the strip of days with the reason of each', () => {
  const strip = calendar.strip('2026-02-13', '2026-02-25')
  expect(strip.map((square) => square.reason)).toEqual([
    'trigger',
    'makeUp',
    ...Array(9).fill('holiday'),
    'counted',
    'counted',
  ])
  expect(strip[1]).toEqual({ on: '2026-02-14', counted: true, n: 1, reason: 'makeUp' })
  expect(strip[2]).toMatchObject({ holiday: '春节', counted: false, n: 1 })
  expect(strip.at(-1)).toMatchObject({ on: '2026-02-25', n: 3 })
})

test('adds the days off of one region', () => {
  const guangxi = calendarOf(statutoryYears, { '2026-04-20': '壮族三月三' })
  expect(guangxi.isWorkingDay('2026-04-20')).toBe(false)
  expect(guangxi.addWorkingDays('2026-04-17', 1)).toBe('2026-04-21')
  expect(calendar.addWorkingDays('2026-04-17', 1)).toBe('2026-04-20')
})

test('takes next year as data and refuses a make-up day that is no weekend', () => {
  const next = {
    year: 2027,
    notices: [{ number: '国办发明电〔2026〕1号', on: '2026-11-05', title: 'an invented notice' }],
    holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
    makeUpDays: [],
  }
  const longer = calendarOf([...statutoryYears, calendarYear.parse(next)])
  expect(longer.addWorkingDays('2026-12-31', 1)).toBe('2027-01-04')
  expect(calendarYear.safeParse({ ...next, makeUpDays: ['2027-01-05'] }).success).toBe(false)
  expect(calendarYear.safeParse({ ...next, notices: [] }).success).toBe(false)
})

test('every count ends on a working day, can be counted back and agrees with its strip', () => {
  fc.assert(
    fc.property(day, count, (from, n) => {
      const due = calendar.addWorkingDays(from, n)
      expect(calendar.isWorkingDay(due)).toBe(true)
      expect(calendar.workingDaysBetween(from, due)).toBe(n)
      expect(calendar.workingDaysBetween(due, from)).toBe(-n)
      const strip = calendar.strip(from, due)
      expect(strip.filter((square) => square.counted)).toHaveLength(n)
      expect(strip.at(-1)).toMatchObject({ on: due, counted: true, n })
    }),
    { numRuns: 300 },
  )
})

test('a later trigger or a longer period never ends earlier', () => {
  fc.assert(
    fc.property(day, count, (from, n) => {
      const due = calendar.addWorkingDays(from, n)
      expect(calendar.addWorkingDays(addDays(from, 1), n) >= due).toBe(true)
      expect(calendar.addWorkingDays(from, n + 1) > due).toBe(true)
    }),
  )
})

test('counting back undoes counting on from a working day', () => {
  fc.assert(
    fc.property(day, count, (from, n) => {
      fc.pre(calendar.isWorkingDay(from))
      expect(calendar.addWorkingDays(calendar.addWorkingDays(from, n), -n)).toBe(from)
    }),
  )
})

test('make-up days are weekend days that lie in no holiday', () => {
  for (const year of statutoryYears) {
    for (const on of year.makeUpDays) {
      expect([0, 6]).toContain(weekdayOf(on))
      expect(year.holidays.some((holiday) => holiday.from <= on && on <= holiday.to)).toBe(false)
    }
  }
})
