import { expect, test } from 'vitest'
import { makeOrganization } from '../../../test/world/organizations.ts'
import { putLive } from '../../../test/world/search.ts'
import { type World, world } from '../../../test/world/world.ts'
import type { SearchQuery } from './contract.ts'
import { search } from './search.ts'

const everything = { field: null, organization: null, year: null, after: null }
const ask = (w: World, q: string, narrowed: Partial<SearchQuery> = {}) =>
  search(w.db, { ...everything, q, ...narrowed })
const found = async (w: World, q: string, narrowed: Partial<SearchQuery> = {}) =>
  (await ask(w, q, narrowed)).hits.map((hit) => hit.documentId)

const w = await world()
const county = await makeOrganization(w, { name: '青穗县人民政府', shortName: '县政府' })
const civil = await makeOrganization(w, { name: '青穗县民政局', parentId: county.id })
const town = await makeOrganization(w, {
  name: '澄岚镇人民政府',
  kind: 'township',
  level: 'township',
  parentId: county.id,
})
const village = await makeOrganization(w, {
  name: '上澄村村民委员会',
  kind: 'village',
  level: 'village',
  parentId: town.id,
})

const [notice, list, road, standard, wide] = (await putLive(w, [
  {
    organizationId: civil.id,
    title: '关于临时救助工作的通知',
    text: '困难群众的临时救助，按ＡＢＣ１２３号标准办理。',
    documentNumber: '青民发〔2026〕3号',
    indexNumber: '11331082002640053H/2026-00003',
    matterCodes: ['F19-01-01'],
  },
  {
    organizationId: town.id,
    title: '低保对象名单',
    text: '张三\t李四\n公务用车由服务员管理。',
    matterCodes: ['F19-02-01', 'F25-01-01'],
    publishedAt: '2025-12-31T16:00:00.000Z',
  },
  {
    organizationId: village.id,
    title: '修路的公告',
    text: '本村修建道路。',
    matterCodes: ['F25-01-02'],
    publishedAt: '2024-05-06T01:00:00.000Z',
  },
  {
    organizationId: civil.id,
    title: '执行GB/T 9704-2012的说明',
    text: '见附表一路。',
    documentNumber: '国务院令第711号',
    publishedAt: '2023-05-06T01:00:00.000Z',
  },
  {
    organizationId: town.id,
    title: '公　告',
    text: '李　强同志任职。',
    publishedAt: '2022-05-06T01:00:00Z',
  },
])) as [number, number, number, number, number]

test('[M157] a quoted phrase has to stand together', async () => {
  expect(await found(w, '“救助工作”')).toEqual([notice])
  expect(await found(w, '"工作救助"')).toEqual([])
  expect(await found(w, '工作 救助')).toEqual([notice])
})

test('[M157] pairs that stand apart make no word: 公务…服务员 is no 公务员', async () => {
  expect(await found(w, '公务员')).toEqual([])
  expect((await ask(w, '公务员')).count).toBe(0)
  expect(await found(w, '服务员')).toEqual([list])
})

test('[M157] a single character is found in titles', async () => {
  expect(await found(w, '路')).toEqual([road])
})

test('[M157] width and case make no difference, nor does a title set wide', async () => {
  expect(await found(w, 'abc123')).toEqual([notice])
  expect(await found(w, 'Ａbc１２３')).toEqual([notice])
  expect(await found(w, '公告')).toEqual([road, wide])
  expect(await found(w, '李强')).toEqual([wide])
})

test('[M157] Latin words and numbers are found whole and by their parts', async () => {
  expect(await found(w, '9704')).toEqual([standard])
  expect(await found(w, '9704-2012')).toEqual([standard])
  expect(await found(w, 'gb/t')).toEqual([standard])
  expect(await found(w, '970')).toEqual([])
  expect(await found(w, '2012-9704')).toEqual([])
})

