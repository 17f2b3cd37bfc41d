import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { main } from '../main.ts'

/*
 * A second opinion on `report annual --check`: the form and its equations are written out here once more,
 * from 国办公开办函〔2021〕30号 and docs/reference/annual-report.md, and share nothing with the program.
 */

type Cells = Record<string, unknown>
type Table = Record<string, Cells>
interface Report {
  [key: string]: unknown
  t2: Table
  t3: Table
  t4: Table
}

const columns = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7']
const leaves = (
  '3.1 3.2 3.3.1 3.3.2 3.3.3 3.3.4 3.3.5 3.3.6 3.3.7 3.3.8 3.4.1 3.4.2 3.4.3 ' +
  '3.5.1 3.5.2 3.5.3 3.5.4 3.5.5 3.6.1 3.6.2 3.6.3'
)
  .split(' ')
  .map((number) => `r${number}`)
const rows = ['r1', 'r2', ...leaves, 'r3.7', 'r4']
const groups = ['reconsideration', 'direct', 'afterReconsideration']

const line = (...six: number[]): Cells =>
  Object.fromEntries(
    [...six, six.reduce((sum, one) => sum + one, 0)].map((value, at) => [columns[at], value]),
  )
const outcome = (upheld: number, corrected: number, other: number, pending: number): Cells => ({
  upheld,
  corrected,
  other,
  pending,
  total: upheld + corrected + other + pending,
})

/** 40 + 5 = 38 + 7, spread over six classes; every row of results holds something somewhere. */
const sound = (): Report => {
  const results = leaves.map((_, at) => line(at === 0 ? 18 : 1, 0, 0, 0, 0, 0))
  return {
    organization: { code: 'x-education', name: '某县教育局' },
    year: 2025,
    publishedOn: '2026-01-20',
    parts: [
      '一、总体情况',
      '二、主动公开政府信息情况',
      '三、收到和处理政府信息公开申请情况',
      '四、政府信息公开行政复议、行政诉讼情况',
      '五、存在的主要问题及改进情况',
      '六、其他需要报告的事项',
    ].map((title, at) => ({
      number: at + 1,
      title,
      text: [
        '本年度扎实推进公开工作。',
        '',
        '',
        '',
        '目录更新偏慢，将按月核对。',
        '未收取信息处理费。',
      ][at],
    })),
    t2: {
      rules: { issued: 0, repealed: 0, inForce: 0 },
      normative: { issued: 3, repealed: 1, inForce: 20 },
      permits: { decisions: 11 },
      penalties: { decisions: 7 },
      coercion: { decisions: 0 },
      charges: { amountWan: 1.25 },
    },
    t3: {
      r1: line(36, 2, 0, 1, 1, 0),
      r2: line(4, 1, 0, 0, 0, 0),
      ...Object.fromEntries(leaves.map((leaf, at) => [leaf, results[at] as Cells])),
      'r3.7': line(38, 0, 0, 0, 0, 0),
      r4: line(2, 3, 0, 1, 1, 0),
    },
    t4: {
      reconsideration: outcome(2, 1, 0, 1),
      direct: outcome(1, 0, 0, 0),
      afterReconsideration: outcome(0, 0, 1, 1),
    },
  }
}

const lastYear = (): Report => {
  const report = sound()
  report.year = 2024
  report.publishedOn = '2025-01-20'
  report.t2.normative = { issued: 2, repealed: 0, inForce: 18 }
  // 21 + 2 + … : what was carried on is what 2025 carries over, in every column.
  report.t3.r4 = line(4, 1, 0, 0, 0, 0)
  report.t3.r1 = line(34, 1, 0, 0, 0, 0)
  report.t3.r2 = line(8, 0, 0, 0, 0, 0)
  report.t4.reconsideration = outcome(0, 0, 0, 4)
  ;(report.parts as { text: string }[])[4] = {
    ...(report.parts as { text: string }[])[4],
    text: '上年经办人员更换频繁，已安排跟班学习。',
  } as { text: string }
  return report
}

const folder = mkdtempSync(join(tmpdir(), 'gongkai-oracle-'))
const put = (name: string, content: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}
const before = process.exitCode
afterAll(() => {
  process.exitCode = before
})

/** Runs the program as it is started, and takes what it says. */
const run = async (...args: string[]) => {
  const said = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      said[stream] += String(chunk)
      return true
    }),
  )
  process.exitCode = 0
  try {
    await main(args)
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  const code = process.exitCode
  process.exitCode = before
  return { ...said, code }
}

