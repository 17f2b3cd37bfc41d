import { parseDocumentNumber, parseIndexNumber } from '#documents'
import { addDays, type CivilDate, dateAt, isCivilDate, startOfDay } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { validitiesDue } from '#policies'
import type { SearchAnswer, SearchFacet, SearchHit, SearchQuery } from './contract.ts'
import {
  boundsOf,
  type Counted,
  type Cursor,
  countMatches,
  type Facet,
  type FacetRow,
  type Looking,
  type NumberSought,
  newestMatches,
  type Rank,
  type Turned,
} from './finding.ts'
import { type Pace, paceAround, strideFor } from './frequency.ts'
import { hitsBearing, hitsOf } from './hits.ts'
import {
  fieldMark,
  kindMark,
  ownerMark,
  startOfYear,
  stretchesFrom,
  validityMark,
} from './marks.ts'
import { meantBy } from './terms.ts'
import {
  isCertain,
  lexemesIn,
  phraseOf,
  type Sought,
  soughtIn,
  takenApart,
  titleLexemesIn,
  titleQueryOf,
  tsqueryOf,
} from './words.ts'

// Nobody reads the thousandth, and twice as many cost twice as much.
/** Matches are counted up to here and said as "1,000+". */
export const matchCap = 1_000
const pageSize = 20
const mostFacets = 12
// With fewer hits than these, what was typed may be a slip.
const fewHits = 3

const nothing: SearchAnswer = {
  hits: [],
  next: null,
  count: 0,
  capped: false,
  facets: { field: [], organization: [], year: [], kind: [], validity: [] },
  instead: null,
  meant: null,
  numbered: false,
}

/**
 * Finds live public documents: those that bear the number asked for; else those with all words in the
 * title, then those with all words in text or files, each newest first. Where a page is not filled,
 * long words are taken apart; where nothing is found, a homophone is tried.
 */
export const search = async (
  db: Db,
  query: SearchQuery,
  today: CivilDate = dateAt(new Date()),
): Promise<SearchAnswer> => {
  const due = await validitiesDue(db, today)
  const answer = await answerOn(db, query, due)
  const now = new Map(due.map((one) => [one.documentId, one.now]))
  return {
    ...answer,
    hits: answer.hits.map((hit) => ({ ...hit, validity: now.get(hit.documentId) ?? hit.validity })),
  }
}

type Due = Awaited<ReturnType<typeof validitiesDue>>

const answerOn = async (db: Db, query: SearchQuery, due: Due): Promise<SearchAnswer> => {
  const number = numberIn(query.q)
  const own = number && (await documentsNumbered(db, number, query))
  if (own) return own
  // A number that no document bears may stand in the text of one.
  const sought = number ? [phraseOf(number.document ?? number.index)] : soughtIn(query.q)
  const answer = await answerFor(db, sought, query, due)
  if (query.asTyped || query.after !== null || number || answer.count >= fewHits) return answer

  const meant = await meantBy(db, query.q)
  if (meant === null) return answer
  const other = await answerFor(db, soughtIn(meant), query, due)
  if (other.count === 0) return answer
  // What was typed is nowhere: show what was meant, and say so.
  return answer.hits.length === 0 ? { ...other, instead: meant } : { ...answer, meant }
}

const answerFor = async (
  db: Db,
  sought: readonly Sought[],
  query: SearchQuery,
  due: Due,
): Promise<SearchAnswer> => {
  const bounds = await within(db, sought, query, due)
  if (bounds === null) return nothing
  const parts = query.asTyped ? null : takenApart(sought)
  const pace = await paceAround(db, bounds.newest, [
    ...[sought, parts ?? []].flatMap((words) => [...lexemesIn(words), ...titleLexemesIn(words)]),
    ...bounds.places.flat(),
  ])
  const looking = lookingFor(sought, bounds, pace)
  const counted = await countMatches(db, looking(bounds.newest, matchCap), {
    cap: matchCap,
    page: pageSize + 1,
  })
  const apart = parts && lookingFor(parts, bounds, pace, sought)
  const page = await pageFrom(db, readCursor(query.after), { bounds, looking, apart, counted })
  const words = [...sought, ...(page.apart.size > 0 ? (parts ?? []) : [])].map((word) => word.text)
  const shown = page.found.slice(0, pageSize)
  const hits = await hitsOf(
    db,
    shown.map((one) => one.id),
    words,
    (id) => page.apart.has(id),
  )
  const { facets, count } = counted
  return {
    ...nothing,
    hits,
    next: page.found.length > pageSize ? cursorAfter(hits.at(-1), page.found[pageSize - 1]) : null,
    count: Math.min(count, matchCap),
    capped: count > matchCap,
    facets: {
      field: mostFirst(facetsOf(facets, 'field')),
      organization: mostFirst(facetsOf(facets, 'organization')),
      year: facetsOf(facets, 'year').sort((a, b) => Number(b.value) - Number(a.value)),
      kind: mostFirst(facetsOf(facets, 'kind')),
      validity: mostFirst(facetsOf(facets, 'validity')),
    },
  }
}

