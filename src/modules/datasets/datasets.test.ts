import { performance } from 'node:perf_hooks'
import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'
import { readTables } from '#catalogue'
import { publishEdition, saveDraft, startCorrection, submitEdition, thePublic } from '#documents'
import {
  approveAll,
  makeDraft,
  makeOffice,
  monday,
  publish,
} from '../../../test/world/documents.ts'
import { world } from '../../../test/world/world.ts'
import {
  comparisonOf,
  createDataset,
  csvOf,
  datasetsOnPage,
  importRows,
  jsonOf,
  readInThread,
  readTableFile,
  removeDataset,
  rowsOf,
  saveRows,
  tablesOf,
  tablesToSeal,
  xlsxOf,
} from './index.ts'
import { writeInThread } from './write-in-thread.ts'

const w = await world()
const office = await makeOffice(w)
const { clerk } = office

const draftWith = async (schemaCode: string, fields = {}, year = 2026) => {
  const draft = await makeDraft(w, office, fields)
  const table = await w.act(
    (act) => createDataset(act, { id: draft.editionId, schemaCode, year, title: '' }),
    clerk,
    monday,
  )
  return { draft, table }
}

const heading = [
  '乡镇',
  '村',
  '姓名',
  '身份证号码',
  '补贴项目',
  '面积',
  '补贴标准',
  '补贴金额',
  '开户账号',
]
const line = (name: string, amount: unknown, area: unknown = 3.2) => [
  '城关镇',
  '柳林村',
  name,
  '110101199003074258',
  '耕地地力保护补贴',
  area,
  100,
  amount,
  '6222020200112233445',
]

const bring = async (
  table: { id: number; version: number; schemaCode: string },
  rows: readonly (readonly unknown[])[],
  options: { apply?: 'true' | 'false'; mode?: 'replace' | 'append' } = {},
) => {
  const bytes = await writeXlsx({ sheets: [{ name: '名册', rows: rows as never }] })
  const file = { name: '名册.xlsx', bytes }
  const read = readTableFile(table.schemaCode, file)
  return w.act(
    (act) =>
      importRows(act, {
        id: table.id,
        version: table.version,
        mode: options.mode ?? 'replace',
        apply: options.apply ?? 'true',
        file,
        read,
      }),
    clerk,
    monday,
  )
}

const csvFile = async (rows: readonly (readonly unknown[])[]) => ({
  name: '名册.csv',
  bytes: new TextEncoder().encode(rows.map((cells) => cells.join(',')).join('\n')),
})

const everywhere = async () => {
  const { rows } = await w.house.pool.query(
    `select (select coalesce(string_agg(cells::text, ''), '') from datasets.row)
      || (select coalesce(string_agg(to_jsonb(a)::text, ''), '') from audit.entry a) as text`,
  )
  return String(rows[0].text)
}

test('[M18] a look at a file tells what becomes of each column and changes nothing', async () => {
  const { table } = await draftWith('farm-subsidies')
  const look = await bring(
    table,
    [
      ['2026年惠农补贴发放名册'],
      heading,
      line('张小明', 320),
      line('李大', '三百'),
      ['合计', '', '', '', '', '', '', 700],
    ],
    { apply: 'false' },
  )
  expect(look.headings.filter(({ to }) => to === 'never').map((one) => one.heading)).toEqual([
    '身份证号码',
    '开户账号',
  ])
  expect(look).toMatchObject({ applied: false, rows: 2, leftOut: 1, missing: [] })
  expect(look.sample[0]).toMatchObject({ household: '张*明', amount: '320', area: '3.2' })
  const wrong = look.issues.filter(({ level }) => level === 'error')
  expect(wrong.map(({ row, column, code }) => [row, column, code])).toEqual([
    [2, 'amount', 'notNumber'],
    [null, 'amount', 'notTotal'],
  ])
  expect(
    (await rowsOf(w.db, clerk, { id: table.id, after: 0, limit: 10, wrong: 'false' })).rows,
  ).toEqual([])
})

