import type { Sheet } from '#catalogue'
import { type T3Column, type T3Row, t3Columns, t3Rows } from '../contract/form.ts'
import { bare, squeezed, t3Headings, t3RowOf } from './labels.ts'
import { placeOf, type Reading, rowText, textAt } from './reading.ts'

// Fewer than this many rows of the form are a chance likeness, or the end of a table begun before.
const leastRows = 3

interface Line {
  readonly row: T3Row
  readonly at: number
  /** Column of the label. */
  readonly label: number
}

/** Rows of the third part in a table: the innermost label that begins in a row names it. */
const linesOf = (sheet: Sheet): Line[] =>
  sheet.grid.flatMap((cells, at) => {
    for (let column = cells.length - 1; column >= 0; column--) {
      const row = t3RowOf(textAt(sheet, at, column))
      if (row) return [{ row, at, label: column }]
    }
    return []
  })

/** The columns under the seven headings, left to right; null where merges were lost on the way. */
const columnsOf = (sheet: Sheet, heads: number): readonly number[] | null => {
  const found: number[] = []
  for (const key of t3Columns) {
    const from = (found.at(-1) ?? -1) + 1
    const column = Array.from({ length: sheet.width - from }, (_, step) => from + step).find((at) =>
      sheet.grid
        .slice(0, heads)
        .some((_, row) => t3Headings[key].test(bare(textAt(sheet, row, at)))),
    )
    if (column === undefined) return null
    found.push(column)
  }
  return found
}

/** A heading 其他 or 总计, here or in the fourth part, is no row of the table. */
const isHeading = (sheet: Sheet, at: number): boolean =>
  (sheet.grid[at] ?? []).some((cell) => /^(自然人|商业企业|结果维持)$/.test(bare(cell?.text ?? '')))

/** The last seven cells of a row, blank ones too: what remains when spans are lost. */
const lastSeven = (sheet: Sheet, at: number): number[] => {
  const cells = sheet.grid[at] ?? []
  const begins = cells.flatMap((cell, column) =>
    cell && cell.row === at && cell.col === column ? [column] : [],
  )
  return begins.slice(-t3Columns.length)
}

const isFigures = (sheet: Sheet, at: number, columns: readonly number[]): boolean =>
  columns.some((column) => /\d/.test(squeezed(textAt(sheet, at, column))))

/** The third part, from one table or from the pieces into which a page broke it. */
export const readRequestsTable = (sheets: readonly Sheet[], reading: Reading): boolean => {
  let known: { readonly columns: readonly number[] | null; readonly width: number } | undefined
  for (const sheet of sheets) {
    const lines = linesOf(sheet).filter(({ at }) => !isHeading(sheet, at))
    const isWhole =
      lines.length >= leastRows && lines.some(({ row }) => !/^r3\.(6\.3|7)$/.test(row))
    if (!isWhole && !(known && lines.length > 0)) continue
    const heads = lines[0]?.at ?? 0
    const own = columnsOf(sheet, heads)
    const columns: readonly number[] | null =
      own ?? (known?.width === sheet.width ? known.columns : null)
    known ??= { columns, width: sheet.width }
    readRows(sheet, lines, columns, reading)
  }
  if (!known) return false
  for (const row of t3Rows) if (!reading.has('t3', row)) reading.miss('rowMissing', row)
  return true
}

const readRows = (
  sheet: Sheet,
  lines: readonly Line[],
  columns: readonly number[] | null,
  reading: Reading,
): void => {
  const byRow = new Map(lines.map((line) => [line.at, line]))
  const [first, last] = [lines[0]?.at ?? 0, lines.at(-1)?.at ?? 0]
  for (let at = first; at <= last; at++) {
    const places = columns ?? lastSeven(sheet, at)
    const line = byRow.get(at)
    if (!line) {
      // Figures beside words that the form does not have: a person says where they belong.
      if (isFigures(sheet, at, places) && !isHeading(sheet, at))
        reading.miss('unknownRow', rowText(sheet, at), placeOf(sheet, at, 0))
      continue
    }
    const where = placeOf(sheet, at, line.label)
    if (!reading.begins('t3', line.row, where, textAt(sheet, at, line.label))) continue
    if (places.length < t3Columns.length) {
      reading.miss('unknownColumn', rowText(sheet, at), where)
      continue
    }
    places.forEach((column, index) => {
      const key: T3Column = t3Columns[index] ?? 'c7'
      const text = textAt(sheet, at, column)
      reading.take(`t3/${line.row}/${key}`, text, placeOf(sheet, at, column))
    })
  }
}
