import { quotedLexeme } from './words.ts'

/**
 * Marks stand among a document's lexemes and begin with a colon, as no lexeme does: when it was
 * published, its fields, owner, kind and validity, and each of these in each period. A question that carries one reads
 * only its own stretch of the index: PostgreSQL steps through the rarest list and skips in the others.
 * It would step through all of a field for each period, so a field has a mark for each.
 */
export const fieldMark = (code: string): string => `:f${code}`
export const ownerMark = (organizationId: number): string => `:o${organizationId}`
export const kindMark = (kind: string): string => `:k${kind.slice(0, longestName)}`
export const validityMark = (validity: string): string => `:v${validity.slice(0, longestName)}`
// A lexeme is bounded; no kind of document has a longer name.
const longestName = 30

// Counted in 旬, the thirds of a month that begin on the 1st, 11th and 21st: third, month, quarter,
// half-year, year, two and four years. A document bears one mark of each.
export const periods = [1, 3, 9, 18, 36, 72, 144]
// The way back: steps grow, and each gathers at most about as much as all before it. With years and then
// all that is older, a word in one document of eight read 11,000 matches for the newest 2,000 (13 ms).
const steps = [1, 3, 9, 18, 36, 36, 36, 72, 144, 144]
export const inYear = 36
export const periodMark = (thirds: number, third: number): string =>
  `:p${thirds}-${Math.floor(third / thirds)}`

/** All marks of a document. */
export const marksOf = (document: {
  readonly publishedAt: Date
  readonly fieldCodes: readonly string[]
  readonly organizationId: number
  readonly kind?: string
  readonly validity?: string
}): string[] => {
  const third = thirdOf(document.publishedAt)
  const places = [
    ...document.fieldCodes.map(fieldMark),
    ownerMark(document.organizationId),
    ...(document.kind ? [kindMark(document.kind)] : []),
    ...(document.validity ? [validityMark(document.validity)] : []),
  ]
  const times = periods.map((thirds) => periodMark(thirds, third))
  return [...places, ...times.flatMap((time) => [time, ...places.map((place) => place + time)])]
}

const shanghaiMs = 8 * 3_600_000

/** The thirds of months since year 0 of an instant in Shanghai. */
export const thirdOf = (instant: Date): number => {
  const local = new Date(instant.getTime() + shanghaiMs)
  const month = local.getUTCFullYear() * 12 + local.getUTCMonth()
  return month * 3 + Math.min(2, Math.floor((local.getUTCDate() - 1) / 10))
}

const startOfThird = (third: number): Date => {
  const month = Math.floor(third / 3)
  return new Date(Date.UTC(Math.floor(month / 12), month % 12, (third % 3) * 10 + 1) - shanghaiMs)
}

export const yearOf = (instant: Date): number => Math.floor(thirdOf(instant) / inYear)

/** The instant at which a year begins in Shanghai. */
export const startOfYear = (year: number): Date => startOfThird(year * inYear)

/** A stretch of time to look through: the mark of a period, or none, and the instant before which. */
export interface Stretch {
  readonly mark: string | null
  readonly before: Date
}

// The period around the newest has only begun as a rule, so one as long as it comes twice more: a step three
// times as long read 4,200 matches for a thousand at 1,000,000 documents.
const stepsFrom = (stride: number | null): readonly number[] => {
  if (stride === null) return steps
  const longer = steps.filter((thirds) => thirds > stride)
  return Number.isFinite(stride) ? [stride, stride, stride, ...longer] : longer
}

/**
 * The way back through time: the rest of the third of a month, then of the month, its quarter,
 * half-year, year, years more, and all that is older in one piece. A common word fills its page
 * from the first; a rare one costs eleven steps; none gathers more than a few times what it needs.
 * Where it is known how common a word is, it begins with steps of `stride` thirds.
 */
export const stretchesFrom = (
  newest: Date,
  oldest: Date,
  stride: number | null = null,
): Stretch[] => {
  const found: Stretch[] = []
  const first = thirdOf(oldest)
  let third = thirdOf(newest)
  for (const thirds of stepsFrom(stride)) {
    if (third < first) return found
    found.push({ mark: periodMark(thirds, third), before: startOfThird(third + 1) })
    third = Math.floor(third / thirds) * thirds - 1
  }
  if (third >= first) found.push({ mark: null, before: startOfThird(third + 1) })
  return found
}

/** A tsquery for one stretch, within places: of each list of marks, one has to stand. */
export const withinStretch = (
  { mark }: Stretch,
  places: readonly (readonly string[])[],
  tsquery: string,
): string => {
  const inPlaces = places.map(
    (marks) => `(${marks.map((place) => quotedLexeme(place + (mark ?? ''))).join(' | ')})`,
  )
  const inTime = mark === null || places.length > 0 ? [] : [quotedLexeme(mark)]
  return [...inPlaces, ...inTime, tsquery].join(' & ')
}
