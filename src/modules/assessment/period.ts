import type { CivilDate } from '#platform/civil-date'

/** From a day, until before another. */
export interface Span {
  readonly from: CivilDate
  readonly until: CivilDate
}

const firstOf = (year: number, month: number): CivilDate => {
  const beyond = month > 12
  return `${beyond ? year + 1 : year}-${String(beyond ? month - 12 : month).padStart(2, '0')}-01`
}

/** The span of `2026`, `2026-Q3` or `2026-09`. */
export const spanOf = (period: string): Span => {
  const year = Number(period.slice(0, 4))
  const part = period.slice(5)
  if (part === '') return { from: firstOf(year, 1), until: firstOf(year, 13) }
  const quarter = part.startsWith('Q')
  const month = quarter ? Number(part.slice(1)) * 3 - 2 : Number(part)
  return { from: firstOf(year, month), until: firstOf(year, month + (quarter ? 3 : 1)) }
}