test('[M18] full names, ID and bank numbers are nowhere kept, not even of a draft', async () => {
  const { table } = await draftWith('farm-subsidies')
  const done = await bring(table, [heading, line('诸葛小明', 320), line('王二', 320)])
  expect(done).toMatchObject({ applied: true, errors: 0 })
  const saved = await w.act(
    (act) =>
      saveRows(act, {
        id: table.id,
        version: done.dataset.version,
        put: [
          {
            row: null,
            cells: { village: '柳林村', household: '司马小红', item: '农机购置补贴', amount: '50' },
          },
        ],
        remove: [],
      }),
    clerk,
  )
  expect(saved.dataset).toMatchObject({ rows: 3, totals: { amount: 690 } })
  const kept = await everywhere()
  for (const secret of ['诸葛小明', '司马小红', '110101199003074258', '6222020200112233445'])
    expect(kept).not.toContain(secret)
  expect(kept).toContain('诸**明')
})

test('[M18] what is given in 万元 stands in 元, and dates and figures are exact', async () => {
  const { table } = await draftWith('farm-subsidies')
  const done = await bring(table, [
    ['村', '姓名', '项目', '补贴金额（万元）', '发放日期'],
    ['柳林村', '赵小四', '良种补贴', 0.12345, new Date('2026-03-01T00:00:00Z')],
  ])
  expect(done.sample[0]).toMatchObject({ amount: '1234.5', paidOn: '2026-03-01' })
})

test('[M18] a table with errors or without rows vetoes going up for review; mended it goes', async () => {
  const { draft, table } = await draftWith('farm-subsidies')
  const submit = () =>
    w.act(
      (act) => submitEdition(act, { id: draft.editionId, version: draft.version }),
      clerk,
      monday,
    )
  await expect(submit()).rejects.toMatchObject({ code: 'datasets.tableEmpty' })
  const done = await bring(table, [heading, line('张小明', 320), line('李大', 3200)])
  expect(done.errors).toBe(1)
  await expect(submit()).rejects.toMatchObject({ code: 'datasets.tableWrong' })
  const [, wrong] = (
    await rowsOf(w.db, clerk, { id: table.id, after: 0, limit: 10, wrong: 'false' })
  ).rows
  const saved = await w.act(
    (act) =>
      saveRows(act, {
        id: table.id,
        version: done.dataset.version,
        put: [{ row: 2, cells: { ...wrong?.cells, amount: '320' } }],
        remove: [],
      }),
    clerk,
  )
  expect(saved.dataset.errors).toBe(0)
  await submit()
  // In review it is read-only, with everything that belongs to it.
  const late = { id: table.id, version: saved.dataset.version }
  await expect(w.act((act) => removeDataset(act, late), clerk)).rejects.toMatchObject({
    code: 'documents.readOnly',
  })
})

test('[M18] removed rows close their gap; a version that is old is refused', async () => {
  const { table } = await draftWith('farm-subsidies')
  const done = await bring(table, [
    heading,
    line('张一', 320),
    line('张二二', 320),
    line('张三三', 320),
  ])
  const remove = { id: table.id, version: done.dataset.version, put: [], remove: [1] }
  const { dataset } = await w.act((act) => saveRows(act, remove), clerk)
  expect(dataset.rows).toBe(2)
  const { rows } = await rowsOf(w.db, clerk, { id: table.id, after: 0, limit: 10, wrong: 'false' })
  expect(rows.map(({ row, cells }) => [row, cells.household])).toEqual([
    [1, '张*二'],
    [2, '张*三'],
  ])
  await expect(w.act((act) => saveRows(act, remove), clerk)).rejects.toMatchObject({
    code: 'datasets.changedMeanwhile',
  })
  await expect(tablesOf(w.db, office.stranger, dataset.editionId)).rejects.toMatchObject({
    code: 'documents.notFound',
  })
})

const asked = { table: 1, sort: null, descending: false, where: {}, words: '', after: null }

