import type { Sheet } from '#catalogue'
import { t2Form, t2Rows, t3Columns, t3Rows, t4Columns, t4Groups } from '../contract/form.ts'
import type { T2, T3, T4 } from '../contract/report.ts'
import { refuse } from '../refusals.ts'
import { readDisclosedTable, readOutcomesTable } from './other-tables.ts'
import { Reading, type Unread } from './reading.ts'
import { readRequestsTable } from './requests-table.ts'
import { readTexts, type Told } from './texts.ts'

/** A report of an earlier year as its file tells it; nothing guessed, nothing summed. */
export interface OldReport extends Told {
  readonly t2: T2
  readonly t3: T3
  readonly t4: T4
  /** Cells that stood blank or struck through, taken for 0. */
  readonly blanks: readonly string[]
  readonly unread: readonly Unread[]
}

const rowsFrom = (
  figures: ReadonlyMap<string, number>,
  table: string,
  rows: readonly string[],
  columnsOf: (row: string) => readonly string[],
): Record<string, Record<string, number | null>> =>
  Object.fromEntries(
    rows.map((row) => [
      row,
      Object.fromEntries(
        columnsOf(row).map((column) => [column, figures.get(`${table}/${row}/${column}`) ?? null]),
      ),
    ]),
  )

/** Reads the three tables and the told parts out of the tables and lines of a file. */
export const readOldTables = (sheets: readonly Sheet[]): OldReport => {
  const reading = new Reading()
  const shown = sheets.filter((sheet) => !sheet.hidden)
  const found = [
    { part: '2', isThere: readDisclosedTable(shown, reading) },
    { part: '3', isThere: readRequestsTable(shown, reading) },
    { part: '4', isThere: readOutcomesTable(shown, reading) },
  ]
  if (found.every(({ isThere }) => !isThere)) throw refuse('noReportTables')
  for (const { part } of found.filter(({ isThere }) => !isThere)) reading.miss('tableMissing', part)
  const { figures } = reading
  return {
    ...readTexts(shown),
    t2: rowsFrom(figures, 't2', t2Rows, (row) => t2Form[row as keyof typeof t2Form]) as T2,
    t3: rowsFrom(figures, 't3', t3Rows, () => t3Columns) as T3,
    t4: rowsFrom(figures, 't4', t4Groups, () => t4Columns) as T4,
    blanks: reading.blanks,
    unread: reading.unread,
  }
}