interface Ranked {
  readonly id: number
  readonly rank: Rank
}

interface Way {
  readonly bounds: Bounds
  readonly looking: (from: Date, wanted: number) => Looking
  /** The question with long words taken apart; null where none can be. */
  readonly apart: ((from: Date, wanted: number) => Looking) | null
  readonly counted: Counted
}

const ranked = (ids: readonly number[], rank: Rank): Ranked[] => ids.map((id) => ({ id, rank }))

/** One page and one more, through the ranks from a cursor on. */
const pageFrom = async (
  db: Db,
  cursor: Cursor | null,
  { bounds, looking, apart, counted }: Way,
) => {
  const wanted = pageSize + 1
  const found: Ranked[] = []
  // Among the newest thousand there may be too few that the text confirms; then it goes on.
  const isEnough =
    counted.titled.length + counted.others.length >= wanted || counted.count <= matchCap
  if (cursor === null) found.push(...ranked(counted.titled, 0))
  if (cursor === null && isEnough) found.push(...ranked(counted.others, 1))
  const ranks: readonly (0 | 1)[] = cursor === null ? (isEnough ? [] : [1]) : [0, 1]
  for (const rank of ranks) {
    if (found.length >= wanted || (cursor !== null && rank < cursor.rank)) continue
    const after = cursor?.rank === rank ? cursor : null
    const limit = wanted - found.length
    const from = after ? new Date(after.at) : bounds.newest
    const look = looking(from, limit)
    found.push(...ranked(await newestMatches(db, look, { rank, after, limit }), rank))
  }
  if (found.length < wanted && apart && (counted.count < wanted || cursor?.rank === 2)) {
    const after = cursor?.rank === 2 ? cursor : null
    const limit = wanted - found.length
    const from = after ? new Date(after.at) : bounds.newest
    const look = apart(from, limit)
    found.push(...ranked(await newestMatches(db, look, { rank: null, after, limit }), 2))
  }
  const shown = found.slice(0, wanted)
  return {
    found: shown,
    apart: new Set(shown.filter((one) => one.rank === 2).map((one) => one.id)),
  }
}

const cursorAfter = (last: SearchHit | undefined, at: Ranked | undefined): string | null =>
  last && at ? `${at.rank}~${last.publishedAt.toISOString()}~${last.documentId}` : null

/** 国办发〔2024〕12号 with any brackets, or an index number. */
const numberIn = (q: string): NumberSought | null => {
  const document = parseDocumentNumber(q)?.text
  if (document !== undefined) return { document }
  return parseIndexNumber(q) ? { index: q.normalize('NFKC').trim().toUpperCase() } : null
}

const narrows = (query: SearchQuery): boolean =>
  [query.field, query.organization, query.year, query.kind, query.validity].some(Boolean) ||
  Boolean(query.from ?? query.until)

/** Whoever types the number of a document wants that document. */
const documentsNumbered = async (
  db: Db,
  number: NumberSought,
  query: SearchQuery,
): Promise<SearchAnswer | null> => {
  if (narrows(query) || query.asTyped) return null
  const hits = await hitsBearing(db, number, pageSize)
  if (hits.length === 0) return null
  return { ...nothing, hits, count: hits.length, numbered: true }
}

interface Bounds {
  readonly newest: Date
  readonly oldest: Date
  readonly since: Date | null
  readonly places: readonly (readonly string[])[]
  readonly turned: Turned | undefined
}

