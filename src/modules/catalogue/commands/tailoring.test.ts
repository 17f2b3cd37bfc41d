import { expect, test } from 'vitest'
import {
  addMatter,
  adoptEdition,
  changeMatter,
  changeMatters,
  compareEditions,
  deviationsOf,
  editionInForce,
  editions,
  loadReferenceCatalogue,
  matterByCode,
  matterWithHistory,
  openDraft,
  removeMatter,
  responsibilities,
  setResponsibility,
} from '#catalogue'
import { makeStaff } from '../../../../test/world/accounts.ts'
import { makeCatalogue, someElements } from '../../../../test/world/catalogue.ts'
import { makeCounty } from '../../../../test/world/organizations.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { allMatters } from '../store/matters.ts'

const tailored = async (w: World) => {
  const county = await makeCounty(w)
  await w.act((act) => loadReferenceCatalogue(act))
  const draft = await w.act((act) =>
    openDraft(act, { organizationId: county.government.id, base: 'reference' }),
  )
  return { county, draft }
}

test('[M7] a difference from the template is refused without a reason and shown with it', async () => {
  const w = await world()
  const { draft } = await tailored(w)
  const code = 'F19-01-01'
  const change = (reason: string) =>
    w.act((act) =>
      changeMatter(act, { editionId: draft.id, code, changes: { levels: ['township'] }, reason }),
    )
  await expect(change('')).rejects.toMatchObject({ code: 'catalogue.reasonNeeded' })
  expect((await matterByCode(w.db, draft.id, code)).levels).not.toEqual(['township'])

  await change('县民政局已将该事项下放乡镇')
  const { deviations } = await deviationsOf(w.db, draft.id)
  expect(deviations).toEqual([
    expect.objectContaining({
      code,
      kind: 'changed',
      reason: '县民政局已将该事项下放乡镇',
      changes: [{ element: 'levels', before: ['county', 'township'], after: ['township'] }],
    }),
  ])
  expect(await matterByCode(w.db, draft.id, code)).toMatchObject({ provenance: 'local' })
})

test('[M7] a matter put back as it was is no deviation; added and removed ones are', async () => {
  const w = await world()
  const { draft } = await tailored(w)
  const change = (disclosingBody: string, reason: string) =>
    w.act((act) =>
      changeMatter(act, {
        editionId: draft.id,
        code: 'F19-01-01',
        changes: { disclosingBody },
        reason,
      }),
    )
  const was = await matterByCode(w.db, draft.id, 'F19-01-01')
  await change('县民政局', '本县由民政局负责')
  await change(was.disclosingBody, '')
  await w.act((act) =>
    addMatter(act, {
      editionId: draft.id,
      fieldCode: 'F19',
      elements: someElements({ level1: '慈善帮扶', level2: '慈善款物分配' }),
      reason: '本县特色事项',
    }),
  )
  await w.act((act) =>
    removeMatter(act, { editionId: draft.id, code: 'F20-01-01', reason: '本县无此业务' }),
  )
  const { deviations } = await deviationsOf(w.db, draft.id)
  expect(deviations.map(({ kind, level2, reason }) => ({ kind, level2, reason }))).toEqual([
    { kind: 'added', level2: '慈善款物分配', reason: '本县特色事项' },
    { kind: 'removed', level2: expect.any(String), reason: '本县无此业务' },
  ])
})

test('[M8] editions follow each other, say what changed, and are read-only once adopted', async () => {
  const w = await world()
  const { government } = await makeCounty(w)
  const first = await makeCatalogue(w, government.id, [
    { level2: '审核信息' },
    { level2: '审批信息' },
    { level1: '特困人员供养', level2: '办事指南' },
  ])
  const change = (editionId: number) =>
    w.act((act) =>
      changeMatter(act, {
        editionId,
        code: 'F19-01-01',
        changes: { timeLimit: '信息形成之日起5个工作日内' },
        reason: '按新规定缩短时限',
      }),
    )
  await expect(change(first.id)).rejects.toMatchObject({ code: 'catalogue.readOnly' })

  const draft = await w.act((act) =>
    openDraft(act, { organizationId: government.id, base: 'inForce' }),
  )
  await change(draft.id)
  await w.act((act) =>
    removeMatter(act, { editionId: draft.id, code: 'F19-02-01', reason: '并入其他事项' }),
  )
  await w.act((act) =>
    addMatter(act, {
      editionId: draft.id,
      fieldCode: 'F19',
      elements: someElements({ level1: '特困人员救助供养', level2: '办事指南' }),
      reason: '名称与上级一致',
    }),
  )
  const announced = await w.act(async (act) => {
    await adoptEdition(act, { editionId: draft.id, effectiveOn: act.today, confirm: true })
    return [...act.announced]
  })
  expect(announced[0]).toMatchObject({
    kind: 'catalogue.editionAdopted',
    payload: {
      organizationId: government.id,
      editionId: draft.id,
      previousEditionId: first.id,
      renamed: [{ from: 'F19-02-01', to: 'F19-03-01' }],
    },
  })
  expect(await editionInForce(w.db, government.id)).toMatchObject({ id: draft.id, number: 2 })

  const comparison = await compareEditions(w.db, first.id, draft.id)
  expect(comparison.added.map((matter) => matter.code)).toEqual(['F19-03-01'])
  expect(comparison.removed.map((matter) => matter.code)).toEqual(['F19-02-01'])
  expect(comparison.changed).toMatchObject([
    { code: 'F19-01-01', changes: [{ element: 'timeLimit' }] },
  ])
  expect(comparison.unchangedCount).toBe(1)
})

