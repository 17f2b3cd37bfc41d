import type { CivilDate } from '#platform/civil-date'
import { Refusal } from '#platform/refusal'
import type { CalendarYear, TrafficLight } from './contract.ts'
import { trafficLight } from './release-clock.ts'
import { type Calendar, calendarOf } from './working-days.ts'
import { statutoryYears } from './years.ts'

/** The shipped years and those entered by an office, which come before a shipped one. */
export const withShipped = (entered: readonly CalendarYear[]): CalendarYear[] =>
  [...new Map([...statutoryYears, ...entered].map((year) => [year.year, year])).values()].sort(
    (one, other) => one.year - other.year,
  )

const shipped = calendarOf(statutoryYears)
let entered: readonly CalendarYear[] = []
let current = shipped

/** Counts from now on, in this process, with these years beside the shipped ones. */
export const countWith = (years: readonly CalendarYear[]): void => {
  entered = years
  current = years.length === 0 ? shipped : calendarOf(withShipped(years))
}

/** Counts with one more year; one of the same number gives way. */
export const countWithAlso = (year: CalendarYear): void =>
  countWith([...entered.filter((one) => one.year !== year.year), year])

/**
 * The working days in force, laid out once for everybody who counts: one object whatever is entered
 * meanwhile, so that whoever holds it need not ask again.
 */
export const statutoryCalendar: Calendar = {
  get years() {
    return current.years
  },
  knows: (year) => current.knows(year),
  isWorkingDay: (date) => current.isWorkingDay(date),
  addWorkingDays: (from, n) => current.addWorkingDays(from, n),
  addCalendarDays: (from, n, end) => current.addCalendarDays(from, n, end),
  workingDaysBetween: (from, to) => current.workingDaysBetween(from, to),
  strip: (from, due) => current.strip(from, due),
}

/** What is counted; `otherwise` where it runs into a year whose notice is not loaded. */
export const countedOr = <Counted>(count: () => Counted, otherwise: Counted): Counted => {
  try {
    return count()
  } catch (error) {
    if (error instanceof Refusal) return otherwise
    throw error
  }
}

/** How near a due day is; a year whose notice is missing darkens nothing else. */
export const lightOn = (dueOn: CivilDate | null, today: CivilDate): TrafficLight =>
  countedOr(
    () => trafficLight(dueOn, today, statutoryCalendar),
    dueOn !== null && dueOn < today ? 'overdue' : 'none',
  )
