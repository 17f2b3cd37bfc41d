import { parseDocumentNumber, parseIndexNumber } from '#documents'
import type { Db } from '#platform/database'
import type { SearchAnswer, SearchFacet, SearchHit, SearchQuery } from './contract.ts'
import { excerptOf, markFound } from './excerpt.ts'
import {
  boundsOf,
  type Counted,
  type Cursor,
  countMatches,
  type Facet,
  type FacetRow,
  type HitRow,
  hitRows,
  type Looking,
  type NumberSought,
  newestMatches,
  numbered,
} from './finding.ts'
import { fieldMark, ownerMark, startOfYear, stretchesFrom } from './marks.ts'
import { isCertain, phraseOf, type Sought, soughtIn, tsqueryOf } from './words.ts'

/** Matches are counted up to here and said as "2,000+". */
export const matchCap = 2_000
const pageSize = 20
const mostFacets = 12

const nothing: SearchAnswer = {
  hits: [],
  next: null,
  count: 0,
  capped: false,
  facets: { field: [], organization: [], year: [] },
}

/** Finds live public documents, newest first, with facets over the newest matches up to the cap. */
export const search = async (db: Db, query: SearchQuery): Promise<SearchAnswer> => {
  const number = numberIn(query.q)
  const own = number && (await documentsNumbered(db, number, query))
  if (own) return own
  // A number that no document bears may stand in the text of one.
  const sought = number ? [phraseOf(number.document ?? number.index)] : soughtIn(query.q)
  const after = readCursor(query.after)
  const looking = await lookingFor(db, sought, query)
  if (looking === null) return nothing

  const counted = await countMatches(db, looking.since(looking.newest), {
    cap: matchCap,
    page: pageSize + 1,
  })
  // Among the newest two thousand there may be too few that the text confirms; then it goes on.
  const isEnough = counted.first.length > pageSize || counted.count <= matchCap
  const from = after ? new Date(after.at) : looking.newest
  const ids =
    after === null && isEnough
      ? counted.first
      : await newestMatches(db, looking.since(from), after, pageSize + 1)
  return pageOf(await hitRows(db, ids), sought, counted)
}

const pageOf = (
  rows: readonly HitRow[],
  sought: readonly Sought[],
  { count, facets }: Counted,
): SearchAnswer => {
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  const words = sought.map((word) => word.text)
  return {
    hits: rows.slice(0, pageSize).map((row) => hitOf(row, words)),
    next: last ? `${last.publishedAt.toISOString()}~${last.documentId}` : null,
    count: Math.min(count, matchCap),
    capped: count > matchCap,
    facets: {
      field: mostFirst(facetsOf(facets, 'field')),
      organization: mostFirst(facetsOf(facets, 'organization')),
      year: facetsOf(facets, 'year').sort((a, b) => Number(b.value) - Number(a.value)),
    },
  }
}

/** 国办发〔2024〕12号 with any brackets, or an index number. */
const numberIn = (q: string): NumberSought | null => {
  const document = parseDocumentNumber(q)?.text
  if (document !== undefined) return { document }
  return parseIndexNumber(q) ? { index: q.normalize('NFKC').trim().toUpperCase() } : null
}

/** Whoever types the number of a document wants that document. */
const documentsNumbered = async (
  db: Db,
  number: NumberSought,
  query: SearchQuery,
): Promise<SearchAnswer | null> => {
  if (query.field ?? query.organization ?? query.year) return null
  const ids = await numbered(db, number, pageSize)
  if (ids.length === 0) return null
  const hits = (await hitRows(db, ids)).map((row) => hitOf(row, []))
  return { ...nothing, hits, count: hits.length }
}

/** What leads to the matches within the years and units asked for; null where there can be none. */
const lookingFor = async (
  db: Db,
  sought: readonly Sought[],
  query: SearchQuery,
): Promise<{ newest: Date; since(from: Date): Looking } | null> => {
  if (sought.every((word) => word.lexemes.length === 0) || query.organization?.includes('\0'))
    return null
  const bounds = await boundsOf(db, query.organization)
  if (bounds === null || bounds.owners?.length === 0) return null
  const { year } = query
  if (year !== null && !isYear(year)) return null
  const [from, until] = year === null ? [] : [startOfYear(year), startOfYear(year + 1)]
  const newest = until && until <= bounds.newest ? new Date(until.getTime() - 1) : bounds.newest
  const oldest = from && from > bounds.oldest ? from : bounds.oldest
  const places = [
    query.field === null ? [] : [fieldMark(query.field.replaceAll('\0', ''))],
    (bounds.owners ?? []).map(ownerMark),
  ].filter((marks) => marks.length > 0)
  const tsquery = tsqueryOf(sought)
  const confirm = sought.filter((word) => !isCertain(word)).map((word) => word.text)
  return {
    newest,
    since: (instant) => ({
      tsquery,
      places,
      confirm,
      stretches: stretchesFrom(new Date(Math.min(Number(instant), Number(newest))), oldest),
    }),
  }
}

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1949 && year <= 9999

// As `next` wrote it; anything else begins at the beginning.
const cursorForm = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(\d{1,15})$/
const readCursor = (after: string | null): Cursor | null => {
  const [, at = '', id = ''] = cursorForm.exec(after ?? '') ?? []
  return Number.isNaN(Date.parse(at)) ? null : { at, id: Number(id) }
}

const hitOf = (row: HitRow, words: readonly string[]): SearchHit => ({
  documentId: row.documentId,
  title: row.title,
  documentNumber: row.documentNumber,
  organizationCode: row.organizationCode,
  organizationName: row.organizationName,
  publishedAt: row.publishedAt,
  foundTitle: markFound(row.title, words),
  excerpt: excerptOf(row.text, words),
})

const facetsOf = (rows: readonly FacetRow[], facet: Facet) =>
  rows
    .filter((row) => row.facet === facet)
    .map(({ value, label, count }) => ({ value, label, count }))
const mostFirst = <F extends SearchFacet>(facets: F[]): F[] =>
  facets.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value)).slice(0, mostFacets)
