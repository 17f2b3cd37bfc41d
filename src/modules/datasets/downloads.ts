import { writeXlsx } from 'hucre'
import type { Reader } from '#documents'
import type { Db } from '#platform/database'
import { asText, csvPieces, plainNumber } from './csv.ts'
import { type Cells, headingOf, isNumeric, type Schema } from './schema.ts'
import { schemaOf } from './schemas.ts'
import { allRows, type Dataset, fileColumnsBy, liveTables, rowPieces } from './store.ts'

/** A file of the tables of a live document. */
export interface DataFile {
  readonly body: string | Buffer
  readonly mediaType: string
}

interface WholeTable {
  readonly table: Dataset & { readonly documentTitle: string }
  readonly schema: Schema
  readonly rows: readonly Cells[]
}

const wholeOf = async (db: Db, table: WholeTable['table']): Promise<WholeTable> => ({
  table,
  schema: schemaOf(table.schemaCode),
  rows: await allRows(db, table.id),
})

const tablesFor = async (db: Db, documentId: number, reader: Reader): Promise<WholeTable[]> =>
  Promise.all((await liveTables(db, documentId, reader)).map((table) => wholeOf(db, table)))

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

/** Excel takes neither these signs nor more than 31 letters, and no two sheets of one name. */
const sheetName = ({ table, schema }: WholeTable, at: number): string =>
  `${at + 1} ${(table.title || schema.name.zh).replace(/[\\/*?:[\]'“”]/g, '')}`.slice(0, 31)

/** All tables of a document as a workbook, a sheet each; figures as figures. */
export const xlsxOf = async (
  db: Db,
  documentId: number,
  reader: Reader,
): Promise<DataFile | null> => {
  const all = await tablesFor(db, documentId, reader)
  if (all.length === 0) return null
  const sheets = all.map((whole, at) => ({
    name: sheetName(whole, at),
    rows: [
      whole.schema.columns.map((column) => headingOf(column)),
      ...whole.rows.map((cells) =>
        whole.schema.columns.map((column) => {
          const cell = cells[column.key] ?? ''
          return isNumeric(column) && plainNumber.test(cell) ? Number(cell) : asText(cell)
        }),
      ),
    ],
  }))
  return {
    body: Buffer.from(await writeXlsx({ sheets })),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  }
}

/** All tables of a document for machines. */
export const jsonOf = async (
  db: Db,
  documentId: number,
  reader: Reader,
): Promise<DataFile | null> => {
  const all = await tablesFor(db, documentId, reader)
  if (all.length === 0) return null
  const body = JSON.stringify({
    document: documentId,
    title: all[0]?.table.documentTitle,
    tables: all.map(({ table, schema, rows }) => ({
      kind: schema.code,
      name: table.title || schema.name.zh,
      year: table.year,
      basis: schema.basis,
      columns: schema.columns.map(({ key, name, type, unit }) => ({ key, name, type, unit })),
      rows: rows.map((cells) =>
        Object.fromEntries(
          schema.columns.flatMap((column) => {
            const cell = cells[column.key]
            if (cell === undefined) return []
            return [[column.key, isNumeric(column) && plainNumber.test(cell) ? Number(cell) : cell]]
          }),
        ),
      ),
      totals: table.summary.totals,
    })),
  })
  return { body, mediaType: 'application/json; charset=utf-8' }
}
