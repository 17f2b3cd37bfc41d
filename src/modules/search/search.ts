import type { Db } from '#platform/database'
import type { SearchAnswer, SearchFacet, SearchHit, SearchQuery } from './contract.ts'
import { excerptOf, markFound } from './excerpt.ts'
import { type FacetRow, facetRows, type HitRow, hitsByNumber, newestHits } from './store.ts'
import { soughtIn, tsqueryOf } from './words.ts'

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

// 国办发〔2024〕12号, typed with any brackets; or an index number with its slash.
const brackets = /[[(（【〔]\s*(\d{4})\s*[\])）】〕]/g
const numberIn = (q: string): string | null => {
  const tidy = q.trim().replace(brackets, '〔$1〕').replaceAll(/\s/g, '')
  return /〔\d{4}〕\d+号$/.test(tidy) || /^[0-9A-Z]{9,20}\/\d{4}-\d+$/i.test(tidy) ? tidy : null
}

const readCursor = (after: string | null): { at: string; id: number } | null => {
  const [at, id] = (after ?? '').split('~')
  return at && id && !Number.isNaN(Date.parse(at)) && /^\d+$/.test(id)
    ? { at, id: Number(id) }
    : null
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

const facetsOf = (rows: readonly FacetRow[], facet: FacetRow['facet']) =>
  rows
    .filter((row) => row.facet === facet)
    .map(({ value, label, count }) => ({ value, label, count }))
const mostFirst = <F extends SearchFacet>(facets: F[]): F[] =>
  facets.sort((a, b) => b.count - a.count).slice(0, mostFacets)

/** Finds live public documents, newest first, with facets over the newest matches up to the cap. */
export const search = async (db: Db, query: SearchQuery): Promise<SearchAnswer> => {
  const number = numberIn(query.q)
  if (number) {
    const rows = await hitsByNumber(db, number, pageSize)
    if (rows.length > 0)
      return { ...nothing, hits: rows.map((row) => hitOf(row, [])), count: rows.length }
  }
  const sought = soughtIn(query.q)
  if (sought.length === 0) return nothing

  const by = { tsquery: tsqueryOf(sought), ...query }
  const words = sought.map((word) => word.text)
  // A word of one pair or of Latin letters is certain by its lexeme alone.
  const confirm = sought.filter((word) => word.lexemes.length > 1).map((word) => word.text)
  const [rows, facets] = await Promise.all([
    newestHits(db, by, confirm, readCursor(query.after), pageSize + 1),
    facetRows(db, by, matchCap),
  ])
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined
  const count = facets.find((row) => row.facet === 'all')?.count ?? 0
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
