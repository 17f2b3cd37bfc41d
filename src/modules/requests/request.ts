import { statutoryCalendar as calendar, trafficLightSteps } from '#calendar'
import { addDays, type CivilDate } from '#platform/civil-date'
import { Refusal } from '#platform/refusal'
import { clockOf } from './clock/clock.ts'
import type { Channel, Clock, ClockEvent, ClockStanding } from './clock/contract.ts'
import { receivedAtOnce } from './clock/course.ts'
import type { Asked, Door, Stage, Step } from './contract/nouns.ts'
import type { RequestFact } from './facts.ts'

/** A request, without what is sealed. */
export interface Request {
  readonly id: number
  readonly number: string
  readonly organizationId: number
  readonly organizationPath: string
  readonly organizationName: string
  readonly requesterId: number
  readonly channel: Channel
  readonly door: Door
  readonly title: string
  readonly supply: Asked['supply']
  readonly delivery: Asked['delivery']
  readonly submittedOn: CivilDate
  readonly receivedOn: CivilDate | null
  readonly standing: ClockStanding
  readonly replyDueOn: CivilDate | null
  readonly extendedDueOn: CivilDate | null
  readonly dueOn: CivilDate | null
  readonly lapsedOn: CivilDate | null
  /** The step of the work that is due first and not done, as `step-due.ts` keeps it. */
  readonly stepDue: Step | null
  readonly stepDueOn: CivilDate | null
  /** Since when the reply lies signed and unserved, and until when it should have been, as `serving.ts` keeps it. */
  readonly signedOn: CivilDate | null
  readonly serveBy: CivilDate | null
  readonly stage: Stage
  readonly unitId: number | null
  readonly unitPath: string | null
  readonly unitName: string | null
  /** Units that work on it together with the one that leads. */
  readonly coPaths: readonly string[]
  readonly handlerId: number | null
  readonly handlerName: string | null
  readonly resultCode: string | null
  readonly answeredOn: CivilDate | null
  readonly unknownYear: number | null
  readonly parentId: number | null
  readonly mergedIntoId: number | null
  readonly repeatOfId: number | null
  readonly loggedPublicly: boolean
  readonly satisfaction: number | null
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly version: number
}

export const factAbout = (request: Pick<Request, 'id' | 'organizationId'>): RequestFact => ({
  subject: `request/${request.id}`,
  organizationId: request.organizationId,
  requestId: request.id,
})

/**
 * Of what staff take in. Oral requests are written up and read back at the counter: in person, as those
 * handed in beside a kiosk are; what is typed at one comes over the Internet.
 */
export const channelOf = (door: Door, signed: boolean): Channel =>
  door === 'portal'
    ? 'internet'
    : door === 'fax'
      ? 'fax'
      : door === 'post'
        ? signed
          ? 'signedPost'
          : 'ordinaryPost'
        : 'inPerson'

/** What a request's row keeps of its clock, so that lists need not count. */
export interface Kept {
  readonly receivedOn: CivilDate | null
  readonly standing: ClockStanding
  readonly replyDueOn: CivilDate | null
  readonly extendedDueOn: CivilDate | null
  readonly dueOn: CivilDate | null
  readonly lapsedOn: CivilDate | null
  readonly answeredOn: CivilDate | null
  /** The next day on which time alone changes the standing or raises a warning. */
  readonly turnsOn: CivilDate | null
  /** The year whose holidays have to be loaded before anything can be counted. */
  readonly unknownYear: number | null
}

const over: readonly ClockStanding[] = ['answered', 'answeredLate', 'lapsed', 'withdrawn']

const turnsOn = (clock: Clock, dueOn: CivilDate | null, today: CivilDate): CivilDate | null => {
  if (over.includes(clock.standing) && dueOn === null) return null
  const steps = trafficLightSteps.findLast((row) => row.from <= today)
  const warnings =
    dueOn && steps
      ? [steps.yellow, steps.orange, steps.red].map((left) => calendar.addWorkingDays(dueOn, -left))
      : []
  const ends = [dueOn, clock.feeDueOn, clock.thirdPartyReplyDueOn].flatMap((on) =>
    on ? [addDays(on, 1)] : [],
  )
  // While the requester corrects, the limit is known to the course alone: look again each day.
  const daily = clock.standing === 'awaitingCorrection' ? [addDays(today, 1)] : []
  return [...warnings, ...ends, ...daily].filter((on) => on > today).sort()[0] ?? null
}

const kept = (clock: Clock, events: readonly ClockEvent[], today: CivilDate): Kept => {
  const happened = (type: ClockEvent['type']) => events.some((event) => event.type === type)
  const due = clock.extendedReplyDueOn ?? clock.replyDueOn
  // A reply that is out and not served has not met its limit yet: it goes on until service is entered.
  const isUnserved = happened('replied') && !happened('served')
  const dueOn = over.includes(clock.standing) && !isUnserved ? null : due
  return {
    receivedOn: clock.receivedOn,
    standing: clock.standing,
    replyDueOn: clock.replyDueOn,
    extendedDueOn: clock.extendedReplyDueOn,
    dueOn,
    lapsedOn: clock.lapsedOn,
    answeredOn: events.find((event) => event.type === 'replied')?.on ?? null,
    turnsOn: turnsOn(clock, dueOn, today),
    unknownYear: null,
  }
}

/** What is certain of a request whose days cannot be counted yet: it is looked at again each day. */
const uncounted = (
  channel: Channel,
  events: readonly ClockEvent[],
  today: CivilDate,
  year: number,
): Kept => {
  const on = (type: ClockEvent['type']) => events.find((event) => event.type === type)?.on ?? null
  const receivedOn = on(receivedAtOnce.includes(channel) ? 'submitted' : 'confirmed')
  const standing: ClockStanding = on('withdrawn')
    ? 'withdrawn'
    : on('replied')
      ? 'answered'
      : receivedOn
        ? 'running'
        : 'unconfirmed'
  return {
    receivedOn,
    standing,
    replyDueOn: null,
    extendedDueOn: null,
    dueOn: null,
    lapsedOn: null,
    answeredOn: on('replied'),
    turnsOn: over.includes(standing) ? null : addDays(today, 1),
    unknownYear: year,
  }
}

/**
 * Counts a request anew from what happened to it. What the law forbids is refused; a year without
 * holidays is not, because a citizen's request is taken in whatever is missing here.
 */
export const keptOf = (
  channel: Channel,
  events: readonly ClockEvent[],
  today: CivilDate,
): { readonly clock: Clock | null; readonly kept: Kept } => {
  try {
    const clock = clockOf({ channel, asOf: today, events: [...events] }, calendar)
    return { clock, kept: kept(clock, events, today) }
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'calendar.unknownYear') throw error
    return { clock: null, kept: uncounted(channel, events, today, Number(error.params.year)) }
  }
}

/**
 * The clock of a case for those who read it. What was entered while a year could not be counted may turn
 * out to be what the law forbids: the case opens all the same and says so, until a person voids it.
 */
export const clockToRead = (
  channel: Channel,
  events: readonly ClockEvent[],
  today: CivilDate,
): { readonly clock: Clock | null; readonly refused: Refusal | null } => {
  try {
    return { clock: keptOf(channel, events, today).clock, refused: null }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { clock: null, refused: error }
  }
}
