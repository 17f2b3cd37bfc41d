import { z } from 'zod'
import { isCivilDate, weekdayOf } from '#platform/civil-date'
import { civilDate } from '#platform/shapes'

/** The days of a year as a text sets them, whether they can be so or not. */
export const yearDays = z.object({
  year: z.int().min(1999).max(2999),
  notices: z
    .array(
      z.object({
        number: z.string(),
        on: z.string(),
        title: z.string(),
        /** The days that a later notice set anew (2019, 2020); without it, those of the whole year. */
        amends: z.object({ from: civilDate, to: civilDate }).optional(),
      }),
    )
    .min(1, 'noticeMissing'),
  holidays: z.array(z.object({ name: z.string(), from: civilDate, to: civilDate })),
  makeUpDays: z.array(civilDate),
})

/**
 * One year of working days as the State Council's notice sets it. A holiday may begin in the
 * December before (2019 and 2023 did); a make-up day is always a weekend day that is worked.
 */
export const calendarYear = yearDays.superRefine((input, context) => {
  const near = (date: string) =>
    date.startsWith(`${input.year}-`) || date.startsWith(`${input.year - 1}-12-`)
  if (!input.notices.every(({ number, on }) => number !== '' && isCivilDate(on)))
    context.addIssue({ code: 'custom', message: 'civilDate', path: ['notices'] })
  for (const holiday of input.holidays) {
    if (holiday.name === '')
      context.addIssue({ code: 'custom', message: 'nameMissing', path: ['holidays'] })
    if (!near(holiday.from) || !near(holiday.to) || holiday.to < holiday.from)
      context.addIssue({ code: 'custom', message: 'holidayOutsideYear', path: ['holidays'] })
  }
  for (const date of input.makeUpDays) {
    if (!near(date) || ![0, 6].includes(weekdayOf(date)))
      context.addIssue({ code: 'custom', message: 'makeUpNotWeekend', path: ['makeUpDays'] })
  }
})
export type CalendarYear = z.infer<typeof calendarYear>
