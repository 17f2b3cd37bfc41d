import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { calendarOf, statutoryYears } from '#calendar'
import { inHome } from '#platform/home'
import { clockOf } from './clock.ts'
import type { ClockInput, Due } from './contract.ts'
import { duesOf } from './dues.ts'

const calendar = calendarOf(statutoryYears)
const read = (name: string): { input: ClockInput; expected?: unknown }[] =>
  JSON.parse(readFileSync(inHome('test', 'fixtures', 'requests', name), 'utf8'))
const cases = [...read('clock-cases.json'), ...read('clock-doubts.json')].filter(
  ({ expected }) => expected,
)

const case_ = (...events: ClockInput['events']): ClockInput => ({
  channel: 'inPerson',
  asOf: '2026-04-30',
  events,
})
const dueOf = (dues: readonly Due[], what: Due['what']) => dues.find((due) => due.what === what)

test('[M72] every due date of the clock has a limit beside it with the same day and its article', () => {
  for (const { input } of cases) {
    const clock = clockOf(input, calendar)
    const dues = duesOf(input, calendar)
    const same: [Due['what'], string | null][] = [
      ['correctionNotice', clock.correctionNoticeDueOn],
      ['thirdParty', clock.thirdPartyReplyDueOn],
      ['fee', clock.feeDueOn],
      ['reply', clock.replyDueOn],
      ['extendedReply', clock.extendedReplyDueOn],
    ]
    for (const [what, on] of same) expect(dueOf(dues, what)?.dueOn ?? null).toBe(on)
    for (const due of dues) {
      expect(due.article).toMatch(/第.+条/)
      const counted = due.days.filter((day) => day.counted)
      if (due.days.length > 0) expect(counted).toHaveLength(due.count)
      expect(due.days.at(-1)?.on ?? due.dueOn).toBe(due.dueOn)
      expect(due.days.every((day) => day.article.length > 5)).toBe(true)
    }
  }
})

test('[M68] the thirty days of a fee are shown by the calendar, and how their end passes on', () => {
  const fee = dueOf(
    duesOf(
      case_({ type: 'submitted', on: '2026-03-02' }, { type: 'feeNoticed', on: '2026-03-06' }),
      calendar,
    ),
    'fee',
  )
  expect(fee).toMatchObject({ dueOn: '2026-04-07', count: 30, unit: 'calendarDays' })
  expect(fee?.days[0]).toMatchObject({ on: '2026-03-06', counted: false, reason: 'begun' })
  expect(fee?.days[30]).toMatchObject({ on: '2026-04-05', counted: true, n: 30 })
  expect(fee?.days.slice(31).map(({ on, reason }) => [on, reason])).toEqual([
    ['2026-04-06', 'passedOn'],
    ['2026-04-07', 'passedOn'],
  ])
  expect(fee?.days[31]?.article).toContain('第八十五条')
})

test('[M63] each asking has its own fifteen days; before receipt there is no limit at all', () => {
  const dues = duesOf(
    case_(
      { type: 'submitted', on: '2026-03-02' },
      { type: 'coMakerAsked', on: '2026-03-06' },
      { type: 'thirdPartyAsked', on: '2026-03-09' },
    ),
    calendar,
  )
  expect(dueOf(dues, 'coMaker')).toMatchObject({ from: '2026-03-06', dueOn: '2026-03-27' })
  expect(dueOf(dues, 'coMaker')?.article).toContain('第三十四条')
  expect(dueOf(dues, 'thirdParty')).toMatchObject({ from: '2026-03-09', dueOn: '2026-03-30' })
  const fax = { ...case_({ type: 'submitted', on: '2026-03-02' }), channel: 'fax' as const }
  expect(duesOf(fax, calendar)).toEqual([])
})
