import { expect, test } from 'vitest'
import { type ColumnMatter, deriveColumns, type PlannedColumn } from './derive.ts'

const field = { code: 'F05', name: '社会救助', slug: 'shehuijiuzhu' }
const matter = (code: string, level1: string, level2: string, level3 = ''): ColumnMatter => ({
  code,
  fieldCode: code.slice(0, 3),
  level1,
  level2,
  level3,
})
const plain = [
  matter('F05-01-01', '综合业务', '政策法规文件'),
  matter('F05-01-02', '综合业务', '监督检查'),
  matter('F05-02-01', '最低生活保障', '审核信息'),
]
const asKnown = (columns: readonly PlannedColumn[]) => columns
const addressOf = (columns: readonly PlannedColumn[], key: string) =>
  columns.find((column) => column.key === key)?.address

test('[M10] makes one column for each field, level-1 and level-2 matter, in catalogue order', () => {
  const columns = deriveColumns([field, { code: 'F06', name: '养老', slug: 'yanglao' }], plain, [])
  expect(columns.map(({ key, parentKey, address }) => [key, parentKey, address])).toEqual([
    ['field:F05', null, '/grassroots/fields/shehuijiuzhu'],
    ['level1:F05-01', 'field:F05', '/grassroots/fields/shehuijiuzhu/zong-he-ye-wu'],
    [
      'matter:F05-01-01',
      'level1:F05-01',
      '/grassroots/fields/shehuijiuzhu/zong-he-ye-wu/zheng-ce-fa-gui-wen-jian',
    ],
    [
      'matter:F05-01-02',
      'level1:F05-01',
      '/grassroots/fields/shehuijiuzhu/zong-he-ye-wu/jian-du-jian-cha',
    ],
    ['level1:F05-02', 'field:F05', '/grassroots/fields/shehuijiuzhu/zui-di-sheng-huo-bao-zhang'],
    [
      'matter:F05-02-01',
      'level1:F05-02',
      '/grassroots/fields/shehuijiuzhu/zui-di-sheng-huo-bao-zhang/shen-he-xin-xi',
    ],
  ])
})

test('[M10] a matter without a second level is served by its level-1 column', () => {
  const columns = deriveColumns([field], [matter('F05-03-01', '办事指南', '办事指南')], [])
  expect(columns.map(({ key, matterCode }) => [key, matterCode])).toEqual([
    ['field:F05', null],
    ['level1:F05-03', 'F05-03-01'],
  ])
})

test('[M10] a third level is told in the name', () => {
  const columns = deriveColumns([field], [matter('F05-03-01', '特困', '审批', '公示名单')], [])
  expect(columns.at(-1)?.name).toBe('审批 · 公示名单')
})

test('siblings of one reading get different addresses', () => {
  const columns = deriveColumns(
    [field],
    [matter('F05-01-01', '业务', '公示'), matter('F05-01-02', '业务', '公式')],
    [],
  )
  expect(addressOf(columns, 'matter:F05-01-02')).toBe(
    '/grassroots/fields/shehuijiuzhu/ye-wu/gong-shi-2',
  )
})

test('a column keeps its address while it keeps its name, whatever comes before it', () => {
  const before = deriveColumns(
    [field],
    [matter('F05-01-01', '业务', '公式'), matter('F05-01-02', '业务', '公示')],
    [],
  )
  const after = deriveColumns(
    [field],
    [matter('F05-01-09', '业务', '攻势'), matter('F05-01-02', '业务', '公示')],
    asKnown(before),
  )
  expect(addressOf(after, 'matter:F05-01-02')).toBe(addressOf(before, 'matter:F05-01-02'))
  expect(addressOf(after, 'matter:F05-01-09')).toBe(
    '/grassroots/fields/shehuijiuzhu/ye-wu/gong-shi',
  )
})

test('a new name brings a new address, below it as well', () => {
  const before = deriveColumns([field], plain, [])
  const renamed = plain.map((one) => ({
    ...one,
    level1: one.level1.replace('综合业务', '综合信息'),
  }))
  const after = deriveColumns([field], renamed, asKnown(before))
  expect(addressOf(after, 'matter:F05-01-02')).toBe(
    '/grassroots/fields/shehuijiuzhu/zong-he-xin-xi/jian-du-jian-cha',
  )
  expect(addressOf(after, 'matter:F05-02-01')).toBe(addressOf(before, 'matter:F05-02-01'))
})

test('a matter that alone changed its level-1 name stands under a key of its own', () => {
  const columns = deriveColumns(
    [field],
    [matter('F05-01-01', '综合业务', '政策'), matter('F05-01-02', '监督', '监督检查')],
    [],
  )
  expect(columns.map((column) => column.key)).toContain('level1:F05-01-02')
})
