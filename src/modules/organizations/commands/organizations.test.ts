import { expect, test } from 'vitest'
import { theSystem } from '#platform/act'
import { makeCounty, makeOrganization } from '../../../../test/world/organizations.ts'
import { world } from '../../../../test/world/world.ts'
import { organizationTree, siteAbove, unitRegister } from '../queries.ts'
import { findOrganization } from '../store.ts'
import { abolishOrganization } from './abolish-organization.ts'
import { changeOrganization } from './change-organization.ts'
import { createOrganization } from './create-organization.ts'
import { importRegions } from './import-regions.ts'
import { moveOrganization } from './move-organization.ts'
import { saveSite } from './save-site.ts'

const w = await world()
const administrator = (path: string) => ({
  id: 900,
  name: '管理员',
  organizationId: null,
  grants: [{ role: 'administrator', organizationId: 1, path }],
})

test('[M16] every path names all ancestors, so that a town with its villages is one prefix', async () => {
  const county = await makeCounty(w)
  expect(county.village.path).toBe(`${county.town.path}${county.village.id}/`)
  const tree = await organizationTree(w.db)
  expect(tree.under(county.town.id).map((one) => one.id)).toEqual([
    county.town.id,
    county.village.id,
  ])
  expect(tree.ancestorsOf(county.village.id).map((one) => one.id)).toEqual([
    county.government.id,
    county.town.id,
    county.village.id,
  ])
})

test('[M16] a moved town takes its villages along, and never hangs under itself', async () => {
  const county = await makeCounty(w)
  const other = await makeOrganization(w, { parentId: county.government.id, name: '新区管委会' })
  const move = { id: county.town.id, version: 1, parentId: other.id }
  const moved = await w.act((act) => moveOrganization(act, move))
  expect(moved).toMatchObject({ path: `${other.path}${county.town.id}/`, version: 2 })
  const village = await findOrganization(w.db, county.village.id)
  expect(village?.path).toBe(`${other.path}${county.town.id}/${county.village.id}/`)

  const again = w.act((act) => moveOrganization(act, move))
  await expect(again).rejects.toMatchObject({ code: 'organizations.changedMeanwhile' })
  const circle = { id: other.id, version: 1, parentId: county.village.id }
  await expect(w.act((act) => moveOrganization(act, circle))).rejects.toMatchObject({
    code: 'organizations.moveIntoItself',
  })
})

