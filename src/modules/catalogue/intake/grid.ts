import { limits } from './limits.ts'
import { refuse } from './refusals.ts'

/** One cell as it was drawn, however many rows and columns it covers. */
export interface Cell {
  readonly text: string
  /** Where its upper left corner stands, counted from 0. */
  readonly row: number
  readonly col: number
  readonly rowSpan: number
  readonly colSpan: number
}

/** Every place of the table shows the cell that covers it: merged places show the same cell. */
export type Grid = readonly (readonly (Cell | undefined)[])[]

/** One table of a file, the same for every format. */
export interface Sheet {
  /** Name of the worksheet; `表1`, `表2` in running text; empty for csv. */
  readonly name: string
  /** Headings and paragraphs that stand between the table before and this one. */
  readonly above: readonly string[]
  /** Paragraphs after the last table of running text; only the last table has them. */
  readonly below?: readonly string[]
  readonly grid: Grid
  readonly width: number
  /** True for a table in running text, which may go on with the table before it. */
  readonly follows: boolean
  readonly hidden: boolean
  readonly hiddenRows: readonly number[]
  readonly hiddenCols: readonly number[]
}

/** Counts the cells of all tables of one file and stops at the bound. */
export const cellBudget = () => {
  let left: number = limits.cells
  return (cells: number): void => {
    left -= cells
    if (left < 0) throw refuse('tooManyCells', { cells: limits.cells })
  }
}
export type CellBudget = ReturnType<typeof cellBudget>

/** Lays cells out row by row, moving each to the next free place as HTML and Word do. */
export class GridBuilder {
  readonly #rows: (Cell | undefined)[][] = []
  readonly #spend: CellBudget
  #width = 0

  constructor(spend: CellBudget) {
    this.#spend = spend
  }

  get height(): number {
    return this.#rows.length
  }
  get width(): number {
    return this.#width
  }

  /** The first place of a row that no cell covers, at or after `col`. */
  freeCol(row: number, col = 0): number {
    const places = this.#rows[row]
    let at = col
    while (places?.[at]) at++
    return at
  }

  place(row: number, col: number, text: string, rowSpan = 1, colSpan = 1): Cell | undefined {
    const cols = Math.min(colSpan, limits.columns - col)
    if (cols <= 0) return undefined
    this.#spend(rowSpan * cols)
    const cell: Cell = { text, row, col, rowSpan, colSpan: cols }
    for (let r = row; r < row + rowSpan; r++) {
      while (this.#rows.length <= r) this.#rows.push([])
      const places = this.#rows[r] as (Cell | undefined)[]
      for (let c = col; c < col + cols; c++) places[c] ??= cell
    }
    this.#width = Math.max(this.#width, col + cols)
    return cell
  }

  /** The table, without the rows that only a too long rowspan reached. */
  grid(height = this.#rows.length): Grid {
    return this.#rows.slice(0, height)
  }
}

/** The cells of a row from left to right, each once, with those reaching in from above. */
export const cellsOfRow = (grid: Grid, row: number): Cell[] => {
  const cells: Cell[] = []
  for (const cell of grid[row] ?? []) if (cell && cells.at(-1) !== cell) cells.push(cell)
  return cells
}

/** The cells that begin in a row and hold text. */
export const newCells = (grid: Grid, row: number): Cell[] =>
  cellsOfRow(grid, row).filter((cell) => cell.row === row && cell.text.trim() !== '')
