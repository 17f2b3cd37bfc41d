import { addDays, type CivilDate, yearOf } from '#platform/civil-date'
import type { Calendar } from './working-days.ts'

/** Days that count otherwise than before: what was counted over them has to be counted again. */
export interface ChangedDays {
  readonly from: CivilDate
  readonly to: CivilDate
}

/**
 * From the first to the last day that a year counts otherwise: all of a year that was unknown, the few
 * days of an amending notice, and in the December before what the New Year's holiday takes. Null where
 * no day changes.
 */
export const changedDays = (
  before: Calendar,
  after: Calendar,
  year: number,
): ChangedDays | null => {
  const differs = (on: CivilDate) =>
    before.knows(yearOf(on))
      ? before.isWorkingDay(on) !== after.isWorkingDay(on)
      : after.knows(yearOf(on))
  let from: CivilDate | null = null
  let to: CivilDate = ''
  for (let on = `${year - 1}-12-01`; on <= `${year}-12-31`; on = addDays(on, 1)) {
    if (!differs(on)) continue
    from ??= on
    to = on
  }
  return from === null ? null : { from, to }
}
