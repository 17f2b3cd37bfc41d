import { expect, test } from 'vitest'
import {
  adoptEdition,
  changeMatter,
  fieldSummaries,
  itemCounts,
  levelMatrix,
  loadReferenceCatalogue,
  openDraft,
  readiness,
  removeMatter,
  structure,
} from '#catalogue'
import { makeCatalogue, makeDraft, makeMatter } from '../../../../test/world/catalogue.ts'
import { makeCounty } from '../../../../test/world/organizations.ts'
import { world } from '../../../../test/world/world.ts'
import { allMatters, deleteMatters } from '../store/matters.ts'

test('[M4] the matrix shows which field belongs to which level and how complete it is', async () => {
  const w = await world()
  const { government } = await makeCounty(w)
  await w.act((act) => loadReferenceCatalogue(act))
  const draft = await w.act((act) =>
    openDraft(act, { organizationId: government.id, base: 'reference' }),
  )
  const cellsOf = async (code: string) => {
    const { rows, comparedWith } = await levelMatrix(w.db, draft.id)
    expect(comparedWith).toBe('base')
    return rows.find((row) => row.field.code === code)?.cells
  }
  expect(await cellsOf('F09')).toEqual([
    { level: 'county', expected: true, matterCount: 11, baseCount: 11, presentCount: 11 },
    { level: 'township', expected: true, matterCount: 11, baseCount: 11, presentCount: 11 },
    { level: 'village', expected: true, matterCount: 0, baseCount: 0, presentCount: 0 },
  ])
  expect(await cellsOf('F25')).toMatchObject([{ expected: true }, { expected: false }, {}])
  await w.act((act) =>
    removeMatter(act, { editionId: draft.id, code: 'F09-01-01', reason: '本县无危房' }),
  )
  expect((await cellsOf('F09'))?.[1]).toMatchObject({ baseCount: 11, presentCount: 10 })
})

test('[M12] a first-level matter given up needs a reason, or the catalogue is not adopted', async () => {
  const w = await world()
  const { government } = await makeCounty(w)
  await w.act((act) => loadReferenceCatalogue(act))
  const draft = await w.act((act) =>
    openDraft(act, { organizationId: government.id, base: 'reference' }),
  )
  const group = (await allMatters(w.db, draft.id)).filter((matter) =>
    matter.code.startsWith('F09-01-'),
  )
  const codes = group.map((matter) => matter.code)
  // As a fault or a hand in the database would leave it: gone without a word.
  await w.act((act) => deleteMatters(act.tx, draft.id, codes))
  const level1 = group[0]?.level1
  expect((await structure(w.db, draft.id)).level1Missing).toEqual([
    { fieldCode: 'F09', level1, matterCount: codes.length, reason: null },
  ])
  const adopt = () =>
    w.act((act) =>
      adoptEdition(act, { editionId: draft.id, effectiveOn: act.today, confirm: true }),
    )
  await expect(adopt()).rejects.toMatchObject({
    code: 'catalogue.notReady',
    params: { issues: [expect.objectContaining({ code: 'catalogue.level1Missing' })] },
  })
})

test('[M12] the same matter given up with a reason is no gap', async () => {
  const w = await world()
  const { government } = await makeCounty(w)
  await w.act((act) => loadReferenceCatalogue(act))
  const draft = await w.act((act) =>
    openDraft(act, { organizationId: government.id, base: 'reference' }),
  )
  const codes = (await allMatters(w.db, draft.id, { field: 'F31' })).map((matter) => matter.code)
  for (const code of codes)
    await w.act((act) => removeMatter(act, { editionId: draft.id, code, reason: '市级统一公开' }))
  const { level1Missing, level1Expected, level1Present } = await structure(w.db, draft.id)
  expect(level1Missing).toMatchObject([{ fieldCode: 'F31', reason: '市级统一公开' }])
  expect(level1Expected - level1Present).toBe(1)
  expect((await readiness(w.db, draft.id)).filter((finding) => finding.blocking)).toEqual([])
  const adopted = await w.act((act) =>
    adoptEdition(act, { editionId: draft.id, effectiveOn: act.today, confirm: true }),
  )
  // The next edition, copied from this one, still answers for it.
  const next = await w.act((act) =>
    openDraft(act, { organizationId: government.id, base: 'inForce' }),
  )
  expect(next.baseId).toBe(adopted.id)
  expect((await structure(w.db, next.id)).level1Missing).toMatchObject([{ reason: '市级统一公开' }])
})

test('[M4] [M12] a town takes from the reference what reaches it, and is measured by that', async () => {
  const w = await world()
  const { town } = await makeCounty(w)
  await w.act((act) => loadReferenceCatalogue(act))
  const draft = await w.act((act) => openDraft(act, { organizationId: town.id, base: 'reference' }))
  const all = await allMatters(w.db, draft.id)
  expect(all.length).toBeGreaterThan(100)
  expect(all.every((matter) => matter.levels.some((level) => level !== 'county'))).toBe(true)
  const { level1Expected, level1Present, level1Missing } = await structure(w.db, draft.id)
  expect([level1Present, level1Missing]).toEqual([level1Expected, []])
})

test('[M12] a proactive matter without a disclosing body bars adoption', async () => {
  const w = await world()
  const { government } = await makeCounty(w)
  const draft = await makeDraft(w, government.id)
  const matter = await makeMatter(w, draft.id, { disclosingBody: '' })
  const adopt = () =>
    w.act((act) =>
      adoptEdition(act, { editionId: draft.id, effectiveOn: act.today, confirm: true }),
    )
  await expect(adopt()).rejects.toMatchObject({
    code: 'catalogue.notReady',
    params: { issues: [expect.objectContaining({ code: 'catalogue.bodyMissing' })] },
  })
  await w.act((act) =>
    changeMatter(act, {
      editionId: draft.id,
      code: matter.code,
      changes: { disclosingBody: '县民政局' },
      reason: '',
    }),
  )
  expect(await adopt()).toMatchObject({ state: 'inForce' })
})

test('[M19] counts required and optional items per field', async () => {
  const w = await world()
  const { government } = await makeCounty(w)
  const edition = await makeCatalogue(w, government.id, [
    { channels: ['政府网站', '政府公报'] },
    { level2: '审批信息', mode: 'onRequest', attribute: 'onRequest' },
    {
      level2: '公示信息',
      channels: ['政府网站', '公开查阅点', '两微一端'],
      extra: { channelPolicy: 'at_least_one' },
    },
    { fieldCode: 'F20', level1: '政策文件', attribute: 'notDisclosed' },
  ])
  expect(await itemCounts(w.db, edition.id)).toEqual([
    {
      fieldCode: 'F19',
      matterCount: 3,
      proactiveCount: 2,
      onRequestCount: 1,
      notDisclosedCount: 0,
      requiredChannelCount: 3,
      optionalChannelCount: 3,
    },
    expect.objectContaining({ fieldCode: 'F20', notDisclosedCount: 1, proactiveCount: 0 }),
  ])
  expect(await fieldSummaries(w.db, edition.id)).toMatchObject([
    { field: { code: 'F19' }, matterCount: 3, level1Count: 1 },
    { field: { code: 'F20' }, matterCount: 1 },
  ])
})
