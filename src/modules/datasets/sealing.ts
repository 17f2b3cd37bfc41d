import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Db } from '#platform/database'
import { csvPieces } from './csv.ts'
import type { Cells } from './schema.ts'
import { schemaOf } from './schemas.ts'
import { rowPieces } from './store/rows.ts'
import { type Dataset, fileColumnsBy, tablesOfEditions } from './store.ts'
import { summaryOf } from './summary.ts'

/** What the public chain commits to of a table. */
export interface SealedTable {
  readonly kind: string
  readonly year: number
  readonly title: string
  /** SHA-256 of its CSV file as readers download it. */
  readonly csv: string
}

/** The pieces as they are, each shown to `look` on its way. */
async function* watched(
  pieces: AsyncIterable<readonly Cells[]>,
  look: (rows: readonly Cells[]) => void,
): AsyncGenerator<readonly Cells[]> {
  for await (const rows of pieces) {
    look(rows)
    yield rows
  }
}

const sealedTable = async (
  db: Db,
  table: Dataset,
  look: (rows: readonly Cells[]) => void = () => {},
): Promise<SealedTable> => {
  const hash = createHash('sha256')
  // Piece by piece, so that others are answered in between: 20,000 rows never stand in memory as one text.
  const pieces = watched(rowPieces(db, table.id), look)
  for await (const piece of csvPieces(fileColumnsBy(table), pieces)) hash.update(piece)
  return {
    kind: table.schemaCode,
    year: table.year,
    title: table.title,
    csv: hash.digest('hex'),
  }
}

/** The tables of an edition as they go before the public, in their order. */
export async function tablesToSeal(db: Db, editionId: number): Promise<SealedTable[]> {
  const sealed: SealedTable[] = []
  for (const table of await tablesOfEditions(db, [editionId]))
    sealed.push(await sealedTable(db, table))
  return sealed
}

/** A table as it stands in the database. */
export interface StandingTable extends SealedTable {
  readonly editionId: number
  /** Its count, totals and chart, kept beside the rows, are those of the rows. */
  readonly addsUp: boolean
}

/** The tables of these editions as they stand, to be compared with what was sealed. */
export async function* standingTables(
  db: Db,
  editionIds: readonly number[],
): AsyncGenerator<StandingTable> {
  for (const table of await tablesOfEditions(db, editionIds)) {
    const all: Cells[] = []
    const sealed = await sealedTable(db, table, (rows) => {
      for (const cells of rows) all.push(cells)
    })
    const added = JSON.parse(JSON.stringify(summaryOf(schemaOf(table.schemaCode), all)))
    const addsUp = all.length === table.rowCount && isDeepStrictEqual(added, table.summary)
    yield { ...sealed, editionId: table.editionId, addsUp }
  }
}
