import type { Reader } from '#documents'
import { plainNumber } from '#platform/csv'
import type { Db } from '#platform/database'
import { csvPieces } from './csv.ts'
import { type Cells, isNumeric, type Schema } from './schema.ts'
import { schemaOf } from './schemas.ts'
import { rowPieces, rowsAsText } from './store/rows.ts'
import { fileColumnsBy, liveTables } from './store.ts'
import type { SheetToWrite } from './workbook.ts'
import { writeInThread } from './write-in-thread.ts'

/** A file of the tables of a live document. */
export interface DataFile {
  readonly body: string | Buffer
  readonly mediaType: string
}

/** One table as CSV; the first where none is named. The public chain holds the hash of these bytes. */
export const csvOf = async (
  db: Db,
  documentId: number,
  place: number,
  reader: Reader,
): Promise<DataFile | null> => {
  const table = (await liveTables(db, documentId, reader))[place - 1]
  if (!table) return null
  let body = ''
  for await (const piece of csvPieces(fileColumnsBy(table), rowPieces(db, table.id))) body += piece
  return { body, mediaType: 'text/csv; charset=utf-8' }
}

/** All tables of a document as a workbook, a sheet each. */
export const xlsxOf = async (
  db: Db,
  documentId: number,
  reader: Reader,
): Promise<DataFile | null> => {
  const tables = await liveTables(db, documentId, reader)
  if (tables.length === 0) return null
  const sheets: SheetToWrite[] = []
  for (const { id, schemaCode, title } of tables)
    sheets.push({ schemaCode, title, rows: await rowsAsText(db, id) })
  return {
    body: Buffer.from(await writeInThread(sheets)),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }
}

const rowForMachines = (schema: Schema, cells: Cells): object =>
  Object.fromEntries(
    schema.columns.flatMap((column) => {
      const cell = cells[column.key]
      if (cell === undefined) return []
      return [[column.key, isNumeric(column) && plainNumber.test(cell) ? Number(cell) : cell]]
    }),
  )

/** All tables of a document for machines. */
export const jsonOf = async (
  db: Db,
  documentId: number,
  reader: Reader,
): Promise<DataFile | null> => {
  const tables = await liveTables(db, documentId, reader)
  const [first] = tables
  if (!first) return null
  const written: object[] = []
  for (const table of tables) {
    const schema = schemaOf(table.schemaCode)
    const rows: object[] = []
    for await (const piece of rowPieces(db, table.id))
      for (const cells of piece) rows.push(rowForMachines(schema, cells))
    written.push({
      kind: schema.code,
      name: table.title || schema.name.zh,
      year: table.year,
      basis: schema.basis,
      columns: schema.columns.map(({ key, name, type, unit }) => ({ key, name, type, unit })),
      rows,
      totals: table.summary.totals,
    })
  }
  const body = JSON.stringify({ document: documentId, title: first.documentTitle, tables: written })
  return { body, mediaType: 'application/json; charset=utf-8' }
}
