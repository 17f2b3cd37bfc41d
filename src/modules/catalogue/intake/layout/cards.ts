import { fieldFromHeading, fieldFromName } from '../cells/fields.ts'
import { squeezed } from '../cells/spelling.ts'
import { type Cell, type CellBudget, cellsOfRow, GridBuilder, type Sheet } from '../grid.ts'
import { bareLabel, meaningOf, type Role } from './labels.ts'

interface Card {
  /** Label path (joined) to value, in the order of the card. */
  readonly values: Map<string, { path: readonly string[]; text: string; label: Cell }>
  readonly row: number
  field: string | undefined
}

// Fewer could be the furniture of a page: 索引号, 发布机构, 公开时间.
const leastRoles = 4
const grouping: ReadonlySet<Role> = new Set(['matter', 'audience', 'mode', 'levels', 'channels'])

/**
 * Some sites print each matter as a card: one heading and its value in a row. Cards are turned into
 * the table that they would have been, one row a card, so that one interpreter reads both.
 */
export function cardsAsTable(sheet: Sheet, spend: CellBudget): Sheet | undefined {
  const cards = collectCards(sheet)
  const paths = new Map<string, readonly string[]>()
  for (const card of cards)
    for (const [key, { path }] of card.values) if (!paths.has(key)) paths.set(key, path)
  const roles = new Set([...paths.values()].map((path) => meaningOf(path.at(-1) ?? '')?.role))
  const named = [...roles].filter((role) => role && role !== 'extra')
  if (named.length < leastRoles || (!roles.has('content') && !roles.has('basis'))) return undefined
  return tableOf(sheet, cards, paths, spend)
}

function collectCards(sheet: Sheet): Card[] {
  const cards: Card[] = []
  let card: Card | undefined
  let field: string | undefined
  const labelCol = labelColumn(sheet)
  for (let row = 0; row < sheet.grid.length; row++) {
    const cells = cellsOfRow(sheet.grid, row).filter((cell) => cell.text !== '' || cell.row === row)
    const filled = cells.filter((cell) => cell.text !== '')
    if (filled.length === 1 && filled[0]) {
      field = fieldFromHeading(filled[0].text) ?? field
      if (!meaningOf(filled[0].text)) card = undefined
      continue
    }
    for (const { path, value, label } of pairs(cells, labelCol)) {
      const key = path.map(bareLabel).join('/')
      const known = card?.values.get(key)
      if (card && known && known.label === label) {
        known.text = known.text === '' ? value : `${known.text}\n${value}`
        continue
      }
      if (!card || known) {
        card = { values: new Map(), row, field }
        cards.push(card)
      }
      card.values.set(key, { path, text: value, label })
      if (meaningOf(label.text)?.role === 'field') card.field = fieldFromName(value) ?? value
    }
  }
  return cards.filter((one) => one.values.size >= leastRoles)
}

/** The column in which most known headings stand. */
function labelColumn(sheet: Sheet): number {
  const counts = new Map<number, number>()
  for (let row = 0; row < sheet.grid.length; row++)
    for (const cell of cellsOfRow(sheet.grid, row))
      if (meaningOf(cell.text)) counts.set(cell.col, (counts.get(cell.col) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

function pairs(
  cells: readonly Cell[],
  labelCol: number,
): { path: string[]; value: string; label: Cell }[] {
  const found: { path: string[]; value: string; label: Cell }[] = []
  for (let i = 0; i + 1 < cells.length; ) {
    const [label, next, third] = [cells[i] as Cell, cells[i + 1] as Cell, cells[i + 2]]
    const meaning = meaningOf(label.text)
    const asLabel =
      meaning !== undefined ||
      (label.col === labelCol && label.text !== '' && squeezed(label.text).length <= 12)
    if (!asLabel) {
      i++
      continue
    }
    const below =
      meaning && grouping.has(meaning.role) && third && meaningOf(next.text) && label.rowSpan > 1
    if (below && third) {
      found.push({ path: [label.text, next.text], value: third.text, label: next })
      i += 3
    } else {
      found.push({ path: [label.text], value: next.text, label })
      i += 2
    }
  }
  return found
}

function tableOf(
  sheet: Sheet,
  cards: readonly Card[],
  paths: ReadonlyMap<string, readonly string[]>,
  spend: CellBudget,
): Sheet {
  const builder = new GridBuilder(spend)
  const withField = cards.some((card) => card.field !== undefined)
  const fieldPath = [...paths].find(([, path]) => meaningOf(path.at(-1) ?? '')?.role === 'field')
  let col = 0
  if (withField && !fieldPath) builder.place(0, col++, '领域', 2, 1)
  const columns = [...paths].map(([key, path]) => {
    const at = col++
    if (path.length === 1) builder.place(0, at, path[0] ?? '', 2, 1)
    else path.slice(0, 2).forEach((label, i) => void builder.place(i, at, label))
    return { key, at }
  })
  cards.forEach((card, i) => {
    if (withField && !fieldPath) builder.place(i + 2, 0, card.field ?? '')
    for (const { key, at } of columns) builder.place(i + 2, at, card.values.get(key)?.text ?? '')
  })
  return { ...sheet, grid: builder.grid(), width: builder.width, hiddenRows: [], hiddenCols: [] }
}
