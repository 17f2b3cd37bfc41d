import type { Calendar } from '#calendar'
import { addDays, type CivilDate } from '#platform/civil-date'
import { refuse } from '../refusals.ts'
import type { Clock, ClockInput, ClockStanding } from './contract.ts'
import { atStart, type Course, follow } from './course.ts'
import { correctionNoticeDueOn, dueOn, extendedDueOn, lapsedBefore, replyDueOn } from './due.ts'
import { dayArticles, eventArticles } from './law.ts'
import { stripOf } from './strip.ts'

/** Follows the events of a request from the first; the law's "no" names the event and the article. */
export const courseOf = ({ channel, asOf, events }: ClockInput, calendar: Calendar): Course => {
  if (events[0]?.type !== 'submitted')
    throw refuse('submittedFirst', { article: eventArticles.submitted })
  let course = atStart
  let latest = events[0].on
  for (const [at, event] of events.entries()) {
    const { type, on } = event
    if (type === 'submitted' && at > 0)
      throw refuse('submittedTwice', { on, article: eventArticles.submitted })
    if (on < latest)
      throw refuse('outOfOrder', { on, before: latest, article: eventArticles.order })
    if (on > asOf) throw refuse('eventNotYet', { on, asOf, article: dayArticles.counted })
    latest = on
    course = follow(course, event, calendar, channel)
  }
  return course
}

const standingOf = (course: Course, asOf: CivilDate, due: CivilDate | null): ClockStanding => {
  if (course.withdrawnOn) return 'withdrawn'
  // 国办公开办函〔2016〕235号: posting it, or having it signed for, meets the limit. Until that is on
  // record the day of the reply stands for it.
  const answeredOn = course.servedOn ?? course.repliedOn
  if (answeredOn) return due && answeredOn > due ? 'answeredLate' : 'answered'
  if (lapsedBefore(course, asOf)) return 'lapsed'
  if (!course.receivedOn) return 'unconfirmed'
  const waiting = course.waits.find((wait) => wait.until === null)
  if (waiting) return waiting.why === 'fee' ? 'awaitingFee' : 'awaitingCorrection'
  if (due && asOf > due) return 'overdue'
  const consulting = course.stops.some((stop) => stop.open > 0 && asOf <= stop.until)
  return consulting ? 'consulting' : 'running'
}

/** The last day worth showing while none is due: what comes after the end counts for nothing. */
const endOf = (course: Course, asOf: CivilDate): CivilDate =>
  course.withdrawnOn ?? course.repliedOn ?? lapsedBefore(course, asOf)?.limit ?? asOf

/**
 * The clock of a request: what is due when, and every day of the count with its article. While an
 * opinion is out, the longest stop that the law allows is assumed, so that the day due is fixed and
 * an early opinion only brings it nearer. Years whose holidays are not loaded are refused.
 *
 * Source: 政府信息公开条例 art. 30–35; 国办函〔2020〕109号 art. 6.
 */
export const clockOf = (input: ClockInput, calendar: Calendar): Clock => {
  const course = courseOf(input, calendar)
  const due = dueOn(course, calendar)
  const lapsed =
    course.withdrawnOn || course.repliedOn ? undefined : lapsedBefore(course, input.asOf)
  const asked = course.stops.findLast((stop) => stop.who === 'thirdParty')
  const fee = course.waits.find((wait) => wait.why === 'fee')
  return {
    receivedOn: course.receivedOn,
    correctionNoticeDueOn: correctionNoticeDueOn(course, calendar),
    replyDueOn: replyDueOn(course, calendar),
    extendedReplyDueOn: extendedDueOn(course, calendar),
    standing: standingOf(course, input.asOf, due),
    lapsedOn: lapsed ? addDays(lapsed.limit, 1) : null,
    thirdPartyReplyDueOn: asked?.limit ?? null,
    feeDueOn: fee?.limit ?? null,
    days: course.receivedOn
      ? stripOf(course, course.receivedOn, due ?? endOf(course, input.asOf), calendar)
      : [],
  }
}
