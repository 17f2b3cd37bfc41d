import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { Cells } from '../schema.ts'
import type { CellIssue } from '../validate.ts'

export interface Row {
  readonly row: number
  readonly cells: Cells
}

// A piece is read, written as text and hashed in some 10 ms: between two of them others are answered.
const rowsAtOnce = 2_000

/** The rows of a table in their order, some at a time. */
export async function* rowPieces(db: Db, datasetId: number): AsyncGenerator<readonly Cells[]> {
  for (let last: { ordinal: number; id: number } | undefined; ; ) {
    const { rows } = await sql<{ ordinal: number; id: number; cells: Cells }>`
      select ordinal, id, cells from datasets.row where dataset_id = ${datasetId}
        ${last ? sql`and (ordinal, id) > (${last.ordinal}, ${last.id})` : sql``}
      order by ordinal, id limit ${rowsAtOnce}`.execute(db)
    if (rows.length > 0) yield rows.map(({ cells }) => cells)
    last = rows.at(-1)
    if (rows.length < rowsAtOnce) return
  }
}

export const allRows = async (db: Db, datasetId: number): Promise<Cells[]> => {
  const { rows } = await sql<{ cells: Cells }>`
    select cells from datasets.row where dataset_id = ${datasetId} order by ordinal`.execute(db)
  return rows.map(({ cells }) => cells)
}

/** The rows of a table as one JSON text: read in one piece, it is parsed where it is needed. */
export const rowsAsText = async (db: Db, datasetId: number): Promise<string> => {
  const { rows } = await sql<{ text: string }>`
    select '[' || array_to_string(array(select cells::text from datasets.row
      where dataset_id = ${datasetId} order by ordinal, id), ',') || ']' as text`.execute(db)
  return rows[0]?.text ?? '[]'
}

/** A row with what is wrong in it. */
export interface ExaminedRow extends Row {
  readonly issues: readonly CellIssue[] | null
}

/** Rows in their order after one of them, one more than asked for; only the wrong ones where that is asked. */
export const rowsAfter = async (
  db: Db,
  datasetId: number,
  asked: { readonly after: number; readonly limit: number; readonly onlyWrong: boolean },
): Promise<ExaminedRow[]> => {
  const { rows } = await sql<ExaminedRow>`
    select ordinal as row, cells, issues from datasets.row
    where dataset_id = ${datasetId} and ordinal > ${asked.after}
      ${asked.onlyWrong ? sql`and issues is not null` : sql``}
    order by ordinal limit ${asked.limit + 1}`.execute(db)
  return rows
}

/** The first of what is wrong in a table, by rows, and then what is wrong in it as a whole. */
export const firstIssues = async (
  db: Db,
  datasetId: number,
  limit: number,
): Promise<CellIssue[]> => {
  const { rows } = await sql<{ issues: CellIssue[] }>`
    (select issues from datasets.row where dataset_id = ${datasetId} and issues is not null
      order by ordinal limit ${limit})
    union all select issues from datasets.dataset where id = ${datasetId}`.execute(db)
  return rows.flatMap(({ issues }) => issues).slice(0, limit)
}

export const clearRows = (tx: Tx, datasetId: number): Promise<unknown> =>
  sql`delete from datasets.row where dataset_id = ${datasetId}`.execute(tx)

/**
 * Puts rows after so many that stand there: one statement, however many. What is known to be wrong in
 * them is put down with them: 20,000 rows written and then written again took a second more.
 */
export const addRows = async (
  tx: Tx,
  datasetId: number,
  rows: readonly Cells[],
  after: number,
  issues: readonly CellIssue[] = [],
): Promise<void> => {
  const wrong = Map.groupBy(issues, ({ row }) => row)
  const put = rows.map((cells, at) => ({ cells, issues: wrong.get(after + at + 1) }))
  await sql`
    insert into datasets.row (dataset_id, ordinal, cells, issues)
    select ${datasetId}, ${after} + place, put -> 'cells', put -> 'issues'
    from jsonb_array_elements(${JSON.stringify(put)}::jsonb) with ordinality as given (put, place)`.execute(
    tx,
  )
}

export const changeRows = async (
  tx: Tx,
  datasetId: number,
  changed: readonly Row[],
  removed: readonly number[],
): Promise<void> => {
  if (changed.length > 0)
    await sql`
      update datasets.row r set cells = put.cells
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as put (row int, cells jsonb)
      where r.dataset_id = ${datasetId} and r.ordinal = put.row`.execute(tx)
  if (removed.length === 0) return
  await sql`delete from datasets.row where dataset_id = ${datasetId}
    and ordinal = any(${removed}::int[])`.execute(tx)
  await sql`
    update datasets.row r set ordinal = n.place
    from (select id, row_number() over (order by ordinal) as place from datasets.row
      where dataset_id = ${datasetId}) n
    where r.id = n.id and r.ordinal <> n.place`.execute(tx)
}

/** Puts beside each row what is wrong in it; rows of which nothing new is known stay untouched. */
export const saveIssues = (
  tx: Tx,
  datasetId: number,
  wrong: readonly { readonly row: number | null; readonly issues: readonly CellIssue[] }[],
): Promise<unknown> =>
  sql`update datasets.row r set issues = n.issues
    from (select o.id, f.issues from datasets.row o
      left join jsonb_to_recordset(${JSON.stringify(wrong)}::jsonb) as f (row int, issues jsonb)
        on f.row = o.ordinal
      where o.dataset_id = ${datasetId} and o.issues is distinct from f.issues) n
    where r.id = n.id`.execute(tx)
