import { z } from 'zod'
import { type Cells, columnOf, isTop, type Schema } from './schema.ts'

// A chooser with more than this many entries is a list; readers then search by words.
const mostChoices = 200
// Bars that can be compared at a glance; the rest is one bar.
const mostBars = 12

/** What pages and overviews tell of a table without reading its rows; kept beside it. */
export const summaryShape = z.object({
  /** Sum of each added-up column. */
  totals: z.record(z.string(), z.number()),
  /** The values by which readers narrow it down. */
  choices: z.record(z.string(), z.array(z.string())),
  /** The chart: its groups, largest first; `others` is the sum of those beyond. */
  groups: z.array(z.object({ name: z.string(), value: z.number() })),
  others: z.object({ groups: z.number(), value: z.number() }).nullable(),
})
export type Summary = z.infer<typeof summaryShape>

const numberOf = (text: string | undefined): number => {
  const value = Number(text ?? '')
  return Number.isFinite(value) ? value : 0
}

// Money has two decimals, areas at most four; adding up must not leave a tail of binary fractions.
const rounded = (value: number): number => Number(value.toFixed(4))

/** Adds up a table once, when it changes. */
export const summaryOf = (schema: Schema, rows: readonly Cells[]): Summary => {
  const codes = new Set(
    schema.shown.tree ? rows.map((cells) => cells[schema.shown.tree ?? ''] ?? '') : [],
  )
  const top = rows.filter((cells) => isTop(schema, cells, codes))
  const totals = Object.fromEntries(
    schema.columns
      .filter((column) => column.total)
      .map(({ key }) => [key, rounded(top.reduce((sum, cells) => sum + numberOf(cells[key]), 0))]),
  )
  const choices = Object.fromEntries(
    schema.shown.filters.flatMap((key) => {
      const values = [...new Set(rows.map((cells) => cells[key] ?? ''))].filter(Boolean).sort()
      return values.length > 1 && values.length <= mostChoices ? [[key, values]] : []
    }),
  )
  return { totals, choices, ...groupsOf(schema, top) }
}

const groupsOf = (schema: Schema, rows: readonly Cells[]): Pick<Summary, 'groups' | 'others'> => {
  const { chart } = schema.shown
  if (!chart || !columnOf(schema, chart.by)) return { groups: [], others: null }
  const sums = new Map<string, number>()
  for (const cells of rows) {
    const name = cells[chart.by] ?? ''
    if (name === '') continue
    sums.set(name, (sums.get(name) ?? 0) + (chart.sum === null ? 1 : numberOf(cells[chart.sum])))
  }
  const sorted = [...sums]
    .map(([name, value]) => ({ name, value: rounded(value) }))
    .sort((one, other) => other.value - one.value)
  const rest = sorted.slice(mostBars)
  return {
    groups: sorted.slice(0, mostBars),
    others:
      rest.length === 0
        ? null
        : { groups: rest.length, value: rounded(rest.reduce((sum, one) => sum + one.value, 0)) },
  }
}
