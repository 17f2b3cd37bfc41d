import type { CivilDate } from '#platform/civil-date'
import { Refusal } from '#platform/refusal'
import type { TrafficLight } from './contract.ts'
import { trafficLight } from './release-clock.ts'
import { type Calendar, calendarOf } from './working-days.ts'
import { statutoryYears } from './years.ts'

/** The working days of the years that ship with the program, laid out once for everybody who counts. */
export const statutoryCalendar: Calendar = calendarOf(statutoryYears)

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