test('[M18] a table is the public’s when its document is: sorted, narrowed, added up, downloaded', async () => {
  const { draft, table } = await draftWith('farm-subsidies')
  await bring(table, [
    heading,
    line('张小明', 320),
    line('=cmd', 100, 1),
    ...Array.from({ length: 60 }, (_, at) =>
      line(`村民${at}`, (at + 1) * 100, at + 1).with(1, at % 2 ? '石桥村' : '柳林村'),
    ),
  ])
  const page = (query = {}) =>
    datasetsOnPage(w.db, draft.editionId, { ...asked, ...query }, thePublic)
  expect(await page()).toEqual([])
  for (const file of [
    csvOf(w.db, draft.documentId, 1, thePublic),
    xlsxOf(w.db, draft.documentId, thePublic),
  ])
    expect(await file).toBeNull()

  await publish(w, office, draft)
  const [plain] = await page()
  expect(plain).toMatchObject({ count: 62, totals: { amount: 183_420 } })
  expect(plain?.rows).toHaveLength(50)
  expect(plain?.summary.groups[0]?.name).toBe('石桥村')

  const [most] = await page({ sort: 'amount', descending: true })
  expect(most?.rows[0]?.cells.amount).toBe('6000')
  const [rest] = await page({ sort: 'amount', descending: true, after: most?.next ?? null })
  expect(rest?.rows).toHaveLength(12)
  expect(new Set([...(most?.rows ?? []), ...(rest?.rows ?? [])].map(({ row }) => row)).size).toBe(
    62,
  )
  const [narrow] = await page({ where: { village: '石桥村', household: '不是筛选列' } })
  expect(narrow).toMatchObject({ count: 30, totals: { amount: 93_000 } })
  expect((await page({ words: '100%' }))[0]?.count).toBe(0)

  const csv = String((await csvOf(w.db, draft.documentId, 1, thePublic))?.body)
  expect(csv).toContain('补贴金额（元）')
  expect(csv).toContain("'=**d")
  expect(csv).not.toContain('张小明')
  const xlsx = await xlsxOf(w.db, draft.documentId, thePublic)
  const [sheet] = readTables({ name: 'a.xlsx', bytes: new Uint8Array(xlsx?.body as Buffer) })
  expect(sheet?.grid[1]?.map((cell) => cell?.text)).toContain('320')
  expect(
    JSON.parse(String((await jsonOf(w.db, draft.documentId, thePublic))?.body)).tables[0].rows,
  ).toHaveLength(62)
})

test('[M18] a correction takes the table over; the old one stays up until it is signed', async () => {
  const { draft, table } = await draftWith('farm-subsidies')
  await bring(table, [heading, line('张小明', 320)])
  await publish(w, office, draft)
  const opened = await w.act((act) => startCorrection(act, { id: draft.documentId }), clerk, monday)
  const [copy] = (await tablesOf(w.db, clerk, opened.editionId)).datasets
  expect(copy).toMatchObject({ rows: 1, errors: 0 })
  if (!copy) throw new Error('no table was taken over')
  await bring(copy, [heading, line('张小明', 320), line('李四四', 320)])
  const csv = async () => String((await csvOf(w.db, draft.documentId, 1, thePublic))?.body)
  expect(await csv()).not.toContain('李*四')
  const saved = await w.act(
    (act) =>
      saveDraft(act, {
        id: opened.editionId,
        version: opened.version,
        fields: { correctionNote: '补充一户' },
      }),
    clerk,
    monday,
  )
  const approved = await approveAll(w, office, saved)
  await w.act(
    (act) => publishEdition(act, { id: approved.editionId, version: approved.version }),
    office.signer,
    monday,
  )
  expect(await csv()).toContain('李*四')
})

test('[M18] the same set of a unit stands beside those of other years', async () => {
  for (const [year, amount] of [
    [2024, 100],
    [2025, 150],
  ] as const) {
    const { draft, table } = await draftWith(
      'government-debt',
      { title: `${year}年政府债务` },
      year,
    )
    await bring(table, [
      ['债务类别', '债务限额', '债务余额'],
      ['一般债务', 500, amount],
      ['专项债务', 500, amount * 2],
    ])
    await publish(w, office, draft)
  }
  const found = await comparisonOf(w.db, 'government-debt', office.civil.code, thePublic)
  expect(found?.years.map(({ year, summary }) => [year, summary.totals.balance])).toEqual([
    [2025, 450],
    [2024, 300],
  ])
  expect(found?.groups).toContainEqual({ name: '专项债务', values: [300, 200] })
})

test('[M18] opening balances are compared with what was published for the year before', async () => {
  const { table } = await draftWith('government-debt', {}, 2026)
  const done = await bring(table, [
    ['债务类别', '债务限额', '年初余额', '债务余额'],
    ['一般债务', 500, 120, 120],
  ])
  expect(done.issues.map(({ code, level }) => [code, level])).toEqual([
    ['differsFromPrevious', 'warning'],
  ])
})

