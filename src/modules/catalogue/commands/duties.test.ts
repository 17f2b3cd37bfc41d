import { expect, test } from 'vitest'
import {
  adoptEdition,
  declareNotApplicable,
  importPowers,
  importResponsibilities,
  linkPower,
  obligations,
  openDraft,
  powers,
  responsibilities,
  setResponsibility,
  withdrawNotApplicable,
} from '#catalogue'
import { makeStaff } from '../../../../test/world/accounts.ts'
import { makeCatalogue } from '../../../../test/world/catalogue.ts'
import { makeCounty, makeOrganization } from '../../../../test/world/organizations.ts'
import { type World, world } from '../../../../test/world/world.ts'

const owed = async (w: World, organizationId: number) =>
  (await obligations(w.db, { organizationId })).obligations.map(
    ({ matterCode, level, because }) => [matterCode, level, because],
  )

test('[M15] who owes what follows levels, disclosing body and responsibility list', async () => {
  const w = await world()
  const county = await makeCounty(w)
  const edition = await makeCatalogue(w, county.government.id, [
    { level2: '名单', disclosingBody: '县级民政部门', levels: ['county', 'township'] },
    { level2: '村级公示', disclosingBody: '村民委员会', levels: ['village'] },
    { level2: '请求信息', mode: 'onRequest', attribute: 'onRequest' },
    { level2: '采购', disclosingBody: '采购人', levels: ['county'] },
    { level2: '全层级', disclosingBody: '民政部门', levels: [] },
    { fieldCode: 'F05', level1: '政策', level2: '税收', disclosingBody: '税务部门' },
  ])
  expect(await owed(w, county.civil.id)).toEqual([
    ['F19-01-01', 'county', 'subject'],
    ['F19-01-05', 'county', 'subject'],
  ])
  expect(await owed(w, county.town.id)).toEqual([
    ['F19-01-01', 'township', 'level'],
    ['F19-01-05', 'township', 'level'],
  ])
  expect(await owed(w, county.village.id)).toEqual([
    ['F19-01-02', 'village', 'subject'],
    // Without levels of its own a matter is disclosed where its field usually is.
    ['F19-01-05', 'village', 'level'],
  ])
  // Nobody of that name: the government answers. Tax stands on the tax organ's own site.
  expect(await owed(w, county.government.id)).toEqual([['F19-01-04', 'county', 'level']])

  await w.act((act) =>
    setResponsibility(act, {
      editionId: edition.id,
      target: 'F19',
      lead: [county.office.id],
      joint: [county.civil.id, county.subdistrict.id],
    }),
  )
  expect(await owed(w, county.office.id)).toEqual([
    ['F19-01-01', 'county', 'responsibility'],
    ['F19-01-04', 'county', 'responsibility'],
    ['F19-01-05', 'county', 'responsibility'],
  ])
  expect(await owed(w, county.subdistrict.id)).toEqual([
    ['F19-01-01', 'township', 'level'],
    ['F19-01-05', 'township', 'level'],
  ])
  // 条例 art. 10: joint bodies owe nothing, so below the county everything stays as it was.
  expect(await owed(w, county.civil.id)).toEqual([])
})

test('[M15] a responsibility list is taken in by names, and says what it did not understand', async () => {
  const w = await world()
  const county = await makeCounty(w)
  const edition = await makeCatalogue(w, county.government.id, [{}, { level2: '审批信息' }])
  const answer = await w.act((act) =>
    importResponsibilities(act, {
      editionId: edition.id,
      rows: [
        { target: '社会救助领域', lead: '民政局', joint: '教育局' },
        { target: '审批信息', lead: '县政府办公室', joint: '' },
        { target: '没有的事项', lead: '民政局', joint: '' },
        { target: 'F20', lead: '气象局', joint: '' },
      ],
    }),
  )
  expect(answer).toEqual({
    setCount: expect.any(Number),
    notUnderstood: expect.arrayContaining([
      { row: 3, what: '没有的事项' },
      { row: 4, what: '气象局' },
    ]),
  })
  const lines = await responsibilities(w.db, edition.id, 'F19')
  expect(
    lines.filter((line) => line.target === 'F19').map((line) => [line.organizationName, line.part]),
  ).toEqual([
    ['青穗县民政局', 'lead'],
    ['青穗县教育局', 'joint'],
  ])
})

