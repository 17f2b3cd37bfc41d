import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '#platform/civil-date'
import { policyClassOf } from './policy-kind.ts'
import { daysNamedIn, effectsNamedIn, numbersNamedIn } from './reading-text.ts'
import { endOfTerm, turnsOn, type ValidityDates, validityOn } from './validity.ts'

const none: ValidityDates = {
  effectiveOn: null,
  expiresOn: null,
  repealedOn: null,
  declaredExpiredOn: null,
  amendedOn: null,
}

test('[M31] judges a policy by the day: the last day of its term is in force, the next is not', () => {
  const dates = { ...none, effectiveOn: '2021-05-01', expiresOn: '2026-04-30' }
  expect(validityOn(dates, '2021-04-30')).toBe('pending')
  expect(validityOn(dates, '2021-05-01')).toBe('inForce')
  expect(validityOn(dates, '2026-04-30')).toBe('inForce')
  expect(validityOn(dates, '2026-05-01')).toBe('expired')
  const amended = { ...dates, amendedOn: '2023-01-01' }
  expect(validityOn(amended, '2023-06-01')).toBe('amended')
  expect(validityOn({ ...amended, repealedOn: '2024-01-01' }, '2027-01-01')).toBe('repealed')
  expect(validityOn({ ...dates, declaredExpiredOn: '2024-01-01' }, '2024-01-01')).toBe(
    'declaredExpired',
  )
})

test('[M31] names the very next day on which the clock alone changes the answer', () => {
  const day = fc.option(
    fc.integer({ min: 0, max: 400 }).map((n) => addDays('2025-01-01', n)),
    { nil: null },
  )
  const dates = fc.record({
    effectiveOn: day,
    expiresOn: day,
    repealedOn: day,
    declaredExpiredOn: day,
    amendedOn: day,
  })
  fc.assert(
    fc.property(dates, fc.integer({ min: 0, max: 400 }), (found, n) => {
      const today = addDays('2025-01-01', n)
      const turns = turnsOn(found, today)
      const until = turns ?? '2027-01-01'
      for (let at = today; at < until; at = addDays(at, 1))
        expect(validityOn(found, at)).toBe(validityOn(found, today))
    }),
  )
})

test('[M31] counts a term of years to its last day', () => {
  expect(endOfTerm('2024-05-01', 5)).toBe('2029-04-30')
  expect(endOfTerm('2024-02-29', 5)).toBe('2029-02-28')
  expect(endOfTerm('2024-02-29', 4)).toBe('2028-02-29')
  expect(endOfTerm('2024-01-01', 2)).toBe('2025-12-31')
})

test.each([
  ['本办法自2024年5月1日起施行，有效期五年。', '2024-05-01', '2029-04-30'],
  ['本办法自2024年5月1日起施行，有效期至2026年12月31日。', '2024-05-01', '2026-12-31'],
  ['本细则自印发之日起施行，有效期2年。', '2024-03-18', '2026-03-17'],
  ['有效期自2024年6月1日至2027年5月31日。', '2024-06-01', '2027-05-31'],
  ['本意见自 ２０２４年５月１日 起 实施。', '2024-05-01', null],
  ['现将有关事项通知如下。', null, null],
])('[M31] reads the days that a text names: %s', (text, effectiveOn, expiresOn) => {
  expect(daysNamedIn(text, '2024-03-18')).toEqual({ effectiveOn, expiresOn })
})

test('[M31] reads the numbers a text cites and what it says it does to them', () => {
  const text =
    '根据青政发[2021]5号，制定本办法。《低保办法》（青政办发〔2015〕03号）同时废止；修改青民规〔2019〕2号第三条。'
  expect(numbersNamedIn(text).map(({ tail }) => tail)).toEqual([
    '〔2021〕5号',
    '〔2015〕3号',
    '〔2019〕2号',
  ])
  expect(effectsNamedIn(text).map(({ kind, tail }) => [kind, tail])).toEqual([
    ['repeals', '〔2015〕3号'],
    ['amends', '〔2019〕2号'],
  ])
})

test.each([
  ['青穗县临时救助实施办法', '通知', '青政规〔2024〕2号', 'normative'],
  [
    '青穗县人民政府关于印发《青穗县临时救助办法（试行）》的通知',
    '通知',
    '青政发〔2024〕2号',
    'normative',
  ],
  ['青穗县人民政府关于加快民宿发展的意见', '意见', '青政发〔2024〕7号', 'other'],
  ['澜川省地名管理办法', '令', '澜川省人民政府令第88号', 'regulation'],
  ['关于做好临时救助工作的通知', '通知', '青民发〔2026〕3号', null],
  ['关于青穗县公租房管理办法（修订草案）公开征求意见的公告', '公告', '青政发〔2024〕9号', null],
  ['关于某某项目的批复', '批复', '青政发〔2024〕10号', null],
  ['青穗县临时救助实施办法', '通知', '', null],
] as const)('[M31] classes %s (%s, %s) as %s', (title, kind, documentNumber, expected) => {
  expect(policyClassOf({ title, kind, documentNumber })).toBe(expected)
})
