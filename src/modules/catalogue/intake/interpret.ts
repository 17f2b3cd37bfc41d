import { fieldFromHeading, fieldFromName, fieldNamedAlone } from './cells/fields.ts'
import { oneLine } from './cells/spelling.ts'
import { type Cell, type CellBudget, cellsOfRow, type Grid, newCells, type Sheet } from './grid.ts'
import { cardsAsTable } from './layout/cards.ts'
import { type ChannelPolicy, type Layout, policyOf, readLayout } from './layout/columns.ts'
import { isHeadingRow, readHeader } from './layout/header.ts'
import { type Draft, isTotal, loneKind, readRow, sectionName } from './layout/rows.ts'
import { limits } from './limits.ts'
import { refuse } from './refusals.ts'
import type { Warnings } from './warnings.ts'

/** One table found: its layout, and what it was about. */
export interface FoundTable {
  readonly sheet: string
  readonly layout: Layout
  field: string | null
  policy: ChannelPolicy | undefined
}

export interface Interpretation {
  readonly drafts: readonly Draft[]
  readonly tables: readonly FoundTable[]
}

/** What is carried from row to row, and in running text from table to table. */
interface Reading {
  layout: Layout | undefined
  field: string | undefined
  section: string
  previous: Draft | undefined
}

/** Reads the tables of one file, whatever its format, into drafts of records. */
export class Interpreter {
  readonly #drafts: Draft[] = []
  readonly #tables: FoundTable[] = []
  readonly #warnings: Warnings
  readonly #spend: CellBudget
  readonly #fileField: string | undefined
  #reading: Reading = { layout: undefined, field: undefined, section: '', previous: undefined }

  constructor(fileName: string, warnings: Warnings, spend: CellBudget) {
    this.#warnings = warnings
    this.#spend = spend
    const title = fileName.replace(/\.\w+$/, '')
    this.#fileField = fieldFromHeading(title) ?? fieldFromName(title)
  }

  read(sheets: readonly Sheet[]): Interpretation {
    for (const sheet of sheets) {
      if (sheet.hidden)
        this.#warnings.add('hiddenSheet', { name: sheet.name }, { sheet: sheet.name })
      else this.#readSheet(sheet)
    }
    return { drafts: this.#drafts, tables: this.#tables }
  }

  #readSheet(sheet: Sheet): void {
    if (!sheet.follows)
      this.#reading = { layout: undefined, field: undefined, section: '', previous: undefined }
    for (const line of sheet.above) this.#takeHeading(line)
    this.#takeHeadingAlone(sheet.above.at(-1) ?? '')
    const table = this.#tableIn(sheet)
    if (table) this.#readTable(table)
    else
      for (const cell of sheet.grid.flatMap((_, row) => newCells(sheet.grid, row)))
        this.#takeHeading(cell.text)
  }

  /** The table to read: the sheet itself, its cards as a table, or none. */
  #tableIn(sheet: Sheet): Sheet | undefined {
    if (sheet.grid.some((_, row) => readHeader(sheet.grid, row))) return sheet
    const cards = cardsAsTable(sheet, this.#spend)
    if (cards) return cards
    // A table in running text may go on after a page break without repeating its header.
    const goesOn = sheet.follows && this.#reading.layout?.width === sheet.width
    return goesOn ? sheet : undefined
  }

  #readTable(sheet: Sheet): void {
    this.#warnOfHidden(sheet)
    const { grid } = sheet
    for (let row = 0; row < grid.length; row++) {
      const header = readHeader(grid, row)
      if (header) {
        if (
          header.signature !== this.#reading.layout?.signature ||
          this.#reading.previous === undefined
        )
          this.#openTable(sheet, readLayout(grid, header, sheet.width))
        row = header.end - 1
        continue
      }
      if (newCells(grid, row).length === 0 || isHeadingRow(grid, row)) continue
      const lone = loneCell(grid, row)
      const { layout } = this.#reading
      if (!layout) {
        for (const cell of newCells(grid, row)) this.#takeHeading(cell.text)
        if (lone) this.#takeHeadingAlone(lone.text)
      } else if (
        !this.#takeWideHeading(grid, row) &&
        !(lone && this.#takeLone(lone, sheet, layout))
      )
        this.#takeRow(sheet, row, layout)
    }
  }

  #openTable(sheet: Sheet, layout: Layout): void {
    if (this.#tables.length >= limits.tables)
      throw refuse('tooManyTables', { tables: limits.tables })
    const reading = this.#reading
    if (!sheet.follows) reading.field ??= fieldFromName(sheet.name)
    reading.layout = layout
    reading.previous = undefined
    reading.section = ''
    this.#tables.push({ sheet: sheet.name, layout, field: this.#field, policy: layout.policy })
  }

