import { z } from 'zod'

/** What a table must hold, as law and notices demand it: data, dated, with its source beside it. */

const words = z.object({ zh: z.string().min(1), en: z.string().min(1) })
export type Words = z.infer<typeof words>

export const columnTypes = [
  'text',
  'code',
  'region',
  'enum',
  'integer',
  'number',
  'percent',
  'money',
  'date',
  'telephone',
  'link',
] as const

export const tableColumn = z.object({
  key: z.string().regex(/^[a-z][A-Za-z]*$/),
  name: words,
  /** Headings under which offices write the same. */
  synonyms: z.array(z.string()).default([]),
  type: z.enum(columnTypes),
  /** 元, 万元, 亩 …: what stands in a file in another unit of money is converted. */
  unit: z.string().optional(),
  values: z.array(words).default([]),
  required: z.boolean().default(false),
  min: z.number().optional(),
  max: z.number().optional(),
  pattern: z.string().optional(),
  /** Added up under the table. */
  total: z.boolean().default(false),
  /** `name`: the middle of a person's name is masked as it comes in; the full name is not kept. */
  privacy: z.enum(['open', 'name']).default('open'),
  /** Masked only in rows where another column says so: a penalised person, but not a firm. */
  privateWhen: z.object({ column: z.string(), is: z.string() }).optional(),
})
export type TableColumn = z.infer<typeof tableColumn>

const tolerance = z.number().default(0.01)

/** Relations that must hold (勾稽关系). */
export const crossCheck = z.discriminatedUnion('kind', [
  /** In each row a total is the sum of its parts. */
  z.object({ kind: z.literal('sum'), total: z.string(), parts: z.array(z.string()), tolerance }),
  z.object({
    kind: z.literal('product'),
    result: z.string(),
    factors: z.array(z.string()),
    tolerance,
  }),
  z.object({
    kind: z.literal('ratio'),
    percent: z.string(),
    of: z.string(),
    to: z.string(),
    tolerance,
  }),
  /** A heading of a coded tree (201) is the sum of what stands under it (20101, 20102). */
  z.object({
    kind: z.literal('tree'),
    code: z.string(),
    amounts: z.array(z.string()),
    lengths: z.array(z.number()),
    tolerance,
  }),
  z.object({ kind: z.literal('notAbove'), value: z.string(), limit: z.string() }),
  z.object({ kind: z.literal('order'), earlier: z.string(), later: z.string() }),
  /** Closing = opening + what came − what went. */
  z.object({
    kind: z.literal('balance'),
    closing: z.string(),
    opening: z.string(),
    plus: z.array(z.string()),
    minus: z.array(z.string()),
    tolerance,
  }),
  /** 生产安全事故报告和调查处理条例 art. 3: the class follows from the number of deaths. */
  z.object({
    kind: z.literal('grade'),
    column: z.string(),
    by: z.string(),
    of: z.array(z.object({ is: z.string() }).catchall(z.union([z.string(), z.array(z.number())]))),
  }),
  /** What was published for the year before (or for the same year in another set) said the same. */
  z.object({
    kind: z.literal('previous'),
    column: z.string(),
    equals: z.string(),
    inSet: z.string(),
    sameYear: z.boolean().default(false),
    by: z.string(),
    tolerance,
  }),
])
export type CrossCheck = z.infer<typeof crossCheck>

export const schema = z.object({
  code: z.string().regex(/^[a-z][a-z-]*$/),
  /** The day from which its sources demand it. */
  since: z.iso.date(),
  name: words,
  about: words,
  basis: z.array(
    z.object({
      instrument: z.string(),
      number: z.string().optional(),
      article: z.string().optional(),
    }),
  ),
  /** Words of a title or matter that speak for this table. */
  suggests: z.array(z.string()),
  attribute: z.literal('proactive'),
  columns: z.array(tableColumn),
  /** Columns that offices keep in the same file and that nobody may publish: dropped as they come in. */
  never: z.array(z.object({ name: words, synonyms: z.array(z.string()).default([]) })),
  /** Columns that tell one row from another; two rows alike in all of them are an error. */
  key: z.array(z.string()),
  checks: z.array(crossCheck),
  shown: z.object({
    columns: z.array(z.string()),
    filters: z.array(z.string()),
    /** Null as `sum` counts rows. */
    chart: z.object({ by: z.string(), sum: z.string().nullable() }).nullable(),
    /** Code column of a tree: only its topmost headings are added up and drawn. */
    tree: z.string().optional(),
  }),
})
export type Schema = z.infer<typeof schema>

export const columnOf = (of: Schema, key: string): TableColumn | undefined =>
  of.columns.find((column) => column.key === key)

const numeric: readonly TableColumn['type'][] = ['integer', 'number', 'percent', 'money']
export const isNumeric = (column: Pick<TableColumn, 'type'>): boolean =>
  numeric.includes(column.type)

/** Column heading with its unit: 补贴金额（元）. */
export const headingOf = (column: TableColumn, language: 'zh' | 'en' = 'zh'): string => {
  const name = column.name[language]
  if (!column.unit) return name
  if (language === 'zh') return `${name}（${column.unit}）`
  return `${name} (${englishUnits[column.unit] ?? column.unit})`
}
const englishUnits: Readonly<Record<string, string>> = {
  元: 'yuan',
  万元: '10,000 yuan',
  亩: 'mu',
}

/** One row: canonical text by column key; what is empty is left out. */
export type Cells = Readonly<Record<string, string>>

/** Whether a row stands at the top of its tree, and so counts in totals and charts. */
export const isTop = (of: Schema, cells: Cells, codes: ReadonlySet<string>): boolean => {
  const tree = of.checks.find((check) => check.kind === 'tree')
  if (!of.shown.tree || tree?.kind !== 'tree') return true
  const code = cells[of.shown.tree] ?? ''
  return !tree.lengths.some((length) => length < code.length && codes.has(code.slice(0, length)))
}
