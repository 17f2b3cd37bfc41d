import { type Deadline, deadlineOf } from '../contract/deadlines.ts'
import { partTitles } from '../contract/form.ts'
import { type AnnualReport, type Finding, numberIn, partText } from '../contract/report.ts'
import { likeness } from './likeness.ts'
import { readFee, readMention } from './mentions.ts'

// 国办公开办函〔2021〕30号 names texts copied from last year or from a neighbour as a fault.
const mostLikeness = 0.8

const found = (
  id: Finding['id'],
  level: Finding['level'],
  cell: string,
  equation: string,
  left: Finding['left'],
  right: Finding['right'],
): Finding => ({ id, level, cell, equation, left, right, cells: [cell] })

/** V09: figures told in the first part are the tables'. */
const toldOtherwise = (report: AnnualReport): Finding[] => {
  const text = partText(report, 1)
  const told = [
    { what: 'requests', cell: 't3/r1/c7', is: numberIn(report.t3.r1.c7) },
    { what: 'permits', cell: 't2/permits/decisions', is: numberIn(report.t2.permits.decisions) },
    {
      what: 'penalties',
      cell: 't2/penalties/decisions',
      is: numberIn(report.t2.penalties.decisions),
    },
  ] as const
  return told.flatMap(({ what, cell, is }) =>
    readMention(text, what)
      .filter((said) => is !== null && said !== is)
      .map((said) => ({
        ...found('V09', 'WARN', 'parts/1', `parts/1 = ${cell}`, said, is),
        cells: ['parts/1', cell],
      })),
  )
}

/** V11: the fifth part speaks of this year and of this organ. */
const copied = (
  report: AnnualReport,
  others: readonly { readonly name: string; readonly text: string }[],
): Finding[] =>
  others.flatMap(({ name, text }) => {
    const like = likeness(partText(report, 5), text)
    return like > mostLikeness
      ? [
          found(
            'V11',
            'WARN',
            'parts/5',
            `parts/5 ~ ${name} ≤ ${mostLikeness}`,
            Math.round(like * 1_000) / 1_000,
            mostLikeness,
          ),
        ]
      : []
  })

/** V12: the sixth part says what was charged for processing, nothing included. */
const feeTold = (report: AnnualReport, paidYuan: number | undefined): Finding[] => {
  const told = readFee(partText(report, 6))
  if (!told) return [found('V12', 'ERROR', 'parts/6', 'parts/6 ∋ 信息处理费', null, null)]
  if (paidYuan === undefined || told.yuan === null || told.yuan === paidYuan) return []
  return [found('V12', 'WARN', 'parts/6', 'parts/6 = fees paid', told.yuan, paidYuan)]
}

const plain = (title: string): string => title.replace(/\s+/g, '').replaceAll(',', '，')

/** V13: six parts, in this order, with these titles; the three told ones say something. */
const partsInOrder = (report: AnnualReport): Finding[] => [
  ...partTitles.flatMap((title, at) => {
    const part = report.parts[at]
    const isThere = part?.number === at + 1 && plain(part.title) === plain(title)
    return isThere
      ? []
      : [
          found(
            'V13',
            'ERROR',
            `parts/${at + 1}`,
            `parts/${at + 1} = ${title}`,
            part?.title ?? null,
            title,
          ),
        ]
  }),
  ...report.parts
    .slice(partTitles.length)
    .map(({ number, title }) =>
      found('V13', 'ERROR', `parts/${number}`, `parts ≤ ${partTitles.length}`, title, null),
    ),
  ...[1, 5, 6]
    .filter((number) => report.parts[number - 1]?.number === number)
    .filter((number) => partText(report, number).trim() === '')
    .map((number) =>
      found(
        'V13',
        'ERROR',
        `parts/${number}`,
        `parts/${number} ≠ ''`,
        '',
        partTitles[number - 1] ?? null,
      ),
    ),
]

/** V14: public by the day of art. 49, or the earlier local one. */
const late = (report: AnnualReport, deadlines: readonly Deadline[] | undefined): Finding[] => {
  const due = deadlineOf(report.publisher, report.year, deadlines)
  if (!due || report.publishedOn === null || report.publishedOn <= due.on) return []
  return [
    found('V14', 'WARN', 'publishedOn', `publishedOn ≤ ${due.on}`, report.publishedOn, due.on),
  ]
}

/** V15: a picture of a table can neither be read aloud nor counted. */
const pictured = (report: AnnualReport): Finding[] =>
  report.tablesAs === 'picture'
    ? [found('V15', 'ERROR', 'tablesAs', "tablesAs = 'table'", 'picture', 'table')]
    : []

export const checkNarrative = (
  report: AnnualReport,
  known: {
    readonly paidYuan?: number | undefined
    readonly others: readonly { readonly name: string; readonly text: string }[]
    readonly deadlines?: readonly Deadline[] | undefined
  },
): Finding[] => [
  ...toldOtherwise(report),
  ...copied(report, known.others),
  ...feeTold(report, known.paidYuan),
  ...partsInOrder(report),
  ...late(report, known.deadlines),
  ...pictured(report),
]
