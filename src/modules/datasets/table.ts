import type { z } from 'zod'
import type { Db } from '#platform/database'
import type { datasetShape } from './contract.ts'
import type { Cells, Schema } from './schema.ts'
import { schemaOf } from './schemas.ts'
import { amountsBefore, type Dataset, knownPlaces } from './store.ts'
import { type Summary, summaryOf } from './summary.ts'
import { type CellIssue, validateTable } from './validate.ts'

/** What may be told of everything wrong at once: beyond this nobody reads on. */
export const mostIssues = 500

export const lineOf = (dataset: Dataset): z.output<typeof datasetShape> => ({
  id: dataset.id,
  editionId: dataset.editionId,
  documentId: dataset.documentId,
  schemaCode: dataset.schemaCode,
  year: dataset.year,
  title: dataset.title,
  rows: dataset.rowCount,
  errors: dataset.errors,
  warnings: dataset.warnings,
  version: dataset.version,
  totals: dataset.summary.totals,
  stated: { ...dataset.stated },
})

export interface Examined {
  readonly issues: readonly CellIssue[]
  readonly errors: number
  readonly warnings: number
  readonly summary: Summary
}

/** Looks through a whole table: cells, relations, what was published before. */
export async function examine(
  db: Db,
  about: Pick<Dataset, 'schemaCode' | 'year' | 'organizationId'> & { readonly stated: Cells },
  rows: readonly Cells[],
): Promise<Examined> {
  const schema = schemaOf(about.schemaCode)
  const summary = summaryOf(schema, rows)
  const totals = Object.fromEntries(
    Object.entries(summary.totals).map(([key, total]) => [key, String(total)]),
  )
  const issues = validateTable(schema, rows, {
    stated: about.stated,
    totals,
    previous: await previousOf(db, schema, about),
    places: await placesOf(db, schema, rows),
  })
  const errors = issues.filter(({ level }) => level === 'error').length
  return { issues, errors, warnings: issues.length - errors, summary }
}

async function previousOf(
  db: Db,
  schema: Schema,
  { year, organizationId }: Pick<Dataset, 'year' | 'organizationId'>,
): Promise<ReadonlyMap<number, ReadonlyMap<string, number>>> {
  const known = new Map<number, ReadonlyMap<string, number>>()
  for (const [number, check] of schema.checks.entries()) {
    if (check.kind !== 'previous') continue
    const amounts = await amountsBefore(db, {
      schemaCode: check.inSet,
      organizationId,
      year: check.sameYear ? year : year - 1,
      by: check.by,
      amount: check.equals,
    })
    if (amounts) known.set(number, amounts)
  }
  return known
}

const placesOf = (
  db: Db,
  schema: Schema,
  rows: readonly Cells[],
): Promise<ReadonlySet<string> | null> => {
  const keys = schema.columns.filter(({ type }) => type === 'region').map(({ key }) => key)
  const names = [...new Set(rows.flatMap((cells) => keys.map((key) => cells[key] ?? '')))]
  return names.some(Boolean) ? knownPlaces(db, names.filter(Boolean)) : Promise.resolve(null)
}
