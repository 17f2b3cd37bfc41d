export type { ChangedDays } from './changed-days.ts'
export { countAnewJob, enterCalendarYear, enterNotice } from './commands/enter-calendar-year.ts'
export type {
  CalendarYear,
  DayReason,
  ReleaseDue,
  ReleaseReason,
  StripDay,
  TrafficLight,
} from './contract.ts'
export { calendarYear } from './contract.ts'
export { hearEnteredYears, loadEnteredYears } from './entered.ts'
export { calendarYearEntered } from './facts.ts'
export { readNotice } from './notice/read-notice.ts'
export { noticePreview, yearsKnown } from './queries.ts'
export { type ReleaseRule, releaseDueOn, trafficLight, trafficLightSteps } from './release-clock.ts'
export { countedOr, lightOn, statutoryCalendar, withShipped } from './statutory.ts'
export {
  type Calendar,
  calendarOf,
  endsAsCounted,
  endsOnWorkingDay,
  type LocalHolidays,
  type PeriodEnd,
} from './working-days.ts'
export { statutoryYears } from './years.ts'
