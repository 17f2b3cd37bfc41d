import type { Sheet } from '#catalogue'
import type { troubleOf } from '../contract/filing.ts'
import { readFigure, type Said } from './figure.ts'

/** Where something stands in the file, counted from 1 as people count. */
export interface Place {
  readonly sheet: string
  readonly row: number
  readonly column: number
}

/** What was not understood, and where; `cell` where it is known which figure it would have been. */
export interface Unread {
  readonly why: (typeof troubleOf)[number]
  readonly place: Place | null
  readonly text: string
  readonly cell: string | null
}

/** What a file says of the three tables: figures by cell, what stood blank, what was not understood. */
export class Reading {
  readonly figures = new Map<string, number>()
  /** Blanks and strokes, taken for 0: the form wants a 0 there. */
  readonly blanks: string[] = []
  readonly unread: Unread[] = []
  readonly #rows = new Set<string>()

  /** Whether a row is new; the second of two is told and left out. */
  begins(table: string, row: string, place: Place, text: string): boolean {
    const key = `${table}/${row}`
    if (this.#rows.has(key)) {
      this.unread.push({ why: 'twice', place, text, cell: null })
      return false
    }
    this.#rows.add(key)
    return true
  }

  has(table: string, row: string): boolean {
    return this.#rows.has(`${table}/${row}`)
  }

  /** Takes the figure of a cell; what is no number stays open for a person to settle. */
  take(cell: string, text: string, place: Place, said: Said = readFigure(text)): void {
    if (said.kind === 'unclear') this.unread.push({ why: 'noNumber', place, text, cell })
    else {
      this.figures.set(cell, said.kind === 'number' ? said.value : 0)
      if (said.kind === 'blank') this.blanks.push(cell)
    }
  }

  miss(why: Unread['why'], text: string, place: Place | null = null, cell: string | null = null) {
    this.unread.push({ why, place, text, cell })
  }
}

export const placeOf = (sheet: Sheet, row: number, column: number): Place => ({
  sheet: sheet.name,
  row: row + 1,
  column: column + 1,
})

/** The text that begins in a place; '' where a cell from above or from the left reaches over it. */
export const textAt = (sheet: Sheet, row: number, column: number): string => {
  const cell = sheet.grid[row]?.[column]
  return cell && cell.row === row && cell.col === column ? cell.text : ''
}

/** The text that covers a place, wherever its cell begins. */
export const coverAt = (sheet: Sheet, row: number, column: number): string =>
  sheet.grid[row]?.[column]?.text ?? ''

/** A row as one line, for people to recognise it by. */
export const rowText = (sheet: Sheet, at: number): string =>
  (sheet.grid[at] ?? [])
    .flatMap((cell, column) => (cell && cell.row === at && cell.col === column ? [cell.text] : []))
    .filter(Boolean)
    .join(' | ')
    .slice(0, 200)