interface Finding {
  id: string
  level: string
  cell: string
  equation: string
  left: unknown
  right: unknown
  cells: string[]
}
const check = async (report: unknown, previous?: unknown) => {
  const args = ['report', 'annual', '--check', put('a.json', report), '--json']
  if (previous) args.push('--previous', put('b.json', previous))
  const { stdout, stderr, code } = await run(...args)
  return { code, stderr, out: stdout ? (JSON.parse(stdout) as Record<string, unknown>) : null }
}
const findings = (out: Record<string, unknown> | null) => (out?.findings ?? []) as Finding[]
const short = ({ id, level, cell, left, right }: Finding) =>
  `${id} ${level} ${cell} ${left} ${right}`

const value = (table: Table, row: string, column: string): number | null => {
  const held = table[row]?.[column]
  return typeof held === 'number' && Number.isFinite(held) ? held : null
}
const add = (numbers: (number | null)[]): number | null =>
  numbers.includes(null) ? null : numbers.reduce<number>((sum, one) => sum + (one ?? 0), 0)

/** V01–V06 as the form says them; an equation with a blank in it waits until the blank is filled. */
const expected = ({ t2, t3, t4 }: Report, previous?: Report): string[] => {
  const out: string[] = []
  const equal = (id: string, cell: string, left: number | null, right: number | null) => {
    if (left !== null && right !== null && left !== right)
      out.push(`${id} ERROR ${cell} ${left} ${right}`)
  }
  for (const c of columns) {
    const at = (row: string) => value(t3, row, c)
    equal('V01', `t3/r1/${c}`, add([at('r1'), at('r2')]), add([at('r3.7'), at('r4')]))
    equal('V02', `t3/r3.7/${c}`, at('r3.7'), add(leaves.map(at)))
    if (previous) equal('V04', `t3/r2/${c}`, at('r2'), value(previous.t3, 'r4', c))
  }
  for (const row of rows) {
    const six = columns.slice(0, 6).map((c) => value(t3, row, c))
    equal('V03', `t3/${row}/c7`, value(t3, row, 'c7'), add(six))
  }
  for (const group of groups) {
    const four = ['upheld', 'corrected', 'other', 'pending'].map((c) => value(t4, group, c))
    equal('V06', `t4/${group}/total`, value(t4, group, 'total'), add(four))
  }
  const whole = (name: string, table: Table) => {
    for (const [row, cells] of Object.entries(table))
      for (const [column, held] of Object.entries(cells)) {
        const isAmount = `${name}/${row}/${column}` === 't2/charges/amountWan'
        const isRight =
          typeof held === 'number' && held >= 0 && (isAmount || Number.isSafeInteger(held))
        if (!isRight) out.push(`V05 ERROR ${name}/${row}/${column} ${held ?? null} null`)
      }
  }
  whole('t2', t2)
  whole('t3', t3)
  whole('t4', t4)
  return out.sort()
}
const balances = ['V01', 'V02', 'V03', 'V04', 'V05', 'V06']
const told = (out: Record<string, unknown> | null) =>
  findings(out)
    .filter(({ id }) => balances.includes(id))
    .map(short)
    .sort()

test('[M151] a sound report ends with 0 and says nothing; its answer has its keys in their order', async () => {
  const { code, stderr, out } = await check(sound(), lastYear())
  expect(stderr).toBe('')
  expect(code).toBe(0)
  expect(Object.keys(out ?? {})).toEqual([
    'organization',
    'year',
    'sound',
    'findings',
    'notChecked',
  ])
  expect(out).toMatchObject({ year: 2025, sound: true, findings: [], notChecked: [] })
  const alone = await check(sound())
  expect(alone.out?.notChecked).toEqual(['V04', 'V07', 'V10', 'V11'])
})

test('[M151] every cell of the third and fourth part, one more and one less, breaks what the form says it breaks', async () => {
  const cells = [
    ...rows.flatMap((row) => columns.map((column) => ['t3', row, column] as const)),
    ...groups.flatMap((group) =>
      ['upheld', 'corrected', 'other', 'pending', 'total'].map(
        (column) => ['t4', group, column] as const,
      ),
    ),
  ]
  expect(cells).toHaveLength(25 * 7 + 15)
  for (const [table, row, column] of cells)
    for (const by of [1, -1]) {
      const report = sound()
      const cell = report[table][row] as Cells
      cell[column] = (cell[column] as number) + by
      const { code, out } = await check(report)
      const broken = expected(report)
      expect(broken.length, `${table}/${row}/${column} ${by}`).toBeGreaterThan(0)
      expect(told(out), `${table}/${row}/${column} ${by}`).toEqual(broken)
      expect(code).toBe(1)
    }
}, 60_000)

