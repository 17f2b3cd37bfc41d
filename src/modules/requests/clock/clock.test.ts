import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf, statutoryYears } from '#calendar'
import { addDays } from '#platform/civil-date'
import { inHome } from '#platform/home'
import type { Refusal } from '#platform/refusal'
import { clockOf } from './clock.ts'
import type { Clock, ClockEvent, ClockInput } from './contract.ts'
import { readCase } from './read-case.ts'

const calendar = calendarOf(statutoryYears)
interface Case {
  readonly name: string
  readonly input: ClockInput
  readonly expected: Omit<Clock, 'days'>
}
// Counted apart, day by day, by a program that shares no line with this one; ten by hand.
const cases: readonly Case[] = JSON.parse(
  readFileSync(inHome('test', 'fixtures', 'requests', 'clock-cases.json'), 'utf8'),
)

test('[M61] has at least 120 dated cases, through the holidays and make-up days of 2024 to 2026', () => {
  expect(cases.length).toBeGreaterThanOrEqual(120)
})

test.each(cases.map((one) => [one.name, one] as const))('[M61] %s', (_name, one) => {
  const { days, ...dates } = clockOf(one.input, calendar)
  expect(dates).toEqual(one.expected)
  const due = dates.extendedReplyDueOn ?? dates.replyDueOn
  if (due) {
    expect(days.at(-1)).toMatchObject({ on: due, counted: true })
    expect(days.at(-1)?.n).toBe(dates.extendedReplyDueOn ? 40 : 20)
  }
})

const on = (month: string, ...events: [ClockEvent['type'], string][]): ClockInput => ({
  channel: 'inPerson',
  asOf: `${month}-31`,
  events: events.map(([type, day]) => ({ type, on: `${month}-${day}` })),
})
const refused = (input: ClockInput): { code: string; params: Record<string, unknown> } => {
  try {
    clockOf(input, calendar)
  } catch (error) {
    return error as { code: string; params: Record<string, unknown> }
  }
  throw new Error('it was not refused')
}

// What the law does not know: the code of the refusal, and the article it has to name.
const forbidden: [string, string, string, ClockInput][] = [
  [
    'a second extension',
    'extendedTwice',
    '第三十三条',
    on('2026-03', ['submitted', '02'], ['extended', '20'], ['extended', '25']),
  ],
  [
    'an extension after the limit',
    'extendedLate',
    '第三十三条',
    on('2026-03', ['submitted', '02'], ['extended', '31']),
  ],
  [
    'a second correction notice',
    'correctionTwice',
    '第三十条',
    on(
      '2026-03',
      ['submitted', '02'],
      ['correctionNoticed', '03'],
      ['correctionReceived', '05'],
      ['correctionNoticed', '06'],
    ),
  ],
  [
    'a correction nobody asked for',
    'correctionNotAsked',
    '第三十条',
    on('2026-03', ['submitted', '02'], ['correctionReceived', '05']),
  ],
  [
    'an opinion nobody asked for',
    'neverAsked',
    '第三十二条',
    on('2026-03', ['submitted', '02'], ['thirdPartyReplied', '05']),
  ],
  [
    'a co-maker nobody asked',
    'neverAsked',
    '第三十四条',
    on('2026-03', ['submitted', '02'], ['coMakerReplied', '05']),
  ],
  [
    'reasons nobody asked for',
    'reasonsNotAsked',
    '第三十五条',
    on('2026-03', ['submitted', '02'], ['excessiveReasonReceived', '05']),
  ],
  [
    'a second fee notice',
    'feeTwice',
    '第六条',
    on('2026-03', ['submitted', '02'], ['feeNoticed', '05'], ['feeNoticed', '06']),
  ],
  [
    'a fee notice after the limit',
    'feeLate',
    '第六条',
    on('2026-03', ['submitted', '02'], ['feeNoticed', '31']),
  ],
  [
    'a payment nobody asked for',
    'feeNotAsked',
    '第六条',
    on('2026-03', ['submitted', '02'], ['feePaid', '05']),
  ],
  [
    'an extension while the requester corrects',
    'nothingToExtend',
    '第三十三条',
    on('2026-03', ['submitted', '02'], ['correctionNoticed', '03'], ['extended', '04']),
  ],
  [
    'anything after the reply',
    'afterReply',
    '第三十三条',
    on('2026-03', ['submitted', '02'], ['replied', '05'], ['extended', '06']),
  ],
  [
    'service before a reply',
    'servedBeforeReply',
    '第三十三条',
    on('2026-03', ['submitted', '02'], ['served', '05']),
  ],
  [
    'an extension of what was never received',
    'notReceived',
    '第三十三条',
    {
      ...on('2026-03', ['submitted', '02'], ['extended', '05']),
      channel: 'internet',
    },
  ],
]
test.each(forbidden)('[M62] refuses %s', (_what, code, article, input) => {
  const refusal = refused(input)
  expect(refusal.code).toBe(`requests.${code}`)
  expect(refusal.params.article).toContain(article)
})

