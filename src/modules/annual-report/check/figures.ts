import { t3Columns, t3Leaves, t4Groups } from '../contract/form.ts'
import { type AnnualReport, amountIn, type Finding, numberIn } from '../contract/report.ts'
import { equal, t3Cell, t4Cell } from './balance.ts'

/** V07: what is in force is what was, and what came, without what went. */
const inForce = (report: AnnualReport, previous: AnnualReport | undefined): Finding[] =>
  previous
    ? (['rules', 'normative'] as const).flatMap((row) =>
        equal(
          { id: 'V07', level: 'WARN' },
          [
            { cell: `t2/${row}/inForce`, value: report.t2[row].inForce ?? null },
            { cell: `t2/${row}/repealed`, value: report.t2[row].repealed ?? null },
          ],
          [
            {
              cell: `${report.year - 1}:t2/${row}/inForce`,
              value: previous.t2[row].inForce ?? null,
            },
            { cell: `t2/${row}/issued`, value: report.t2[row].issued ?? null },
          ],
          `t2/${row}/inForce`,
        ),
      )
    : []

/** V08: rules (规章) come from ministries, provinces and cities with districts; nobody below has any. */
const rulesPower = ({ t2 }: AnnualReport, mayMakeRules: boolean): Finding[] =>
  Object.entries(mayMakeRules ? {} : t2.rules)
    .filter(([, value]) => (numberIn(value) ?? 0) > 0)
    .map(([column, value]) => ({
      id: 'V08',
      level: 'WARN',
      cell: `t2/rules/${column}`,
      equation: `t2/rules/${column} = 0`,
      left: value,
      right: 0,
      cells: [`t2/rules/${column}`],
    }))

/** V10: what was not concluded last year comes back this year, concluded or not. */
const comesBack = (report: AnnualReport, previous: AnnualReport | undefined): Finding[] =>
  previous
    ? t4Groups
        .map((group) => ({
          group,
          now: numberIn(report.t4[group].total),
          pending: numberIn(previous.t4[group].pending),
        }))
        .filter(({ now, pending }) => now !== null && pending !== null && now < pending)
        .map(({ group, now, pending }) => ({
          id: 'V10',
          level: 'WARN',
          cell: t4Cell(group, 'total'),
          equation: `${t4Cell(group, 'total')} ≥ ${report.year - 1}:${t4Cell(group, 'pending')}`,
          left: now,
          right: pending,
          cells: [t4Cell(group, 'total')],
        }))
    : []

/**
 * V16: a request answered in part counts in r3.2 alone. Counted again as a refusal it makes the leaves
 * exceed what was there to answer, by no more than r3.2 and the refusals hold.
 */
const countedTwice = ({ t3 }: AnnualReport): Finding[] =>
  t3Columns.flatMap((column) => {
    const done = t3Leaves.reduce((total, row) => total + amountIn(t3[row][column]), 0)
    const there = amountIn(t3.r1[column]) + amountIn(t3.r2[column]) - amountIn(t3.r4[column])
    const refusals = t3Leaves.filter((row) => row.startsWith('r3.3.'))
    const refused = refusals.reduce((total, row) => total + amountIn(t3[row][column]), 0)
    const excess = done - there
    if (excess <= 0 || excess > amountIn(t3['r3.2'][column]) || excess > refused) return []
    return [
      {
        id: 'V16' as const,
        level: 'WARN' as const,
        cell: t3Cell('r3.2', column),
        equation: `r3.1 + … + r3.6.3 ≤ ${t3Cell('r1', column)} + ${t3Cell('r2', column)} − ${t3Cell('r4', column)}`,
        left: done,
        right: there,
        cells: [t3Cell('r3.2', column), ...refusals.map((row) => t3Cell(row, column))],
      },
    ]
  })

/** V07, V08, V10, V16: figures that are possible but want an explanation. */
export const checkFigures = (
  report: AnnualReport,
  previous: AnnualReport | undefined,
  mayMakeRules: boolean,
): Finding[] => [
  ...inForce(report, previous),
  ...rulesPower(report, mayMakeRules),
  ...comesBack(report, previous),
  ...countedTwice(report),
]
