import type { CellFinding, Finding, PartFinding, PartOfFile } from '../finding.ts'
import { type ScanOptions, scanText } from './scan-text.ts'

/** A tab or a line end inside a cell would look like the end of the cell. */
const flat = (cell: string): string => cell.replace(/[\t\n\r]/g, ' ')

/** Where each row and cell begins in the text that a table is examined as. */
function layOut(rows: readonly (readonly string[])[]): { text: string; starts: number[][] } {
  const starts: number[][] = []
  const lines: string[] = []
  let at = 0
  for (const row of rows) {
    const cells = row.map(flat)
    const begins: number[] = []
    for (const cell of cells) {
      begins.push(at)
      at += cell.length + 1
    }
    if (cells.length === 0) begins.push(at++)
    // A table of one column is a table too: the tab behind says so.
    if (cells.length === 1) at++
    lines.push(cells.length === 1 ? `${cells[0]}\t` : cells.join('\t'))
    starts.push(begins)
  }
  return { text: lines.join('\n'), starts }
}

/** The last of ascending numbers that is not above `value`. */
function lastUpTo(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((sorted[middle] ?? 0) <= value) low = middle
    else high = middle - 1
  }
  return low
}

/** Everything in a table; columns are judged by their header and by their neighbours. */
export function scanTable(
  rows: readonly (readonly string[])[],
  options: ScanOptions = {},
): CellFinding[] {
  const { text, starts } = layOut(rows)
  const firsts = starts.map(([first]) => first ?? 0)
  return scanText(text, options).map((found: Finding) => {
    const row = lastUpTo(firsts, found.start)
    const begins = starts[row] ?? []
    const column = lastUpTo(begins, found.start)
    const cell = begins[column] ?? 0
    return { ...found, row, column, start: found.start - cell, end: found.end - cell }
  })
}

/** A1, B7, AA12: how a spreadsheet calls a cell. */
export function cellName(row: number, column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return `${name}${row + 1}`
}

const shown = (found: Finding, where: string): PartFinding => {
  const { kind, masked, confidence, because, word, advice } = found
  return {
    ...{ kind, where, masked, confidence },
    ...(because && { because }),
    ...(word !== undefined && { word }),
    ...(advice !== undefined && { advice }),
  }
}

/** Everything in the parts of a file, each with the part it stands in. */
export const scanParts = (parts: readonly PartOfFile[], options: ScanOptions = {}): PartFinding[] =>
  parts.flatMap(({ where, text, rows }) => [
    ...(text ? scanText(text, options).map((found) => shown(found, where)) : []),
    ...(rows
      ? scanTable(rows, options).map((found) =>
          shown(found, `${where} ${cellName(found.row, found.column)}`),
        )
      : []),
  ])
