export type {
  CalendarYear,
  DayReason,
  ReleaseDue,
  ReleaseReason,
  StripDay,
  TrafficLight,
} from './contract.ts'
export { calendarYear } from './contract.ts'
export { type ReleaseRule, releaseDueOn, trafficLight, trafficLightSteps } from './release-clock.ts'
export { countedOr, lightOn, statutoryCalendar } from './statutory.ts'
export {
  type Calendar,
  calendarOf,
  endsAsCounted,
  endsOnWorkingDay,
  type LocalHolidays,
  type PeriodEnd,
} from './working-days.ts'
export { statutoryYears } from './years.ts'
