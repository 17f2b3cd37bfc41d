import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Calendar, type CalendarYear, calendarOf, readNotice, withShipped } from '#calendar'
import { addDays } from '#platform/civil-date'
import { recount } from '#requests/contract'
import { inventedChange, inventedNotice } from '../../../../test/world/calendar.ts'
import { clockOf } from './clock.ts'
import { type ClockEvent, channels, eventTypes } from './contract.ts'
import { inOrder } from './in-order.ts'

// What an office may have entered: nothing, a year to come, that year as a later notice changed it.
const asEntered = (text: string, known?: CalendarYear): CalendarYear => {
  const { year } = readNotice(text, () => known)
  if (!year) throw new Error('the invented notice cannot be read')
  return year
}
const coming = asEntered(inventedNotice)
const entered: readonly { years: readonly CalendarYear[]; calendar: Calendar }[] = [
  [],
  [coming],
  [asEntered(inventedChange, coming)],
].map((years) => ({ years, calendar: calendarOf(withShipped(years)) }))

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
  on: fc.integer({ min: 0, max: 60 }).map((days) => addDays('2026-11-23', days)),
})

test('[M61] what the browser counts before an event is kept is what the server counts after', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...channels),
      fc.array(laterEvent, { maxLength: 4 }),
      laterEvent,
      fc.constantFrom(...entered),
      async (channel, others, added, { years, calendar }) => {
        const submitted: ClockEvent = { type: 'submitted', on: '2026-11-23' }
        const events = others.reduce(inOrder, [submitted])
        const asOf = '2027-03-31'
        const browser = await recount({ channel, asOf, events }, added, years)
        const server = served({ channel, asOf, events: inOrder(events, added) }, calendar)
        expect(browser.clock ?? browser.refused?.code).toEqual(server)
      },
    ),
    { numRuns: 300 },
  )
})

test('[M61] a day in a year that only the office knows is counted in the browser too', async () => {
  const submitted: ClockEvent = { type: 'submitted', on: '2026-12-10' }
  const input = { channel: 'inPerson' as const, asOf: '2026-12-10', events: [submitted] }
  const dueWith = async ({ years }: (typeof entered)[number]) => {
    const { clock, refused } = await recount(input, null, years)
    return clock?.replyDueOn ?? refused?.code
  }
  expect(await Promise.all(entered.map(dueWith))).toEqual([
    'calendar.unknownYear',
    '2027-01-08',
    '2027-01-11',
  ])
})
