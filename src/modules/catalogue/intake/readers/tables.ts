import { tidy } from '../cells/spelling.ts'
import { type CellBudget, GridBuilder, type Sheet } from '../grid.ts'
import { limits } from '../limits.ts'
import { refuse } from '../refusals.ts'

export interface RawCell {
  text: string
  colSpan: number
  rowSpan: number
  /** Word says of each cell whether it opens a vertical merge or goes on with one. */
  merge?: 'start' | 'continue'
}

interface Frame {
  readonly rows: RawCell[][]
  readonly hiddenRows: number[]
  cell: (RawCell & { parts: string[] }) | undefined
}

/**
 * Collects the tables of running text (HTML, Word) in order, with the text between them. A table
 * inside a cell is either a picture of that cell's contents (kept as its text) or, when it has the
 * size of a table of its own, the thing that an outer layout table only frames: then it stands alone.
 */
export class TableCollector {
  readonly sheets: Sheet[] = []
  readonly #stack: Frame[] = []
  readonly #spend: CellBudget
  #line = ''
  #between: string[] = []

  constructor(spend: CellBudget) {
    this.#spend = spend
  }

  get depth(): number {
    return this.#stack.length
  }
  get inCell(): boolean {
    return this.#stack.at(-1)?.cell !== undefined
  }

  text(text: string): void {
    const cell = this.#stack.at(-1)?.cell
    if (cell) cell.parts.push(text)
    else if (this.#stack.length === 0) this.#line += text
  }

  lineBreak(): void {
    const cell = this.#stack.at(-1)?.cell
    if (cell) cell.parts.push('\n')
    else if (this.#stack.length === 0) this.#endLine()
  }

  openTable(): void {
    this.#endLine()
    if (this.#stack.length >= limits.tableDepth) throw refuse('fileUnreadable')
    this.#stack.push({ rows: [], hiddenRows: [], cell: undefined })
  }

  openRow(hidden = false): void {
    this.closeCell()
    const frame = this.#stack.at(-1)
    if (!frame) return
    if (hidden) frame.hiddenRows.push(frame.rows.length)
    frame.rows.push([])
  }

  openCell(spans: Partial<Pick<RawCell, 'colSpan' | 'rowSpan'>> = {}): void {
    this.closeCell()
    const frame = this.#stack.at(-1)
    if (!frame) return
    if (frame.rows.length === 0) frame.rows.push([])
    frame.cell = { text: '', colSpan: 1, rowSpan: 1, ...spans, parts: [] }
  }

  /** Changes spans that the format tells only after the cell has opened. */
  describeCell(change: Partial<RawCell>): void {
    const cell = this.#stack.at(-1)?.cell
    if (cell) Object.assign(cell, change)
  }

  closeCell(): void {
    const frame = this.#stack.at(-1)
    if (!frame?.cell) return
    const { parts, ...cell } = frame.cell
    const text = tidy(parts.join(''))
    const row = frame.rows.at(-1)
    // A layout table whose own table has been taken out goes on as running text.
    if (row) row.push({ ...cell, text })
    else if (text !== '') this.#between.push(...text.split('\n'))
    frame.cell = undefined
  }

  closeTable(): void {
    this.closeCell()
    const frame = this.#stack.pop()
    if (!frame) return
    const outer = this.#stack.at(-1)
    if (outer?.cell && !standsAlone(frame.rows)) {
      outer.cell.parts.push(
        '\n',
        frame.rows.map((row) => row.map((cell) => cell.text).join(' ')).join('\n'),
        '\n',
      )
      return
    }
    const framing = this.#stack.flatMap((around) => [
      ...around.rows.flat().map((cell) => cell.text),
      ...(around.cell ? [tidy(around.cell.parts.join(''))] : []),
    ])
    const above = [...this.#between, ...framing].filter((line) => line !== '')
    this.sheets.push(this.#sheetOf(frame, above))
    this.#between = []
    // What framed the inner table has been said above it; saying it again would move the heading.
    for (const around of this.#stack) {
      around.rows.length = 0
      if (around.cell) around.cell.parts.length = 0
    }
  }

  finish(): Sheet[] {
    while (this.#stack.length > 0) this.closeTable()
    this.#endLine()
    const last = this.sheets.pop()
    if (last) this.sheets.push({ ...last, below: this.#between })
    return this.sheets
  }

  #endLine(): void {
    const line = tidy(this.#line)
    this.#line = ''
    if (line !== '') this.#between.push(line)
  }

  #sheetOf(frame: Frame, above: readonly string[]): Sheet {
    const builder = new GridBuilder(this.#spend)
    frame.rows.forEach((row, r) => {
      let col = 0
      for (const cell of row) {
        const below = frame.rows.length - r
        const rows = cell.merge ? mergedRows(frame.rows, r, col, cell) : cell.rowSpan || below
        if (rows > 0) {
          col = builder.freeCol(r, col)
          builder.place(r, col, cell.text, Math.min(rows, below), cell.colSpan)
        }
        col += cell.colSpan
      }
    })
    return {
      name: `表${this.sheets.length + 1}`,
      above,
      grid: builder.grid(frame.rows.length),
      width: builder.width,
      follows: true,
      hidden: false,
      hiddenRows: frame.hiddenRows,
      hiddenCols: [],
    }
  }
}

// Smaller tables inside a cell are seen as ways to line up tick boxes.
const standsAlone = (rows: readonly RawCell[][]): boolean =>
  rows.length >= 3 && rows.some((row) => row.length >= 4)

const cellAt = (row: readonly RawCell[] | undefined, column: number): RawCell | undefined => {
  let col = 0
  for (const cell of row ?? []) {
    if (col === column) return cell
    col += cell.colSpan
  }
  return undefined
}

/** How many rows a Word cell covers; none, when it only goes on with the one above. */
function mergedRows(rows: readonly RawCell[][], at: number, col: number, cell: RawCell): number {
  if (cell.merge === 'continue' && cellAt(rows[at - 1], col)?.merge) return 0
  let count = 1
  while (cellAt(rows[at + count], col)?.merge === 'continue') count++
  return count
}
