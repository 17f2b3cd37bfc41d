import { z } from 'zod'
import { isCivilDate } from '#platform/civil-date'
import {
  publishers,
  type T2Row,
  type T3Column,
  type T3Row,
  type T4Column,
  type T4Group,
  t2Form,
  t2Rows,
  t3Columns,
  t3Rows,
  t4Columns,
  t4Groups,
} from './form.ts'

/** What stands in a cell: a number, or whatever somebody left there instead. */
export type Cell = number | string | null
const cell = z.union([z.number(), z.string().max(200), z.null()]).optional()

const row = <Key extends string>(columns: readonly Key[]) =>
  z
    .strictObject(Object.fromEntries(columns.map((column) => [column, cell])))
    .transform(
      (read) =>
        Object.fromEntries(
          columns.map((column) => [column, read[column as never] ?? null]),
        ) as Record<Key, Cell>,
    )

const text = z.string().max(200_000)

export type T2 = Readonly<Record<T2Row, Readonly<Record<string, Cell>>>>
export type T3 = Readonly<Record<T3Row, Readonly<Record<T3Column, Cell>>>>
export type T4 = Readonly<Record<T4Group, Readonly<Record<T4Column, Cell>>>>

/** A row that is left out is a row of blanks; a row that the form does not have is refused. */
const table = <Key extends string, Columns extends string>(
  rows: readonly Key[],
  columnsOf: (row: Key) => readonly Columns[],
) =>
  z
    .strictObject(Object.fromEntries(rows.map((key) => [key, row(columnsOf(key)).prefault({})])))
    .transform(
      (read) =>
        Object.fromEntries(rows.map((key) => [key, read[key]])) as unknown as Readonly<
          Record<Key, Readonly<Record<Columns, Cell>>>
        >,
    )

/** An annual report as a file: see docs/reference/annual-report.md for the keys and their order. */
export const annualReport = z.strictObject({
  form: text.optional(),
  organization: z.strictObject({ code: z.string().max(60), name: z.string().max(200) }),
  publisher: z.enum(publishers).default('department'),
  year: z.int().min(2008).max(2200),
  publishedOn: z.string().refine(isCivilDate, 'civilDate').nullable().default(null),
  tablesAs: z.enum(['table', 'picture']).default('table'),
  parts: z
    .array(
      z.strictObject({
        number: z.int().min(1).max(20),
        title: z.string().max(200),
        text: text.default(''),
      }),
    )
    .max(20),
  t2: table<T2Row, string>(t2Rows, (key) => t2Form[key]),
  t3: table<T3Row, T3Column>(t3Rows, () => t3Columns),
  t4: table<T4Group, T4Column>(t4Groups, () => t4Columns),
  notes: z
    .array(z.strictObject({ id: z.string().max(10), cell: z.string().max(60), note: text }))
    .max(500)
    .default([]),
})
export type AnnualReport = Readonly<z.output<typeof annualReport>>

export const rules = [
  'V01',
  'V02',
  'V03',
  'V04',
  'V05',
  'V06',
  'V07',
  'V08',
  'V09',
  'V10',
  'V11',
  'V12',
  'V13',
  'V14',
  'V15',
  'V16',
] as const
export type Rule = (typeof rules)[number]

/** One broken rule: where, both sides, and every cell that the equation speaks of. */
export const finding = z.object({
  id: z.enum(rules),
  level: z.enum(['ERROR', 'WARN']),
  /** `t3/r3.7/c1`: where it shows; `parts/6` for a text. */
  cell: z.string(),
  /** With the names of the cells. */
  equation: z.string(),
  left: z.union([z.number(), z.string(), z.null()]),
  right: z.union([z.number(), z.string(), z.null()]),
  cells: z.array(z.string()),
})
export type Finding = Readonly<z.output<typeof finding>>

/** A number as far as there is one. */
export const numberIn = (value: Cell | undefined): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

/** A number that stands in a checked report. */
export const amountIn = (value: Cell | undefined): number => numberIn(value) ?? 0

/** A text of a report, by the number of its part. */
export const partText = (report: Pick<AnnualReport, 'parts'>, number: number): string =>
  report.parts.find((part) => part.number === number)?.text ?? ''
