import { t2Form, t2Rows, t3Rows, t4Columns, t4Groups } from './contract/form.ts'
import { cellOf, type Tables } from './figures.ts'

// Where no local rule says otherwise: half as much again, or half of it gone.
export const usualJumpPercent = 50
// From three cases to six is no news.
const leastDifference = 10

export interface Jump {
  readonly cell: string
  readonly before: number
  readonly now: number
}

/** Totals over all requesters, and every figure that stands for itself. */
const watched: readonly string[] = [
  ...t2Rows.flatMap((row) => t2Form[row].map((column) => `t2/${row}/${column}`)),
  ...t3Rows.map((row) => `t3/${row}/c7`),
  ...t4Groups.flatMap((group) => t4Columns.map((column) => `t4/${group}/${column}`)),
]

/** Figures that differ from last year's by more than so many per cent. */
export const jumpsOf = (tables: Tables, previous: Tables, percent: number): Jump[] =>
  watched
    .map((cell) => ({ cell, before: cellOf(previous, cell), now: cellOf(tables, cell) }))
    .filter(({ before, now }) => {
      const difference = Math.abs(now - before)
      return difference >= leastDifference && difference * 100 > before * percent
    })
