import { expect, test } from 'vitest'
import { asText } from '#platform/csv'
import { readCell } from './cell.ts'
import { type Schema, schemaOf, schemas } from './index.ts'
import { maskRow } from './masking.ts'
import type { Cells } from './schema.ts'
import { summaryOf } from './summary.ts'
import { validateTable } from './validate.ts'

const farm = schemaOf('farm-subsidies')
const told = (schema: Schema, rows: readonly Record<string, string>[], around = {}) =>
  validateTable(schema, rows, around).map(({ row, column, code }) => [row, column, code])

test('[M18] every schema stands on an instrument, and its parts speak of columns that it has', () => {
  expect(schemas.length).toBeGreaterThanOrEqual(12)
  for (const schema of schemas) {
    const keys = schema.columns.map(({ key }) => key)
    expect(schema.basis.length, schema.code).toBeGreaterThan(0)
    const named = [
      ...schema.key,
      ...schema.shown.columns,
      ...schema.shown.filters,
      ...(schema.shown.chart
        ? [schema.shown.chart.by, schema.shown.chart.sum ?? schema.shown.chart.by]
        : []),
      ...schema.columns.flatMap(({ privateWhen }) => (privateWhen ? [privateWhen.column] : [])),
    ]
    expect(
      named.filter((key) => !keys.includes(key)),
      schema.code,
    ).toEqual([])
  }
})

test('[M18] tells every wrong cell at once, each by its row and column', () => {
  const rows: Cells[] = [
    {
      village: '柳林村',
      household: '张*明',
      item: '耕地地力保护补贴',
      area: '3.2',
      rate: '100',
      amount: '320',
    },
    { village: '柳林村', item: '耕地地力保护补贴', amount: '三百元' },
    {
      household: '李*',
      item: '农机购置补贴',
      area: '-1',
      rate: '10',
      amount: '99',
      paidOn: '2026-02-30',
    },
  ]
  expect(told(farm, rows)).toEqual([
    [2, 'household', 'required'],
    [2, 'amount', 'notNumber'],
    [3, 'village', 'required'],
    [3, 'area', 'tooSmall'],
    [3, 'paidOn', 'notDate'],
    [3, 'amount', 'notProduct'],
  ])
})

test('[M18] a budget whose classes do not add up, or whose stated total differs, is told', () => {
  const budget = schemaOf('budget-expenditure')
  const rows: Cells[] = [
    { code: '201', subject: '一般公共服务支出', lastYear: '90', budget: '100', change: '111.1' },
    { code: '20101', subject: '人大事务', budget: '60' },
    { code: '20103', subject: '政府办公厅（室）及相关机构事务', budget: '30' },
    { code: '205', subject: '教育支出', lastYear: '200', budget: '300', change: '120' },
  ]
  expect(told(budget, rows, { stated: { budget: '410' }, totals: { budget: '400' } })).toEqual([
    [1, 'lastYear', 'notSumOfBelow'],
    [1, 'budget', 'notSumOfBelow'],
    [4, 'change', 'notRatio'],
    [null, 'budget', 'notTotal'],
  ])
  expect(summaryOf(budget, rows).totals.budget).toBe(400)
  const before = new Map([[2, new Map([['205', 260]])]])
  expect(told(budget, rows.slice(3), { previous: before })).toContainEqual([
    1,
    'lastYear',
    'differsFromPrevious',
  ])
})

test('[M18] debt above its limit, an accident of too low a class and a decision twice are told', () => {
  const debt = {
    kind: '一般债务',
    limit: '100',
    opening: '80',
    issued: '30',
    repaid: '5',
    balance: '108',
  }
  expect(told(schemaOf('government-debt'), [debt])).toEqual([
    [1, 'balance', 'aboveLimit'],
    [1, 'balance', 'notBalance'],
  ])
  const accident = {
    name: '坍塌事故',
    on: '2026-01-05',
    place: '城关镇',
    class: '一般事故',
    dead: '4',
  }
  expect(told(schemaOf('accidents'), [accident])).toEqual([[1, 'class', 'wrongGrade']])
  const post = { unit: '县一中', code: 'A01', post: '教师', number: '2', education: '本科' }
  expect(told(schemaOf('recruitment'), [post, post])).toEqual([[2, 'code', 'twice']])
})

test('[M18] figures, dates and choices are read as offices write them', () => {
  const read = (key: string, text: string, schema = farm) => {
    const column = schema.columns.find((one) => one.key === key)
    return column && readCell(text, column)
  }
  expect(read('amount', ' ￥１，２３４.50元 ')).toEqual({ value: '1234.5' })
  expect(read('amount', '0.30000000000000004')).toEqual({ value: '0.3' })
  expect(read('amount', '—')).toEqual({ value: '' })
  expect(read('paidOn', '2026年3月1日')).toEqual({ value: '2026-03-01' })
  expect(read('paidOn', '2026/3/1')).toEqual({ value: '2026-03-01' })
  expect(read('report', 'javascript:alert(1)', schemaOf('accidents'))).toMatchObject({
    wrong: 'notLink',
  })
})

test('[M18] names lose their middle, a firm keeps its own, numbers are hidden in any words', () => {
  const penalties = schemaOf('penalties')
  const party = (name: string, partyKind: string) =>
    maskRow(penalties, { party: name, partyKind }).cells.party
  expect(
    ['张三', '张小明', '欧阳小明', '李*', '王某某'].map((name) => party(name, '自然人')),
  ).toEqual(['张*', '张*明', '欧**明', '李*', '王某某'])
  expect(party('青穗建材有限公司', '法人及非法人组织')).toBe('青穗建材有限公司')
  const facts = '当事人（身份证号110101199003074258）无证经营'
  const masked = maskRow(penalties, { facts, fine: '110101199003074258' })
  expect(masked.hidden).toBe(1)
  expect(masked.cells.facts).not.toContain('199003074258')
  expect(masked.cells.facts).toContain('无证经营')
})

test('[M18] a cell that a spreadsheet would run as a formula becomes text', () => {
  expect(['=1+1', '@x', '-5', '-5+cmd', '+86 1'].map(asText)).toEqual([
    "'=1+1",
    "'@x",
    '-5',
    "'-5+cmd",
    "'+86 1",
  ])
})
