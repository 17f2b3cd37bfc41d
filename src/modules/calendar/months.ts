import { addDays, type CivilDate, weekdayOf } from '#platform/civil-date'
import type { CalendarYear } from './contract.ts'

/** What a day is in the law of working days. */
export type DayKind = 'working' | 'weekend' | 'holiday' | 'makeUp'

export interface CalendarDay {
  readonly on: CivilDate
  readonly kind: DayKind
  readonly holiday?: string
}

/**
 * The twelve months of a year, day by day, as its notice sets them and as that of the next year sets
 * the last days of December.
 */
export const monthsOf = (
  year: CalendarYear,
  next?: CalendarYear,
): readonly (readonly CalendarDay[])[] => {
  const notices = next ? [year, next] : [year]
  const makeUpDays = new Set(notices.flatMap((one) => one.makeUpDays))
  const kindOf = (on: CivilDate): CalendarDay => {
    if (makeUpDays.has(on)) return { on, kind: 'makeUp' }
    const off = notices
      .flatMap((one) => one.holidays)
      .find(({ from, to }) => from <= on && on <= to)
    if (off) return { on, kind: 'holiday', holiday: off.name }
    return { on, kind: [0, 6].includes(weekdayOf(on)) ? 'weekend' : 'working' }
  }
  const months: CalendarDay[][] = Array.from({ length: 12 }, () => [])
  for (let on = `${year.year}-01-01`; on <= `${year.year}-12-31`; on = addDays(on, 1))
    months[Number(on.slice(5, 7)) - 1]?.push(kindOf(on))
  return months
}

/** Days of a year that are worked; make-up days with them. */
export const workingDaysIn = (months: ReturnType<typeof monthsOf>): number =>
  months.flat().filter(({ kind }) => kind === 'working' || kind === 'makeUp').length
