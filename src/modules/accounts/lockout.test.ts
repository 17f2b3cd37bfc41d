import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Attempts, counted, isLocked } from './lockout.ts'
import { rulesOn } from './rules.ts'

const rules = rulesOn('2026-06-01')
const minute = (n: number): Date => new Date(Date.UTC(2026, 5, 1) + n * 60_000)

test('five failures lock for fifteen minutes, the next five for an hour', () => {
  let attempts: Attempts = { failures: 0, lockedUntil: null }
  for (let i = 0; i < 5; i += 1) attempts = counted(attempts, minute(0), rules)
  expect(isLocked(attempts, minute(14))).toBe(true)
  expect(isLocked(attempts, minute(15))).toBe(false)
  for (let i = 0; i < 5; i += 1) attempts = counted(attempts, minute(15), rules)
  expect(isLocked(attempts, minute(74))).toBe(true)
  expect(isLocked(attempts, minute(75))).toBe(false)
})

test('however the guesses are spread, no hour holds more than ten', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 40 }), { maxLength: 300 }), (waits) => {
      let attempts: Attempts = { failures: 0, lockedUntil: null }
      let now = 0
      const looked: number[] = []
      for (const wait of waits) {
        now += wait
        if (isLocked(attempts, minute(now))) continue
        attempts = counted(attempts, minute(now), rules)
        looked.push(now)
      }
      const busiest = Math.max(
        0,
        ...looked.map((from) => looked.filter((one) => one >= from && one < from + 60).length),
      )
      return busiest <= 10
    }),
  )
})