test.each([
  '青民发〔2026〕3号',
  '青民发[2026]3号',
  '青民发（2026）3号',
  '青民发【2026】3号',
  ' 青民发 〔２０２６〕 第03号 ',
])('[M157] the document number is found as %j', async (number) => {
  expect(await found(w, number)).toEqual([notice])
})

test('[M157] numbers of orders and index numbers lead to their document', async () => {
  expect(await found(w, '国务院令第711号')).toEqual([standard])
  expect(await found(w, '11331082002640053h/2026-00003')).toEqual([notice])
  expect(await found(w, '11331082002640053H/2026-00004')).toEqual([])
  // A part of a number is a word like others.
  expect(await found(w, '青民发')).toEqual([notice])
})

test('[M157] a number that no document bears is found where it is named', async () => {
  const [naming] = await putLive(w, [
    {
      organizationId: civil.id,
      title: '实施办法',
      text: '根据《关于印发办法的通知》（国办发[2024]12号）制定。',
    },
  ])
  expect(await found(w, '国办发〔2024〕12号')).toEqual([naming])
  expect(await found(w, '国办发〔2024〕1号')).toEqual([])
  expect(await found(w, '青民发〔2026〕4号')).toEqual([])
})

test('[M157] facets count fields, units and years, and narrow down', async () => {
  const { facets, count } = await ask(w, '公告')
  expect(count).toBe(2)
  expect(facets.field).toMatchObject([{ value: 'F25', count: 1 }])
  expect(facets.organization).toMatchObject([
    { value: town.code, label: '澄岚镇人民政府', count: 1 },
    { value: village.code, label: '上澄村村民委员会', count: 1 },
  ])
  expect(facets.year).toMatchObject([
    { value: '2024', count: 1 },
    { value: '2022', count: 1 },
  ])
  expect(await found(w, '公告', { field: 'F25' })).toEqual([road])
  expect(await found(w, '公告', { year: 2022 })).toEqual([wide])
  expect(await found(w, '公告', { organization: village.code })).toEqual([road])
})

test('[M157] a unit stands for all below it, the top for everything', async () => {
  expect(await found(w, '公告', { organization: town.code })).toEqual([road, wide])
  expect(await found(w, '公告', { organization: county.code })).toEqual([road, wide])
  expect(await found(w, '公告', { organization: civil.code })).toEqual([])
  expect(await found(w, '公告', { organization: 'nobody' })).toEqual([])
})

test('[M157] a year is one of Shanghai: what was published at midnight is of the new one', async () => {
  expect(await found(w, '低保', { year: 2026 })).toEqual([list])
  expect(await found(w, '低保', { year: 2025 })).toEqual([])
  expect(await found(w, '低保', { year: 1900 })).toEqual([])
})

test('[M157] titles and excerpts mark what was found and change nothing', async () => {
  const { hits } = await ask(w, 'abc123 救助')
  expect(hits[0]?.foundTitle).toEqual([
    { text: '关于临时', found: false },
    { text: '救助', found: true },
    { text: '工作的通知', found: false },
  ])
  expect(hits[0]?.excerpt.filter((piece) => piece.found).map((piece) => piece.text)).toEqual([
    '救助',
    'ＡＢＣ１２３',
  ])
})

test.each([
  '!&|()',
  "' or 1=1 --",
  "'救助' & !'通知'",
  '救助:*',
  "\\'救助\\'",
  '救助\0通知',
  '\0',
  '%_%',
  '"""',
  '“”',
  '救'.repeat(10_000),
  'x'.repeat(10_000),
  '\ud800救助\udfff',
  '＇；ｄｒｏｐ',
  '𠮷'.repeat(200),
])('[M157] %j is answered and breaks nothing', async (q) => {
  const answer = await ask(w, q)
  expect(answer.hits.length).toBeLessThanOrEqual(20)
})

