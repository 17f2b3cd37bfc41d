import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarOf, statutoryYears } from '#calendar'
import { addDays } from '#platform/civil-date'
import { recount } from '#requests/contract'
import { clockOf } from './clock.ts'
import { type ClockEvent, channels, eventTypes } from './contract.ts'
import { inOrder } from './in-order.ts'

const calendar = calendarOf(statutoryYears)

/** What the server's clock says, or the code of its "no". */
const served = (...given: Parameters<typeof clockOf>) => {
  try {
    return clockOf(...given)
  } catch (error) {
    return (error as { code: string }).code
  }
}

const laterEvent = fc.record({
  type: fc.constantFrom(...eventTypes.filter((type) => type !== 'submitted')),
  on: fc.integer({ min: 0, max: 60 }).map((days) => addDays('2025-01-06', days)),
})

test('[M61] what the browser counts before an event is kept is what the server counts after', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...channels),
      fc.array(laterEvent, { maxLength: 4 }),
      laterEvent,
      async (channel, others, added) => {
        const submitted: ClockEvent = { type: 'submitted', on: '2025-01-06' }
        const events = others.reduce(inOrder, [submitted])
        const asOf = '2025-03-31'
        const browser = await recount({ channel, asOf, events }, added)
        const server = served({ channel, asOf, events: inOrder(events, added) }, calendar)
        expect(browser.clock ?? browser.refused?.code).toEqual(server)
      },
    ),
    { numRuns: 300 },
  )
})
