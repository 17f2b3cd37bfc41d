import { addDays, type CivilDate } from '#platform/civil-date'
import type { CalendarYear } from '../contract.ts'
import type { Notice } from './read-notice.ts'
import type { ReadPoint } from './read-point.ts'

/**
 * A year as a later notice changed it (2019 for Labour Day, 2020 for the Spring Festival): between the
 * first and the last day that it names it sets everything anew; the rest of the year stands.
 */
export const amended = (
  base: CalendarYear,
  points: readonly ReadPoint[],
  notice: Notice,
): CalendarYear => {
  const lengthens = (point: ReadPoint) =>
    base.holidays.find(({ name }) => point.extends && name.includes(point.name))
  // Of a holiday that is lengthened the days after its old end are new.
  const firstOf = (point: ReadPoint): CivilDate => {
    const old = lengthens(point)
    return old && old.to < point.to ? addDays(old.to, 1) : point.from
  }
  const named = points.flatMap((point) => [firstOf(point), point.to, ...point.makeUpDays]).sort()
  const entered = base.notices.find(({ number }) => number === notice.number)
  const amends = entered?.amends ?? {
    from: named[0] as CivilDate,
    to: named.at(-1) as CivilDate,
  }
  const isAnew = (on: CivilDate) => amends.from <= on && on <= amends.to
  const changed = points.map((point) => {
    const old = lengthens(point)
    return { name: old?.name ?? point.name, from: old?.from ?? point.from, to: point.to }
  })
  const replaced = (name: string) => changed.some((one) => one.name === name)
  return {
    year: base.year,
    notices: [
      ...base.notices.filter(({ number }) => number !== notice.number),
      { ...notice, amends },
    ],
    holidays: [...base.holidays.filter(({ name }) => !replaced(name)), ...changed].sort((a, b) =>
      a.from.localeCompare(b.from),
    ),
    makeUpDays: [
      ...base.makeUpDays.filter((on) => !isAnew(on)),
      ...points.flatMap((point) => point.makeUpDays),
    ].sort(),
  }
}
