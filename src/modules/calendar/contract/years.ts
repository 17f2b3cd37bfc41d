import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { calendarYear, yearDays } from './year.ts'

/** Where the days of a year come from: shipped with the program, or entered here. */
export const yearSources = ['shipped', 'entered'] as const
export type YearSource = (typeof yearSources)[number]

const listedYear = z.object({
  days: calendarYear,
  source: z.enum(yearSources),
  enteredAt: z.date().nullable(),
  enteredBy: z.string().nullable(),
})
export type ListedYear = z.output<typeof listedYear>

/** Every year that is counted with, newest first. */
export const calendarYears = endpoint({
  method: 'GET',
  path: '/api/calendar/years',
  summary: 'Years of working days: holidays, make-up days, notices, and which year is awaited',
  input: z.object({}),
  output: z.object({
    years: z.array(listedYear),
    /** A year whose notice is out or expected by now, and not loaded. */
    awaited: z.int().nullable(),
    mayEnter: z.boolean(),
    /** The government at the top, under which the calendar is shown. */
    organizationId: z.int().nullable(),
  }),
})

// Ten times the longest notice so far.
const longestNotice = 20_000
const pasted = z.string().max(longestNotice)

const fault = z.object({
  field: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** Reads a pasted notice and says what it would set; nothing is kept. */
export const previewNotice = endpoint({
  method: 'POST',
  path: '/api/calendar/preview',
  summary: 'What a pasted notice would set, with every fault of its text',
  input: z.object({ text: pasted }),
  output: z.object({
    /** As far as it could be read; with faults it may hold days that cannot be. */
    year: yearDays.nullable(),
    faults: z.array(fault),
    /** What is counted with today for this year, and would be replaced. */
    replaces: z.enum(yearSources).nullable(),
  }),
})

/** Enters a notice: from then on every process counts with it. */
export const enterNotice = endpoint({
  method: 'POST',
  path: '/api/calendar/years',
  summary: 'Enter a notice of the State Council’s office; unknown due days are counted then',
  input: z.object({ text: pasted }),
  output: z.object({ year: z.int() }),
})
