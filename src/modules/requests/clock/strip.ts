import type { Calendar, StripDay } from '#calendar'
import { type CivilDate, yearOf } from '#platform/civil-date'
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
    if (day.reason === 'weekend') return square('weekend', dayArticles.weekend)
    if (day.reason === 'holiday') return square('holiday', noticeOf(calendar, day))
    const stop = isStopped(course.stops, day.on)
    if (stop) return square(stop.who, dayArticles[stop.who])
    n += 1
    const makeUp = day.reason === 'makeUp'
    return {
      on: day.on,
      counted: true,
      n,
      reason: makeUp ? 'makeUp' : 'counted',
      article: makeUp ? noticeOf(calendar, day) : dayArticles.counted,
    }
  })
}
