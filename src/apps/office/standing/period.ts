/** The spans for which coverage is asked: `2026`, `2026-Q3`, `2026-09`. */
export type PeriodKind = 'all' | 'year' | 'quarter' | 'month'

export const kindOf = (period: string | undefined): PeriodKind =>
  period === undefined
    ? 'all'
    : period.includes('Q')
      ? 'quarter'
      : period.length > 4
        ? 'month'
        : 'year'

const two = (number: number): string => String(number).padStart(2, '0')

/** The span of a kind in which a day lies. */
export const periodOf = (kind: PeriodKind, date: string): string | null => {
  const year = date.slice(0, 4)
  const month = Number(date.slice(5, 7))
  if (kind === 'all') return null
  if (kind === 'year') return year
  return kind === 'quarter' ? `${year}-Q${Math.ceil(month / 3)}` : `${year}-${two(month)}`
}

const parts = { year: 1, quarter: 4, month: 12 } as const

/** Spans of a kind up to the one in which a day lies, newest first. */
export const periodsBefore = (
  kind: Exclude<PeriodKind, 'all'>,
  date: string,
  count: number,
): string[] => {
  const inYear = parts[kind]
  const now = periodOf(kind, date) ?? ''
  const position =
    Number(now.slice(0, 4)) * inYear +
    (kind === 'year' ? 0 : Number(now.slice(-2).replace('Q', '')) - 1)
  return Array.from({ length: count }, (_, back) => {
    const at = position - back
    const year = Math.floor(at / inYear)
    const part = (at % inYear) + 1
    return kind === 'year'
      ? `${year}`
      : kind === 'quarter'
        ? `${year}-Q${part}`
        : `${year}-${two(part)}`
  })
}

/** The first and the last day of a span. */
export const daysOf = (period: string): { from: string; to: string } => {
  const year = Number(period.slice(0, 4))
  const kind = kindOf(period)
  const months = kind === 'year' ? 12 : kind === 'quarter' ? 3 : 1
  const part = kind === 'year' ? 1 : Number(period.slice(-2).replace('Q', ''))
  const first = (part - 1) * months + 1
  const last = first + months - 1
  // Day 0 of the month after is the last day of this one; in UTC, so that no zone shifts it.
  const end = new Date(Date.UTC(year, last, 0)).getUTCDate()
  return { from: `${year}-${two(first)}-01`, to: `${year}-${two(last)}-${two(end)}` }
}
