import { type CalendarYear, calendarYear } from './contract.ts'
import rows from './years.json' with { type: 'json' }

/**
 * The years whose notice ships with the program: seeded from `chinese-days` (MIT) and compared with
 * the State Council's notices named beside each year. Later years are loaded as data.
 */
export const statutoryYears: readonly CalendarYear[] = rows.map((row) => calendarYear.parse(row))
