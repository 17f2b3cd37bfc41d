import { statutoryCalendar } from '#calendar'
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

/** Counts a case anew with one more event, as the server would. */
export const recountWith = (input: ClockInput, added: ClockEvent | null): Recounted => {
  const events = added ? inOrder(input.events, added) : input.events
  try {
    return { clock: clockOf({ ...input, events }, statutoryCalendar), refused: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { clock: null, refused: { code: error.code, params: error.params } }
  }
}
