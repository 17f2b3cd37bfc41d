import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { id, version } from '#platform/shapes'
import { schema } from './schema.ts'

export { headingOf, isNumeric, type Schema, type TableColumn } from './schema.ts'

const year = z.coerce.number().int().min(1900).max(2200)
const cells = z.record(z.string().max(40), z.string().max(4_000))

// A county's subsidies of one item in one year: some 15,000 households.
export const mostRows = 20_000
// What a person pastes or types before it is saved.
const mostChanged = 5_000

export const listSchemas = endpoint({
  method: 'GET',
  path: '/api/datasets/schemas',
  summary: 'The tables that must be published, with what demands them and what they hold',
  input: z.object({}),
  output: z.array(schema),
})

export const datasetShape = z.object({
  id: z.number(),
  editionId: z.number(),
  documentId: z.number(),
  schemaCode: z.string(),
  year: z.number(),
  title: z.string(),
  rows: z.number(),
  errors: z.number(),
  warnings: z.number(),
  version: z.number(),
  totals: z.record(z.string(), z.number()),
  stated: z.record(z.string(), z.string()),
})
export type DatasetLine = z.infer<typeof datasetShape>

export const listDatasets = endpoint({
  method: 'GET',
  path: '/api/editions/:id/datasets',
  summary: 'The tables of an edition, and which would suit it',
  input: z.object({ id }),
  output: z.object({
    title: z.string(),
    documentId: z.number(),
    mayChange: z.boolean(),
    datasets: z.array(datasetShape),
    /** Codes of schemas for which title or matters speak, best first. */
    suggested: z.array(z.string()),
    /** The year that the text seems to be about. */
    year: z.number(),
  }),
})

export const createDataset = endpoint({
  method: 'POST',
  path: '/api/editions/:id/datasets',
  summary: 'Begins a table on a draft',
  input: z.object({
    id,
    schemaCode: z.string().max(60),
    year,
    title: z.string().max(100).default(''),
  }),
  output: datasetShape,
})

export const changeDataset = endpoint({
  method: 'PUT',
  path: '/api/datasets/:id',
  summary: 'Changes year or title, or takes back the totals that a file stated',
  input: z.object({
    id,
    version,
    year: year.optional(),
    title: z.string().max(100).optional(),
    forgetStated: z.boolean().optional(),
  }),
  output: datasetShape,
})

export const removeDataset = endpoint({
  method: 'DELETE',
  path: '/api/datasets/:id',
  summary: 'Takes a table off a draft',
  input: z.object({ id, version }),
  output: z.object({ removed: z.boolean() }),
})

export const cellIssue = z.object({
  row: z.number().nullable(),
  column: z.string().nullable(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  level: z.enum(['error', 'warning']),
})
export type CellIssue = z.infer<typeof cellIssue>

export const datasetRows = endpoint({
  method: 'GET',
  path: '/api/datasets/:id/rows',
  summary: 'Rows of a table in their order, each with what is wrong in it',
  input: z.object({
    id,
    after: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(200).default(100),
    /** Only rows with something wrong. */
    wrong: z.enum(['true', 'false']).default('false'),
  }),
  output: z.object({
    dataset: datasetShape,
    rows: z.array(z.object({ row: z.number(), cells, issues: z.array(cellIssue) })),
    next: z.number().nullable(),
    /** The first of what is wrong; `datasetShape` says how many there are. */
    issues: z.array(cellIssue),
  }),
})

export const saveRows = endpoint({
  method: 'PUT',
  path: '/api/datasets/:id/rows',
  summary: 'Puts, adds and removes rows; what is wrong in them is told, not refused',
  input: z.object({
    id,
    version,
    /** `row` null adds the row at the end. */
    put: z
      .array(z.object({ row: z.number().int().positive().nullable(), cells }))
      .max(mostChanged)
      .default([]),
    remove: z.array(z.number().int().positive()).max(mostChanged).default([]),
  }),
  output: z.object({ dataset: datasetShape, issues: z.array(cellIssue) }),
})

/** `apply` false shows what would happen; the file is read again when it is applied, and never kept. */
export const importRows = endpoint({
  method: 'POST',
  path: '/api/datasets/:id/import',
  summary: 'Reads an XLSX, XLS or CSV file into a table: first a look, then for good',
  input: z.object({
    id,
    version,
    mode: z.enum(['replace', 'append']).default('replace'),
    apply: z.enum(['true', 'false']).default('false'),
  }),
  output: z.object({
    dataset: datasetShape,
    applied: z.boolean(),
    sheet: z.string(),
    headings: z.array(
      z.object({ heading: z.string(), to: z.string().nullable(), factor: z.number() }),
    ),
    missing: z.array(z.string()),
    rows: z.number(),
    leftOut: z.number(),
    /** Cells in which an ID, bank or telephone number was found and masked. */
    masked: z.number(),
    /** The first rows as they would stand, masked. */
    sample: z.array(cells),
    errors: z.number(),
    warnings: z.number(),
    issues: z.array(cellIssue),
  }),
})
export type ImportLook = z.infer<typeof importRows.output>

export const allDatasets = endpoint({
  method: 'GET',
  path: '/api/datasets',
  summary: 'Tables of the units I work for, newest first',
  input: z.object({
    schemaCode: z.string().max(60).optional(),
    year: year.optional(),
    organizationId: id.optional(),
    after: z.coerce.number().int().positive().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  output: z.object({
    items: z.array(
      datasetShape.extend({
        documentTitle: z.string(),
        organizationName: z.string(),
        state: z.string(),
        live: z.boolean(),
      }),
    ),
    next: z.number().nullable(),
  }),
})
