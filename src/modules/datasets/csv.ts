import { byteOrderMark, csvLine } from '#platform/csv'
import { type Cells, headingOf, type Schema } from './schema.ts'

/** A column of a table's CSV file: its key among the cells, and its heading. */
export type FileColumn = readonly [key: string, heading: string]

export const fileColumnsOf = (schema: Schema): FileColumn[] =>
  schema.columns.map((column) => [column.key, headingOf(column)])

/**
 * A table as CSV (RFC 4180) in pieces, the headings first. The public chain holds the hash of these
 * bytes: whatever is changed here makes every table that is public differ from what was sealed.
 */
export async function* csvPieces(
  columns: readonly FileColumn[],
  pieces: AsyncIterable<readonly Cells[]>,
): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(columns.map(([, heading]) => heading))
  for await (const rows of pieces)
    yield rows.map((cells) => csvLine(columns.map(([key]) => cells[key] ?? ''))).join('')
}
