import type { Reader } from '#documents'
import type { Db } from '#platform/database'
import type { Schema } from './schema.ts'
import { isNumeric } from './schema.ts'
import { isSchema, schemaOf } from './schemas.ts'
import { pageOfRows, sumOfRows } from './store/public-rows.ts'
import type { Row } from './store/rows.ts'
import { type Dataset, type LiveSet, liveSets, visibleTables } from './store.ts'
import type { Summary } from './summary.ts'

/** What a reader asks of one table of a page: by links and a form, so that no script is needed. */
export interface RowsQuery {
  /** Which table of the document it speaks of, from 1. */
  readonly table: number
  readonly sort: string | null
  readonly descending: boolean
  readonly where: Readonly<Record<string, string>>
  readonly words: string
  readonly after: string | null
}

/** One table as a page shows it. */
export interface DatasetPage {
  readonly place: number
  readonly schema: Schema
  readonly title: string
  readonly year: number
  readonly rowCount: number
  readonly summary: Summary
  /** What was asked of this table; null for the plain view of it. */
  readonly asked: RowsQuery | null
  /** How many rows match, and their sums; of the whole table where nothing narrows it. */
  readonly count: number
  readonly totals: Readonly<Record<string, number>>
  readonly rows: readonly Row[]
  readonly next: string | null
}

// What a person reads before sorting or narrowing; as many cards as a telephone scrolls.
const rowsOnPage = 50

const writeCursor = (cursor: { value: string; row: number }): string =>
  Buffer.from(JSON.stringify([cursor.value, cursor.row])).toString('base64url')

/** The place written by a page; anything else counts as the beginning. */
const readCursor = (
  text: string | null,
  numeric: boolean,
): { value: string; row: number } | null => {
  try {
    const [value, row] = JSON.parse(Buffer.from(text ?? '', 'base64url').toString()) as [
      string,
      number,
    ]
    if (typeof value !== 'string' || !Number.isSafeInteger(row) || value.includes('\0')) return null
    return numeric && !/^-?\d{1,19}(\.\d{1,6})?$/.test(value) ? null : { value, row }
  } catch {
    return null
  }
}

/** Only what the schema offers can be asked; the rest of a query is left aside. */
const sound = (schema: Schema, asked: RowsQuery): RowsQuery => ({
  ...asked,
  sort: schema.columns.some(({ key }) => key === asked.sort) ? asked.sort : null,
  where: Object.fromEntries(
    Object.entries(asked.where).filter(
      ([key, value]) => schema.shown.filters.includes(key) && value,
    ),
  ),
})

export const datasetPage = async (
  db: Db,
  table: Dataset,
  place: number,
  given: RowsQuery | null,
): Promise<DatasetPage> => {
  const schema = schemaOf(table.schemaCode)
  const asked = given && given.table === place ? sound(schema, given) : null
  const column = schema.columns.find(({ key }) => key === asked?.sort)
  const narrowed = asked !== null && (asked.words !== '' || Object.keys(asked.where).length > 0)
  const wanted = { where: asked?.where ?? {}, words: asked?.words ?? '' }
  const [found, sums] = await Promise.all([
    pageOfRows(db, table, schema, {
      ...wanted,
      sort: column ? { key: column.key, descending: asked?.descending ?? false } : null,
      after: readCursor(asked?.after ?? null, !column || isNumeric(column)),
      limit: rowsOnPage,
    }),
    narrowed ? sumOfRows(db, table, schema, wanted) : null,
  ])
  return {
    place,
    schema,
    title: table.title,
    year: table.year,
    rowCount: table.rowCount,
    summary: table.summary,
    asked,
    count: sums?.count ?? table.rowCount,
    // In a tree of headings a part of the rows adds up to nothing that means something.
    totals: sums ? (schema.shown.tree ? {} : sums.totals) : table.summary.totals,
    rows: found.rows,
    next: found.next && writeCursor(found.next),
  }
}

/** The tables of an edition as its page shows them, for whoever may see it. */
export const datasetsOnPage = async (
  db: Db,
  editionId: number,
  asked: RowsQuery | null,
  reader: Reader,
): Promise<DatasetPage[]> => {
  const tables = await visibleTables(db, editionId, reader)
  return Promise.all(tables.map((table, at) => datasetPage(db, table, at + 1, asked)))
}

/** Every set before the public by kind, the newest of each unit and year only. */
export const setsByKind = async (
  db: Db,
  asked: {
    readonly schemaCode?: string
    readonly organizationCode?: string
    readonly year?: number
  },
  reader: Reader,
): Promise<{ schema: Schema; sets: LiveSet[] }[]> => {
  const sets = await liveSets(db, asked, reader)
  const grouped = Map.groupBy(
    sets.filter(({ schemaCode }) => isSchema(schemaCode)),
    ({ schemaCode }) => schemaCode,
  )
  return [...grouped].map(([code, own]) => ({ schema: schemaOf(code), sets: own }))
}

/** The same set of one unit over the years: totals, and the groups of its chart beside each other. */
export interface Comparison {
  readonly schema: Schema
  readonly years: readonly LiveSet[]
  readonly groups: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
}

// As many years as stand side by side on a page that can be printed.
const mostYears = 6

export const comparisonOf = async (
  db: Db,
  schemaCode: string,
  organizationCode: string,
  reader: Reader,
): Promise<Comparison | null> => {
  if (!isSchema(schemaCode)) return null
  const sets = await liveSets(db, { schemaCode, organizationCode }, reader)
  const byYear = new Map<number, LiveSet>()
  for (const set of sets) if (!byYear.has(set.year)) byYear.set(set.year, set)
  const years = [...byYear.values()].slice(0, mostYears)
  if (years.length === 0) return null
  const names = [...new Set(years.flatMap(({ summary }) => summary.groups.map(({ name }) => name)))]
  return {
    schema: schemaOf(schemaCode),
    years,
    groups: names.map((name) => ({
      name,
      values: years.map(
        ({ summary }) => summary.groups.find((group) => group.name === name)?.value ?? null,
      ),
    })),
  }
}
