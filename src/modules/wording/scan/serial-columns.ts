import type { TableText } from './columns.ts'
import type { Raw } from './scan-text.ts'

// One in eleven serial numbers has a valid check digit; of a list of people hardly one in ten has not.
const fewestInvalid = 4

/**
 * Columns whose numbers look like ID numbers and mostly fail the check digit: numbers of projects or
 * cases, of which some fit by chance.
 */
export function serialColumns(
  text: string,
  table: TableText,
  byRow: readonly (readonly Raw[])[],
): ReadonlySet<number> {
  const fits = new Map<number, number>()
  const fails = new Map<number, number>()
  for (const [row, found] of byRow.entries())
    for (const { kind, start, confidence, because } of found) {
      if (kind !== 'idCard') continue
      const column = columnAt(text, table, row, { start })
      const counts = because === 'checkDigit' || because === 'damaged' ? fails : fits
      if (counts === fails && confidence === 'high') continue
      counts.set(column, (counts.get(column) ?? 0) + 1)
    }
  return new Set(
    [...fails].flatMap(([column, count]) =>
      count >= fewestInvalid && count > 3 * (fits.get(column) ?? 0) ? [column] : [],
    ),
  )
}

/** In which column of its row a finding stands. */
export const columnAt = (
  text: string,
  table: TableText,
  row: number,
  { start }: { start: number },
) => text.slice(table.lines[row]?.start ?? start, start).split('\t').length - 1

export const quieted = (one: Raw): Raw =>
  one.kind === 'idCard' && one.because === undefined ? { ...one, confidence: 'medium' } : one

/** Findings by the line of the table in which they begin. */
export function rowsOf(table: TableText, found: readonly Raw[]): Raw[][] {
  const rows: Raw[][] = table.lines.map(() => [])
  let row = 0
  for (const one of found) {
    while (row < table.lines.length - 1 && one.start > (table.lines[row]?.end ?? 0)) row++
    rows[row]?.push(one)
  }
  return rows
}
