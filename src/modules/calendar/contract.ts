import { z } from 'zod'
import { isCivilDate, weekdayOf } from '#platform/civil-date'

const civilDate = z.string().refine(isCivilDate, 'civilDate')

/**
 * One year of working days as the State Council's notice sets it. A holiday may begin in the
 * December before (2019 and 2023 did); a make-up day is always a weekend day that is worked.
 */
export const calendarYear = z
  .object({
    year: z.int().min(1999).max(2999),
    notices: z
      .array(
        z.object({
          number: z.string(),
          on: civilDate,
          title: z.string(),
          /** The days that a later notice set anew (2019, 2020); without it, those of the whole year. */
          amends: z.object({ from: civilDate, to: civilDate }).optional(),
        }),
      )
      .min(1, 'noticeMissing'),
    holidays: z.array(z.object({ name: z.string().min(1), from: civilDate, to: civilDate })),
    makeUpDays: z.array(civilDate),
  })
  .superRefine((input, context) => {
    const near = (date: string) =>
      date.startsWith(`${input.year}-`) || date.startsWith(`${input.year - 1}-12-`)
    for (const holiday of input.holidays) {
      if (!near(holiday.from) || !near(holiday.to) || holiday.to < holiday.from)
        context.addIssue({ code: 'custom', message: 'holidayOutsideYear', path: ['holidays'] })
    }
    for (const date of input.makeUpDays) {
      if (!near(date) || ![0, 6].includes(weekdayOf(date)))
        context.addIssue({ code: 'custom', message: 'makeUpNotWeekend', path: ['makeUpDays'] })
    }
  })
export type CalendarYear = z.infer<typeof calendarYear>

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
