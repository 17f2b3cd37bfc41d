import { quotedLexeme } from './words.ts'

/**
 * Marks stand among a document's lexemes and begin with a colon, as no lexeme does: month, fields,
 * owner. A question that carries them reads only its own stretch of the index: PostgreSQL steps
 * through the rarest of the lists and skips in the others.
 */
export const monthMark = (month: number): string => `:m${month}`
export const fieldMark = (code: string): string => `:f${code}`
export const ownerMark = (organizationId: number): string => `:o${organizationId}`

/** The months since year 0 of an instant in Shanghai. */
export const monthOf = (instant: Date): number => {
  const local = new Date(instant.getTime() + shanghaiMs)
  return local.getUTCFullYear() * 12 + local.getUTCMonth()
}

export const yearOf = (instant: Date): number => Math.floor(monthOf(instant) / 12)

/** The instant at which a month begins in Shanghai. */
export const startOfMonth = (month: number): Date =>
  new Date(Date.UTC(Math.floor(month / 12), month % 12) - shanghaiMs)

const shanghaiMs = 8 * 3_600_000

/** A stretch of time to look through: a tsquery of its months, or null and everything before a day. */
export interface Stretch {
  readonly marks: string | null
  readonly before: Date
}

// How many months each stretch holds, newest first. A common word fills a page from the first; a rare
// one is found by all seven in under a millisecond; what is older than 32 months comes in one piece.
const stretches = [1, 1, 2, 4, 8, 16]

/** The stretches back from an instant, each twice the one before, as far as `oldest`. */
export const stretchesFrom = (newest: Date, oldest: Date): Stretch[] => {
  const found: Stretch[] = []
  const first = monthOf(oldest)
  let month = monthOf(newest)
  for (const length of stretches) {
    if (month < first) return found
    const months = Array.from({ length }, (_, back) => month - back).filter((one) => one >= first)
    const marks = months.map((one) => quotedLexeme(monthMark(one))).join(' | ')
    found.push({ marks: `(${marks})`, before: startOfMonth(month + 1) })
    month -= length
  }
  if (month >= first) found.push({ marks: null, before: startOfMonth(month + 1) })
  return found
}