test('[M8] effective dates: not later than today, not before the edition in force', async () => {
  const w = await world()
  const { government } = await makeCounty(w)
  await makeCatalogue(w, government.id)
  const draft = await w.act((act) =>
    openDraft(act, { organizationId: government.id, base: 'inForce' }),
  )
  const adopt = (effectiveOn: string) =>
    w.act((act) => adoptEdition(act, { editionId: draft.id, effectiveOn, confirm: true }))
  await expect(adopt('2999-01-01')).rejects.toMatchObject({ code: 'catalogue.effectiveLater' })
  await expect(adopt('2001-01-01')).rejects.toMatchObject({ code: 'catalogue.effectiveTooEarly' })
})

test('[M5] the attribute is fixed per matter and can be set for many at once', async () => {
  const w = await world()
  const { draft } = await tailored(w)
  const codes = (await allMatters(w.db, draft.id, { field: 'F20' })).map((matter) => matter.code)
  const { changedCount } = await w.act((act) =>
    changeMatters(act, {
      editionId: draft.id,
      codes: codes.slice(0, 3),
      changes: { attribute: 'notDisclosed' },
      reason: '涉及个人隐私，条例第十五条',
    }),
  )
  expect(changedCount).toBe(3)
  const attributes = (await allMatters(w.db, draft.id, { field: 'F20' })).map(
    (matter) => matter.attribute,
  )
  expect(attributes.slice(0, 3)).toEqual(['notDisclosed', 'notDisclosed', 'notDisclosed'])
  expect(attributes.slice(3)).not.toContain('notDisclosed')
})

test('only the disclosure office or an administrator changes the catalogue of a government', async () => {
  const w = await world()
  const { county, draft } = await tailored(w)
  const change = (by: Parameters<World['perform']>[0], name: string) =>
    w.perform(by, (act) =>
      changeMatter(act, {
        editionId: draft.id,
        code: 'F19-01-01',
        changes: { disclosingBody: name },
        reason: '本县由民政局负责',
      }),
    )
  const clerk = await makeStaff(w, { organizationId: county.civil.id, roles: ['clerk'] })
  const townOffice = await makeStaff(w, {
    organizationId: county.town.id,
    roles: ['disclosureOffice'],
  })
  const office = await makeStaff(w, {
    organizationId: county.office.id,
    roles: ['disclosureOffice'],
    at: county.government.id,
  })
  for (const person of [clerk, townOffice])
    await expect(change(person.actor, '甲')).rejects.toMatchObject({ code: 'catalogue.notYours' })
  expect(await change(office.actor, '县民政局')).toMatchObject({ disclosingBody: '县民政局' })
})

test('one draft at a time, and only governments have one', async () => {
  const w = await world()
  const { county } = await tailored(w)
  const open = (organizationId: number) =>
    w.act((act) => openDraft(act, { organizationId, base: 'reference' }))
  await expect(open(county.government.id)).rejects.toMatchObject({ code: 'catalogue.draftOpen' })
  await expect(open(county.civil.id)).rejects.toMatchObject({ code: 'catalogue.notGovernment' })
})

test('[M7] [M8] a town begins its own catalogue from the county’s in one step, each matter leading back there', async () => {
  const w = await world()
  const { government, town, village } = await makeCounty(w)
  const of = (organizationId: number) =>
    w.act((act) => openDraft(act, { organizationId, base: 'above' }))
  await expect(of(town.id)).rejects.toMatchObject({ code: 'catalogue.nothingAbove' })
  const county = await makeCatalogue(w, government.id, [
    { level2: '只由县里公开', levels: ['county'] },
    { level2: '镇里也公开', levels: ['county', 'township'] },
    { level2: '村里公开', levels: ['village'], disclosingBody: '村民委员会' },
  ])
  const targets = { editionId: county.id, target: 'F19' }
  await w.act((act) =>
    setResponsibility(act, { ...targets, lead: [village.id], joint: [government.id] }),
  )
  await expect(of(government.id)).rejects.toMatchObject({ code: 'catalogue.nothingAbove' })
  expect(await editions(w.db, town.id)).toMatchObject({
    editions: [],
    above: { edition: { id: county.id }, reaching: 2 },
  })

  const draft = await of(town.id)
  expect(draft).toMatchObject({
    baseId: county.id,
    baseTitle: county.title,
    organizationId: town.id,
  })
  const own = await allMatters(w.db, draft.id)
  const theirs = await allMatters(w.db, county.id)
  expect(own.map(({ code, level2 }) => [code, level2])).toEqual(
    theirs.slice(1).map(({ code, level2 }) => [code, level2]),
  )
  // Who answers for it within the town goes on doing so; the county's own bodies stay with the county.
  const lines = await responsibilities(w.db, draft.id)
  expect(lines.map(({ target, organizationId }) => [target, organizationId])).toEqual([
    ['F19', village.id],
  ])

  const added = await w.act((act) =>
    addMatter(act, {
      editionId: draft.id,
      fieldCode: 'F19',
      elements: someElements({ level1: '慈善帮扶', level2: '慈善款物分配', levels: ['township'] }),
      reason: '本镇特色事项',
    }),
  )
  const originOf = async (code: string) => (await matterWithHistory(w.db, draft.id, code)).origin
  expect(await originOf(own[0]?.code ?? '')).toEqual({ editionId: county.id, title: county.title })
  expect(await originOf(added.code)).toBeNull()
  await w.act((act) =>
    adoptEdition(act, { editionId: draft.id, effectiveOn: act.today, confirm: true }),
  )
  expect(await editionInForce(w.db, town.id)).toMatchObject({ id: draft.id, baseId: county.id })
})