test('[M157] narrowing and cursors from outside are answered too', async () => {
  for (const narrowed of [
    { field: "F19'; drop" },
    { field: '\0' },
    { organization: '\0' },
    { organization: "'" },
    { year: Number.NaN },
    { year: 99_999_999_999 },
    { year: -1 },
    { year: 2026.5 },
  ])
    expect(await found(w, '救助', narrowed)).toEqual([])
  for (const after of [
    'x',
    '~',
    '2026-13-45T00:00:00.000Z~1',
    '2026-01-01T00:00:00.000Z~9'.repeat(9),
    '\0',
  ])
    expect(await found(w, '救助', { after })).toEqual([notice])
})

test('[M157] operators are words, not commands: what is forbidden is not left out', async () => {
  expect(await found(w, "'救助' & !'通知'")).toEqual([notice])
})

test('[M157] pages follow each other without gap or repeat, whatever day they come from', async () => {
  const w = await world()
  const unit = await makeOrganization(w)
  const count = 133
  const ids = await putLive(
    w,
    Array.from({ length: count }, (_, index) => ({
      organizationId: unit.id,
      title: `第${index}批名单公示`,
      // Many at the same moment, some years without any.
      publishedAt: new Date(
        Date.UTC(2012 + (index % 5) * 3, (index * 5) % 12, 1 + (index % 3) * 10),
      ).toISOString(),
    })),
  )
  const seen: { id: number; at: Date }[] = []
  let after: string | null = null
  do {
    const answer = await ask(w, '名单公示', { after })
    expect(answer.count).toBe(count)
    seen.push(...answer.hits.map((hit) => ({ id: hit.documentId, at: hit.publishedAt })))
    after = answer.next
  } while (after)
  expect(seen.map((one) => one.id).sort((a, b) => a - b)).toEqual(ids)
  const newestFirst = [...seen].sort((a, b) => Number(b.at) - Number(a.at) || b.id - a.id)
  expect(seen).toEqual(newestFirst)
})

test('[M157] matches are counted up to the cap, said as 1,000+, and the pages go on', async () => {
  const w = await world()
  const unit = await makeOrganization(w)
  const day = 86_400_000
  await putLive(
    w,
    Array.from({ length: 1_105 }, (_, index) => ({
      organizationId: unit.id,
      title: `第${index}号公告`,
      text: index < 50 ? '公务员名单' : '公务用车与服务员',
      publishedAt: new Date(Date.UTC(2020, 0, 1) + index * day).toISOString(),
    })),
  )
  const first = await ask(w, '公告')
  expect(first).toMatchObject({ count: 1_000, capped: true })
  expect(first.facets.year.reduce((sum, one) => sum + one.count, 0)).toBe(1_001)
  // The newest thousand have its pairs and not the word: the oldest fifty are found all the same.
  const hidden = await ask(w, '公务员')
  expect(hidden.hits).toHaveLength(20)
  expect(hidden.hits.every((hit) => hit.excerpt.some((piece) => piece.text === '公务员'))).toBe(
    true,
  )
  const rest = await ask(w, '公务员', { after: hidden.next })
  expect(rest.hits).toHaveLength(20)
})

test('[M157] what is not disclosed of our own accord is never found', async () => {
  const w = await world()
  const unit = await makeOrganization(w)
  await putLive(w, [
    {
      organizationId: unit.id,
      title: '内部研究材料',
      attribute: 'onRequest',
      documentNumber: '青发〔2026〕1号',
    },
    { organizationId: unit.id, title: '内部研究材料', attribute: 'notDisclosed' },
  ])
  expect(await found(w, '研究')).toEqual([])
  expect(await found(w, '青发〔2026〕1号')).toEqual([])
})

test('[M157] words in the title come before words in the text, each newest first, page after page', async () => {
  const w = await world()
  const { id: organizationId } = await makeOrganization(w)
  const at = (day: number) => new Date(Date.UTC(2020, 0, 1 + day * 9)).toISOString()
  const ids = await putLive(
    w,
    Array.from({ length: 60 }, (_, index) => ({
      organizationId,
      title: index % 3 === 0 ? `第${index}号抗旱通告` : `第${index}号通告`,
      text: '抗旱工作',
      publishedAt: at(index),
    })),
  )
  const expected = [0, 1].flatMap((rank) =>
    ids.filter((_, index) => (index % 3 === 0 ? 0 : 1) === rank).reverse(),
  )
  const seen: number[] = []
  let after: string | null = null
  do {
    const answer = await ask(w, '抗旱', { after })
    seen.push(...answer.hits.map((hit) => hit.documentId))
    after = answer.next
  } while (after)
  expect(seen).toEqual(expected)
})

