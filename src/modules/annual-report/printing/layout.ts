import type { Say } from '#platform/words'
import {
  t2Form,
  t2Items,
  t2Rows,
  t3Columns,
  t3Groups,
  t4Columns,
  t4Groups,
} from '../contract/form.ts'
import type { AnnualReport, Cell } from '../contract/report.ts'

/** One cell of a table in the official form, however it is drawn: page, DOCX, PDF. */
export interface FormCell {
  readonly text: string
  readonly head: boolean
  readonly columns: number
  readonly rows: number
  /** `t3/r1/c1`, where a figure stands. */
  readonly at: string | null
}

/** A table in the official form; `widths` are shares of its columns. */
export interface FormTable {
  readonly part: 2 | 3 | 4
  readonly widths: readonly number[]
  /** How many rows stand at the head. */
  readonly heads: number
  readonly rows: readonly (readonly FormCell[])[]
}

const head = (text: string, columns = 1, rows = 1): FormCell => ({
  text,
  head: true,
  columns,
  rows,
  at: null,
})
const figure = (at: string, value: Cell | undefined, columns = 1): FormCell => ({
  text: value === null || value === undefined ? '' : String(value),
  head: false,
  columns,
  rows: 1,
  at,
})

const disclosed = ({ t2 }: Pick<AnnualReport, 't2'>, say: Say): FormTable => {
  const blocks = Map.groupBy(t2Rows, (row) => t2Items[row])
  const rows = [...blocks].flatMap(([item, own]) => {
    const columns = t2Form[own[0] ?? 'rules']
    const span = 3 / columns.length
    return [
      [head(say(`annualReport.t2.item.${item}`), 4)],
      [
        head(say('annualReport.t2.heading')),
        ...columns.map((column) => head(say(`annualReport.t2.${column}`), span)),
      ],
      ...own.map((row) => [
        head(say(`annualReport.t2.${row}`)),
        ...t2Form[row].map((column) => figure(`t2/${row}/${column}`, t2[row][column], span)),
      ]),
    ]
  })
  return { part: 2, widths: [3, 2, 2, 2], heads: 0, rows }
}

const requests = ({ t3 }: Pick<AnnualReport, 't3'>, say: Say): FormTable => {
  const word = (key: string) => say(`annualReport.t3.${key}`)
  const figures = (row: keyof typeof t3) =>
    t3Columns.map((column) => figure(`t3/${row}/${column}`, t3[row][column]))
  const results = t3Groups.flatMap(({ group, rows: own }) =>
    own.map((row, at) => [
      ...(own.length === 1
        ? [head(word(row), 2)]
        : [...(at === 0 ? [head(word(group), 1, own.length)] : []), head(word(row))]),
      ...figures(row),
    ]),
  )
  return {
    part: 3,
    widths: [1.1, 1.5, 3.4, 1, 1, 1, 1.1, 1.1, 1, 1],
    heads: 3,
    rows: [
      [head(word('note'), 3, 3), head(word('requesters'), 7)],
      [head(word('c1'), 1, 2), head(word('organizations'), 5), head(word('c7'), 1, 2)],
      ['c2', 'c3', 'c4', 'c5', 'c6'].map((column) => head(word(column))),
      [head(word('r1'), 3), ...figures('r1')],
      [head(word('r2'), 3), ...figures('r2')],
      ...results.map((row, at) => (at === 0 ? [head(word('r3'), 1, results.length), ...row] : row)),
      [head(word('r4'), 3), ...figures('r4')],
    ],
  }
}

const outcomes = ({ t4 }: Pick<AnnualReport, 't4'>, say: Say): FormTable => {
  const word = (key: string) => say(`annualReport.t4.${key}`)
  return {
    part: 4,
    widths: Array.from({ length: 15 }, () => 1),
    heads: 3,
    rows: [
      [head(word('reconsideration'), 5, 2), head(word('litigation'), 10)],
      [head(word('direct'), 5), head(word('afterReconsideration'), 5)],
      t4Groups.flatMap(() => t4Columns.map((column) => head(word(column)))),
      t4Groups.flatMap((group) =>
        t4Columns.map((column) => figure(`t4/${group}/${column}`, t4[group][column])),
      ),
    ],
  }
}

/** The three tables of a report in the form of 国办公开办函〔2021〕30号. */
export const formTables = (
  report: Pick<AnnualReport, 't2' | 't3' | 't4'>,
  say: Say,
): FormTable[] => [disclosed(report, say), requests(report, say), outcomes(report, say)]

/** Paragraphs of a told part. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** The title of a report: 某某县人民政府2025年政府信息公开工作年度报告. */
export const titleOf = ({ organization, year }: AnnualReport): string =>
  `${organization.name}${year}年政府信息公开工作年度报告`
