import { settled } from './check/balance.ts'
import {
  type T2Row,
  type T3Column,
  type T3Row,
  type T4Column,
  type T4Group,
  t2Form,
  t2Rows,
  t3Columns,
  t3Leaves,
  t3Rows,
  t4Columns,
  t4Groups,
} from './contract/form.ts'
import type { AnnualReport } from './contract/report.ts'

/** Figures by cell, without the totals: `t3/r1/c1` → 12. A cell that is not there is 0. */
export type Figures = ReadonlyMap<string, number>

export type Tables = Pick<AnnualReport, 't2' | 't3' | 't4'>

const own = t3Columns.slice(0, -1)
const counted = t3Rows.filter((row) => row !== 'r3.7')

/** Cells that hold a figure of their own; totals are sums of these and are never entered. */
export const figureCells: readonly string[] = [
  ...t2Rows.flatMap((row) => t2Form[row].map((column) => `t2/${row}/${column}`)),
  ...counted.flatMap((row) => own.map((column) => `t3/${row}/${column}`)),
  ...t4Groups.flatMap((group) => t4Columns.slice(0, -1).map((column) => `t4/${group}/${column}`)),
]

/** Every figure of several sets added up, cell by cell. */
export const sumOf = (sets: readonly Figures[]): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const set of sets)
    for (const [cell, amount] of set) sums.set(cell, settled((sums.get(cell) ?? 0) + amount))
  return sums
}

/** The tables that stand on some figures: each total is summed here and nowhere else. */
export const tablesOf = (figures: Figures): Tables => {
  const at = (cell: string) => figures.get(cell) ?? 0
  const total = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0)
  const rowOf = (row: T3Row): Record<T3Column, number> => {
    const cells = own.map((column) =>
      row === 'r3.7'
        ? total(t3Leaves.map((leaf) => at(`t3/${leaf}/${column}`)))
        : at(`t3/${row}/${column}`),
    )
    return Object.fromEntries(
      [...cells, total(cells)].map((value, index) => [t3Columns[index] ?? 'c7', value]),
    ) as Record<T3Column, number>
  }
  const outcomesOf = (group: T4Group): Record<T4Column, number> => {
    const cells = t4Columns.slice(0, -1).map((column) => at(`t4/${group}/${column}`))
    return Object.fromEntries(
      [...cells, total(cells)].map((value, index) => [t4Columns[index] ?? 'total', value]),
    ) as Record<T4Column, number>
  }
  return {
    t2: Object.fromEntries(
      t2Rows.map((row) => [
        row,
        Object.fromEntries(t2Form[row].map((column) => [column, at(`t2/${row}/${column}`)])),
      ]),
    ) as Readonly<Record<T2Row, Readonly<Record<string, number>>>>,
    t3: Object.fromEntries(t3Rows.map((row) => [row, rowOf(row)])) as Record<
      T3Row,
      Record<T3Column, number>
    >,
    t4: Object.fromEntries(t4Groups.map((group) => [group, outcomesOf(group)])) as Record<
      T4Group,
      Record<T4Column, number>
    >,
  }
}

/** What stands in a cell of some tables. */
export const cellOf = (tables: Tables, cell: string): number => {
  const [table = '', row = '', column = ''] = cell.split('/')
  const value = (tables as unknown as Record<string, Record<string, Record<string, unknown>>>)[
    table
  ]?.[row]?.[column]
  return typeof value === 'number' ? value : 0
}

/** The figures that tables stand on, back from them. */
export const figuresOf = (tables: Tables): Map<string, number> =>
  new Map(figureCells.map((cell) => [cell, cellOf(tables, cell)]))
