import { type Calendar, endsOnWorkingDay } from '#calendar'
import { addDays, type CivilDate } from '#platform/civil-date'
import { refuse } from '../refusals.ts'
import type { Channel, ClockEvent } from './contract.ts'
import { type ClockLaw, clockLawOn, clockLaws, dayArticles, feePayment } from './law.ts'

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

export const isStopped = (stops: readonly Stop[], on: CivilDate): Stop | undefined =>
  stops.find((stop) => stop.from < on && on <= stop.until)

/** Working days that stops take out of those after `from` up to `to`; two stops at once take a day once. */
const stoppedDays = (
  calendar: Calendar,
  stops: readonly Stop[],
  from: CivilDate,
  to: CivilDate,
): number => {
  let after = from
  let days = 0
  for (const stop of stops.toSorted((one, other) => (one.from < other.from ? -1 : 1))) {
    if (stop.from > after) after = stop.from
    const last = stop.until < to ? stop.until : to
    if (last <= after) continue
    days += calendar.workingDaysBetween(after, last)
    after = last
  }
  return days
}

/** The n-th working day after a day, those inside a stop left out (art. 33). */
const countOn = (
  calendar: Calendar,
  stops: readonly Stop[],
  from: CivilDate,
  n: number,
): CivilDate => {
  let on = calendar.addWorkingDays(from, n)
  // The days that stops take move the end, and may bring more of a stop before it.
  for (;;) {
    const later = calendar.addWorkingDays(from, n + stoppedDays(calendar, stops, from, on))
    if (later === on) return on
    on = later
  }
}

export const replyDueOn = (course: Course, calendar: Calendar): CivilDate | null =>
  course.law && course.countsFrom
    ? countOn(calendar, course.stops, course.countsFrom, course.law.reply.days)
    : null

export const extendedDueOn = (course: Course, calendar: Calendar): CivilDate | null =>
  course.law && course.countsFrom && course.extendedOn
    ? countOn(
        calendar,
        course.stops,
        course.countsFrom,
        course.law.reply.days + course.law.extension.days,
      )
    : null

export const dueOn = (course: Course, calendar: Calendar): CivilDate | null =>
  extendedDueOn(course, calendar) ?? replyDueOn(course, calendar)

export const correctionNoticeDueOn = (course: Course, calendar: Calendar): CivilDate | null =>
  course.law && course.receivedOn
    ? calendar.addWorkingDays(course.receivedOn, course.law.correctionNotice.days)
    : null

/** The wait that ran out before a day, and so ended the request. */
export const lapsedBefore = (course: Course, on: CivilDate): Wait | undefined =>
  course.waits.find((wait) => wait.until === null && wait.limit < on)

// Art. 31: in person the day of submission, signed post the day of signing; otherwise the day on which
// the office has confirmed with the requester.
export const receivedAtOnce: readonly Channel[] = ['inPerson', 'signedPost']

const receive = (course: Course, on: CivilDate): Course => {
  const law = clockLawOn(on)
  if (!law) throw refuse('lawUnknown', { on, from: clockLaws[0]?.from ?? '' })
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

/** The last of the opinions ends the stop; one that comes after the limit finds it ended already. */
const hear = (course: Course, who: Stop['who'], on: CivilDate): Course => {
  const open = course.stops.find((stop) => stop.who === who && stop.open > 0)
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

type Take = (course: Course, on: CivilDate, calendar: Calendar, channel: Channel) => Course

/** What each event does to the course, or why the law does not know it there. */
const takes: Readonly<Record<ClockEvent['type'], Take>> = {
  submitted(course, on, _calendar, channel) {
    return receivedAtOnce.includes(channel) ? receive(course, on) : course
  },
  confirmed(course, on) {
    return course.receivedOn ? course : receive(course, on)
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
    const waits = course.waits.map((wait) =>
      wait.why === 'correction' ? { ...wait, until: on } : wait,
    )
    const restarts = waits.some((wait) => wait.why === 'correction')
    return { ...course, corrected: true, waits, countsFrom: restarts ? on : course.countsFrom }
  },
  thirdPartyAsked: (course, on, calendar) => ask(course, 'thirdParty', on, calendar),
  thirdPartyReplied: (course, on) => hear(course, 'thirdParty', on),
  coMakerAsked: (course, on, calendar) => ask(course, 'coMaker', on, calendar),
  coMakerReplied: (course, on) => hear(course, 'coMaker', on),
  excessiveReasonAsked(course, on) {
    needsPeriod(course, on, excessive)
    return { ...course, reasonsAsked: true }
  },
  excessiveReasonReceived(course, on) {
    if (!course.reasonsAsked) throw refuse('reasonsNotAsked', { on, article: excessive })
    return course
  },
  feeNoticed(course, on, calendar) {
    const { article, days, from } = feePayment
    needsPeriod(course, on, article)
    if (on < from) throw refuse('feeBeforeRule', { on, from, article })
    if (course.waits.some((wait) => wait.why === 'fee')) throw refuse('feeTwice', { on, article })
    const due = dueOn(course, calendar)
    if (!due || on > due) throw refuse('feeLate', { on, due: due ?? '', article })
    const limit = calendar.addCalendarDays(on, days, endsOnWorkingDay)
    return {
      ...course,
      countsFrom: null,
      waits: [...course.waits, { why: 'fee', from: on, limit, until: null }],
    }
  },
  feePaid(course, on) {
    const wait = course.waits.find((one) => one.why === 'fee' && one.until === null)
    if (!wait) throw refuse('feeNotAsked', { on, article: feePayment.article })
    return {
      ...course,
      countsFrom: on,
      waits: course.waits.map((one) => (one === wait ? { ...one, until: on } : one)),
    }
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
    if (course.servedOn) throw refuse('servedTwice', { on, article: dayArticles.counted })
    return { ...course, servedOn: on }
  },
  withdrawn: (course, on) => ({ ...course, withdrawnOn: on }),
}

const excessive = '《中华人民共和国政府信息公开条例》第三十五条'

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
  if (course.withdrawnOn) throw refuse('afterWithdrawal', { on, since: course.withdrawnOn })
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
