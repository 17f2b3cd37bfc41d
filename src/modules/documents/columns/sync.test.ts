import { expect, test } from 'vitest'
import { deriveColumns, type PlannedColumn } from './derive.ts'
import { planSync, type StandingColumn } from './sync.ts'

const field = { code: 'F05', name: '社会救助', slug: 'shehuijiuzhu' }
const matter = (code: string, level1: string, level2: string) => ({
  code,
  fieldCode: 'F05',
  level1,
  level2,
  level3: '',
})
const standing = (planned: readonly PlannedColumn[]): StandingColumn[] =>
  planned.map((column, index) => ({
    ...column,
    id: index + 1,
    parentId: null,
    retired: false,
  }))
const first = deriveColumns(
  [field],
  [matter('F05-01-01', '综合业务', '政策'), matter('F05-02-01', '低保', '审核')],
  [],
)
const base = '/grassroots/fields/shehuijiuzhu'

test('nothing changes when the same edition is looked at again', () => {
  expect(planSync(standing(first), first)).toEqual({
    added: [],
    changed: [],
    retired: [],
    redirects: [],
  })
})

test('[M10] a changed edition adds, moves and retires, and every old address leads on', () => {
  const next = deriveColumns(
    [field],
    [matter('F05-01-01', '综合信息', '政策'), matter('F05-03-01', '特困', '名单')],
    first,
  )
  const sync = planSync(standing(first), next)
  expect(sync.added.map((column) => column.key)).toEqual(['level1:F05-03', 'matter:F05-03-01'])
  expect(sync.changed.map((column) => column.key)).toEqual(['level1:F05-01', 'matter:F05-01-01'])
  expect(sync.retired.map((column) => column.key)).toEqual(['level1:F05-02', 'matter:F05-02-01'])
  expect(sync.redirects).toEqual([
    { address: `${base}/zong-he-ye-wu`, target: `${base}/zong-he-xin-xi` },
    { address: `${base}/zong-he-ye-wu/zheng-ce`, target: `${base}/zong-he-xin-xi/zheng-ce` },
    { address: `${base}/di-bao`, target: base },
    { address: `${base}/di-bao/shen-he`, target: base },
  ])
})

test('hand-made columns are left alone', () => {
  const [field] = standing(first)
  const hand = { ...field, id: 99, key: 'hand:notices', kind: 'hand' } as StandingColumn
  expect(planSync([...standing(first), hand], first).retired).toEqual([])
})

test("a town's own catalogue only adds to the county's columns", () => {
  const towns = deriveColumns([field], [matter('F05-09-01', '救急难', '名单')], first)
  const sync = planSync(standing(first), towns, { onlyAdd: true })
  expect(sync.added).toHaveLength(2)
  expect(sync.retired).toEqual([])
})

test('the address of a matter that got another code leads to its new column', () => {
  const next = deriveColumns(
    [field],
    [matter('F05-01-01', '综合业务', '政策'), matter('F05-04-01', '低收入', '审核')],
    first,
  )
  const renamed = [{ from: 'F05-02-01', to: 'F05-04-01' }]
  expect(planSync(standing(first), next, { renamed }).redirects).toContainEqual({
    address: `${base}/di-bao/shen-he`,
    target: `${base}/di-shou-ru/shen-he`,
  })
})
