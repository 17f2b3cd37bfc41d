import type { z } from 'zod'
import type { CatalogueFile } from '#catalogue'
import type { Act } from '#platform/act'
import { type importRows as contract, mostRows } from '../contract.ts'
import { datasetImported } from '../facts.ts'
import type { MaskedTable } from '../read-file.ts'
import { refuse } from '../refusals.ts'
import type { Cells } from '../schema.ts'
import * as rowStore from '../store/rows.ts'
import * as store from '../store.ts'
import { examine, lineOf, mostIssues } from '../table.ts'
import { factOf, findDataset } from './keep-dataset.ts'

export type ImportRows = z.output<typeof contract.input> & {
  readonly file: Pick<CatalogueFile, 'name'>
  /** Its table, read outside the transaction (`readInThread`): foreign files take their time. */
  readonly read: MaskedTable
}
export type Imported = z.output<typeof contract.output>

// Enough to see that headings fit; a person then looks at the whole in the grid.
const sampleRows = 20

/**
 * Reads a file into a table. Without `apply` it only tells what would become of it: which heading is
 * which column, what is dropped because nobody may publish it, what is wrong in which row.
 */
export async function importRows(act: Act, input: ImportRows): Promise<Imported> {
  const dataset = await findDataset(act, input)
  const { read } = input
  const before = input.mode === 'append' ? await rowStore.allRows(act.tx, dataset.id) : []
  const rows: readonly Cells[] = [...before, ...read.rows]
  if (rows.length > mostRows) throw refuse('tooManyRows', { most: mostRows })

  const stated = input.mode === 'append' ? {} : read.stated
  const examined = await examine(act.tx, { ...dataset, stated }, rows)
  const look = {
    sheet: read.sheet,
    headings: read.headings.map((one) => ({ ...one })),
    missing: [...read.missing],
    rows: read.rows.length,
    leftOut: read.leftOut,
    masked: read.hidden,
    sample: read.rows.slice(0, sampleRows).map((cells) => ({ ...cells })),
    errors: examined.errors,
    warnings: examined.warnings,
    issues: examined.issues.slice(0, mostIssues),
  }
  if (input.apply !== 'true') return { dataset: lineOf(dataset), applied: false, ...look }

  if (input.mode === 'replace') await rowStore.clearRows(act.tx, dataset.id)
  await rowStore.addRows(act.tx, dataset.id, read.rows, before.length, examined.issues)
  const saved = await store.saveDataset(act.tx, dataset.id, {
    ...dataset,
    ...examined,
    stated,
    rowCount: rows.length,
    at: act.at,
    by: act.by.id,
  })
  await act.announce(datasetImported, {
    ...factOf(saved),
    from: input.file.name,
    mode: input.mode,
    rows: saved.rowCount,
    errors: saved.errors,
    dropped: read.headings.filter(({ to }) => to === 'never').map(({ heading }) => heading),
  })
  return { dataset: lineOf(saved), applied: true, ...look }
}