/** The time and the places within which to look; null where there can be nothing. */
const within = async (
  db: Db,
  sought: readonly Sought[],
  query: SearchQuery,
  due: Due,
): Promise<Bounds | null> => {
  if (sought.every((word) => word.lexemes.length === 0) || query.organization?.includes('\0'))
    return null
  const days = daysOf(query)
  const bounds = days && (await boundsOf(db, query.organization))
  if (!bounds || bounds.owners?.length === 0) return null
  const { since, before } = days
  const newest = before && before <= bounds.newest ? new Date(before.getTime() - 1) : bounds.newest
  const oldest = since && since > bounds.oldest ? since : bounds.oldest
  const mark = (value: string | null | undefined, of: (value: string) => string): string[] =>
    value ? [of(value.replaceAll('\0', ''))] : []
  const places = [
    mark(query.field, fieldMark),
    (bounds.owners ?? []).map(ownerMark),
    mark(query.kind, kindMark),
    validityMarks(query.validity ?? null, due),
  ].filter((marks) => marks.length > 0)
  const turned = due.length === 0 ? undefined : turnedOf(query.validity ?? null, due)
  return { newest, oldest, since, places, turned }
}

/** Marks that lead to a validity: its own, and those that policies bear which came to it at midnight. */
const validityMarks = (wanted: string | null, due: Due): string[] => {
  if (!wanted) return []
  const kept = due.filter(({ now }) => now === wanted).map((one) => one.kept)
  return [...new Set([wanted.replaceAll('\0', ''), ...kept])].map(validityMark)
}

const turnedOf = (wanted: string | null, due: Due): Turned => ({
  wanted: wanted || null,
  now: new Map(due.map((one) => [one.documentId, one.now])),
})

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1949 && year <= 9999

/** The first instant and the one after the last of year, first and last day; null where they are none. */
const daysOf = (query: SearchQuery): { since: Date | null; before: Date | null } | null => {
  const { year, from, until } = query
  if (year !== null && !isYear(year)) return null
  if ([from, until].some((day) => day && !isCivilDate(day))) return null
  const begins = timesOf([year === null ? null : startOfYear(year), from ? startOfDay(from) : null])
  const ends = timesOf([
    year === null ? null : startOfYear(year + 1),
    until ? startOfDay(addDays(until, 1)) : null,
  ])
  return {
    since: begins.length === 0 ? null : new Date(Math.max(...begins)),
    before: ends.length === 0 ? null : new Date(Math.min(...ends)),
  }
}

const timesOf = (instants: readonly (Date | null)[]): number[] =>
  instants.flatMap((one) => (one ? [one.getTime()] : []))

/** How to look for words; `whole` are those listed before, of which `sought` are the parts. */
const lookingFor = (
  sought: readonly Sought[],
  bounds: Bounds,
  pace: Pace,
  whole: readonly Sought[] = [],
) => {
  const parts = new Set(sought.map((word) => word.text))
  const words = {
    tsquery: tsqueryOf(sought),
    titleQuery: titleQueryOf(sought),
    places: bounds.places,
    confirm: sought.filter((word) => !isCertain(word)).map((word) => word.text),
    whole: whole.filter((word) => !parts.has(word.text)).map((word) => word.text),
    since: bounds.since,
    turned: bounds.turned,
  }
  const way = (from: Date, asked: readonly (readonly string[])[], wanted: number) =>
    clipped(
      stretchesFrom(
        new Date(Math.min(Number(from), Number(bounds.newest))),
        bounds.oldest,
        strideFor(pace(asked, bounds.places), wanted),
      ),
      bounds.newest,
    )
  return (from: Date, wanted: number): Looking => ({
    ...words,
    stretches: way(
      from,
      sought.map((word) => word.lexemes),
      wanted,
    ),
    titleStretches: way(
      from,
      sought.map((word) => titleLexemesIn([word])),
      pageSize,
    ),
  })
}

// Nothing is newer than the newest, and a last day may fall within a third of a month.
const clipped = (stretches: Looking['stretches'], newest: Date): Looking['stretches'] =>
  stretches.map((one) =>
    one.before > newest ? { ...one, before: new Date(newest.getTime() + 1) } : one,
  )

// As `next` wrote it; anything else begins at the beginning.
const cursorForm = /^([012])~(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(\d{1,15})$/
const readCursor = (after: string | null): Cursor | null => {
  const [, rank = '', at = '', id = ''] = cursorForm.exec(after ?? '') ?? []
  return Number.isNaN(Date.parse(at)) ? null : { rank: Number(rank) as Rank, at, id: Number(id) }
}

const facetsOf = (rows: readonly FacetRow[], facet: Facet) =>
  rows
    .filter((row) => row.facet === facet)
    .map(({ value, label, count }) => ({ value, label, count }))
const mostFirst = <F extends SearchFacet>(facets: F[]): F[] =>
  facets.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value)).slice(0, mostFacets)
