import { fact } from '#platform/fact'
import type { ClockStanding, EventType } from './clock/contract.ts'

/** What every fact about a request carries: ids, never a name or a word of the requester's. */
export interface RequestFact {
  readonly subject: string
  readonly organizationId: number
  readonly requestId: number
}

export const requestSubmitted = fact<RequestFact & { readonly door: string }>(
  'requests.requestSubmitted',
)
/** Something happened in the law's eyes, and the clock was set by it. */
export const requestMoved = fact<
  RequestFact & { readonly event: EventType; readonly on: string; readonly standing: ClockStanding }
>('requests.requestMoved')
export const eventVoided = fact<RequestFact & { readonly eventId: number; readonly event: string }>(
  'requests.eventVoided',
)
/** A day went by, and with it a limit or a warning. */
export const requestTurned = fact<RequestFact & { readonly standing: ClockStanding }>(
  'requests.requestTurned',
)
export const requestAssigned = fact<
  RequestFact & { readonly unitId: number | null; readonly handlerId: number | null }
>('requests.requestAssigned')
/** The personal data of a case were opened by somebody. */
export const particularsOpened = fact<RequestFact>('requests.particularsOpened')
