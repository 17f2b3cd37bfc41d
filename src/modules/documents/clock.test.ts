import { expect, test } from 'vitest'
import { clockOf, type Matter } from './clock.ts'

const formed = (formedOn: string | null) => ({ title: '', kind: '', clauses: [], formedOn })

const matter = (code: string, days: number | null): Matter => ({
  code,
  fieldCode: code.slice(0, 3),
  name: code,
  contentElements: [],
  timeLimit: '',
  timeRule: days ? { kind: 'within', days, unit: 'working' } : { kind: 'prompt' },
})

test('[M35] the strictest of the matters sets the day, and each shows its own', () => {
  const clock = clockOf(
    [matter('F05-01-01', 20), matter('F05-01-02', 10)],
    formed('2026-03-02'),
    '2026-03-02',
  )
  expect(clock.dueOn).toBe('2026-03-16')
  expect(clock.rules.map((rule) => rule.dueOn)).toEqual(['2026-03-30', '2026-03-16'])
})

test('[M35] a matter without a number of days falls back on art. 26', () => {
  const [rule] = clockOf([matter('F05-01-01', null)], formed('2026-03-02'), '2026-03-02').rules
  expect(rule).toMatchObject({ dueOn: '2026-03-30', why: { code: 'statutoryDefault', days: 20 } })
})

test('[M35] the light turns as the day draws near and passes', () => {
  const lightOn = (today: string) =>
    clockOf([matter('F05-01-01', 10)], formed('2026-03-02'), today).light
  expect(
    ['2026-03-03', '2026-03-10', '2026-03-12', '2026-03-16', '2026-03-17'].map(lightOn),
  ).toEqual(['green', 'yellow', 'orange', 'red', 'overdue'])
})

test('[M35] nothing is due before something was formed, nor without a matter', () => {
  expect(clockOf([matter('F05-01-01', 10)], formed(null), '2026-03-02')).toMatchObject({
    dueOn: null,
    light: 'none',
  })
  expect(clockOf([], formed('2026-03-02'), '2026-03-02').light).toBe('none')
})

test('[M35] a year whose holidays are not announced is a reason, never a guess', () => {
  const clock = clockOf([matter('F05-01-01', 20)], formed('2098-12-20'), '2026-03-02')
  expect(clock).toMatchObject({ dueOn: null, rules: [{ why: { code: 'unknownYear' } }] })
})
