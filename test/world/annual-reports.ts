import { readReport } from '#annual-report'
import type { AnnualReport } from '#annual-report/contract'
import {
  partTitles,
  type T3Column,
  type T3Leaf,
  type T3Row,
  t3Columns,
  t3Leaves,
  t3Rows,
} from '#annual-report/contract'

const own = t3Columns.slice(0, -1)

/** Spreads row totals over columns so that both margins hold; how they are spread is invented. */
const spread = (rows: readonly number[], columns: readonly number[]): number[][] => {
  const left = [...columns]
  return rows.map((total) => {
    let rest = total
    return left.map((room, at) => {
      const taken = Math.min(rest, room)
      rest -= taken
      left[at] = room - taken
      return taken
    })
  })
}

const withTotal = (cells: readonly number[]): Record<T3Column, number> =>
  Object.fromEntries(
    [...cells, cells.reduce((sum, one) => sum + one, 0)].map((value, at) => [
      t3Columns[at] ?? 'c7',
      value,
    ]),
  ) as Record<T3Column, number>

/** A third part from its rows, columns without their total. */
export const tableOf = (rows: {
  readonly r1: readonly number[]
  readonly r2: readonly number[]
  readonly leaves: Readonly<Record<T3Leaf, readonly number[]>>
  readonly r4: readonly number[]
}): Record<T3Row, Record<T3Column, number>> => {
  const done = own.map((_, at) =>
    t3Leaves.reduce((sum, leaf) => sum + (rows.leaves[leaf][at] ?? 0), 0),
  )
  const all: Record<string, readonly number[]> = {
    r1: rows.r1,
    r2: rows.r2,
    ...rows.leaves,
    'r3.7': done,
    r4: rows.r4,
  }
  return Object.fromEntries(t3Rows.map((row) => [row, withTotal(all[row] ?? [])])) as Record<
    T3Row,
    Record<T3Column, number>
  >
}

const cityLeaves = [
  5548, 2168, 13, 30, 11, 51, 104, 85, 286, 150, 3222, 180, 19, 203, 148, 0, 101, 5, 318, 203, 965,
]

export const texts = {
  overview: '本年度收到政府信息公开申请14069件，全部依法登记。',
  problems: '部分单位答复文书说理不充分，下一年度将组织案卷评查。',
  other: '本年度未收取政府信息公开信息处理费。',
}

/** A city's report: margins as published in a data sample, the spread of leaves over columns invented. */
export const cityReport = (change: Partial<AnnualReport> = {}): AnnualReport => {
  const spreadLeaves = spread(cityLeaves, [13364, 252, 0, 44, 121, 29])
  const leaves = Object.fromEntries(
    t3Leaves.map((leaf, at) => [leaf, spreadLeaves[at] ?? []]),
  ) as Record<T3Leaf, number[]>
  const outcome = ([upheld, corrected, other, pending]: readonly number[], total: number) => ({
    upheld,
    corrected,
    other,
    pending,
    total,
  })
  const report = {
    organization: { code: 'city', name: '某市人民政府' },
    publisher: 'government',
    year: 2025,
    publishedOn: '2026-03-20',
    parts: partTitles.map((title, at) => ({
      number: at + 1,
      title,
      text: [texts.overview, '', '', '', texts.problems, texts.other][at],
    })),
    t2: {
      rules: { issued: 0, repealed: 0, inForce: 0 },
      normative: { issued: 12, repealed: 3, inForce: 140 },
      permits: { decisions: 51234 },
      penalties: { decisions: 20111 },
      coercion: { decisions: 512 },
      charges: { amountWan: 1034.56 },
    },
    t3: tableOf({
      r1: [13612, 252, 0, 45, 128, 32],
      r2: [535, 6, 0, 1, 18, 0],
      leaves,
      r4: [783, 6, 0, 2, 25, 3],
    }),
    t4: {
      reconsideration: outcome([376, 97, 196, 121], 790),
      direct: outcome([16, 1, 12, 27], 56),
      afterReconsideration: outcome([74, 1, 30, 51], 156),
    },
  }
  return { ...readReport(JSON.stringify(report)), ...change }
}
