import type { z } from 'zod'
import { draftToChange, type EditionFact } from '#documents'
import type { Act } from '#platform/act'
import type {
  changeDataset as changeContract,
  createDataset as createContract,
  datasetShape,
  removeDataset as removeContract,
} from '../contract.ts'
import { datasetChanged, datasetCreated, datasetRemoved } from '../facts.ts'
import { refuse } from '../refusals.ts'
import { schemaOf } from '../schemas.ts'
import * as rowStore from '../store/rows.ts'
import * as store from '../store.ts'
import { examine, lineOf } from '../table.ts'

type Line = z.output<typeof datasetShape>

// A department's budget has nine official tables, a government's some thirty.
const mostTables = 40

export const factOf = (
  dataset: store.Dataset,
): EditionFact & {
  datasetId: number
  schemaCode: string
  year: number
} => ({
  subject: `document/${dataset.documentId}`,
  organizationId: dataset.organizationId,
  documentId: dataset.documentId,
  editionId: dataset.editionId,
  datasetId: dataset.id,
  schemaCode: dataset.schemaCode,
  year: dataset.year,
})

/** Begins a table on a draft. */
export async function createDataset(
  act: Act,
  input: z.output<typeof createContract.input>,
): Promise<Line> {
  const edition = await draftToChange(act, input.id)
  const schema = schemaOf(input.schemaCode)
  const known = await store.datasetsOf(act.tx, edition.id)
  if (known.length >= mostTables) throw refuse('tooManyTables', { most: mostTables })
  const made = await store.addDataset(act.tx, {
    editionId: edition.id,
    documentId: edition.document.id,
    organizationId: edition.document.owner.id,
    schemaCode: schema.code,
    year: input.year,
    title: input.title.trim(),
    at: act.at,
    by: act.by.id,
  })
  await act.announce(datasetCreated, factOf(made))
  return lineOf(made)
}

/** The table that a command is about, its draft locked; saved meanwhile by someone else is refused. */
export async function findDataset(
  act: Act,
  input: { readonly id: number; readonly version: number },
): Promise<store.Dataset> {
  const asked = await store.datasetById(act.tx, input.id)
  await draftToChange(act, asked.editionId)
  // Read again: only now is nobody else at it.
  const dataset = await store.datasetById(act.tx, input.id)
  if (dataset.version !== input.version)
    throw refuse('changedMeanwhile', { details: { version: dataset.version } })
  return dataset
}

/** Changes what is said of a table as a whole. */
export async function changeDataset(
  act: Act,
  input: z.output<typeof changeContract.input>,
): Promise<Line> {
  const dataset = await findDataset(act, input)
  const changed = {
    ...dataset,
    year: input.year ?? dataset.year,
    title: input.title?.trim() ?? dataset.title,
    stated: input.forgetStated ? {} : dataset.stated,
  }
  const examined = await examine(act.tx, changed, await rowStore.allRows(act.tx, dataset.id))
  const saved = await store.saveDataset(act.tx, dataset.id, {
    ...changed,
    ...examined,
    at: act.at,
    by: act.by.id,
  })
  await act.announce(datasetChanged, {
    ...factOf(saved),
    put: 0,
    removed: 0,
    rows: saved.rowCount,
    errors: saved.errors,
  })
  return lineOf(saved)
}

/** Takes a table off a draft; editions that have it too keep theirs. */
export async function removeDataset(
  act: Act,
  input: z.output<typeof removeContract.input>,
): Promise<{ removed: boolean }> {
  const dataset = await findDataset(act, input)
  await store.dropDataset(act.tx, dataset.id)
  await act.announce(datasetRemoved, { ...factOf(dataset), rows: dataset.rowCount })
  return { removed: true }
}