test('[M151] names an equation by all of its cells, both sides as sums', async () => {
  const report = sound()
  report.t3.r4 = line(3, 3, 0, 1, 1, 0)
  const { out } = await check(report)
  const [first] = findings(out)
  expect(Object.keys(first ?? {})).toEqual([
    'id',
    'level',
    'cell',
    'equation',
    'left',
    'right',
    'cells',
  ])
  expect(first).toMatchObject({
    id: 'V01',
    equation: 't3/r1/c1 + t3/r2/c1 = t3/r3.7/c1 + t3/r4/c1',
    left: 40,
    right: 41,
    cells: ['t3/r1/c1', 't3/r2/c1', 't3/r3.7/c1', 't3/r4/c1'],
  })
  const results = sound()
  results.t3['r3.6.3'] = line(2, 0, 0, 0, 0, 0)
  const v02 = findings((await check(results)).out).find(({ id }) => id === 'V02')
  expect(v02?.equation).toBe(`t3/r3.7/c1 = ${leaves.map((leaf) => `t3/${leaf}/c1`).join(' + ')}`)
  expect(v02?.cells).toHaveLength(22)
})

test('[M151] last year beside it: each column carried over, in both directions, and a note that explains it', async () => {
  for (const column of columns)
    for (const by of [1, -1]) {
      const previous = lastYear()
      const r4 = previous.t3.r4 as Cells
      r4[column] = (r4[column] as number) + by
      const { code, out } = await check(sound(), previous)
      expect(told(out)).toEqual(expected(sound(), previous))
      expect(told(out)).toHaveLength(1)
      expect(code).toBe(1)
      const noted = {
        ...sound(),
        notes: [{ id: 'V04', cell: `t3/r2/${column}`, note: '上年报告已更正。' }],
      }
      const explained = await check(noted, previous)
      expect(explained.code).toBe(0)
      expect(findings(explained.out)).toMatchObject([
        { id: 'V04', level: 'WARN', cell: `t3/r2/${column}` },
      ])
    }
})

test('[M151] blanks, strokes, text, fractions, negative and endless numbers are V05 at their cell', async () => {
  const wrong = [null, '', '/', '12', '１２', -1, -0.5, 0.5, 1e20, true]
  for (const [table, row, column] of [
    ['t2', 'permits', 'decisions'],
    ['t2', 'normative', 'inForce'],
    ['t3', 'r2', 'c3'],
    ['t3', 'r3.3.8', 'c7'],
    ['t4', 'direct', 'total'],
  ] as const)
    for (const held of wrong) {
      const report = sound()
      ;(report[table][row] as Cells)[column] = held
      const { code, out, stderr } = await check(report)
      expect(code).toBe(1)
      // Neither number nor text: that is no report.
      if (held === true) expect(stderr).toContain(`${table}/${row}/${column}`)
      else expect(told(out), `${table}/${row}/${column} = ${held}`).toEqual(expected(report))
    }
  for (const [held, code] of [
    [0, 0],
    [1034.567, 0],
    [-0.01, 1],
    [null, 1],
  ] as const) {
    const report = sound()
    report.t2.charges = { amountWan: held }
    expect((await check(report)).code).toBe(code)
  }
})

test('[M151] a key that is missing is a blank; a table that is missing and a key too many are named and refused', async () => {
  const cell = sound()
  delete (cell.t3.r4 as Cells).c5
  expect(told((await check(cell)).out)).toEqual(['V05 ERROR t3/r4/c5 null null'])
  const row = sound()
  delete row.t3['r3.5.4']
  const blanks = told((await check(row)).out)
  expect(blanks).toEqual(columns.map((column) => `V05 ERROR t3/r3.5.4/${column} null null`))

  for (const [change, place] of [
    [{ t4: undefined }, 't4'],
    [{ t2: undefined }, 't2'],
    [{ parts: undefined }, 'parts'],
    [{ organization: { code: 'x' } }, 'organization/name'],
    [{ year: '2025' }, 'year'],
    [{ year: 2025.5 }, 'year'],
    [{ publishedOn: '2026-02-30' }, 'publishedOn'],
    [{ publisher: 'ministry' }, 'publisher'],
    [{ signedBy: '某某' }, 'signedBy'],
    [{ t3: { ...sound().t3, 'r3.3.9': line(1, 0, 0, 0, 0, 0) } }, 'r3.3.9'],
    [{ t3: { ...sound().t3, r1: { ...sound().t3.r1, c8: 1 } } }, 'c8'],
    [{ t4: { ...sound().t4, direct: { ...sound().t4.direct, won: 1 } } }, 'won'],
  ] as const) {
    const { code, stderr, out } = await check({ ...sound(), ...change })
    expect(code, place).toBe(1)
    expect(out, place).toBeNull()
    expect(stderr, place).toContain(place)
  }
})

