import { z } from 'zod'
import { isCivilDate } from '#platform/civil-date'

export const channels = ['inPerson', 'signedPost', 'ordinaryPost', 'internet', 'fax'] as const
export type Channel = (typeof channels)[number]

export const eventTypes = [
  'submitted',
  'confirmed',
  'correctionNoticed',
  'correctionReceived',
  'thirdPartyAsked',
  'thirdPartyReplied',
  'coMakerAsked',
  'coMakerReplied',
  'excessiveReasonAsked',
  'excessiveReasonReceived',
  'feeNoticed',
  'feePaid',
  'extended',
  'replied',
  'served',
  'withdrawn',
] as const
export type EventType = (typeof eventTypes)[number]

const civilDate = z.string().refine(isCivilDate, 'civilDate')

/** What happened to a request, in the order in which it happened. */
export const clockInput = z.object({
  channel: z.enum(channels),
  /** The day on which the standing is asked for; nothing later may have happened. */
  asOf: civilDate,
  events: z.array(z.object({ type: z.enum(eventTypes), on: civilDate })).min(1),
})
export type ClockInput = z.infer<typeof clockInput>
export type ClockEvent = ClockInput['events'][number]

export const clockStandings = [
  'unconfirmed',
  'running',
  'awaitingCorrection',
  'consulting',
  'awaitingFee',
  'overdue',
  'answered',
  'answeredLate',
  'lapsed',
  'withdrawn',
] as const
export type ClockStanding = (typeof clockStandings)[number]

export const clockDayReasons = [
  'received',
  'counted',
  'makeUp',
  'weekend',
  'holiday',
  'thirdParty',
  'coMaker',
  'correction',
  'restarted',
  'fee',
  'paid',
  // Of the limits beside the reply only.
  'begun',
  'byCalendar',
  'passedOn',
] as const
export type ClockDayReason = (typeof clockDayReasons)[number]

/** One square of the strip: whether the day counts towards the reply, why, and under which article. */
export interface ClockDay {
  readonly on: string
  readonly counted: boolean
  /** Working days counted up to and including this one, since the period began or began anew. */
  readonly n: number
  readonly reason: ClockDayReason
  readonly article: string
}

export const dueKinds = [
  'correctionNotice',
  'correction',
  'thirdParty',
  'coMaker',
  'fee',
  'reply',
  'extendedReply',
] as const

/** A limit of the case: until when, counted from which day, how many of which days, by which article. */
export interface Due {
  readonly what: (typeof dueKinds)[number]
  readonly dueOn: string
  readonly from: string
  readonly count: number
  readonly unit: 'workingDays' | 'calendarDays'
  readonly article: string
  /** Its own strip; empty for the reply, whose days are the clock's. */
  readonly days: readonly ClockDay[]
}

/** Where a request stands; a date that does not exist yet, or no longer, is null. */
export interface Clock {
  readonly receivedOn: string | null
  readonly correctionNoticeDueOn: string | null
  /** Null before receipt and while the requester has to correct or to pay: the period begins anew. */
  readonly replyDueOn: string | null
  readonly extendedReplyDueOn: string | null
  readonly standing: ClockStanding
  /** The first day on which the request is no longer handled. */
  readonly lapsedOn: string | null
  readonly thirdPartyReplyDueOn: string | null
  readonly feeDueOn: string | null
  /** From receipt to the day due, or to the day asked for while no day is due. */
  readonly days: readonly ClockDay[]
}