test('[M157] a long word is found by its parts where it stands nowhere whole: 镇政府预算', async () => {
  const w = await world()
  const { id: organizationId } = await makeOrganization(w)
  const [apart, whole] = await putLive(w, [
    { organizationId, title: '云岚镇2026年政府预算公开' },
    { organizationId, title: '镇政府预算执行情况', publishedAt: '2020-01-01T00:00:00Z' },
    { organizationId, title: '县政府预算公开' },
  ])
  const answer = await ask(w, '镇政府预算')
  expect(answer.hits.map((hit) => [hit.documentId, hit.apart])).toEqual([
    [whole, false],
    [apart, true],
  ])
  expect(answer.count).toBe(1)
  expect(await found(w, '镇政府预算', { asTyped: true })).toEqual([whole])
  expect(await found(w, '“镇政府”预算')).toEqual([whole])
})

test('[M157] Traditional characters find Simplified text, and the other way round', async () => {
  const w = await world()
  const { id: organizationId } = await makeOrganization(w)
  const [simple, full] = await putLive(w, [
    { organizationId, title: '农村危房改造补助公示' },
    { organizationId, title: '農村危房改造補助公示', publishedAt: '2020-01-01T00:00:00Z' },
  ])
  expect(await found(w, '農村危房改造補助')).toEqual([simple, full])
  expect(await found(w, '农村危房改造补助')).toEqual([simple, full])
  const { hits } = await ask(w, '補助')
  expect(hits.map((hit) => hit.foundTitle.find((piece) => piece.found)?.text)).toEqual([
    '补助',
    '補助',
  ])
})

test('[M157] kinds and days of publication narrow down, and kinds are counted', async () => {
  const w = await world()
  const { id: organizationId } = await makeOrganization(w)
  const [first, last] = await putLive(w, [
    { organizationId, title: '征地公告', kind: '公告', publishedAt: '2026-03-02T15:59:59Z' },
    { organizationId, title: '征地通知', kind: '通知', publishedAt: '2026-03-02T16:00:00Z' },
  ])
  const { facets } = await ask(w, '征地')
  expect(facets.kind).toMatchObject([
    { value: '公告', count: 1 },
    { value: '通知', count: 1 },
  ])
  expect(await found(w, '征地', { kind: '公告' })).toEqual([first])
  expect(await found(w, '征地', { kind: "'" })).toEqual([])
  expect(await found(w, '征地', { until: '2026-03-02' })).toEqual([first])
  expect(await found(w, '征地', { from: '2026-03-03' })).toEqual([last])
  expect(await found(w, '征地', { from: '2026-03-02', until: '2026-03-03' })).toEqual([last, first])
  expect(await found(w, '征地', { from: '2026-03-03', until: '2026-03-02' })).toEqual([])
})

test('[M157] the document that bears a number comes alone; those that cite it on demand', async () => {
  const w = await world()
  const { id: organizationId } = await makeOrganization(w)
  const [bearing, citing] = await putLive(w, [
    { organizationId, title: '实施办法', documentNumber: '青政发〔2026〕3号' },
    { organizationId, title: '补充通知', text: '根据青政发〔2026〕3号制定。' },
  ])
  const answer = await ask(w, '青政发[2026]3号')
  expect(answer.numbered).toBe(true)
  expect(answer.hits.map((hit) => hit.documentId)).toEqual([bearing])
  expect((await found(w, '青政发[2026]3号', { asTyped: true })).sort()).toEqual([bearing, citing])
})
