import { type Calendar, endsOnWorkingDay } from '#calendar'
import { addDays, type CivilDate } from '#platform/civil-date'
import { refuse } from '../refusals.ts'
import type { Channel, ClockEvent } from './contract.ts'
import { correctionNoticeDueOn, dueOn, lapsedBefore, replyDueOn } from './due.ts'
import {
  type ClockLaw,
  clockLawOn,
  clockLaws,
  dayArticles,
  eventArticles,
  feePayment,
} from './law.ts'

/** Days on which the office waits for somebody's opinion: those after `from`, up to and with `until`. */
export interface Stop {
  readonly who: 'thirdParty' | 'coMaker'
  readonly from: CivilDate
  /** The limit for the opinion; silence ends the stop there. */
  readonly limit: CivilDate
  /** How many opinions are still out. */
  readonly open: number
  readonly until: CivilDate
}

/** Days on which no period runs because the requester has to do something. */
export interface Wait {
  readonly why: 'correction' | 'fee'
  readonly from: CivilDate
  readonly limit: CivilDate
  /** The day on which it was done: the period begins anew. */
  readonly until: CivilDate | null
}

/** The course of a request so far. */
export interface Course {
  readonly law: ClockLaw | null
  readonly receivedOn: CivilDate | null
  /** The day from which the present period counts, itself not counted; null while none runs. */
  readonly countsFrom: CivilDate | null
  readonly correctionNoticedOn: CivilDate | null
  readonly corrected: boolean
  readonly stops: readonly Stop[]
  readonly waits: readonly Wait[]
  readonly extendedOn: CivilDate | null
  readonly reasonsAsked: boolean
  readonly repliedOn: CivilDate | null
  readonly servedOn: CivilDate | null
  readonly withdrawnOn: CivilDate | null
}

export const atStart: Course = {
  law: null,
  receivedOn: null,
  countsFrom: null,
  correctionNoticedOn: null,
  corrected: false,
  stops: [],
  waits: [],
  extendedOn: null,
  reasonsAsked: false,
  repliedOn: null,
  servedOn: null,
  withdrawnOn: null,
}

// Art. 31: in person the day of submission, signed post the day of signing; otherwise the day on which
// the office has confirmed with the requester.
export const receivedAtOnce: readonly Channel[] = ['inPerson', 'signedPost']

const receive = (course: Course, on: CivilDate): Course => {
  const law = clockLawOn(on)
  if (!law)
    throw refuse('lawUnknown', {
      on,
      from: clockLaws[0]?.from ?? '',
      article: eventArticles.inForce,
    })
  return { ...course, law, receivedOn: on, countsFrom: on }
}

const ask = (course: Course, who: Stop['who'], on: CivilDate, calendar: Calendar): Course => {
  if (!course.law) throw refuse('notReceived', { on, article: dayArticles.received })
  const limit = calendar.addWorkingDays(on, course.law[who].days)
  const running = course.stops.find((stop) => stop.who === who && stop.open > 0 && stop.until >= on)
  const asked: Stop = running
    ? { ...running, open: running.open + 1, limit, until: limit }
    : { who, from: on, limit, open: 1, until: limit }
  return { ...course, stops: [...course.stops.filter((stop) => stop !== running), asked] }
}

/**
 * The last of the opinions ends the stop; one that comes after the limit finds it ended already. An
 * opinion answers the latest letters: whoever kept silent before has not stopped the clock since.
 */
const hear = (course: Course, who: Stop['who'], on: CivilDate): Course => {
  const open = course.stops.findLast((stop) => stop.who === who && stop.open > 0)
  if (!open) throw refuse('neverAsked', { on, article: dayArticles[who] })
  const left = open.open - 1
  const heard: Stop = {
    ...open,
    open: left,
    until: left === 0 && on < open.limit ? on : open.until,
  }
  return { ...course, stops: course.stops.map((stop) => (stop === open ? heard : stop)) }
}

const needsPeriod = (course: Course, on: CivilDate, article: string): ClockLaw => {
  if (!course.law || !course.receivedOn) throw refuse('notReceived', { on, article })
  return course.law
}

/** The requester did what was waited for; the period begins anew once nothing else is waited for. */
const done = (course: Course, why: Wait['why'], on: CivilDate): Course => {
  const waits = course.waits.map((wait) =>
    wait.why === why && wait.until === null ? { ...wait, until: on } : wait,
  )
  return { ...course, waits, countsFrom: waits.some((wait) => wait.until === null) ? null : on }
}

type Take = (course: Course, on: CivilDate, calendar: Calendar, channel: Channel) => Course

