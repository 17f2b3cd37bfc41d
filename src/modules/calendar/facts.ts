import { fact } from '#platform/fact'
import type { CalendarYear } from './contract.ts'

/**
 * A year was entered or corrected. The fact carries its days, so that every process counts with them
 * the moment it hears it, and the record shows for good what was entered.
 */
export const calendarYearEntered = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly year: CalendarYear
}>('calendar.yearEntered')
