import type { z } from 'zod'
import type { Act } from '#platform/act'
import { readCells } from '../cell.ts'
import { type saveRows as contract, mostRows } from '../contract.ts'
import { datasetChanged } from '../facts.ts'
import { maskRow } from '../masking.ts'
import { refuse } from '../refusals.ts'
import type { Cells, Schema } from '../schema.ts'
import { schemaOf } from '../schemas.ts'
import * as rowStore from '../store/rows.ts'
import * as store from '../store.ts'
import { examine, lineOf, mostIssues } from '../table.ts'
import { factOf, findDataset } from './keep-dataset.ts'

export type SaveRows = z.output<typeof contract.input>

/** What was typed, read by the types of the columns; a cell that is wrong stays as it was typed. */
const readRow = (schema: Schema, typed: Cells): Cells => {
  const unknown = Object.keys(typed).find((key) => !schema.columns.some((one) => one.key === key))
  if (unknown !== undefined) throw refuse('unknownColumn', { column: unknown })
  return maskRow(schema, readCells(schema, typed)).cells
}

/**
 * Puts, adds and removes rows of a draft's table. Names are masked before anything is stored; what is
 * wrong is told beside the rows and stands in the way of review, not of saving.
 */
export async function saveRows(
  act: Act,
  input: SaveRows,
): Promise<z.output<typeof contract.output>> {
  const dataset = await findDataset(act, input)
  const schema = schemaOf(dataset.schemaCode)
  const before = await rowStore.allRows(act.tx, dataset.id)
  const outside = [...input.put.map(({ row }) => row), ...input.remove].find(
    (row) => row !== null && row > before.length,
  )
  if (outside !== undefined) throw refuse('unknownRow', { row: outside ?? 0 })

  const put = input.put.map(({ row, cells }) => ({ row, cells: readRow(schema, cells) }))
  const changed = put.flatMap(({ row, cells }) => (row === null ? [] : [{ row, cells }]))
  const added = put.filter(({ row }) => row === null).map(({ cells }) => cells)
  const byRow = new Map(changed.map(({ row, cells }) => [row, cells]))
  const gone = new Set(input.remove)
  const rows = [...before.map((cells, at) => byRow.get(at + 1) ?? cells), ...added].filter(
    (_, at) => !gone.has(at + 1),
  )
  if (rows.length > mostRows) throw refuse('tooManyRows', { most: mostRows })

  if (added.length > 0) await rowStore.addRows(act.tx, dataset.id, added, before.length)
  await rowStore.changeRows(act.tx, dataset.id, changed, input.remove)
  const examined = await examine(act.tx, dataset, rows)
  const saved = await store.saveDataset(act.tx, dataset.id, {
    ...dataset,
    ...examined,
    rowCount: rows.length,
    at: act.at,
    by: act.by.id,
  })
  await act.announce(datasetChanged, {
    ...factOf(saved),
    put: put.length,
    removed: input.remove.length,
    rows: saved.rowCount,
    errors: saved.errors,
  })
  return { dataset: lineOf(saved), issues: examined.issues.slice(0, mostIssues) }
}
