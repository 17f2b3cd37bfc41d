import { expect, test } from 'vitest'
import {
  calendarOf,
  type ReleaseRule,
  releaseDueOn,
  statutoryYears,
  trafficLight,
} from './index.ts'

const calendar = calendarOf(statutoryYears)
const due = (rule: ReleaseRule, on: string) => releaseDueOn(rule, on, calendar)

test.each<[string, ReleaseRule, string, string, string]>([
  [
    'within 20',
    { kind: 'within', days: 20, unit: 'working' },
    '2026-02-09',
    '2026-03-13',
    'within',
  ],
  [
    '7 of a permit',
    { kind: 'within', days: 7, unit: 'working' },
    '2026-04-29',
    '2026-05-12',
    'within',
  ],
  [
    '预算法 art. 14',
    { kind: 'within', days: 20, unit: 'calendar' },
    '2026-01-12',
    '2026-02-02',
    'withinCalendar',
  ],
  [
    '24 hours',
    { kind: 'within', days: 24, unit: 'hour' },
    '2026-10-02',
    '2026-10-03',
    'withinHours',
  ],
  [
    'before a hearing',
    { kind: 'before', days: 7, unit: 'working' },
    '2026-03-02',
    '2026-02-13',
    'before',
  ],
  [
    'event with a number',
    { kind: 'on_event', days: 5, unit: 'working' },
    '2026-03-02',
    '2026-03-09',
    'within',
  ],
  ['31 January', { kind: 'fixed_date', by: '01-31' }, '2026-02-01', '2027-01-31', 'fixedDate'],
  [
    '31 January itself',
    { kind: 'fixed_date', by: '01-31' },
    '2026-01-31',
    '2026-01-31',
    'fixedDate',
  ],
  ['month', { kind: 'periodic', period: 'month' }, '2026-02-10', '2026-02-28', 'periodEnd'],
  ['quarter', { kind: 'periodic', period: 'quarter' }, '2026-05-10', '2026-06-30', 'periodEnd'],
  ['half year', { kind: 'periodic', period: 'half_year' }, '2026-07-01', '2026-12-31', 'periodEnd'],
  ['year', { kind: 'periodic', period: 'year' }, '2026-07-01', '2026-12-31', 'periodEnd'],
  [
    'first month’s day 20',
    { kind: 'periodic', period: 'quarter', by: '20' },
    '2026-04-02',
    '2026-04-20',
    'periodEnd',
  ],
  [
    'its next quarter',
    { kind: 'periodic', period: 'quarter', by: '20' },
    '2026-12-02',
    '2027-01-20',
    'periodEnd',
  ],
])('[M35] %s', (_name, rule, on, dueOn, code) => {
  expect(due(rule, on)).toMatchObject({ dueOn, why: { code } })
})

test.each(['prompt', 'realtime', 'unknown', 'long_term', 'by_progress', 'external', 'inherit'])(
  '[M35] assumes the twenty working days of art. 26 where a rule is "%s"',
  (kind) => {
    expect(due({ kind }, '2026-02-09')).toEqual({
      dueOn: '2026-03-13',
      why: {
        code: 'statutoryDefault',
        days: 20,
        article: '政府信息公开条例第二十六条',
        assumed: true,
      },
    })
  },
)

test('[M35] has no date before the trigger, and says which notice is missing', () => {
  expect(releaseDueOn({ kind: 'within', days: 20 }, null, calendar)).toEqual({
    dueOn: null,
    why: { code: 'noTrigger' },
  })
  expect(due({ kind: 'prompt' }, '2026-12-20')).toEqual({
    dueOn: null,
    why: { code: 'unknownYear', year: 2027 },
  })
})

test('[M35] turns yellow at five, orange at three and red at one working day left', () => {
  // Due on Friday 2026-03-13; the weekend before it does not count.
  const light = (today: string) => trafficLight('2026-03-13', today, calendar)
  expect(light('2026-03-05')).toBe('green')
  expect(light('2026-03-06')).toBe('yellow')
  expect(light('2026-03-09')).toBe('yellow')
  expect(light('2026-03-10')).toBe('orange')
  expect(light('2026-03-11')).toBe('orange')
  expect(light('2026-03-12')).toBe('red')
  expect(light('2026-03-13')).toBe('red')
  expect(light('2026-03-14')).toBe('overdue')
  expect(trafficLight(null, '2026-03-14', calendar)).toBe('none')
})

test('[M35] lights a far date of a year whose notice is not out yet', () => {
  expect(trafficLight('2027-01-31', '2026-11-20', calendar)).toBe('green')
})