test('[M151] what is no report ends with 1 and says where; a wrong call ends with 2', async () => {
  const one = async (content: string) => {
    const answer = await run('report', 'annual', '--check', put('c.json', content), '--json')
    expect(answer.stdout).toBe('')
    expect(answer.stderr).not.toMatch(/\bat .*\.ts:\d+/)
    return answer.code
  }
  expect(await one('')).toBe(1)
  expect(await one('{')).toBe(1)
  expect(await one('[]')).toBe(1)
  expect(await one('null')).toBe(1)
  expect(await one('"报告"')).toBe(1)
  expect(await one(JSON.stringify({ ...sound(), year: 2020 }))).toBe(1)
  const missing = await run('report', 'annual', '--check', join(folder, 'nothing.json'))
  expect(missing.code).toBe(1)
  expect(missing.stderr).toContain('nothing.json')
  // Windows programs put a mark before the text.
  expect(
    (await run('report', 'annual', '--check', put('d.json', `\uFEFF${JSON.stringify(sound())}`)))
      .code,
  ).toBe(0)

  const path = put('e.json', sound())
  for (const args of [
    [],
    ['annual'],
    ['yearly', '--check', path],
    ['annual', '--check'],
    ['annual', '--check', path, '--organization', 'x', '--year', '2025'],
    ['annual', '--organization', 'x'],
    ['annual', '--organization', 'x', '--year', '25'],
    ['annual', '--check', path, '--strict'],
    ['annual', 'more', '--check', path],
  ])
    expect((await run('report', ...args)).code, args.join(' ')).toBe(2)
})

test('[M151] a report of another year or organ is not last year’s', async () => {
  for (const change of [
    { year: 2023 },
    { year: 2025 },
    { organization: { code: 'x-civil', name: '某县民政局' } },
  ]) {
    const { code, stderr, out } = await check(sound(), { ...lastYear(), ...change })
    expect(code).toBe(1)
    expect(out).toBeNull()
    expect(stderr).toContain('x-education')
  }
})

test('[M151] warnings: in force, rules, pending, told figures, fees, days, pictures', async () => {
  const one = async (change: (report: Report, previous: Report) => void) => {
    const [report, previous] = [sound(), lastYear()]
    change(report, previous)
    const { code, out } = await check(report, previous)
    return [code, ...findings(out).map(({ id, level, cell }) => `${id} ${level} ${cell}`)]
  }
  const part = (report: Report, at: number, text: string) => {
    ;(report.parts as { text: string }[])[at - 1] = {
      ...(report.parts as { text: string }[])[at - 1],
      text,
    } as { text: string }
  }
  for (const inForce of [19, 21])
    expect(
      await one((report) => {
        report.t2.normative = { issued: 3, repealed: 1, inForce }
      }),
    ).toEqual([0, 'V07 WARN t2/normative/inForce'])
  expect(
    await one((report, previous) => {
      report.t2.rules = { issued: 0, repealed: 0, inForce: 2 }
      previous.t2.rules = { issued: 0, repealed: 0, inForce: 2 }
    }),
  ).toEqual([0, 'V08 WARN t2/rules/inForce'])
  // Four pending and four in all: they came back. Five pending did not.
  expect(
    await one((_, previous) => {
      previous.t4.reconsideration = outcome(0, 0, 0, 5)
    }),
  ).toEqual([0, 'V10 WARN t4/reconsideration/total'])
  expect(await one((report) => part(report, 1, '全年收到政府信息公开申请41件。'))).toEqual([
    0,
    'V09 WARN parts/1',
  ])
  expect(await one((report) => part(report, 1, '全年收到政府信息公开申请40件。'))).toEqual([0])
  expect(await one((_, previous) => part(previous, 5, '目录更新偏慢，将按月核对。'))).toEqual([
    0,
    'V11 WARN parts/5',
  ])
  expect(await one((report) => part(report, 6, '无其他事项。'))).toEqual([1, 'V12 ERROR parts/6'])
  expect(await one((report) => part(report, 5, ' '))).toEqual([1, 'V13 ERROR parts/5'])
  expect(
    await one((report) => {
      report.parts = (report.parts as object[]).toReversed()
    }),
  ).toContain('V13 ERROR parts/1')
  for (const [publisher, publishedOn, late] of [
    ['department', '2026-01-31', false],
    ['department', '2026-02-01', true],
    ['township', '2026-02-01', true],
    ['government', '2026-03-31', false],
    ['government', '2026-04-01', true],
  ] as const)
    expect(
      await one((report) => {
        Object.assign(report, { publisher, publishedOn })
      }),
    ).toEqual(late ? [0, 'V14 WARN publishedOn'] : [0])
  expect(
    await one((report) => {
      report.tablesAs = 'picture'
    }),
  ).toEqual([1, 'V15 ERROR tablesAs'])
  // One request answered in part and counted as refused as well: three more results than there were.
  const twice = await one((report) => {
    report.t3['r3.2'] = line(2, 0, 0, 0, 0, 0)
    report.t3['r3.7'] = line(39, 0, 0, 0, 0, 0)
  })
  expect(twice).toContain('V16 WARN t3/r3.2/c1')
  expect(twice).toContain('V01 ERROR t3/r1/c1')
})