test('[M15] a declaration that nothing of the kind happens outlives the next edition', async () => {
  const w = await world()
  const county = await makeCounty(w)
  await makeCatalogue(w, county.government.id, [{ levels: ['township'] }, { level2: '审批信息' }])
  const leader = await makeStaff(w, { organizationId: county.town.id, roles: ['leader'] })
  const other = await makeStaff(w, { organizationId: county.civil.id, roles: ['leader'] })
  const input = {
    organizationId: county.town.id,
    matterCode: 'F19-01-01',
    reason: '本镇无低保对象',
  }
  await expect(
    w.perform(other.actor, (act) => declareNotApplicable(act, input)),
  ).rejects.toMatchObject({ code: 'catalogue.notYours' })
  await w.perform(leader.actor, (act) => declareNotApplicable(act, input))

  const draft = await w.act((act) =>
    openDraft(act, { organizationId: county.government.id, base: 'inForce' }),
  )
  await w.act((act) =>
    adoptEdition(act, { editionId: draft.id, effectiveOn: act.today, confirm: true }),
  )
  const read = () => obligations(w.db, { organizationId: county.town.id })
  expect((await read()).obligations).toMatchObject([
    { matterCode: 'F19-01-01', notApplicableReason: '本镇无低保对象' },
  ])
  await w.perform(leader.actor, (act) => withdrawNotApplicable(act, input))
  expect((await read()).obligations).toMatchObject([{ notApplicableReason: null }])
  await expect(
    w.act((act) => declareNotApplicable(act, { ...input, matterCode: 'F19-01-02' })),
  ).rejects.toMatchObject({ code: 'catalogue.noObligation' })
})

test('[M15] duties follow the tree, and a town with a catalogue of its own goes by that', async () => {
  const w = await world()
  const county = await makeCounty(w)
  await makeCatalogue(w, county.government.id, [{ levels: ['county', 'township'] }])
  const newTown = await makeOrganization(w, {
    parentId: county.government.id,
    kind: 'township',
    level: 'township',
    name: '溪源镇人民政府',
  })
  expect(await owed(w, newTown.id)).toEqual([['F19-01-01', 'township', 'level']])

  await makeCatalogue(w, county.town.id, [
    { level1: '临时救助', level2: '备用金', levels: ['township'], disclosingBody: '镇人民政府' },
  ])
  // A code of its own, since the county's first one already names another matter of this site.
  expect(await owed(w, county.town.id)).toEqual([['F19-02-01', 'township', 'subject']])
  expect(await owed(w, county.subdistrict.id)).toEqual([['F19-01-01', 'township', 'level']])

  const draft = await w.act((act) =>
    openDraft(act, { organizationId: county.government.id, base: 'inForce' }),
  )
  await w.act((act) =>
    adoptEdition(act, { editionId: draft.id, effectiveOn: act.today, confirm: true }),
  )
  expect(await owed(w, county.town.id)).toEqual([['F19-02-01', 'township', 'subject']])
})

test('[M3] powers and services are set against the catalogue; what has no entry is shown', async () => {
  const w = await world()
  const county = await makeCounty(w)
  const edition = await makeCatalogue(w, county.government.id, [
    { level1: '临时救助', level2: '临时救助给付' },
    { level1: '特困供养', level2: '办事指南' },
  ])
  const organizationId = county.government.id
  const counts = await w.act((act) =>
    importPowers(act, {
      organizationId,
      rows: [
        { list: 'power', code: 'P-1', name: '临时救助金给付', organization: '青穗县民政局' },
        { list: 'power', code: 'P-2', name: '殡葬设施审批', organization: '青穗县民政局' },
        { list: 'service', code: 'S-1', name: '入学报名', organization: '' },
        { list: 'service', code: 'S-2', name: '某事', organization: '气象局' },
      ],
    }),
  )
  expect(counts).toEqual({
    addedCount: 3,
    changedCount: 0,
    notUnderstood: [{ row: 4, what: '气象局' }],
  })
  const before = await powers(w.db, { editionId: edition.id, missing: true })
  expect(before).toMatchObject({ total: 3, missingCount: 3 })
  expect(before.powers.map((power) => [power.code, power.suggestion?.code ?? null])).toEqual([
    ['P-1', 'F19-01-01'],
    ['P-2', null],
    ['S-1', null],
  ])
  const power = before.powers[0]
  await w.act((act) => linkPower(act, { powerId: power?.id ?? 0, matterCode: 'F19-01-01' }))
  await expect(
    w.act((act) => linkPower(act, { powerId: power?.id ?? 0, matterCode: 'F19-09-09' })),
  ).rejects.toMatchObject({ code: 'catalogue.noMatter' })
  const after = await powers(w.db, { editionId: edition.id, list: 'power', missing: true })
  expect(after).toMatchObject({ total: 2, missingCount: 1, powers: [{ code: 'P-2' }] })
})
