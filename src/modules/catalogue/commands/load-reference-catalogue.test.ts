import { expect, test } from 'vitest'
import { fields, loadReferenceCatalogue, matterByCode, matters, openDraft } from '#catalogue'
import { makeOrganization } from '../../../../test/world/organizations.ts'
import { world } from '../../../../test/world/world.ts'
import { allMatters } from '../store/matters.ts'

test('[M1] loads the 26 pilot fields and the later ones as a starting catalogue', async () => {
  const w = await world()
  const edition = await w.act((act) => loadReferenceCatalogue(act))
  const known = await fields(w.db)
  expect(known.filter((field) => field.status === 'nationalPilot')).toHaveLength(26)
  expect(known).toHaveLength(32)
  expect(known.find((field) => field.code === 'F05')).toMatchObject({
    name: '税收管理',
    vertical: true,
  })
  expect(edition).toMatchObject({ organizationId: null, state: 'inForce', matterCount: 639 })

  const all = await allMatters(w.db, edition.id)
  expect(new Set(all.map((matter) => matter.code)).size).toBe(639)
  expect(all.map((matter) => matter.ordinal)).toEqual(all.map((_, index) => index + 1))
  // Where a row comes from is kept, so that nothing reconstructed passes for seen.
  expect(all.filter((matter) => matter.provenance === 'page')).toHaveLength(208 + 36)
  expect(all.filter((matter) => matter.provenance === 'knowledge')).toHaveLength(395)
})

test('[M1] loading again changes nothing, and its copy keeps provenance and codes', async () => {
  const w = await world()
  const first = await w.act((act) => loadReferenceCatalogue(act))
  const second = await w.act((act) => loadReferenceCatalogue(act))
  expect(second.id).toBe(first.id)

  const government = await makeOrganization(w)
  const draft = await w.act((act) =>
    openDraft(act, { organizationId: government.id, base: 'reference' }),
  )
  expect(draft).toMatchObject({ state: 'draft', baseId: first.id, matterCount: 639 })
  const copied = await allMatters(w.db, draft.id)
  expect(copied.map((matter) => [matter.code, matter.provenance])).toEqual(
    (await allMatters(w.db, first.id)).map((matter) => [matter.code, matter.provenance]),
  )
})

test('[M2] a matter carries every element of the standard catalogue', async () => {
  const w = await world()
  const edition = await w.act((act) => loadReferenceCatalogue(act))
  const { matters: found, total } = await matters(w.db, edition.id, {
    field: 'F01',
    text: '办理过程信息',
  })
  expect(total).toBe(1)
  expect(await matterByCode(w.db, edition.id, found[0]?.code ?? '')).toMatchObject({
    fieldCode: 'F01',
    level1: '批准服务信息',
    level2: '办理过程信息',
    contentElements: ['事项名称', '事项办理部门', '办理进展'],
    legalBases: [
      '《中华人民共和国政府信息公开条例》',
      '《关于全面推进政务公开工作的意见》',
      '《国务院办公厅关于推进重大建设项目批准和实施领域政府信息公开的意见》',
    ],
    timeLimit: '及时公开',
    timeRule: { text: '及时公开' },
    disclosingBody: '相关审批部门',
    channels: ['政府网站', '政务服务中心', '投资项目在线审批监管平台'],
    audience: 'group',
    audienceGroup: '项目单位',
    mode: 'onRequest',
    attribute: 'onRequest',
    levels: ['county'],
    provenance: 'page',
  })
})
