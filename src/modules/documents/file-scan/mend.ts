import { csvRows, decodePlain } from '#platform/file-parts/plain'
import type { ColumnToMask } from '#wording'
import { type MaskStyle, maskValue } from '#wording/contract'
import { extensionOf } from '../intake/allowed-files.ts'
import { openPackage } from './package.ts'
import { changeWordCells, removeHiddenOfWord } from './word-file.ts'
import {
  changeCells,
  pruneSharedStrings,
  removeHiddenOfWorkbook,
  workbookSheets,
} from './workbook.ts'

/** The masked copy of a table file; null for kinds that cannot be changed without their own program. */
export function columnsMasked(
  name: string,
  bytes: Uint8Array,
  columns: readonly ColumnToMask[],
  style: MaskStyle,
): Uint8Array | null {
  /** What stands in a cell once masked; null where the cell stays as it is. */
  const masked = (where: string, row: number, column: number, text: string): string | null => {
    const said = columns.filter((one) => one.where === where && one.column === column)
    const chosen = said.find((one) => row > one.headerRow)
    return chosen ? maskValue(chosen.kind, text.trim(), style) : null
  }
  const extension = extensionOf(name)
  if (extension === 'csv') {
    const text = decodePlain(bytes)?.replace(/^\ufeff/, '')
    if (text === undefined) return null
    const rows = csvRows(text).map((cells, row) =>
      cells.map((cell, column) => masked('body', row, column, cell) ?? cell),
    )
    return csvBytes(rows)
  }
  if (extension === 'xlsx') {
    const file = openPackage(name, bytes)
    for (const sheet of workbookSheets(file)) {
      const where = `${sheet.hidden ? 'hiddenSheet' : 'sheet'}:${sheet.name}`
      if (columns.some((one) => one.where === where))
        changeCells(file, sheet.path, ({ row, column, text }) => masked(where, row, column, text))
    }
    pruneSharedStrings(file)
    return file.bytes()
  }
  if (extension === 'docx') {
    const file = openPackage(name, bytes)
    changeWordCells(file, (table, { row, column, text }) =>
      masked(`body/table:${table}`, row, column, text),
    )
    return file.bytes()
  }
  return null
}

// With a mark, so that Excel on Windows reads it as what it is.
const csvBytes = (rows: readonly (readonly string[])[]): Uint8Array =>
  Buffer.from(`\ufeff${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`)

const csvCell = (cell: string): string =>
  /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

const emptyProperties =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'

/** A copy without what a reader does not see; null for kinds that cannot be changed here. */
export function hiddenRemoved(name: string, bytes: Uint8Array): Uint8Array | null {
  const extension = extensionOf(name)
  if (!['xlsx', 'docx', 'pptx'].includes(extension)) return null
  const file = openPackage(name, bytes)
  if (extension === 'xlsx') removeHiddenOfWorkbook(file)
  else if (extension === 'docx') removeHiddenOfWord(file)
  else file.drop((path) => /^ppt\/(?:comments|commentAuthors|embeddings)/i.test(path))
  file.drop((path) => /^(?:customXml\/|docProps\/(?:app|custom|thumbnail))/i.test(path))
  if (file.parts.has('docProps/core.xml')) file.put('docProps/core.xml', emptyProperties)
  return file.bytes()
}
