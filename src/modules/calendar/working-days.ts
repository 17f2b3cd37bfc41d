import { addDays, type CivilDate, daysBetween, weekdayOf, yearOf } from '#platform/civil-date'
import type { CalendarYear, StripDay } from './contract.ts'
import { refuse } from './refusals.ts'

/** How a period of calendar days ends when its last day is not a working day. */
export interface PeriodEnd {
  readonly rollsOver: boolean
  readonly article: string
}

/** The general convention: the last day off passes the end to the next working day. */
export const endsOnWorkingDay: PeriodEnd = {
  rollsOver: true,
  article: '民事诉讼法第八十五条（行政复议法第八十八条）',
}

/** Counts by the calendar, whatever the last day is (display periods, dates that a law names). */
export const endsAsCounted = (article: string): PeriodEnd => ({ rollsOver: false, article })

export interface Calendar {
  isWorkingDay(date: CivilDate): boolean
  /** The day of the trigger is not counted; a negative `n` counts backwards. */
  addWorkingDays(from: CivilDate, n: number): CivilDate
  addCalendarDays(from: CivilDate, n: number, end: PeriodEnd): CivilDate
  /** Working days after `from` up to and including `to`; negative when `to` is earlier. */
  workingDaysBetween(from: CivilDate, to: CivilDate): number
  /** Every day from the trigger to the due day, each with the reason it counts or not. */
  strip(from: CivilDate, due: CivilDate): readonly StripDay[]
  /** Whether the year's notice is loaded, so that its days can be counted at all. */
  knows(year: number): boolean
  readonly years: readonly CalendarYear[]
}

/** Days off that one region adds by art. 4 of 全国年节及纪念日放假办法: date → name. */
export type LocalHolidays = Readonly<Record<CivilDate, string>>

/**
 * The working days of the years given. Legal periods may only be counted through years whose notice
 * is loaded: any other year is refused, because guessing plain weekdays moves deadlines by a week.
 */
export function calendarOf(
  years: readonly CalendarYear[],
  localHolidays: LocalHolidays = {},
): Calendar {
  const known = new Set(years.map((year) => year.year))
  const firstYear = Math.min(...known)
  const lastYear = Math.max(...known)
  const holidays = new Map(Object.entries(localHolidays))
  const makeUpDays = new Set<CivilDate>()
  for (const year of years) {
    for (const { name, from, to } of year.holidays) {
      for (let on = from; on <= to; on = addDays(on, 1)) holidays.set(on, name)
    }
    for (const on of year.makeUpDays) makeUpDays.add(on)
  }
  const works = (on: CivilDate) =>
    makeUpDays.has(on) || (!holidays.has(on) && weekdayOf(on) !== 0 && weekdayOf(on) !== 6)

  // One table for the whole span makes every count an index, cheap enough for a city's standing.
  const firstDay: CivilDate = `${firstYear}-01-01`
  const dates: CivilDate[] = []
  const workingDays: CivilDate[] = []
  const workedBy: number[] = []
  for (let on = firstDay; known.size > 0 && yearOf(on) <= lastYear; on = addDays(on, 1)) {
    if (works(on)) workingDays.push(on)
    dates.push(on)
    workedBy.push(workingDays.length)
  }

  const need = (from: number, to: number) => {
    for (let year = from; year <= to; year++) {
      if (!known.has(year)) throw refuse('unknownYear', { year, before: year - 1 })
    }
  }
  const countTo = (on: CivilDate): number => {
    need(yearOf(on), yearOf(on))
    return workedBy[daysBetween(firstDay, on)] ?? 0
  }

  const calendar: Calendar = {
    years,
    knows: (year) => known.has(year),
    isWorkingDay(date) {
      need(yearOf(date), yearOf(date))
      return works(date)
    },
    addWorkingDays(from, n) {
      const already = countTo(from)
      if (n === 0) return from
      // Backwards, a working trigger day is not counted either: the day before it is the first.
      const index = n > 0 ? already + n - 1 : already + n - (works(from) ? 1 : 0)
      const on = workingDays[index]
      if (n > 0) need(yearOf(from), on ? yearOf(on) : lastYear + 1)
      else need(on ? yearOf(on) : firstYear - 1, yearOf(from))
      return on as CivilDate
    },
    addCalendarDays(from, n, end) {
      let on = addDays(from, n)
      while (end.rollsOver && !calendar.isWorkingDay(on)) on = addDays(on, 1)
      return on
    },
    workingDaysBetween(from, to) {
      if (from > to) return -calendar.workingDaysBetween(to, from)
      need(yearOf(from), yearOf(to))
      return countTo(to) - countTo(from)
    },
    strip(from, due) {
      need(yearOf(from), yearOf(due))
      const days: StripDay[] = [{ on: from, counted: false, n: 0, reason: 'trigger' }]
      let n = 0
      const last = daysBetween(firstDay, due)
      for (let at = daysBetween(firstDay, from) + 1; at <= last; at += 1) {
        const on = dates[at] as CivilDate
        const holiday = holidays.get(on)
        if (makeUpDays.has(on)) days.push({ on, counted: true, n: ++n, reason: 'makeUp' })
        else if (holiday) days.push({ on, counted: false, n, reason: 'holiday', holiday })
        else if (workedBy[at] !== (workedBy[at - 1] ?? 0))
          days.push({ on, counted: true, n: ++n, reason: 'counted' })
        else days.push({ on, counted: false, n, reason: 'weekend' })
      }
      return days
    },
  }
  return calendar
}
