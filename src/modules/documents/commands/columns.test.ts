import { beforeAll, expect, test } from 'vitest'
import {
  adoptCatalogue,
  makeDocument,
  makeOffice,
  matterCodes,
  type Office,
  smallCatalogue,
} from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { columnDocuments, documentPage, liveColumns, redirectFor, thePublic } from '../index.ts'
import { changeColumn, createColumn, retireColumn } from './keep-columns.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const columnOf = async (matterCode: string) =>
  (await liveColumns(w.db)).find((column) => column.matterCode === matterCode)
const named = async (name: string) => (await liveColumns(w.db)).find((one) => one.name === name)

test('[M10] adopting a catalogue makes a column for each proactive matter', async () => {
  const columns = await liveColumns(w.db)
  const children = (parentId: number | null) =>
    columns
      .filter((one) => one.parentId === parentId)
      .map(({ id, kind, name }) => ({ id, kind, name }))
  const tree = children(null).map((field) => [
    `${field.kind} ${field.name}`,
    children(field.id).map((level1) => [
      `${level1.kind} ${level1.name}`,
      children(level1.id).map(({ kind, name }) => `${kind} ${name}`),
    ]),
  ])
  expect(tree).toEqual([
    [
      'field 社会救助',
      [
        ['level1 综合业务', ['level2 政策法规文件', 'level2 监督检查']],
        ['level1 最低生活保障', ['level2 审核信息']],
      ],
    ],
  ])
  expect(columns[0]?.address).toMatch(/^\/grassroots\/fields\/[a-z-]+$/)
})

test('[M13] a level-1 list shows the level-2 name before the titles of its level-2 columns', async () => {
  const [code = ''] = await matterCodes(w)
  await makeDocument(w, office, { title: '救助名单', matterCodes: [code] })
  const level2 = await columnOf(code)
  const level1 = await named('综合业务')
  const list = (columnId: number) =>
    columnDocuments(w.db, { columnId, after: null, limit: 20 }, thePublic)
  expect((await list(level1?.id ?? 0)).items[0]).toMatchObject({
    title: '救助名单',
    prefix: '政策法规文件',
  })
  expect((await list(level2?.id ?? 0)).items[0]).toMatchObject({ prefix: '' })
  // What is empty has nothing to list of its own: readers are led to the level-1 column.
  expect((await named('审核信息'))?.documentCount).toBe(0)
})

test('[M10] a changed catalogue moves documents with their matters, and old addresses lead on', async () => {
  const [kept = '', gone = ''] = await matterCodes(w)
  const first = await makeDocument(w, office, { matterCodes: [kept] })
  const second = await makeDocument(w, office, { matterCodes: [gone] })
  const before = await columnOf(kept)
  const retired = await columnOf(gone)
  const level1Before = await named('综合业务')

  await adoptCatalogue(
    w,
    office.government.id,
    [
      { field: '社会救助', level1: '综合信息', level2: '政策法规文件' },
      ...smallCatalogue.slice(2),
      { field: '养老服务', level1: '综合业务', level2: '政策文件' },
    ],
    '2026-02-01',
  )
  const now = await named('政策法规文件')
  expect(now?.address).not.toBe(before?.address)
  expect(await redirectFor(w.db, before?.address ?? '')).toBe(now?.address)
  expect((await liveColumns(w.db)).map((one) => one.address)).not.toContain(retired?.address)
  expect(await redirectFor(w.db, retired?.address ?? '')).toMatch(/^\/grassroots\/fields\//)
  expect(await named('养老服务')).toMatchObject({ kind: 'field', documentCount: 0 })

  // The document of the matter that stays is listed under the new level-1 column.
  const level1 = await named('综合信息')
  const list = await columnDocuments(
    w.db,
    { columnId: level1?.id ?? 0, after: null, limit: 20 },
    thePublic,
  )
  expect(list.items.map((item) => item.id)).toContain(first.documentId)
  expect(level1?.documentCount).toBe(list.items.length)
  expect(level1Before?.documentCount).toBeGreaterThan(0)
  // That of the matter that went is still a page, and still counts in the field.
  expect(await documentPage(w.db, second.documentId, thePublic)).not.toBeNull()
})

test('a matter that comes back has its column back, at an address of its own again', async () => {
  await adoptCatalogue(w, office.government.id, smallCatalogue, '2026-02-02')
  const back = await named('监督检查')
  expect(back?.address).toMatch(/^\/grassroots\/fields\/[a-z/-]+\/jian-du-jian-cha$/)
  expect(back?.documentCount).toBe(1)
  expect(await redirectFor(w.db, back?.address ?? '')).toBeNull()
})

test('hand-made columns take documents beside the catalogue, and move with a redirect', async () => {
  const input = { description: '', columnType: '信息公开目录', parentId: null }
  const make = (name: string, slug?: string) =>
    w.act((act) => createColumn(act, { ...input, name, slug }), office.disclosureOffice)
  const column = await make('通知公告')
  expect(column).toMatchObject({ kind: 'hand', address: '/platform/statutory/tong-zhi-gong-gao' })
  await expect(make('公告', 'tong-zhi-gong-gao')).rejects.toMatchObject({
    code: 'documents.addressTaken',
  })
  await expect(
    w.act((act) => createColumn(act, { ...input, name: '私设栏目' }), office.clerk),
  ).rejects.toMatchObject({ code: 'documents.notYours' })

  await makeDocument(w, office, { kind: '工作动态', matterCodes: [], columnKeys: [column.key] })
  const changed = await w.act(
    (act) => changeColumn(act, { id: column.id, slug: 'notices' }),
    office.disclosureOffice,
  )
  expect(changed).toMatchObject({ documentCount: 1, address: '/platform/statutory/notices' })
  expect(await redirectFor(w.db, column.address)).toBe('/platform/statutory/notices')
  await expect(
    w.act((act) => retireColumn(act, { id: column.id, targetId: null }), office.disclosureOffice),
  ).rejects.toMatchObject({ code: 'documents.columnInUse' })
})

test('a column of the catalogue is not changed by hand, and an empty hand-made one closes', async () => {
  const field = await named('社会救助')
  await expect(
    w.act(
      (act) => changeColumn(act, { id: field?.id ?? 0, name: '别名' }),
      office.disclosureOffice,
    ),
  ).rejects.toMatchObject({ code: 'documents.columnFromCatalogue' })
  const input = { name: '旧栏目', description: '', columnType: '政务动态', parentId: null }
  const column = await w.act((act) => createColumn(act, input), office.disclosureOffice)
  await w.act(
    (act) => retireColumn(act, { id: column.id, targetId: field?.id ?? null }),
    office.disclosureOffice,
  )
  expect(await redirectFor(w.db, column.address)).toBe(field?.address)
})
