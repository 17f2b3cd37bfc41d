import { type Calendar, endsOnWorkingDay, type StripDay } from '#calendar'
import { addDays, type CivilDate, daysBetween, yearOf } from '#platform/civil-date'
import type { ClockDay } from './contract.ts'
import type { Course } from './course.ts'
import { isStopped } from './due.ts'
import { dayArticles } from './law.ts'

/** The notice that gave a year its days off, with the holiday's name. */
const noticeOf = (calendar: Calendar, day: StripDay): string => {
  // A notice's holiday may begin in the December before.
  const year = calendar.years.find(
    ({ year, holidays, makeUpDays }) =>
      Math.abs(year - yearOf(day.on)) <= 1 &&
      (makeUpDays.includes(day.on) ||
        holidays.some(({ from, to }) => from <= day.on && day.on <= to)),
  )
  const notice = year?.notices.findLast(
    ({ amends }) => !amends || (amends.from <= day.on && day.on <= amends.to),
  )
  const name = day.holiday ? `：${day.holiday}` : ''
  return notice ? `《${notice.title}》（${notice.number}）${name}` : (day.holiday ?? '')
}

/** A day that counts, or is off, whatever the case; what counts does so under the article given. */
const plainDay = (calendar: Calendar, day: StripDay, n: number, article: string): ClockDay => {
  const { on, reason } = day
  if (reason === 'weekend') return { on, counted: false, n, reason, article: dayArticles.weekend }
  if (reason === 'holiday')
    return { on, counted: false, n, reason, article: noticeOf(calendar, day) }
  return reason === 'makeUp'
    ? { on, counted: true, n: n + 1, reason, article: noticeOf(calendar, day) }
    : { on, counted: true, n: n + 1, reason: 'counted', article }
}

/** The days of a limit in working days that nothing stops. */
export const workingStrip = (
  calendar: Calendar,
  from: CivilDate,
  to: CivilDate,
  article: string,
): ClockDay[] => {
  let n = 0
  return calendar.strip(from, to).map((day): ClockDay => {
    if (day.reason === 'trigger') return { on: day.on, counted: false, n, reason: 'begun', article }
    const square = plainDay(calendar, day, n, article)
    n = square.n
    return square
  })
}

/** The days of a limit by the calendar; behind the last, those off that pass its end on. */
export const calendarStrip = (
  from: CivilDate,
  count: number,
  to: CivilDate,
  article: string,
): ClockDay[] =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, n): ClockDay => {
    const on = addDays(from, n)
    if (n === 0) return { on, counted: false, n, reason: 'begun', article }
    return n <= count
      ? { on, counted: true, n, reason: 'byCalendar', article }
      : { on, counted: false, n: count, reason: 'passedOn', article: endsOnWorkingDay.article }
  })

/** Each day from receipt to the end: counted or not, why, and under which article. */
export const stripOf = (
  course: Course,
  from: CivilDate,
  to: CivilDate,
  calendar: Calendar,
): ClockDay[] => {
  let n = 0
  return calendar.strip(from, to).map((day): ClockDay => {
    const square = (reason: ClockDay['reason'], article: string): ClockDay => ({
      on: day.on,
      counted: false,
      n,
      reason,
      article,
    })
    if (day.reason === 'trigger') return square('received', dayArticles.received)
    const restart = course.waits.find((wait) => wait.until === day.on)
    if (restart) {
      n = 0
      return restart.why === 'fee'
        ? square('paid', dayArticles.paid)
        : square('restarted', dayArticles.restarted)
    }
    const wait = course.waits.find(
      (one) => one.from < day.on && (one.until === null || day.on < one.until),
    )
    if (wait) return square(wait.why, dayArticles[wait.why])
    const stop = isStopped(course.stops, day.on)
    const worked = day.reason === 'counted' || day.reason === 'makeUp'
    if (stop && worked) return square(stop.who, dayArticles[stop.who])
    const plain = plainDay(calendar, day, n, dayArticles.counted)
    n = plain.n
    return plain
  })
}
