import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type AnnualReport,
  type Rule,
  type T3Leaf,
  t3Columns,
  t3Leaves,
  t3Rows,
  t4Columns,
  t4Groups,
} from '#annual-report/contract'
import { cityReport, tableOf } from '../../../../test/world/annual-reports.ts'
import { readReport } from '../read-report.ts'
import { type Beside, checkReport, isSound } from './check-report.ts'

const changed = (report: AnnualReport, cell: string, value: unknown): AnnualReport => {
  const [table = '', row = '', column = ''] = cell.split('/')
  const copy = structuredClone(report) as unknown as Record<
    string,
    Record<string, Record<string, unknown>>
  >
  const cells = copy[table]?.[row]
  if (!cells) throw new Error(cell)
  cells[column] = value
  return copy as unknown as AnnualReport
}

const withText = (report: AnnualReport, number: number, text: string): AnnualReport => ({
  ...report,
  parts: report.parts.map((part) => (part.number === number ? { ...part, text } : part)),
})

/** Last year's report of the city, from which this year's carries over. */
const lastYear = (): AnnualReport => {
  const city = cityReport({ year: 2024, publishedOn: '2025-03-20' })
  const carried = Object.fromEntries(
    t3Columns.map((column) => [column, city.t3.r2[column]]),
  ) as AnnualReport['t3']['r4']
  return withText(
    {
      ...city,
      t2: { ...city.t2, normative: { issued: 5, repealed: 1, inForce: 131 } },
      t3: { ...city.t3, r4: carried },
    },
    5,
    '个别乡镇公开栏更新不及时，已逐月通报。',
  )
}

const named = (report: AnnualReport, beside: Beside = {}) =>
  checkReport(report, beside).findings.map(({ id, level, cell }) => `${id} ${level} ${cell}`)

test('[M151] finds nothing wrong with the report of a city, last year beside it', () => {
  const checked = checkReport(cityReport(), { previous: lastYear(), paidYuan: 0 })
  expect(checked).toEqual({ findings: [], notChecked: [] })
})

test('[M151] says which rules wait for last year’s report', () => {
  const checked = checkReport(cityReport({ publishedOn: null }))
  expect(isSound(checked)).toBe(true)
  expect(checked.notChecked).toEqual(['V04', 'V07', 'V10', 'V11', 'V14'])
})

const cells = fc.array(fc.nat(2_000), { minLength: 6, maxLength: 6 })

/** A table that balances: results and what is carried on, some of it carried over, the rest new. */
const balanced = fc
  .record({
    leaves: fc.array(cells, { minLength: t3Leaves.length, maxLength: t3Leaves.length }),
    r4: cells,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ leaves, r4, share }) => {
    const all = r4.map((rest, at) => leaves.reduce((sum, leaf) => sum + (leaf[at] ?? 0), rest))
    const r2 = all.map((sum) => Math.floor(sum * share))
    return tableOf({
      r1: all.map((sum, at) => sum - (r2[at] ?? 0)),
      r2,
      leaves: Object.fromEntries(t3Leaves.map((leaf, at) => [leaf, leaves[at] ?? []])) as Record<
        T3Leaf,
        number[]
      >,
      r4,
    })
  })
const tableRules = ['V01', 'V02', 'V03', 'V05', 'V06', 'V16']
const balanceOf = (report: AnnualReport) =>
  checkReport(report).findings.filter(({ id }) => tableRules.includes(id))

