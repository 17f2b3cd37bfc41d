import { z } from 'zod'
import { isCivilDate } from '#platform/civil-date'
import { endpoint } from '#platform/endpoint'
import { id } from '#platform/shapes'
import { publishers, t2Form, t2Rows, t3Columns, t3Rows, t4Columns, t4Groups } from './form.ts'
import { finding, rules } from './report.ts'

/** Reports of earlier years, taken from the files in which they were published. */

const year = z.coerce.number<number | string>().int().min(2008).max(2200)
const text = z.string().trim().max(50_000)
const open = z.record(z.string(), z.record(z.string(), z.number().nullable()))

/** The three tables; null where a figure is still open. */
export const openTables = z.object({ t2: open, t3: open, t4: open })

export const troubleOf = [
  'noNumber',
  'unknownRow',
  'unknownColumn',
  'twice',
  'rowMissing',
  'tableMissing',
] as const

/** What was not understood: where it stands, what stands there, which figure it would have been. */
export const unread = z.object({
  why: z.enum(troubleOf),
  place: z.object({ sheet: z.string(), row: z.int(), column: z.int() }).nullable(),
  text: z.string(),
  cell: z.string().nullable(),
})

const source = z.object({
  name: z.string().trim().min(1).max(200),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Where it stands on the web, if it does. */
  address: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default(''),
})

const checked = {
  /** Broken rules, last year's filed report beside it where there is one. */
  findings: z.array(finding),
  notChecked: z.array(z.enum(rules)),
}

export const readOldReport = endpoint({
  method: 'POST',
  path: '/api/annual-reports/old/reading',
  summary: 'Look at the file of an earlier report: what was read, what was not; nothing is kept',
  input: z.object({ organizationId: id, year }),
  output: z.object({
    organizationId: z.int(),
    organizationName: z.string(),
    publisher: z.enum(publishers),
    year: z.int(),
    source,
    title: z.string().nullable(),
    titleYear: z.int().nullable(),
    /** The title names another year, or another organ. */
    doubts: z.array(z.enum(['otherYear', 'otherOrgan'])),
    publishedOn: z.string().nullable(),
    tables: openTables,
    overview: z.string(),
    problems: z.string(),
    other: z.string(),
    blanks: z.array(z.string()),
    unread: z.array(unread),
    /** A report taken from a file before: this one would take its place. */
    replaces: z.boolean(),
    ...checked,
  }),
})

const count = z.number().int().min(0).max(1_000_000_000)
const amount = z.number().min(0).max(100_000_000)
const tableOf = <Row extends string>(
  rows: readonly Row[],
  columnsOf: (row: Row) => readonly string[],
) =>
  z.strictObject(
    Object.fromEntries(
      rows.map((row) => [
        row,
        z.strictObject(
          Object.fromEntries(
            columnsOf(row).map((column) => [
              column,
              (column === 'amountWan' ? amount : count).nullable(),
            ]),
          ),
        ),
      ]),
    ),
  )

export const fileOldReport = endpoint({
  method: 'POST',
  path: '/api/annual-reports/old',
  summary:
    'Check the corrected figures of an earlier report; with `apply` file it as published then',
  input: z.object({
    organizationId: id,
    year,
    /** The day on which it was published then. */
    publishedOn: z.string().refine(isCivilDate, 'civilDate').nullable(),
    tables: z.strictObject({
      t2: tableOf(t2Rows, (row) => t2Form[row]),
      t3: tableOf(t3Rows, () => t3Columns),
      t4: tableOf(t4Groups, () => t4Columns),
    }),
    overview: text.default(''),
    problems: text.default(''),
    other: text.default(''),
    /** Why it is filed although an equation is broken, or in place of the one filed before. */
    reason: z.string().trim().max(2_000).default(''),
    source,
    apply: z.boolean().default(false),
  }),
  output: z.object({
    ...checked,
    /** Cells that still hold no figure. */
    open: z.array(z.string()),
    wantsReason: z.boolean(),
    /** Only with `apply`. */
    id: z.int().nullable(),
  }),
})