test('[M60] a reply after the request has lapsed is refused, with the day since when', () => {
  const lapsed = refused({
    channel: 'inPerson',
    asOf: '2026-06-30',
    events: [
      { type: 'submitted', on: '2026-03-02' },
      { type: 'feeNoticed', on: '2026-03-06' },
      { type: 'replied', on: '2026-05-20' },
    ],
  })
  expect(lapsed).toMatchObject({
    code: 'requests.afterLapse',
    params: { since: '2026-04-08', article: expect.stringContaining('第六条') },
  })
})

test('[M60] a correction with a good reason may still come late', () => {
  const clock = clockOf(
    on('2026-03', ['submitted', '02'], ['correctionNoticed', '03'], ['correctionReceived', '30']),
    calendar,
  )
  expect(clock).toMatchObject({ standing: 'running', lapsedOn: null })
})

/** Doubtful cases: what a reader of the law would ask, with the article and the reason. */
interface Doubt {
  readonly name: string
  readonly article: string
  readonly input: ClockInput
  readonly expected?: Case['expected']
  readonly refused?: string
}
const doubts: readonly Doubt[] = JSON.parse(
  readFileSync(inHome('test', 'fixtures', 'requests', 'clock-doubts.json'), 'utf8'),
)
test.each(doubts.map((one) => [one.name, one] as const))('[M62] doubt: %s', (_name, one) => {
  if (one.expected) {
    const { days: _days, ...dates } = clockOf(one.input, calendar)
    expect(dates).toEqual(one.expected)
    return
  }
  const { code, params } = refused(one.input)
  expect(code).toBe(one.refused)
  if (code === 'calendar.unknownYear') return
  for (const number of one.article.match(/第.+条|〔\d+〕\d+号/g) ?? [one.article])
    expect(params.article).toContain(number)
})

test('[M72] each day off cites the notice that gave it, not one that changed another holiday', () => {
  const articleOf = (submitted: string, day: string) =>
    clockOf(
      { channel: 'inPerson', asOf: submitted, events: [{ type: 'submitted', on: submitted }] },
      calendar,
    ).days.find((one) => one.on === day)?.article
  // 2020 had a second notice for the end of the Spring Festival only, 2019 one for Labour Day only.
  expect(articleOf('2020-09-21', '2020-10-01')).toContain('〔2019〕16号')
  expect(articleOf('2020-01-20', '2020-01-30')).toContain('〔2019〕16号')
  expect(articleOf('2020-01-20', '2020-01-31')).toContain('〔2020〕1号')
  expect(articleOf('2019-09-27', '2019-10-01')).toContain('〔2018〕15号')
  // New Year 2023 began on 31 December 2022.
  expect(articleOf('2022-12-12', '2022-12-31')).toContain('关于2023年')
})

test('[M61] refuses to count into a year whose holidays are not loaded', () => {
  const input: ClockInput = {
    channel: 'inPerson',
    asOf: '2026-12-20',
    events: [{ type: 'submitted', on: '2026-12-18' }],
  }
  expect(refused(input)).toMatchObject({ code: 'calendar.unknownYear', params: { year: 2027 } })
})

test('[M60] a request that lapsed stays lapsed in a year whose holidays nobody knows yet', () => {
  const clock = clockOf(
    {
      channel: 'inPerson',
      asOf: '2027-01-06',
      events: [
        { type: 'submitted', on: '2026-10-12' },
        { type: 'feeNoticed', on: '2026-10-20' },
      ],
    },
    calendar,
  )
  expect(clock).toMatchObject({
    standing: 'lapsed',
    feeDueOn: '2026-11-19',
    lapsedOn: '2026-11-20',
  })
  expect(clock.days.at(-1)?.on).toBe('2026-11-19')
})

test('[M61] refuses events out of order, in the future, submitted twice, or from before the law', () => {
  expect(refused(on('2026-03', ['submitted', '05'], ['replied', '04'])).code).toBe(
    'requests.outOfOrder',
  )
  const early = { ...on('2026-03', ['submitted', '05']), asOf: '2026-03-04' }
  expect(refused(early).code).toBe('requests.eventNotYet')
  expect(refused(on('2026-03', ['submitted', '05'], ['submitted', '06'])).code).toBe(
    'requests.submittedTwice',
  )
  expect(refused(on('2026-03', ['replied', '05'])).code).toBe('requests.submittedFirst')
  expect(refused(on('2019-03', ['submitted', '05'])).code).toBe('requests.lawUnknown')
})