test('[M18] a file of 20,000 rows is read apart from the server, masked before it comes out, and refused beyond', async () => {
  const { table } = await draftWith('farm-subsidies')
  const household = (at: number) => line(`张${String.fromCodePoint(0x4e00 + at)}明`, 320)
  const lines = (count: number) =>
    [heading, ...Array.from({ length: count }, (_, at) => household(at))]
      .map((cells) => cells.join(','))
      .join('\n')
  const file = (text: string) => ({ name: '名册.csv', bytes: new TextEncoder().encode(text) })
  const read = await readInThread(table.schemaCode, file(lines(20_000)))
  expect(read.rows).toHaveLength(20_000)
  expect(read.rows[0]).toMatchObject({ household: '张*明', amount: '320' })
  expect(JSON.stringify(read)).not.toMatch(/110101199003074258|6222020200112233445/)
  const asked = { id: table.id, version: table.version, mode: 'replace', apply: 'true' } as const
  const done = await w.act(
    (act) => importRows(act, { ...asked, file: { name: '名册.csv' }, read }),
    clerk,
    monday,
  )
  expect(done).toMatchObject({ applied: true, rows: 20_000, dataset: { rows: 20_000 } })

  await expect(readInThread(table.schemaCode, file(lines(20_001)))).rejects.toMatchObject({
    code: 'datasets.tooManyRows',
  })
  await expect(readInThread(table.schemaCode, file('一,二\n三,四\n'))).rejects.toMatchObject({
    code: 'datasets.noColumns',
  })
}, 120_000)

/** How many rows the database hands out while a page is asked for. */
const counted = async <T>(work: (db: typeof w.db) => Promise<T>): Promise<[T, number]> => {
  let rows = 0
  const db = w.db.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      rows += result.rows.length
      return result
    },
  })
  return [await work(db), rows]
}

test('[M18] a page of a table of 20,000 rows reads its own rows, however many are wrong', async () => {
  const { table } = await draftWith('farm-subsidies')
  const wrongRows = 9_000
  const rows = Array.from({ length: 20_000 }, (_, at) => ({
    ...{ household: `张*${at}`, item: '耕地地力保护补贴', area: '1', rate: '100' },
    ...{
      township: office.town.name,
      village: office.town.name,
      amount: at >= 20_000 - wrongRows ? '90' : '100',
    },
  }))
  const read = {
    ...readTableFile(table.schemaCode, await csvFile([heading, line('张一', 320)])),
    rows,
  }
  const asked = { id: table.id, version: table.version, mode: 'replace', apply: 'true' } as const
  const { dataset } = await w.act(
    (act) => importRows(act, { ...asked, file: { name: '名册.csv' }, read }),
    clerk,
    monday,
  )
  expect([dataset.rows, dataset.errors]).toEqual([20_000, wrongRows])
  const page = (after: number, wrong: 'true' | 'false') =>
    counted((db) => rowsOf(db, clerk, { id: table.id, after, limit: 100, wrong }))

  // The page, one row more, the 500 that are told first, and who asks: never the table.
  const [middle, read1] = await page(11_050, 'false')
  expect(middle.rows.map(({ row, issues }) => [row, issues.length]).slice(-2)).toEqual([
    [11_149, 1],
    [11_150, 1],
  ])
  expect(middle.issues).toHaveLength(500)
  expect(read1).toBeLessThan(700)
  const [wrong, read2] = await page(12_000, 'true')
  expect(wrong.rows[0]).toMatchObject({
    row: 12_001,
    issues: [{ code: 'notProduct', row: 12_001 }],
  })
  expect(read2).toBeLessThan(700)
}, 120_000)

test('[M18] what is wrong stands beside its row: mended it goes, and what moved is told where it is now', async () => {
  const { table } = await draftWith('farm-subsidies')
  const done = await bring(table, [
    heading,
    line('张一一', 320),
    line('张二二', 3200),
    line('张三三', 3200),
    ['合计', '', '', '', '', '', '', 5],
  ])
  const now = () => rowsOf(w.db, clerk, { id: table.id, after: 0, limit: 10, wrong: 'false' })
  const before = await now()
  expect(before.issues).toEqual(done.issues)
  const errors = ({ issues }: (typeof before.rows)[number]) =>
    issues.filter(({ level }) => level === 'error').map(({ row, code }) => [row, code])
  expect(before.rows.map(errors)).toEqual([[], [[2, 'notProduct']], [[3, 'notProduct']]])
  const put = [{ row: 2, cells: { ...before.rows[1]?.cells, amount: '320' } }]
  const saved = await w.act(
    (act) => saveRows(act, { id: table.id, version: done.dataset.version, put, remove: [1] }),
    clerk,
  )
  const after = await now()
  expect(after.issues).toEqual(saved.issues)
  expect(after.rows.map(errors)).toEqual([[], [[2, 'notProduct']]])
})

