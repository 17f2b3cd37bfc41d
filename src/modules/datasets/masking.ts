import { type Finding, maskName, maskValue, scanText } from '#wording'
import { plain } from './cell.ts'
import type { Cells, Schema, TableColumn } from './schema.ts'

/** Whether a column's cell must be masked in this row. */
const isPrivate = (column: TableColumn, cells: Cells): boolean =>
  column.privacy === 'name' &&
  (column.privateWhen === undefined || cells[column.privateWhen.column] === column.privateWhen.is)

// What offices have masked already, with a sign of either width or 王某某, stays as it is.
const isMasked = (name: string): boolean => /[*＊某]/.test(name)

// Numbers that tell who somebody is; a number of seven digits or more stands in each.
const numbers: readonly Finding['kind'][] = ['idCard', 'bankCard', 'phone', 'passport']
const longNumber = /\d[\d\s-]{5,}/

/** ID, bank, passport and telephone numbers that stand where words should: hidden in the middle. */
const hideNumbers = (text: string): string => {
  if (!longNumber.test(plain(text))) return text
  return scanText(text)
    .filter(({ kind, confidence }) => numbers.includes(kind) && confidence !== 'low')
    .sort((one, other) => other.start - one.start)
    .reduce(
      (so, { kind, start, end }) =>
        so.slice(0, start) + maskValue(kind, so.slice(start, end)) + so.slice(end),
      text,
    )
}

export interface MaskedRow {
  readonly cells: Cells
  /** Cells in which a number was hidden, beside the names that the schema masks. */
  readonly hidden: number
}

/**
 * What may be kept of a row: names masked as the schema declares, numbers that tell who somebody is
 * hidden wherever they stand. The originals are not kept, so no way out can tell them.
 */
export const maskRow = (schema: Schema, cells: Cells): MaskedRow => {
  let hidden = 0
  const kept = Object.entries(cells).map(([key, cell]) => {
    const column = schema.columns.find((one) => one.key === key)
    if (column && isPrivate(column, cells))
      return [key, isMasked(cell) ? cell.replaceAll('＊', '*') : maskName(cell)]
    // Only words can hide a number; codes and telephones of offices are public by duty.
    const words = column?.type === 'text' || column?.type === 'region'
    const shown = words ? hideNumbers(cell) : cell
    if (shown !== cell) hidden++
    return [key, shown]
  })
  return { cells: Object.fromEntries(kept), hidden }
}
