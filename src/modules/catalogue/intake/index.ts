import type { Sheet } from './grid.ts'
import { type CellBudget, cellBudget } from './grid.ts'
import { type FoundTable, Interpreter } from './interpret.ts'
import type { Draft } from './layout/rows.ts'
import { limits } from './limits.ts'
import { lintRecords } from './lint.ts'
import type { ParsedCatalogue, ParsedRow, ParsedTable } from './parsed.ts'
import { megabytes, openArchive } from './readers/archive.ts'
import { readCsv } from './readers/csv.ts'
import { readDocx } from './readers/docx.ts'
import { decodeText } from './readers/encoding.ts'
import { readHtml } from './readers/html.ts'
import { type CellReading, readXls, readXlsx } from './readers/workbook.ts'
import { recordOf } from './records.ts'
import { refuse } from './refusals.ts'
import { kindOfFile } from './sniff.ts'
import { Warnings } from './warnings.ts'

export type { Sheet } from './grid.ts'
export type { ParsedCatalogue } from './parsed.ts'

export interface CatalogueFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Reads a catalogue file as offices publish it (xlsx, xls, docx, html, csv) into records and
 * warnings. Throws a refusal for a file that cannot be read or holds no catalogue. Keeps no state,
 * so that it can run in a worker thread, where foreign files belong.
 */
export async function parseCatalogue(file: CatalogueFile): Promise<ParsedCatalogue> {
  if (file.bytes.length === 0) throw refuse('fileEmpty')
  if (file.bytes.length > limits.bytes)
    throw refuse('fileTooLarge', { megabytes: megabytes(limits.bytes) })
  const warnings = new Warnings()
  const spend = cellBudget()
  const sheets = readSheets(file, spend, 'shown')
  const { drafts, tables } = new Interpreter(file.name, warnings, spend).read(sheets)
  if (tables.length === 0) throw refuse('notACatalogue')
  const rows = drafts.map((draft, i) => recordOf(draft, i + 1, warnings))
  const perTable = tables.map((table, i) =>
    describe(
      table,
      rows.filter((_, at) => drafts[at]?.table === i),
    ),
  )
  for (const [i, table] of tables.entries())
    warnOfTable(table, perTable[i] as ParsedTable, warnings)
  lintRecords(
    rows.map((row, i) => ({ row, draft: drafts[i] as Draft })),
    warnings,
  )
  return { rows, fields: countFields(rows), tables: perTable, warnings: warnings.list }
}

/**
 * The tables of a file as they were drawn, with the exact values of their cells: for modules that read
 * other tables than catalogues. Bounded and refused as a catalogue is.
 */
export function readTables(file: CatalogueFile): Sheet[] {
  if (file.bytes.length === 0) throw refuse('fileEmpty')
  if (file.bytes.length > limits.bytes)
    throw refuse('fileTooLarge', { megabytes: megabytes(limits.bytes) })
  return readSheets(file, cellBudget(), 'exact')
}

function readSheets(file: CatalogueFile, spend: CellBudget, reading: CellReading): Sheet[] {
  switch (kindOfFile(file)) {
    case 'xlsx':
      return readXlsx(openArchive(file.bytes), spend, reading)
    case 'docx':
      return readDocx(openArchive(file.bytes), spend)
    case 'xls':
      return readXls(file.bytes, spend, reading)
    case 'html':
      return readHtml(decodeText(file.bytes), spend)
    case 'csv':
      return readCsv(decodeText(file.bytes), spend)
  }
}

function describe(table: FoundTable, rows: readonly ParsedRow[]): ParsedTable {
  const { columns } = table.layout
  return {
    sheet: table.sheet,
    field: rows[0]?.field ?? table.field,
    rows: rows.length,
    levelColumns: columns
      .filter((column) => column.role === 'level')
      .map((column) => ({ header: column.name, levels: column.levels })),
    extraColumns: [
      ...new Set(
        columns.flatMap((column) =>
          column.role === 'extra'
            ? [column.name]
            : column.role === 'extraTick'
              ? [column.group]
              : [],
        ),
      ),
    ],
    ...(table.policy ? { channelPolicy: table.policy } : {}),
  }
}

function warnOfTable(table: FoundTable, read: ParsedTable, warnings: Warnings): void {
  const place = table.sheet ? { sheet: table.sheet } : {}
  const has = (...roles: string[]) =>
    table.layout.columns.some((column) => roles.includes(column.role))
  const name = read.field ?? table.sheet
  if (read.rows === 0) warnings.add('noRecords', { field: name }, place)
  if (!has('mode', 'proactive', 'onRequest')) warnings.add('noModeColumn', { field: name }, place)
  if (!has('levels', 'level')) warnings.add('noLevelColumn', { field: name }, place)
  if (table.layout.doubtfulCity) warnings.add('cityLevelDoubtful', { field: name }, place)
  if (table.layout.mergesLost) warnings.add('mergesLost', { field: name }, place)
}

function countFields(rows: readonly ParsedRow[]): { field: string | null; rows: number }[] {
  const counts = new Map<string | null, number>()
  for (const row of rows) counts.set(row.field, (counts.get(row.field) ?? 0) + 1)
  return [...counts].map(([field, count]) => ({ field, rows: count }))
}