  get #field(): string | null {
    return this.#reading.field ?? this.#fileField ?? null
  }

  /** A heading that names a field begins that field; what stood above it no longer counts. */
  #takeHeading(text: string): boolean {
    const field = fieldFromHeading(text)
    if (field === undefined) return false
    this.#reading.field = field
    this.#reading.section = ''
    this.#reading.previous = undefined
    return true
  }

  /** A line that holds nothing but a field's name; only trusted where it stands by itself. */
  #takeHeadingAlone(text: string): boolean {
    const field = fieldNamedAlone(text)
    if (field === undefined) return false
    this.#reading.field = field
    this.#reading.section = ''
    this.#reading.previous = undefined
    return true
  }

  /** A heading inside the table with something beside it, such as 填报单位 at the right edge. */
  #takeWideHeading(grid: Grid, row: number): boolean {
    const wide = newCells(grid, row).find((cell) => cell.colSpan >= 3)
    return wide !== undefined && this.#takeHeading(wide.text)
  }

  /** A row with a single text: heading, note, total, remark. False where it is a row of the table. */
  #takeLone(cell: Cell, sheet: Sheet, layout: Layout): boolean {
    const text = oneLine(cell.text)
    const place = { sheet: sheet.name, row: cell.row + 1 }
    const wide = cell.colSpan >= Math.max(3, layout.columns.length / 3)
    const column = layout.columns.find((one) => one.col === cell.col)
    const part = column && ['content', 'l2', 'l3', 'basis', 'channels'].includes(column.role)
    if (/领域.*目录/.test(text) && this.#takeHeading(text)) return true
    if (!wide && part) return false
    if (this.#takeHeading(text)) return true
    const named = layout.columns.some((one) => one.role === 'field')
    if (!named && this.#takeHeadingAlone(text)) return true
    const kind = loneKind(text)
    const table = this.#tables.at(-1)
    if (kind === 'note' && table) table.policy ??= policyOf(text)
    if (kind === 'notApplicable') this.#warnings.add('notApplicable', { text }, place)
    if (kind === 'section') {
      this.#reading.section = sectionName(text)
      this.#reading.previous = undefined
    }
    if (kind === 'other') this.#warnings.add('rowIgnored', { text: text.slice(0, 60) }, place)
    return true
  }

  #takeRow(sheet: Sheet, row: number, layout: Layout): void {
    const first = newCells(sheet.grid, row)[0]?.text ?? ''
    if (isTotal(first)) return
    const reading = this.#reading
    const { previous, section } = reading
    const table = this.#tables.length - 1
    const context = { layout, field: this.#field, section, table, sheet: sheet.name, previous }
    const effect = readRow(sheet.grid, row, context)
    if (effect.kind === 'strange')
      this.#warnings.add('rowIgnored', { text: effect.text }, { sheet: sheet.name, row: row + 1 })
    if (effect.kind !== 'record') return
    if (effect.dittoAtTop)
      this.#warnings.add('dittoWithoutAbove', {}, { sheet: sheet.name, row: row + 1 })
    reading.previous = effect.draft
    this.#drafts.push(effect.draft)
  }

  #warnOfHidden(sheet: Sheet): void {
    const place = sheet.name ? { sheet: sheet.name } : {}
    if (sheet.hiddenRows.length > 0)
      this.#warnings.add(
        'hiddenRows',
        { rows: listed(sheet.hiddenRows.map((row) => row + 1)) },
        place,
      )
    if (sheet.hiddenCols.length > 0)
      this.#warnings.add(
        'hiddenColumns',
        { columns: listed(sheet.hiddenCols.map(columnLetters)) },
        place,
      )
  }
}

/** The only text of a row, or the one text that fills it where a merge was taken apart. */
function loneCell(grid: Grid, row: number): Cell | undefined {
  const cells = cellsOfRow(grid, row).filter((cell) => cell.text.trim() !== '')
  const [first] = cells
  if (!first || cells.some((cell) => cell.row !== row || cell.text !== first.text)) return undefined
  if (cells.length === 1) return first
  // Ticks and short words may well fill a row of three.
  if (cells.length < 3 || first.text.length < 4) return undefined
  return { ...first, colSpan: cells.reduce((sum, cell) => sum + cell.colSpan, 0) }
}

const listed = (items: readonly (string | number)[]): string =>
  items.length > 12 ? `${items.slice(0, 12).join('、')}…` : items.join('、')

const columnLetters = (col: number): string =>
  col < 26
    ? String.fromCharCode(65 + col)
    : columnLetters(Math.floor(col / 26) - 1) + columnLetters(col % 26)
