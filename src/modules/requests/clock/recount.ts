import { type Calendar, type CalendarYear, calendarOf, withShipped } from '#calendar'
import { Refusal } from '#platform/refusal'
import { clockOf } from './clock.ts'
import type { Clock, ClockEvent, ClockInput } from './contract.ts'
import { inOrder } from './in-order.ts'

/** What the clock says, or the law's "no" with what its words need. */
export type Recounted =
  | { readonly clock: Clock; readonly refused: null }
  | {
      readonly clock: null
      readonly refused: { readonly code: string; readonly params: Refusal['params'] }
    }

let laidOut: { readonly entered: readonly CalendarYear[]; readonly calendar: Calendar } | null =
  null

/** The calendar with the years that the office entered, laid out again only when they change. */
const calendarWith = (entered: readonly CalendarYear[]): Calendar => {
  if (laidOut?.entered !== entered)
    laidOut = { entered, calendar: calendarOf(withShipped(entered)) }
  return laidOut.calendar
}

/** Counts a case anew with one more event, as the server would that knows these years. */
export const recountWith = (
  input: ClockInput,
  added: ClockEvent | null,
  entered: readonly CalendarYear[],
): Recounted => {
  const events = added ? inOrder(input.events, added) : input.events
  try {
    return { clock: clockOf({ ...input, events }, calendarWith(entered)), refused: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { clock: null, refused: { code: error.code, params: error.params } }
  }
}
