import { beforeAll, expect, test } from 'vitest'
import { makeOffice, monday, type Office } from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { addNegativeEntry, changeNegativeEntry, endNegativeEntry } from './commands.ts'
import { negativeList, publicNegativeList, suggestedEntries } from './queries.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

type Input = Parameters<typeof addNegativeEntry>[1]
const entry: Omit<Input, 'organizationId'> = {
  ...{
    category: '内部人事安排',
    attribute: 'notDisclosed',
    ground: 'internalAffairs',
    article: '',
  },
  extent: 'whole',
  extentNote: '',
  signs: ['人事', '编制'],
}
const add = (organizationId: number, other: Partial<Input> = {}, by = office.disclosureOffice) =>
  w.act(
    (act) => addNegativeEntry(act, { ...entry, signs: [...entry.signs], organizationId, ...other }),
    by,
    monday,
  )
const listOf = (organizationId: number, today = '2026-03-02', ended = false) =>
  negativeList(w.db, office.clerk, { organizationId, ended }, today)

test('[M6] an entry holds for the unit and all below it, with its article, and nowhere else', async () => {
  await add(office.government.id)
  await add(office.education.id, { category: '命题材料', signs: ['试题'] })
  const own = await listOf(office.civil.id)
  expect(own.mayKeep).toBe(false)
  expect(own.entries).toMatchObject([
    { category: '内部人事安排', inherited: true, article: '政府信息公开条例第十六条第一款' },
  ])
  expect((await listOf(office.education.id)).entries).toHaveLength(2)
})

test('[M6] a draft is told by its title which entry it may fall under', async () => {
  const suggested = (title: string) =>
    suggestedEntries(w.db, { organizationId: office.civil.id, title }, '2026-03-02')
  expect((await suggested('关于调整机构编制的请示')).entries).toMatchObject([
    { category: '内部人事安排' },
  ])
  expect((await suggested('关于试题保管的通知')).entries).toEqual([])
})

test('[M6] a ground has to be one of the law and fit; a part says which part', async () => {
  const { id } = office.government
  await expect(add(id, { ground: 'because' })).rejects.toMatchObject({
    code: 'catalogue.negativeGround',
  })
  await expect(add(id, { ground: 'stateSecret', attribute: 'onRequest' })).rejects.toMatchObject({
    code: 'catalogue.negativeGroundDoesNotFit',
  })
  await expect(add(id, { extent: 'part' })).rejects.toMatchObject({
    code: 'catalogue.negativeExtent',
  })
  await expect(add(id, {}, office.clerk)).rejects.toMatchObject({ code: 'catalogue.notYours' })
})

test('[M6] a change or an end keeps the former entry on record and out of the public list', async () => {
  const { id } = await add(office.town.id, { category: '村级内部事务' })
  const april = new Date('2026-04-01T09:00:00+08:00')
  const changed = await w.act(
    (act) =>
      changeNegativeEntry(act, {
        ...{ ...entry, signs: [], id, category: '村级内部会议' },
        ...{ extent: 'part', extentNote: '会议记录不公开，结果公开' },
      }),
    office.disclosureOffice,
    april,
  )
  const now = async (day: string) =>
    (await publicNegativeList(w.db, day))
      .filter((one) => one.organizationId === office.town.id)
      .map((one) => one.category)
  expect(await now('2026-03-15')).toEqual(['村级内部事务'])
  expect(await now('2026-04-01')).toEqual(['村级内部会议'])
  await w.act(
    (act) => endNegativeEntry(act, { id: changed.id, reason: '已全部公开' }),
    office.disclosureOffice,
    new Date('2026-05-01T09:00:00+08:00'),
  )
  expect(await now('2026-05-01')).toEqual([])
  expect((await listOf(office.town.id, '2026-05-01', true)).entries).toHaveLength(2)
  const again = w.act(
    (act) => endNegativeEntry(act, { id, reason: '再次停用' }),
    office.disclosureOffice,
    new Date('2026-05-02T09:00:00+08:00'),
  )
  await expect(again).rejects.toMatchObject({ code: 'catalogue.negativeEnded' })
})
