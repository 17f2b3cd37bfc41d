import { read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx'
import { zipSync } from 'fflate'
import { tidy } from '../cells/spelling.ts'
import { type CellBudget, GridBuilder, type Sheet } from '../grid.ts'
import { limits } from '../limits.ts'
import { refuse } from '../refusals.ts'
import type { Archive } from './archive.ts'
import { xmlText } from './xml.ts'

interface SheetCell {
  readonly t: string
  readonly v?: unknown
  readonly w?: string
  readonly z?: string
}

/**
 * What is taken of a cell: what it shows, as for a catalogue; or its exact value, as for tables of
 * figures, where `1,234.5` shown may be 1234.5678 kept and a date shows in whatever order its format says.
 */
export type CellReading = 'shown' | 'exact'

// Pictures, drawings, pivots and macros are never looked at and may be large.
const readParts =
  /^(\[Content_Types\]\.xml|_rels\/[^/]+|xl\/(_rels\/|theme\/|worksheets\/(_rels\/)?)?[^/]+\.(xml|rels))$/i

/**
 * An xlsx workbook. The parts are expanded under our own bound and handed on stored, so that the
 * workbook reader never expands anything itself.
 */
export function readXlsx(
  archive: Archive,
  spend: CellBudget,
  reading: CellReading = 'shown',
): Sheet[] {
  const parts: Record<string, Uint8Array> = {}
  for (const name of archive.names.filter((part) => readParts.test(part))) {
    const bytes = archive.part(name)
    if (/\.(xml|rels)$/i.test(name)) xmlText(bytes)
    parts[name] = bytes
  }
  return sheetsOf(zipSync(parts, { level: 0 }), spend, reading)
}

/** A workbook of the old binary form (.xls, .et) or of the XML form of Excel 2003. */
export const readXls = (
  bytes: Uint8Array,
  spend: CellBudget,
  reading: CellReading = 'shown',
): Sheet[] => sheetsOf(bytes, spend, reading)

function sheetsOf(bytes: Uint8Array, spend: CellBudget, reading: CellReading): Sheet[] {
  const book = open(bytes)
  const is1904 = book.Workbook?.WBProps?.date1904 === true
  const textOf = reading === 'shown' ? shownText : exactText(is1904)
  return book.SheetNames.flatMap((name, i) => {
    const visibility = book.Workbook?.Sheets?.[i]?.Hidden ?? 0
    // A damaged workbook lists sheets that it does not hold.
    const sheet = book.Sheets[name]
    return sheet ? [sheetOf(name, visibility !== 0, sheet, spend, textOf)] : []
  })
}

function open(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
      dense: true,
      cellStyles: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      sheetRows: limits.cells,
    })
  } catch (error) {
    throw refuse(
      /password|encryption scheme/i.test(String(error)) ? 'fileEncrypted' : 'fileUnreadable',
    )
  }
}

function sheetOf(
  name: string,
  hidden: boolean,
  sheet: WorkSheet,
  spend: CellBudget,
  textOf: (cell: SheetCell | undefined) => string,
): Sheet {
  // Rows without any cell are holes in the array.
  const rows = (sheet['!data'] ?? []) as ((SheetCell | undefined)[] | undefined)[]
  const texts = Array.from(rows, (row) => Array.from(row ?? [], textOf).slice(0, limits.columns))
  const height = texts.findLastIndex((row) => row.some((text) => text !== '')) + 1
  const width = texts.reduce(
    (most, row) => Math.max(most, row.findLastIndex((text) => text !== '') + 1),
    0,
  )
  const builder = new GridBuilder(spend)
  for (const { s, e } of sheet['!merges'] ?? []) {
    if (s.r >= height || s.c >= width || builder.freeCol(s.r, s.c) !== s.c) continue
    const down = Math.min(e.r + 1, height) - s.r
    const across = Math.min(e.c + 1, width) - s.c
    builder.place(s.r, s.c, texts[s.r]?.[s.c] ?? '', down, across)
  }
  texts.slice(0, height).forEach((row, r) => {
    row.forEach((text, c) => {
      if (text && builder.freeCol(r, c) === c) builder.place(r, c, text)
    })
  })
  return {
    name,
    above: [],
    grid: builder.grid(),
    width,
    follows: false,
    hidden,
    hiddenRows: hiddenIndexes(sheet['!rows'], height),
    hiddenCols: hiddenIndexes(sheet['!cols'], width),
  }
}

const hiddenIndexes = (
  infos: readonly ({ hidden?: boolean } | undefined)[] | undefined,
  below: number,
): number[] => (infos ?? []).slice(0, below).flatMap((info, i) => (info?.hidden ? [i] : []))

/** What the cell shows. Whole numbers as digits, because 序号 is often styled `1.00`. */
function shownText(cell: SheetCell | undefined): string {
  if (!cell || cell.v === undefined || cell.v === null) return ''
  if (cell.t === 'e') return ''
  if (cell.t === 'b') return cell.v ? '√' : ''
  if (cell.t === 'n') {
    const shown = cell.w ?? String(cell.v)
    return Number.isInteger(cell.v) && !/[年月日:/%-]/.test(shown) ? String(cell.v) : shown
  }
  return tidy(String(cell.v))
}

/** The value of the cell: numbers in full, dates as `YYYY-MM-DD`, shares as per cent. */
const exactText =
  (date1904: boolean) =>
  (cell: SheetCell | undefined): string => {
    if (cell?.t !== 'n' || typeof cell.v !== 'number') return shownText(cell)
    if (cell.z && SSF.is_date(cell.z)) {
      const { y, m, d } = SSF.parse_date_code(cell.v, { date1904 })
      return y < 1900 ? shownText(cell) : [y, m, d].map((n) => String(n).padStart(2, '0')).join('-')
    }
    if (cell.z?.includes('%')) return `${Number((cell.v * 100).toFixed(6))}%`
    // Digits that binary fractions leave behind (0.30000000000000004) are nobody's figures.
    return String(Number(cell.v.toPrecision(15)))
  }
