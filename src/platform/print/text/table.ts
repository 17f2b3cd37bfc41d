import type { Block, Element } from './tree.ts'

export interface Cell {
  readonly x: number
  readonly y: number
  readonly colspan: number
  readonly rowspan: number
  readonly head: boolean
  readonly align: 'left' | 'center' | 'right'
  readonly blocks: readonly Block[]
}

export interface TableBlock {
  readonly t: 'table'
  /** The share of the width that each column takes. */
  readonly widths: readonly number[]
  /** Rows repeated at the top of every page. */
  readonly headRows: number
  readonly rows: number
  readonly cells: readonly Cell[]
}

interface BareRow {
  readonly cells: readonly Element[]
  readonly head: boolean
}

const elementsIn = (element: Element): Element[] =>
  element.children.filter((node): node is Element => 'name' in node && 'children' in node)

/** The rows of a table; those that hold header cells only, at its top, are its head. */
export const bodyOf = (table: Element): BareRow[] => {
  const rows = elementsIn(table).flatMap((part) => {
    if (part.name === 'tr') return [{ row: part, inHead: false }]
    if (!/^(thead|tbody|tfoot)$/.test(part.name)) return []
    const inHead = part.name === 'thead'
    return elementsIn(part).flatMap((row) => (row.name === 'tr' ? [{ row, inHead }] : []))
  })
  let still = true
  return rows.map(({ row, inHead }) => {
    const cells = elementsIn(row).filter(({ name }) => name === 'td' || name === 'th')
    still &&= inHead || (cells.length > 1 && cells.every(({ name }) => name === 'th'))
    return { cells, head: still }
  })
}

// What no honest table has; a wider one is printed as far as it fits on a page at all.
const mostColumns = 60
const mostRows = 20_000

const spanOf = (text: string | undefined, most: number): number => {
  const span = Number(text ?? 1)
  return Number.isInteger(span) && span > 1 ? Math.min(span, most) : 1
}

/** How many columns the rows say there are; a row that says too many is not believed. */
const columnsOf = (rows: readonly BareRow[]): number =>
  Math.max(
    1,
    ...rows.map(({ cells }) => {
      const said = cells.reduce((sum, cell) => sum + spanOf(cell.attribs.colspan, mostColumns), 0)
      return Math.min(said > mostColumns ? cells.length : said, mostColumns)
    }),
  )

const wordsIn = (blocks: readonly Block[]): string =>
  blocks.map((block) => ('runs' in block ? block.runs.map(({ s }) => s).join('') : '　　')).join('')

// A number of few characters needs its width; a long text gives way and breaks.
const [narrowest, widest] = [3, 16]

/**
 * A table as cells at known places. Spans that run over each other or out of the table are cut: the
 * template refuses them, and one bad table must not keep an issue from print.
 */
export const tableOf = (
  rows: readonly BareRow[],
  blocksOf: (nodes: Element['children'], align?: 'left' | 'center' | 'right') => Block[],
): TableBlock | null => {
  const height = Math.min(rows.length, mostRows)
  const headRows = rows.findIndex(({ head }) => !head)
  const heads = Math.max(headRows, 0)
  const across = columnsOf(rows.slice(0, height))
  const taken: boolean[][] = Array.from({ length: height }, () =>
    new Array<boolean>(mostColumns).fill(false),
  )
  const cells: Cell[] = []
  for (const [y, row] of rows.slice(0, height).entries()) {
    let x = 0
    for (const [at, cell] of row.cells.entries()) {
      while (taken[y]?.[x]) x += 1
      if (x >= mostColumns) break
      let colspan = 1
      const after = row.cells.length - at - 1
      const wanted = spanOf(cell.attribs.colspan, Math.max(1, across - x - after))
      while (colspan < wanted && !taken[y]?.[x + colspan]) colspan += 1
      // A head is repeated alone, so nothing reaches out of it.
      const last = y < heads ? heads : height
      const rowspan = Math.min(spanOf(cell.attribs.rowspan, mostRows), last - y)
      for (let down = y; down < y + rowspan; down += 1) taken[down]?.fill(true, x, x + colspan)
      const isHead = y < heads || cell.name === 'th'
      const blocks = blocksOf(cell.children)
      const short = wordsIn(blocks).length <= widest
      cells.push({
        x,
        y,
        colspan,
        rowspan,
        head: isHead,
        align: isHead || short ? 'center' : 'left',
        blocks,
      })
      x += colspan
    }
  }
  const columns = Math.max(0, ...taken.map((row) => row.lastIndexOf(true) + 1))
  if (columns === 0) return null
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < columns; x += 1)
      if (!taken[y]?.[x])
        cells.push({ x, y, colspan: 1, rowspan: 1, head: false, align: 'left', blocks: [] })
  const widths = Array.from({ length: columns }, (_, x) =>
    Math.max(
      narrowest,
      ...cells
        .filter((cell) => cell.x === x && cell.colspan === 1)
        .map((cell) => Math.min(widest, wordsIn(cell.blocks).length)),
    ),
  )
  return { t: 'table', widths, headRows: heads, rows: height, cells }
}