test('two moves at once that would close a circle: one is refused', async () => {
  const county = await makeCounty(w)
  const a = await makeOrganization(w, { parentId: county.government.id, name: '甲镇' })
  const b = await makeOrganization(w, { parentId: county.government.id, name: '乙镇' })
  const answers = await Promise.allSettled([
    w.act((act) => moveOrganization(act, { id: a.id, version: 1, parentId: b.id })),
    w.act((act) => moveOrganization(act, { id: b.id, version: 1, parentId: a.id })),
  ])
  expect(answers.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('[M16] a town merged into another hands its villages over and points to its successor', async () => {
  const county = await makeCounty(w)
  const bigger = await makeOrganization(w, {
    parentId: county.government.id,
    kind: 'township',
    level: 'township',
    name: '芦汀镇人民政府',
  })
  const end = { id: county.town.id, version: 1, on: '2026-06-01' }
  const alone = w.act((act) => abolishOrganization(act, { ...end, successorId: null }))
  await expect(alone).rejects.toMatchObject({
    code: 'organizations.stillHasUnits',
    params: { count: 1, names: '上澄村村民委员会' },
  })
  const ended = await w.act((act) => abolishOrganization(act, { ...end, successorId: bigger.id }))
  expect(ended).toMatchObject({ validTo: '2026-06-01', successorId: bigger.id })
  const tree = await organizationTree(w.db)
  expect(tree.childrenOf(bigger.id).map((one) => one.id)).toEqual([county.village.id])
  expect(tree.successorOf(county.town.id)?.id).toBe(bigger.id)
})

test('an administrator shapes the tree below the own grant only, and cannot abolish its top', async () => {
  const county = await makeCounty(w)
  const by = administrator(county.town.path)
  const input = { kind: 'village', level: 'village', name: '下澄村', code: 'xiacheng' } as const
  const made = await w.act(
    (act) => createOrganization(act, { ...input, parentId: county.town.id }),
    by,
  )
  expect(made.sortKey).toBe('xia cheng cun')
  const elsewhere = w.act(
    (act) => createOrganization(act, { ...input, parentId: county.government.id }),
    by,
  )
  await expect(elsewhere).rejects.toMatchObject({ code: 'organizations.notYours' })
  const top = { id: county.town.id, version: 1, on: '2026-06-01', successorId: null }
  await expect(w.act((act) => abolishOrganization(act, top), by)).rejects.toMatchObject({
    code: 'organizations.notYours',
  })
  const root = w.act((act) => createOrganization(act, { ...input, parentId: null }), by)
  await expect(root).rejects.toMatchObject({ code: 'organizations.notYours' })
  const taken = w.act((act) => createOrganization(act, { ...input, parentId: county.town.id }))
  await expect(taken).rejects.toMatchObject({ code: 'organizations.codeTaken' })
})

test('[M20] a clerk keeps the register entry of the own unit, but not its name', async () => {
  const { education, civil } = await makeCounty(w)
  const clerk = {
    ...theSystem,
    id: 901,
    grants: [{ role: 'clerk', organizationId: education.id, path: education.path }],
  }
  const given = { id: education.id, version: 1, headName: '李芳', telephone: '0799-1234567' }
  const changed = await w.act((act) => changeOrganization(act, given), clerk)
  expect(changed).toMatchObject({ headName: '李芳', version: 2, name: '青穗县教育局' })
  const renamed = { id: education.id, version: 2, name: '青穗县教育体育局' }
  await expect(w.act((act) => changeOrganization(act, renamed), clerk)).rejects.toMatchObject({
    code: 'organizations.notYours',
  })
  const others = { id: civil.id, version: 1, headName: '王某' }
  await expect(w.act((act) => changeOrganization(act, others), clerk)).rejects.toMatchObject({
    code: 'organizations.notYours',
  })
})

test('[M20] the unit register goes page by page without leaving anyone out, abolished bodies aside', async () => {
  const { government, education, town, village } = await makeCounty(w)
  await w.act((act) =>
    abolishOrganization(act, {
      id: education.id,
      version: 1,
      on: '2026-03-01',
      successorId: null,
    }),
  )
  const seen: number[] = []
  let after: string | undefined
  do {
    const page = await unitRegister(w.db, { under: government.id, limit: 2, after }, '2026-06-01')
    seen.push(...page.units.map((one) => one.id))
    after = page.next ?? undefined
  } while (after)
  expect(seen).toHaveLength(6)
  expect(new Set(seen).size).toBe(6)
  expect(seen).not.toContain(education.id)
  const villages = await unitRegister(w.db, { under: town.id, words: '上澄' }, '2026-06-01')
  expect(villages.units.map((one) => one.id)).toEqual([village.id])
  const before = await unitRegister(w.db, { under: government.id }, '2026-02-01')
  expect(before.units.map((one) => one.id)).toContain(education.id)
})

test('[M16] a town lives inside the county site', async () => {
  const { government, village } = await makeCounty(w)
  const identity = {
    name: '青穗县人民政府门户网站',
    domain: 'www.qingsui.example',
    idCode: '9907260001',
    icp: '',
    policeRecord: '',
    sponsor: '青穗县人民政府办公室',
    undertaker: '青穗县大数据中心',
    contact: '0799-1234567',
  }
  await w.act((act) => saveSite(act, { id: government.id, ...identity }))
  await w.act((act) => saveSite(act, { id: government.id, ...identity, icp: '赣ICP备00000000号' }))
  expect(await siteAbove(w.db, village)).toMatchObject({
    organizationId: government.id,
    icp: '赣ICP备00000000号',
  })
})

test('[M16] regions come from a published list; a second list renames', async () => {
  const first = await w.act((act) =>
    importRegions(act, { text: '990000 澜川省\n990726 青穗县\n990726101000 澄岚乡' }),
  )
  expect(first).toEqual({ added: 3, renamed: 0 })
  const second = await w.act((act) =>
    importRegions(act, { text: '990726101 澄岚镇\n990726101201 上澄村' }),
  )
  expect(second).toEqual({ added: 1, renamed: 1 })
  const rows = await w.db
    .selectFrom('organizations.region')
    .select(['code', 'parent_code'])
    .orderBy('code')
    .execute()
  expect(rows).toEqual([
    { code: '990000', parent_code: null },
    { code: '990726', parent_code: '990000' },
    { code: '990726101', parent_code: '990726' },
    { code: '990726101201', parent_code: '990726101' },
  ])
  const bad = w.act((act) => importRegions(act, { text: '青穗县' }))
  await expect(bad).rejects.toMatchObject({ code: 'organizations.badRegionList' })
})