test('[M18] a table with nothing wrong in it is paged without reading the whole', async () => {
  const { table } = await draftWith('farm-subsidies')
  const lines = Array.from({ length: 250 }, (_, at) => line(`王${at}户`, 320, 3.2))
  const { dataset } = await bring(table, [heading, ...lines])
  const page = (after: number) =>
    rowsOf(w.db, clerk, { id: table.id, after, limit: 100, wrong: 'false' })
  const numbers = [await page(0), await page(100), await page(200)].map(({ rows, next }) => [
    rows[0]?.row,
    rows.length,
    next,
  ])
  expect(dataset.errors).toBe(0)
  expect(numbers).toEqual([
    [1, 100, 100],
    [101, 100, 200],
    [201, 50, null],
  ])
})

test('[M18] [M164] the CSV of a table is the same bytes each time, whatever the database did to its rows', async () => {
  const { draft, table } = await draftWith('farm-subsidies')
  const { dataset } = await bring(table, [
    heading,
    ...Array.from({ length: 4_100 }, (_, at) => line(`张${at % 7}明`, (at + 1) * 100, at + 1)),
    line('李四四', 100, 1).with(1, '柳"林,村'),
  ])
  await publish(w, office, draft)
  const file = async () => String((await csvOf(w.db, draft.documentId, 1, thePublic))?.body)
  const first = await file()
  expect(first.split('\r\n')).toHaveLength(4_103)
  expect(first.startsWith('\ufeff乡镇,')).toBe(true)
  expect(first).toContain('城关镇,"柳""林,村",李*四,')
  // Every other row is written anew, so that it lies elsewhere in the file of the table.
  await w.house.pool.query(
    'update datasets.row set cells = cells where dataset_id = $1 and ordinal % 2 = 0',
    [dataset.id],
  )
  expect(await file()).toBe(first)

  // A later release of the program may word a heading otherwise: what is public stays as it was.
  const columns = (
    await w.house.pool.query('select file_columns from datasets.dataset where id = $1', [
      dataset.id,
    ])
  ).rows[0].file_columns as [string, string][]
  expect(columns.map(([, name]) => name).join()).toBe(first.slice(1, first.indexOf('\r\n')))
  const older = columns.map(([key, name], at) => [key, at === 0 ? '乡（镇）' : name])
  await w.house.pool.query('update datasets.dataset set file_columns = $1 where id = $2', [
    JSON.stringify(older),
    dataset.id,
  ])
  expect(await file()).toBe(first.replace('乡镇', '乡（镇）'))
})

test('[M164] 20,000 rows are hashed piece by piece: others are answered in between', async () => {
  const { draft, table } = await draftWith('farm-subsidies')
  await w.house.pool.query(
    `insert into datasets.row (dataset_id, ordinal, cells)
     select $1, n, jsonb_build_object('household', '张*明', 'amount', n::text) from generate_series(1, 20000) n`,
    [table.id],
  )
  await w.house.pool.query('update datasets.dataset set row_count = 20000 where id = $1', [
    table.id,
  ])
  let turns = 0
  const turn = () => {
    turns++
    timer = setImmediate(turn)
  }
  let timer = setImmediate(turn)
  const [sealed] = await tablesToSeal(w.db, draft.editionId)
  clearImmediate(timer)
  expect(sealed?.csv).toMatch(/^[0-9a-f]{64}$/)
  // A piece is 2,000 rows; between two of them the server turns to whoever waits.
  expect(turns).toBeGreaterThan(10)
})

test('[M18] a workbook of 20,000 rows is written apart from the server', async () => {
  const rows = JSON.stringify(
    Array.from({ length: 20_000 }, (_, at) => ({ household: '张*明', amount: `${at}.5` })),
  )
  const table = { schemaCode: 'farm-subsidies', title: '惠农[补贴]', rows }
  const busy = performance.eventLoopUtilization()
  const bytes = await writeInThread([table])
  // While it is written this thread has next to nothing to do.
  expect(performance.eventLoopUtilization(busy).utilization).toBeLessThan(0.5)
  const [sheet] = readTables({ name: 'a.xlsx', bytes })
  expect(sheet?.grid).toHaveLength(20_001)
  expect(sheet?.grid[20_000]?.map((cell) => cell?.text)).toContain('19999.5')
}, 120_000)
