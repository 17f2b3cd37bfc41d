import { writeXlsx } from 'hucre'
import { asText, plainNumber } from '#platform/csv'
import { type Cells, headingOf, isNumeric, type Schema } from './schema.ts'
import { schemaOf } from './schemas.ts'

/** A table as the thread is given it. */
export interface SheetToWrite {
  readonly schemaCode: string
  readonly title: string
  /** Its rows as one JSON text: 20,000 objects would be copied one by one. */
  readonly rows: string
}

/** Excel takes neither these signs nor more than 31 letters, and no two sheets of one name. */
const sheetName = (title: string, schema: Schema, at: number): string =>
  `${at + 1} ${(title || schema.name.zh).replace(/[\\/*?:[\]'“”]/g, '')}`.slice(0, 31)

/** Tables as a workbook, a sheet each; figures as figures. */
export const writeWorkbook = (tables: readonly SheetToWrite[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: tables.map(({ schemaCode, title, rows }, at) => {
      const schema = schemaOf(schemaCode)
      const cellOf = (cells: Cells, column: Schema['columns'][number]): string | number => {
        const cell = cells[column.key] ?? ''
        return isNumeric(column) && plainNumber.test(cell) ? Number(cell) : asText(cell)
      }
      return {
        name: sheetName(title, schema, at),
        rows: [
          schema.columns.map((column) => headingOf(column)),
          ...(JSON.parse(rows) as Cells[]).map((cells) =>
            schema.columns.map((column) => cellOf(cells, column)),
          ),
        ],
      }
    }),
  })