test('[M61] says where a case cannot be read', () => {
  for (const text of [
    '',
    '{',
    '[]',
    '{"channel":"pigeon","asOf":"2026-03-01","events":[{"type":"submitted","on":"2026-03-01"}]}',
    '{"channel":"fax","asOf":"2026-02-30","events":[{"type":"submitted","on":"2026-02-01"}]}',
    '{"channel":"fax","asOf":"2026-03-01","events":[]}',
  ])
    expect(() => readCase(text)).toThrow(
      expect.objectContaining({ code: 'requests.unreadableCase' }),
    )
})

test.each([
  [
    '{"asOf":"2026-03-01","events":[{"type":"submitted","on":"2026-03-01"}]}',
    'casePlaceMissing',
    { place: 'channel' },
  ],
  ['{"channel":"fax","asOf":"2026-03-01","events":[]}', 'caseNoEvents', { place: 'events' }],
  [
    '{"channel":"fax","asOf":20260301,"events":[{"type":"submitted","on":"2026-03-01"}]}',
    'caseWrongKind',
    { place: 'asOf' },
  ],
  [
    '{"channel":"fax","asOf":"2026-03-01","events":[{"type":"submitted","on":"2026/3/1"}]}',
    'caseNoSuchDay',
    { place: 'events[0].on', given: '2026/3/1' },
  ],
  [
    '{"channel":"fax","asOf":"2025-02-29","events":[{"type":"submitted","on":"2025-02-01"}]}',
    'caseNoSuchDay',
    { place: 'asOf', given: '2025-02-29' },
  ],
  [
    '{"channel":"fax","asOf":"2026-03-01","events":[{"type":"sent","on":"2026-03-01"}]}',
    'caseUnknownWord',
    { place: 'events[0].type', given: 'sent' },
  ],
] as const)('[M61] of %s says what is wrong where', (text, code, params) => {
  let said: unknown
  try {
    readCase(text)
  } catch (error) {
    said = (error as Refusal).issues
  }
  expect(said).toMatchObject([{ code, params }])
})

test('[M61] takes a file with the mark that Windows programs put before it', () => {
  const text =
    '\uFEFF{"channel":"fax","asOf":"2026-03-01","events":[{"type":"submitted","on":"2026-03-01"}]}'
  expect(readCase(text).channel).toBe('fax')
})

test('[M72] every day of the strip has its article, and only counted days raise the count', () => {
  const { days } = clockOf(
    on('2026-03', ['submitted', '02'], ['thirdPartyAsked', '06'], ['thirdPartyReplied', '20']),
    calendar,
  )
  expect(days.every((day) => day.article.length > 5)).toBe(true)
  days.forEach((day, at) => {
    if (at > 0) expect(day.n - (days[at - 1]?.n ?? 0)).toBe(day.counted ? 1 : 0)
  })
  expect(days.find((day) => day.on === '2026-03-09')).toMatchObject({ reason: 'thirdParty' })
  expect(days.find((day) => day.on === '2026-04-06')?.article).toContain('清明节')
})

const start = fc.integer({ min: 0, max: 700 }).map((n) => addDays('2024-01-02', n))

test('[M62] a stop never brings a date forward', () => {
  fc.assert(
    fc.property(
      start,
      fc.integer({ min: 0, max: 25 }),
      fc.integer({ min: 0, max: 30 }),
      fc.constantFrom('thirdParty' as const, 'coMaker' as const),
      fc.boolean(),
      (received, after, long, who, extends_) => {
        const asked = addDays(received, after)
        const answered = addDays(asked, long)
        const extension: ClockEvent[] = extends_ ? [{ type: 'extended', on: received }] : []
        const plain = [{ type: 'submitted' as const, on: received }, ...extension]
        const stopped: ClockEvent[] = [
          ...plain,
          { type: `${who}Asked`, on: asked },
          { type: `${who}Replied`, on: answered },
        ]
        const dueOf = (events: readonly ClockEvent[]) => {
          const clock = clockOf(
            { channel: 'inPerson', asOf: addDays(received, 60), events: [...events] },
            calendar,
          )
          return [clock.replyDueOn ?? '', clock.extendedReplyDueOn ?? ''] as const
        }
        const [before, beforeExtended] = dueOf(plain)
        const [then, thenExtended] = dueOf(stopped)
        expect(then >= before).toBe(true)
        expect(thenExtended >= beforeExtended).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})

test('[M61] holidays never shorten, and the day due is a working day', () => {
  const weekdays = calendarOf(statutoryYears.map((year) => ({ ...year, holidays: [] })))
  fc.assert(
    fc.property(start, (received) => {
      const input: ClockInput = {
        channel: 'inPerson',
        asOf: received,
        events: [{ type: 'submitted', on: received }],
      }
      const due = clockOf(input, calendar).replyDueOn ?? ''
      expect(due >= (clockOf(input, weekdays).replyDueOn ?? '')).toBe(true)
      expect(calendar.isWorkingDay(due)).toBe(true)
      expect(calendar.workingDaysBetween(received, due)).toBe(20)
    }),
    { numRuns: 300 },
  )
})
