import { t3Columns, t3Leaves, t3Rows, t4Groups } from '../contract/form.ts'
import { type AnnualReport, type Cell, type Finding, numberIn } from '../contract/report.ts'

export const t3Cell = (row: string, column: string): string => `t3/${row}/${column}`
export const t4Cell = (group: string, column: string): string => `t4/${group}/${column}`

/** An amount as it is compared: binary fractions of yuan are no differences. */
export const settled = (value: number): number => Math.round(value * 1_000_000) / 1_000_000

interface Term {
  readonly cell: string
  readonly value: Cell
}

const sum = (terms: readonly Term[]): number | null => {
  const numbers = terms.map(({ value }) => numberIn(value))
  return numbers.includes(null)
    ? null
    : settled(numbers.reduce<number>((total, value) => total + (value ?? 0), 0))
}

/** An equation between sums of cells; where a cell holds no number, V05 names that cell instead. */
export const equal = (
  rule: Pick<Finding, 'id' | 'level'>,
  left: readonly Term[],
  right: readonly Term[],
  at: string,
): Finding[] => {
  const sides = { left: sum(left), right: sum(right) }
  if (sides.left === null || sides.right === null || sides.left === sides.right) return []
  const say = (terms: readonly Term[]) => terms.map(({ cell }) => cell).join(' + ')
  return [
    {
      ...rule,
      cell: at,
      equation: `${say(left)} = ${say(right)}`,
      ...sides,
      cells: [...left, ...right].map(({ cell }) => cell),
    },
  ]
}

/** V01: what came in or was carried over is what was done or is carried on, for each kind of requester. */
const flow = ({ t3 }: AnnualReport): Finding[] =>
  t3Columns.flatMap((column) => {
    const term = (row: 'r1' | 'r2' | 'r3.7' | 'r4') => ({
      cell: t3Cell(row, column),
      value: t3[row][column],
    })
    return equal(
      { id: 'V01', level: 'ERROR' },
      [term('r1'), term('r2')],
      [term('r3.7'), term('r4')],
      t3Cell('r1', column),
    )
  })

/** V02: the total of results is the sum of the 21 leaves. */
const results = ({ t3 }: AnnualReport): Finding[] =>
  t3Columns.flatMap((column) =>
    equal(
      { id: 'V02', level: 'ERROR' },
      [{ cell: t3Cell('r3.7', column), value: t3['r3.7'][column] }],
      t3Leaves.map((row) => ({ cell: t3Cell(row, column), value: t3[row][column] })),
      t3Cell('r3.7', column),
    ),
  )

/** V03: the last column is the sum of the six before it. */
const totals = ({ t3 }: AnnualReport): Finding[] =>
  t3Rows.flatMap((row) =>
    equal(
      { id: 'V03', level: 'ERROR' },
      [{ cell: t3Cell(row, 'c7'), value: t3[row].c7 }],
      t3Columns
        .slice(0, -1)
        .map((column) => ({ cell: t3Cell(row, column), value: t3[row][column] })),
      t3Cell(row, 'c7'),
    ),
  )

/** V04: what is carried over is what last year carried on; where that was corrected, a note says so. */
const carriedOver = (
  { t3, year, notes }: AnnualReport,
  previous: AnnualReport | undefined,
): Finding[] =>
  previous
    ? t3Columns.flatMap((column) => {
        const at = t3Cell('r2', column)
        const isTold = notes.some(
          ({ id, cell, note }) => id === 'V04' && cell === at && note !== '',
        )
        return equal(
          { id: 'V04', level: isTold ? 'WARN' : 'ERROR' },
          [{ cell: at, value: t3.r2[column] }],
          [{ cell: `${year - 1}:${t3Cell('r4', column)}`, value: previous.t3.r4[column] }],
          at,
        )
      })
    : []

/** V05: no blanks, no fractions, nothing below zero; the amount of charges alone may have decimals. */
const cells = ({ t2, t3, t4 }: AnnualReport): Finding[] => {
  const all = [
    ...Object.entries(t2).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, value]) => ({ at: `t2/${row}/${column}`, value })),
    ),
    ...t3Rows.flatMap((row) =>
      t3Columns.map((column) => ({ at: t3Cell(row, column), value: t3[row][column] })),
    ),
    ...t4Groups.flatMap((group) =>
      Object.entries(t4[group]).map(([column, value]) => ({ at: t4Cell(group, column), value })),
    ),
  ]
  const isRight = (at: string, value: Cell) =>
    typeof value === 'number' &&
    value >= 0 &&
    (at === 't2/charges/amountWan' ? Number.isFinite(value) : Number.isSafeInteger(value))
  return all
    .filter(({ at, value }) => !isRight(at, value))
    .map(({ at, value }) => ({
      id: 'V05',
      level: 'ERROR',
      cell: at,
      equation: at === 't2/charges/amountWan' ? `${at} ≥ 0` : `${at} ∈ 0, 1, 2, …`,
      left: value,
      right: null,
      cells: [at],
    }))
}

/** V06: each total of the fourth part is the sum of its four cells. */
const outcomes = ({ t4 }: AnnualReport): Finding[] =>
  t4Groups.flatMap((group) =>
    equal(
      { id: 'V06', level: 'ERROR' },
      [{ cell: t4Cell(group, 'total'), value: t4[group].total }],
      (['upheld', 'corrected', 'other', 'pending'] as const).map((column) => ({
        cell: t4Cell(group, column),
        value: t4[group][column],
      })),
      t4Cell(group, 'total'),
    ),
  )

/** V01–V06: the equations without which no table may be summed, signed or published. */
export const checkBalance = (report: AnnualReport, previous?: AnnualReport): Finding[] => [
  ...flow(report),
  ...results(report),
  ...totals(report),
  ...carriedOver(report, previous),
  ...cells(report),
  ...outcomes(report),
]
