import { type CatalogueFile, readTables } from '#catalogue'
import { mostRows } from './contract.ts'
import { maskRow } from './masking.ts'
import { type ReadTable, readTable } from './reading.ts'
import { refuse } from './refusals.ts'
import type { Cells } from './schema.ts'
import { schemaOf } from './schemas.ts'

/** A file as it may be kept: names masked, numbers of persons hidden, the rest read by its columns. */
export interface MaskedTable extends Omit<ReadTable, 'rows'> {
  readonly rows: readonly Cells[]
  /** Cells in which a number was hidden, beside the names that the schema masks. */
  readonly hidden: number
}

/** Reads a file into the rows of a schema and masks them: what goes on from here holds no original. */
export const readTableFile = (schemaCode: string, file: CatalogueFile): MaskedTable => {
  const schema = schemaOf(schemaCode)
  const read = readTable(schema, readTables(file))
  if (read.rows.length === 0) throw refuse('noTable')
  if (read.rows.length > mostRows) throw refuse('tooManyRows', { most: mostRows })
  const kept = read.rows.map((cells) => maskRow(schema, cells))
  return {
    ...read,
    rows: kept.map(({ cells }) => cells),
    hidden: kept.reduce((sum, { hidden }) => sum + hidden, 0),
  }
}
