export { type CalendarYear, calendarYear } from './contract/year.ts'
export {
  calendarYears,
  enterNotice,
  type ListedYear,
  previewNotice,
  type YearSource,
} from './contract/years.ts'
export { type CalendarDay, type DayKind, monthsOf, workingDaysIn } from './months.ts'

/** Why a day of the strip counts or does not. */
export const dayReasons = ['trigger', 'counted', 'makeUp', 'weekend', 'holiday'] as const
export type DayReason = (typeof dayReasons)[number]

/** One square of the strip that shows a person how a period was counted. */
export interface StripDay {
  readonly on: string
  readonly counted: boolean
  /** Working days counted up to and including this one. */
  readonly n: number
  readonly reason: DayReason
  /** Name of the holiday, when the reason is one. */
  readonly holiday?: string
}

export const trafficLights = ['none', 'green', 'yellow', 'orange', 'red', 'overdue'] as const
export type TrafficLight = (typeof trafficLights)[number]

/** How a release date came about; its words are `calendar.why.<code>`. */
export interface ReleaseReason {
  readonly code:
    | 'within'
    | 'withinCalendar'
    | 'withinHours'
    | 'before'
    | 'beforeCalendar'
    | 'periodEnd'
    | 'fixedDate'
    | 'statutoryDefault'
    | 'noTrigger'
    | 'unknownYear'
  readonly days?: number
  /** The year whose notice has to be loaded first. */
  readonly year?: number
  /** The article that sets the period, or the way of counting it, where the rule itself does not. */
  readonly article?: string
  /** True when the catalogue names no number and the statutory default stands in for it. */
  readonly assumed?: true
}

export interface ReleaseDue {
  readonly dueOn: string | null
  readonly why: ReleaseReason
}