test('[M151] passes any table that balances', () => {
  fc.assert(
    fc.property(balanced, (t3) => {
      expect(balanceOf(cityReport({ t3 }))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

const cell = fc.oneof(
  fc
    .tuple(fc.constantFrom(...t3Rows), fc.constantFrom(...t3Columns))
    .map(([row, column]) => `t3/${row}/${column}`),
  fc
    .tuple(fc.constantFrom(...t4Groups), fc.constantFrom(...t4Columns))
    .map(([group, column]) => `t4/${group}/${column}`),
)
const wrong = fc.oneof(
  fc.integer({ min: 1, max: 9_999 }).map((by) => ({ by })),
  fc.constantFrom(null, '', '/', '12', -1, 0.5).map((to) => ({ to })),
)

test('[M151] names any single cell that was changed', () => {
  fc.assert(
    fc.property(balanced, cell, wrong, (t3, at, how) => {
      const report = cityReport({ t3 })
      const [table = '', row = '', column = ''] = at.split('/')
      const held = (report as unknown as Record<string, Record<string, Record<string, number>>>)[
        table
      ]?.[row]?.[column]
      const value = 'by' in how ? (held ?? 0) + how.by : how.to
      const found = balanceOf(changed(report, at, value))
      expect(found.some(({ level }) => level === 'ERROR')).toBe(true)
      expect(found.flatMap((one) => one.cells)).toContain(at)
    }),
    { numRuns: 200 },
  )
})

const cases: readonly {
  readonly rule: Rule
  readonly title: string
  readonly report: () => AnnualReport
  readonly beside?: Beside
  readonly says: string
}[] = [
  {
    rule: 'V01',
    title: 'more came in than was done or is carried on',
    report: () => changed(cityReport(), 't3/r1/c2', 253),
    says: 'V01 ERROR t3/r1/c2',
  },
  {
    rule: 'V02',
    title: 'a total of results that is not their sum',
    report: () => changed(cityReport(), 't3/r3.7/c7', 13_811),
    says: 'V02 ERROR t3/r3.7/c7',
  },
  {
    rule: 'V03',
    title: 'a last column that is not the sum of the six',
    report: () => changed(cityReport(), 't3/r4/c7', 820),
    says: 'V03 ERROR t3/r4/c7',
  },
  {
    rule: 'V04',
    title: 'other cases carried over than last year carried on',
    report: () => cityReport(),
    beside: { previous: changed(lastYear(), 't3/r4/c1', 534) },
    says: 'V04 ERROR t3/r2/c1',
  },
  {
    rule: 'V05',
    title: 'a blank',
    report: () => changed(cityReport(), 't4/direct/other', null),
    says: 'V05 ERROR t4/direct/other',
  },
  {
    rule: 'V06',
    title: 'a total of outcomes that is not their sum',
    report: () => changed(cityReport(), 't4/direct/total', 57),
    says: 'V06 ERROR t4/direct/total',
  },
  {
    rule: 'V07',
    title: 'documents in force that came from nowhere',
    report: () => changed(cityReport(), 't2/normative/inForce', 141),
    beside: { previous: lastYear() },
    says: 'V07 WARN t2/normative/inForce',
  },
  {
    rule: 'V08',
    title: 'rules of an organ that makes none',
    report: () => changed(cityReport(), 't2/rules/inForce', 2),
    says: 'V08 WARN t2/rules/inForce',
  },
  {
    rule: 'V09',
    title: 'another number of requests in the text',
    report: () => withText(cityReport(), 1, '全年共收到政府信息公开申请１４，０６８件，按时答复。'),
    says: 'V09 WARN parts/1',
  },
  {
    rule: 'V10',
    title: 'pending cases that did not come back',
    report: () => cityReport(),
    beside: { previous: changed(lastYear(), 't4/direct/pending', 57) },
    says: 'V10 WARN t4/direct/total',
  },
  {
    rule: 'V11',
    title: 'last year’s problems in last year’s words',
    report: () => cityReport(),
    beside: { previous: cityReport({ year: 2024 }) },
    says: 'V11 WARN parts/5',
  },
  {
    rule: 'V12',
    title: 'no word on the fee',
    report: () => withText(cityReport(), 6, '没有其他需要报告的事项。'),
    says: 'V12 ERROR parts/6',
  },
  {
    rule: 'V12',
    title: 'another fee than was paid',
    report: () => withText(cityReport(), 6, '本年度收取信息处理费0.2万元。'),
    beside: { paidYuan: 2_100 },
    says: 'V12 WARN parts/6',
  },
  {
    rule: 'V13',
    title: 'a part that is missing',
    report: () => ({ ...cityReport(), parts: cityReport().parts.slice(0, 5) }),
    says: 'V13 ERROR parts/6',
  },
  {
    rule: 'V13',
    title: 'parts in another order',
    report: () => ({ ...cityReport(), parts: cityReport().parts.toReversed() }),
    says: 'V13 ERROR parts/1',
  },
  {
    rule: 'V14',
    title: 'a report of a government published in April',
    report: () => cityReport({ publishedOn: '2026-04-01' }),
    says: 'V14 WARN publishedOn',
  },
  {
    rule: 'V14',
    title: 'a report of a department published in February',
    report: () => cityReport({ publisher: 'department', publishedOn: '2026-02-01' }),
    says: 'V14 WARN publishedOn',
  },
  {
    rule: 'V15',
    title: 'a table that is a picture',
    report: () => cityReport({ tablesAs: 'picture' }),
    says: 'V15 ERROR tablesAs',
  },
  {
    rule: 'V16',
    title: 'answers in part that count as refusals as well',
    report: () => {
      const city = cityReport()
      const more = (at: string, by: number) => (report: AnnualReport) => {
        const [, row = '', column = ''] = at.split('/')
        const held = (report.t3 as unknown as Record<string, Record<string, number>>)[row]?.[column]
        return changed(report, at, (held ?? 0) + by)
      }
      return ['t3/r3.3.4/c1', 't3/r3.3.4/c7', 't3/r3.7/c1', 't3/r3.7/c7'].reduce(
        (report, at) => more(at, 7)(report),
        city,
      )
    },
    says: 'V16 WARN t3/r3.2/c1',
  },
]

test.each(cases)('[M151] $rule names $title', ({ report, beside, says }) => {
  expect(named(report(), beside)).toContain(says)
})

test('[M151] a note explains what a corrected report of last year left different', () => {
  const previous = changed(lastYear(), 't3/r4/c1', 534)
  const notes = [{ id: 'V04', cell: 't3/r2/c1', note: '上年度报告漏计一件，已更正。' }]
  expect(named(cityReport(), { previous })).toContain('V04 ERROR t3/r2/c1')
  expect(named(cityReport({ notes }), { previous })).toContain('V04 WARN t3/r2/c1')
})

test('[M151] a local date earlier than the statutory one is the one that counts', () => {
  const deadlines = [
    { from: '2026-01-01', publisher: 'government', monthDay: '02-20', article: '市政务公开办通知' },
    { from: '2019-05-15', publisher: 'government', monthDay: '03-31', article: '第四十九条' },
  ] as const
  expect(named(cityReport({ publishedOn: '2026-02-21' }), { deadlines })).toContain(
    'V14 WARN publishedOn',
  )
})

test('[M151] refuses what is no report, with the place', () => {
  const city = JSON.parse(JSON.stringify(cityReport())) as Record<string, unknown>
  const place = (given: object) => {
    try {
      readReport(JSON.stringify({ ...city, ...given }))
      return 'read'
    } catch (error) {
      return (error as { params: { at: string } }).params.at
    }
  }
  expect(place({ t3: { r9: {} } })).toBe('t3')
  expect(place({ t4: { direct: { upheld: true } } })).toBe('t4/direct/upheld')
  expect(place({ parts: 'six' })).toBe('parts')
  expect(place({ publishedOn: '2026-02-30' })).toBe('publishedOn')
  expect(() => readReport('{"year": 2025,')).toThrow('annualReport.unreadable')
  expect(() => readReport(JSON.stringify({ ...city, year: 2019 }))).toThrow(
    'annualReport.otherForm',
  )
})

test('[M151] a cell that is left out is a blank, not a zero', () => {
  const { r4, ...t3 } = cityReport().t3
  const report = readReport(JSON.stringify({ ...cityReport(), t3 }))
  expect(r4.c7).toBe(819)
  expect(named(report).filter((one) => one.startsWith('V05'))).toHaveLength(7)
})
