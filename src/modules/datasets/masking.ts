import type { Cells, Schema, TableColumn } from './schema.ts'

/**
 * A name as public lists show it: the middle is masked, of two characters the second (民政 and 惠农
 * lists usually show 张*三, 李*). Already masked names stay as they are.
 */
export const maskName = (name: string): string => {
  const letters = [...name.trim()]
  if (letters.length < 2 || name.includes('*') || name.includes('＊') || name.includes('某'))
    return name.trim().replaceAll('＊', '*')
  if (letters.length === 2) return `${letters[0]}*`
  return `${letters[0]}${'*'.repeat(letters.length - 2)}${letters.at(-1)}`
}

/** Whether a column's cell must be masked in this row. */
const isPrivate = (column: TableColumn, cells: Cells): boolean =>
  column.privacy === 'name' &&
  (column.privateWhen === undefined || cells[column.privateWhen.column] === column.privateWhen.is)

/**
 * What may be kept of a row: names masked as the schema declares. The full name is not kept, so no way
 * out can tell it.
 */
export const maskRow = (schema: Schema, cells: Cells): Cells => {
  let masked = cells
  for (const column of schema.columns) {
    const cell = cells[column.key]
    if (cell && isPrivate(column, cells)) masked = { ...masked, [column.key]: maskName(cell) }
  }
  return masked
}
