import type { Zip } from '../zip.ts'
import { bounds, type Reading, TooMuch } from './reading.ts'
import { attribute, attributeWords, walkXml } from './xml.ts'

interface SheetEntry {
  readonly name: string
  readonly hidden: boolean
  readonly path: string
}

/** The column of a cell's address: `AB12` → 27. */
export const columnOf = (address: string): number => {
  let column = 0
  for (const letter of address) {
    const code = letter.charCodeAt(0)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

export const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : columnName(Math.floor(column / 26) - 1) + columnName(column % 26)

/** Which sheets a workbook has, where each stands, and which are hidden. */
export function sheetsOf(zip: Zip): SheetEntry[] {
  const targets = new Map<string, string>()
  if (zip.has('xl/_rels/workbook.xml.rels'))
    walkXml(zip.part('xl/_rels/workbook.xml.rels'), {
      open(name, attributes) {
        if (name !== 'Relationship') return
        const target = attributes.Target ?? ''
        targets.set(
          attributes.Id ?? '',
          target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`,
        )
      },
    })
  const sheets: SheetEntry[] = []
  walkXml(zip.part('xl/workbook.xml'), {
    open(name, attributes) {
      if (name !== 'sheet') return
      const path = targets.get(attributes['r:id'] ?? attribute(attributes, 'id') ?? '') ?? ''
      const state = attributes.state ?? 'visible'
      sheets.push({ name: attributes.name ?? '', hidden: state !== 'visible', path })
    },
  })
  return sheets
}

/** The texts that cells share; phonetic guides are kept apart from them. */
export function sharedStrings(zip: Zip): string[] {
  const path = zip.names.find((name) => /^xl\/sharedStrings\.xml$/i.test(name))
  if (!path) return []
  const strings: string[] = []
  let text = ''
  let inText = false
  walkXml(zip.part(path), {
    open(name) {
      if (name === 'si') text = ''
      inText = name === 't'
    },
    text(words) {
      if (inText) text += words
    },
    close(name) {
      if (name === 't') inText = false
      if (name === 'si') strings.push(text)
    },
  })
  return strings
}

/**
 * The digits of a number as a person would read them: an identity number kept as a number is
 * written 3.31082199003077E+17 and has lost its last digits.
 */
export function digitsOf(value: string): string {
  if (!/[eE]/.test(value)) return value
  const number = Number(value)
  return Number.isFinite(number) && Math.abs(number) >= 1e6 && Math.abs(number) < 1e21
    ? BigInt(Math.round(number)).toString()
    : value
}

// A cell far below the rest is no reason to count a million rows.
const mostEmptyRows = 1000

/** Reads every cell of a sheet; those of hidden rows and columns are told apart. */
export function readSheet(
  bytes: Uint8Array,
  entry: { readonly name: string; readonly hidden: boolean },
  book: {
    readonly strings: readonly string[]
    readonly used: Set<number>
    readonly spend: { cells: number }
  },
  reading: Reading,
): void {
  const { strings, used, spend } = book
  const where = `${entry.hidden ? 'hiddenSheet' : 'sheet'}:${entry.name}`
  const rows: string[][] = []
  const hiddenColumns: [number, number][] = []
  const hiddenRows: string[][] = []
  const formulas: string[] = []
  const notes: string[] = []
  let row: string[] = []
  let rowHidden = false
  let column = -1
  let kind = ''
  let value = ''
  let formula = ''
  let collects: 'value' | 'formula' | 'note' | null = null
  const rest: string[] = []
  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'col' && attributes.hidden && attributes.hidden !== '0')
        hiddenColumns.push([Number(attributes.min) - 1, Number(attributes.max) - 1])
      else if (name === 'row') {
        // Rows keep their places, so that a finding in B7 is found in B7.
        const above = Math.min(Number(attributes.r ?? 0) - 1, rows.length + mostEmptyRows)
        while (rows.length < above) rows.push([])
        row = []
        column = -1
        rowHidden = attributes.hidden !== undefined && !['0', 'false'].includes(attributes.hidden)
      } else if (name === 'c') {
        column = attributes.r ? columnOf(attributes.r) : column + 1
        kind = attributes.t ?? 'n'
        value = ''
        formula = ''
        spend.cells += 1
        if (spend.cells > bounds.cells) throw new TooMuch('cells')
      } else if (name === 'v' || (name === 't' && column >= 0)) collects = 'value'
      else if (name === 'f') collects = 'formula'
      else if (
        /^(?:oddHeader|oddFooter|evenHeader|evenFooter|firstHeader|firstFooter|formula\d?|xm:f)$/.test(
          name,
        )
      )
        collects = 'note'
      else rest.push(...attributeWords(name, attributes))
    },
    text(text) {
      if (collects === 'value') value += text
      else if (collects === 'formula') formula += text
      else if (collects === 'note') notes.push(text)
    },
    close(name) {
      if (name === 'c') {
        if (kind === 's') used.add(Number(value))
        const text =
          kind === 's' ? (strings[Number(value)] ?? '') : kind === 'n' ? digitsOf(value) : value
        // A sheet has 16,384 columns; a cell said to stand further is no cell.
        if (column >= 0 && column < 16_384) {
          while (row.length < column) row.push('')
          row[column] = text
        }
        if (/["\u4e00-\u9fff]/.test(formula)) formulas.push(formula)
      } else if (name === 'row') {
        if (rowHidden) hiddenRows.push(row)
        rows.push(rowHidden ? [] : row)
      }
      if (name !== 'r' && name !== 'rPr') collects = null
    },
  })
  const head = rows.find((one) => one.some((cell) => cell !== ''))
  for (const [from, to] of hiddenColumns)
    for (let at = from; at <= Math.min(to, 16_383); at++) hideColumn(at, where, rows, reading)
  reading.rows(where, rows)
  // With the head of the table, so that a column of hidden rows is known for what it is.
  const withHead = hiddenRows.length > 0 && head ? [head, ...hiddenRows] : hiddenRows
  reading.rows(`${where}/hiddenRows`, withHead)
  reading.text(`${where}/formulas`, formulas.join('\n'))
  reading.text(`${where}/headerFooter`, notes.join('\n'))
  reading.text(`${where}/altText`, rest.join('\n'))
}

/** Tells a hidden column apart from the rows in which it stands. */
function hideColumn(at: number, where: string, rows: string[][], reading: Reading): void {
  const cells = rows.map((row) => [row[at] ?? ''])
  if (cells.every(([cell]) => cell === '')) return
  reading.rows(`${where}/hiddenColumn:${columnName(at)}`, cells)
  for (const row of rows) if (row[at] !== undefined) row[at] = ''
}
