import { type Cell, cellsOfRow, type Grid, newCells } from '../grid.ts'
import { bareLabel, meaningOf, type Role } from './labels.ts'

/** The headings over one column from top to bottom; mostly one or two. */
export interface ColumnHeading {
  readonly col: number
  readonly path: readonly string[]
  /** The lowest heading cell, which a column shares with its neighbour where the two are merged. */
  readonly cell: Cell | undefined
}

export interface Header {
  /** The first row below the header. */
  readonly end: number
  readonly columns: readonly ColumnHeading[]
  /** Equal for headers with the same words, such as one repeated on every printed page. */
  readonly signature: string
}

const matterRoles: ReadonlySet<Role> = new Set(['matter', 'l1', 'l2', 'category', 'field'])
const elementRoles: ReadonlySet<Role> = new Set([
  'content',
  'basis',
  'time',
  'subject',
  'channels',
  'audience',
  'mode',
  'levels',
])
// Fewer could be a staff list (单位, 事项) or a table of a different kind.
const leastElements = 3
// Three header rows, with one of column numbers below, is the most that has been seen.
const mostRows = 5

/** The header that begins in this row, if one does. */
export function readHeader(grid: Grid, row: number): Header | undefined {
  const cells = newCells(grid, row)
  if (cells.length < 4) return undefined
  const meanings = cells.map((cell) => meaningOf(cell.text))
  const roles = new Set(meanings.flatMap((meaning) => (meaning ? [meaning.role] : [])))
  const elements = [...roles].filter((role) => elementRoles.has(role)).length
  if (
    elements < leastElements ||
    ![...roles].some((role) => matterRoles.has(role) || role === 'content')
  )
    return undefined
  // 公开内容 may stand among the contents of a card or a guide; a header is mostly headings.
  if (meanings.filter((meaning) => meaning).length * 2 < cells.length) return undefined

  let end =
    row + Math.min(mostRows, Math.max(...cells.map((cell, i) => (meanings[i] ? cell.rowSpan : 1))))
  while (end < Math.min(grid.length, row + mostRows) && continuesHeader(grid, end)) end++
  end = Math.min(end, grid.length)
  const columns = headings(grid, row, end)
  return {
    end,
    columns,
    signature: columns.map((column) => column.path.map(bareLabel).join('/')).join('|'),
  }
}

/** A row of sub-headings, of notes in brackets, or of column numbers. */
function continuesHeader(grid: Grid, row: number): boolean {
  const cells = newCells(grid, row)
  if (cells.length < 2) return false
  const texts = cells.map((cell) => cell.text.replace(/\s+/g, ''))
  if (isColumnNumbers(texts)) return true
  return texts.every((text) => meaningOf(text) !== undefined || /^[（(].*[)）]$/.test(text))
}

const isColumnNumbers = (texts: readonly string[]): boolean =>
  texts.length >= 5 && texts.every((text, i) => Number(text.replace(/[（()）]/g, '')) === i + 1)

function headings(grid: Grid, from: number, end: number): ColumnHeading[] {
  const width = Math.max(...grid.slice(from, end).map((row) => row.length))
  const columns: ColumnHeading[] = []
  let group: Cell | undefined
  for (let col = 0; col < width; col++) {
    const cells: Cell[] = []
    for (let row = from; row < end; row++) {
      const cell = grid[row]?.[col]
      // A merge that was taken apart leaves its heading in each of the rows.
      if (cell && cell.text.trim() !== '' && cells.at(-1)?.text !== cell.text) cells.push(cell)
    }
    // Without merges a group's heading stands over its first column only.
    const top = cells[0]
    if (top?.row === from) group = top
    else if (top && group) cells.unshift(group)
    const path = cells
      .map((cell) => cell.text)
      .filter((text) => !/^[（(]?\d{1,2}[)）]?$/.test(text.trim()))
    columns.push({ col, path, cell: cells.at(-1) })
  }
  return columns
}

/** True for a row of the table that repeats nothing but headings, such as a stray second header row. */
export const isHeadingRow = (grid: Grid, row: number): boolean => {
  const cells = cellsOfRow(grid, row).filter((cell) => cell.text.trim() !== '')
  return cells.length >= 3 && cells.every((cell) => meaningOf(cell.text) !== undefined)
}
