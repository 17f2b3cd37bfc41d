import { type Cells, headingOf, type Schema } from './schema.ts'

/** A column of a table's CSV file: its key among the cells, and its heading. */
export type FileColumn = readonly [key: string, heading: string]

export const fileColumnsOf = (schema: Schema): FileColumn[] =>
  schema.columns.map((column) => [column.key, headingOf(column)])

// A cell that begins so is a formula to Excel and WPS (CWE-1236); the apostrophe makes it text.
const formulaStart = /^[=+\-@\t\r]/
export const plainNumber = /^-?\d+(\.\d+)?$/
export const asText = (cell: string): string =>
  formulaStart.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell

const quoted = (cell: string): string =>
  /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`

// Excel reads UTF-8 as the local code page unless a byte order mark stands in front.
const byteOrderMark = '\ufeff'

/**
 * A table as CSV (RFC 4180) in pieces, the headings first. The public chain holds the hash of these
 * bytes: whatever is changed here makes every table that is public differ from what was sealed.
 */
export async function* csvPieces(
  columns: readonly FileColumn[],
  pieces: AsyncIterable<readonly Cells[]>,
): AsyncGenerator<string> {
  yield byteOrderMark + line(columns.map(([, heading]) => heading))
  for await (const rows of pieces)
    yield rows.map((cells) => line(columns.map(([key]) => asText(cells[key] ?? '')))).join('')
}
