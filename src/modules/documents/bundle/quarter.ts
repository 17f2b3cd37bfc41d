import { addDays, type CivilDate, yearOf } from '#platform/civil-date'

export interface Quarter {
  readonly year: number
  readonly quarter: number
}

export const quarterOf = (on: CivilDate): Quarter => ({
  year: yearOf(on),
  quarter: Math.floor((Number(on.slice(5, 7)) - 1) / 3) + 1,
})

/** The last day of a quarter. */
export const endOfQuarter = ({ year, quarter }: Quarter): CivilDate => {
  const next =
    quarter === 4 ? `${year + 1}-01-01` : `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01`
  return addDays(next, -1)
}
