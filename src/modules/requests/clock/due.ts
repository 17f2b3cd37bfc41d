import type { Calendar } from '#calendar'
import type { CivilDate } from '#platform/civil-date'
import type { Course, Stop, Wait } from './course.ts'

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
