import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Db } from '#platform/database'
import { columnOf, isNumeric, type Schema } from '../schema.ts'
import type { Dataset } from '../store.ts'
import type { Row } from './rows.ts'

export interface RowsAsked {
  /** Rows whose column holds exactly this. */
  readonly where: Readonly<Record<string, string>>
  readonly words: string
  readonly sort: { readonly key: string; readonly descending: boolean } | null
  readonly after: { readonly value: string; readonly row: number } | null
  readonly limit: number
}

/** Stands before every real figure, where a row has none. */
const leastNumber = '-1000000000000000'

const sortValue = (schema: Schema, key: string): RawBuilder<unknown> => {
  const column = columnOf(schema, key)
  return column && isNumeric(column)
    ? sql`coalesce(datasets.number_of(cells, ${key}), ${leastNumber}::numeric)`
    : sql`coalesce(cells ->> ${key}, '')`
}

const matching = (datasetId: number, asked: Pick<RowsAsked, 'where' | 'words'>) => {
  const words = asked.words.replace(/[\\%_]/g, (sign) => `\\${sign}`)
  const equal = Object.entries(asked.where).map(
    ([key, value]) => sql<SqlBool>` and cells ->> ${key} = ${value}`,
  )
  return sql`dataset_id = ${datasetId} ${sql.join(equal, sql``)}
    ${words === '' ? sql`` : sql`and exists (select from jsonb_each_text(cells) cell where cell.value ilike ${`%${words}%`})`}`
}

export interface RowsFound {
  readonly rows: readonly Row[]
  readonly next: { readonly value: string; readonly row: number } | null
}

/** One page of a table: at most some 20,000 rows stand behind it, read by their place. */
export const pageOfRows = async (
  db: Db,
  table: Pick<Dataset, 'id'>,
  schema: Schema,
  asked: RowsAsked,
): Promise<RowsFound> => {
  const { sort, after } = asked
  const value = sort ? sortValue(schema, sort.key) : sql`0::numeric`
  const isNumber = !sort || isNumeric(columnOf(schema, sort.key) ?? { type: 'text' })
  const way = sort?.descending ? sql`desc` : sql`asc`
  const beyond = sort?.descending ? sql`<` : sql`>`
  const given = isNumber ? sql`${after?.value ?? '0'}::numeric` : sql`${after?.value ?? ''}::text`
  const { rows } = await sql<Row & { value: string }>`
    select ordinal as row, cells, (${value})::text as value from datasets.row
    where ${matching(table.id, asked)}
      ${after ? sql`and ((${value}) ${beyond} ${given} or ((${value}) = ${given} and ordinal > ${after.row}))` : sql``}
    order by ${sort ? sql`${value} ${way},` : sql``} ordinal limit ${asked.limit + 1}`.execute(db)
  const kept = rows.slice(0, asked.limit)
  const last = kept.at(-1)
  return {
    rows: kept.map(({ row, cells }) => ({ row, cells })),
    next: rows.length > asked.limit && last ? { value: last.value, row: last.row } : null,
  }
}

/** How many rows match, and what they add up to. */
export const sumOfRows = async (
  db: Db,
  table: Pick<Dataset, 'id'>,
  schema: Schema,
  asked: Pick<RowsAsked, 'where' | 'words'>,
): Promise<{ count: number; totals: Record<string, number> }> => {
  const added = schema.columns.filter((column) => column.total)
  const sums = added.map(
    ({ key }) => sql`${key}::text, coalesce(sum(datasets.number_of(cells, ${key})), 0)`,
  )
  const { rows } = await sql<{ count: number; totals: Record<string, number> }>`
    select count(*)::int as count,
      ${sums.length > 0 ? sql`json_build_object(${sql.join(sums)})` : sql`'{}'::json`} as totals
    from datasets.row where ${matching(table.id, asked)}`.execute(db)
  return rows[0] ?? { count: 0, totals: {} }
}