/** What each event does to the course, or why the law does not know it there. */
const takes: Readonly<Record<ClockEvent['type'], Take>> = {
  submitted(course, on, _calendar, channel) {
    return receivedAtOnce.includes(channel) ? receive(course, on) : course
  },
  confirmed(course, on, _calendar, channel) {
    // What was handed over or signed for is received whether anybody confirms it or not.
    if (receivedAtOnce.includes(channel)) return course
    const since = course.receivedOn
    if (since) throw refuse('confirmedTwice', { on, since, article: dayArticles.received })
    return receive(course, on)
  },
  correctionNoticed(course, on, calendar) {
    const law = needsPeriod(course, on, dayArticles.correction)
    if (course.correctionNoticedOn)
      throw refuse('correctionTwice', { on, article: law.correctionNotice.article })
    const noticed = { ...course, correctionNoticedOn: on }
    // A late notice costs the office its own days: the period goes on from receipt.
    if (on > (correctionNoticeDueOn(course, calendar) ?? on)) return noticed
    const limit = calendar.addWorkingDays(on, law.correction.days)
    const wait: Wait = { why: 'correction', from: on, limit, until: null }
    return { ...noticed, countsFrom: null, waits: [...course.waits, wait] }
  },
  correctionReceived(course, on) {
    if (!course.correctionNoticedOn || course.corrected)
      throw refuse('correctionNotAsked', { on, article: dayArticles.correction })
    const restarts = course.waits.some((wait) => wait.why === 'correction')
    return { ...(restarts ? done(course, 'correction', on) : course), corrected: true }
  },
  thirdPartyAsked: (course, on, calendar) => ask(course, 'thirdParty', on, calendar),
  thirdPartyReplied: (course, on) => hear(course, 'thirdParty', on),
  coMakerAsked: (course, on, calendar) => ask(course, 'coMaker', on, calendar),
  coMakerReplied: (course, on) => hear(course, 'coMaker', on),
  excessiveReasonAsked(course, on) {
    needsPeriod(course, on, eventArticles.excessive)
    return { ...course, reasonsAsked: true }
  },
  excessiveReasonReceived(course, on) {
    if (!course.reasonsAsked)
      throw refuse('reasonsNotAsked', { on, article: eventArticles.excessive })
    return course
  },
  feeNoticed(course, on, calendar) {
    const { article, days, from } = feePayment
    needsPeriod(course, on, article)
    if (on < from) throw refuse('feeBeforeRule', { on, from, article })
    if (course.waits.some((wait) => wait.why === 'fee')) throw refuse('feeTwice', { on, article })
    const due = dueOn(course, calendar)
    if (!due) throw refuse('feeBeforeCorrection', { on, article: dayArticles.correction })
    if (on > due) throw refuse('feeLate', { on, due, article })
    const limit = calendar.addCalendarDays(on, days, endsOnWorkingDay)
    return {
      ...course,
      countsFrom: null,
      waits: [...course.waits, { why: 'fee', from: on, limit, until: null }],
    }
  },
  feePaid(course, on) {
    if (!course.waits.some((wait) => wait.why === 'fee' && wait.until === null))
      throw refuse('feeNotAsked', { on, article: feePayment.article })
    return done(course, 'fee', on)
  },
  extended(course, on, calendar) {
    const { extension } = needsPeriod(course, on, dayArticles.counted)
    if (course.extendedOn) throw refuse('extendedTwice', { on, article: extension.article })
    const due = replyDueOn(course, calendar)
    if (!due) throw refuse('nothingToExtend', { on, article: extension.article })
    if (on > due) throw refuse('extendedLate', { on, due, article: extension.article })
    return { ...course, extendedOn: on }
  },
  replied: (course, on) => ({ ...course, repliedOn: on }),
  served(course, on) {
    if (!course.repliedOn) throw refuse('servedBeforeReply', { on, article: dayArticles.counted })
    if (course.servedOn) throw refuse('servedTwice', { on, article: eventArticles.served })
    return { ...course, servedOn: on }
  },
  withdrawn: (course, on) => ({ ...course, withdrawnOn: on }),
}

// A correction that comes late may have its good reason, which the office judges (art. 30).
const mayFollowLapse = (event: ClockEvent, lapsed: Wait): boolean =>
  event.type === 'correctionReceived' && lapsed.why === 'correction'

/** The course after one more event. */
export const follow = (
  course: Course,
  event: ClockEvent,
  calendar: Calendar,
  channel: Channel,
): Course => {
  const { type, on } = event
  if (course.withdrawnOn)
    throw refuse('afterWithdrawal', {
      on,
      since: course.withdrawnOn,
      article: eventArticles.asked,
    })
  if (course.repliedOn && type !== 'served')
    throw refuse('afterReply', { on, since: course.repliedOn, article: dayArticles.counted })
  const lapsed = lapsedBefore(course, on)
  if (lapsed && !mayFollowLapse(event, lapsed))
    throw refuse('afterLapse', {
      on,
      since: addDays(lapsed.limit, 1),
      article: dayArticles[lapsed.why],
    })
  return takes[type](course, on, calendar, channel)
}
