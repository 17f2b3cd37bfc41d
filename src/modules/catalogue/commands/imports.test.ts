import { expect, test } from 'vitest'
import {
  adoptFile,
  applyImport,
  deviationsOf,
  dropImport,
  editionInForce,
  fields,
  loadFields,
  loadReferenceCatalogue,
  matterByCode,
  matters,
  openDraft,
  openQuestions,
  previewImport,
  receiveImport,
  settleQuestion,
} from '#catalogue'
import { makeCatalogue, makeTable, type TableRow } from '../../../../test/world/catalogue.ts'
import { cpuMs } from '../../../../test/world/cpu.ts'
import { makeCounty } from '../../../../test/world/organizations.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { allMatters } from '../store/matters.ts'

const receive = (w: World, organizationId: number, rows: readonly TableRow[]) =>
  w.act((act) =>
    receiveImport(act, { organizationId, fileName: '目录.xlsx', parsed: makeTable(rows) }),
  )

test('[M8] an import shows what will change before it changes', async () => {
  const w = await world()
  const { government } = await makeCounty(w)
  await makeCatalogue(w, government.id, [
    { level2: '审核信息', timeLimit: '信息形成之日起10个工作日内' },
    { level2: '审批信息' },
  ])
  const { importId } = await receive(w, government.id, [
    { l2: '审核 信息', limit: '信息形成之日起5个工作日内' },
    { l2: '公示信息' },
    { field: '外星事务', l1: '接待', l2: '接待指南' },
  ])
  const preview = await previewImport(w.db, importId)
  expect(preview).toMatchObject({ editionId: null, reasonRequired: true })
  expect(preview.unknownFields).toEqual([{ name: '外星事务', rowCount: 1 }])
  expect(preview.fields).toHaveLength(1)
  expect(preview.fields[0]).toMatchObject({
    fieldCode: 'F19',
    added: [{ level2: '公示信息' }],
    changed: [
      {
        code: 'F19-01-01',
        changes: [
          {
            element: 'timeLimit',
            before: '信息形成之日起10个工作日内',
            after: '信息形成之日起5个工作日内',
          },
        ],
      },
    ],
    unchangedCount: 0,
    notMentioned: [{ level2: '审批信息' }],
  })
  const inForce = await editionInForce(w.db, government.id)
  expect(inForce?.matterCount).toBe(2)

  const applied = await w.act((act) =>
    applyImport(act, { importId, reason: '2025年修订', removeMissing: false }),
  )
  expect(applied).toMatchObject({ addedCount: 1, changedCount: 1, removedCount: 0 })
  const { deviations } = await deviationsOf(w.db, applied.editionId)
  expect(deviations.map(({ kind, reason }) => [kind, reason]).sort()).toEqual([
    ['added', '2025年修订'],
    ['changed', '2025年修订'],
  ])
  expect((await matters(w.db, applied.editionId)).total).toBe(3)
  await expect(
    w.act((act) => applyImport(act, { importId, reason: '', removeMissing: false })),
  ).rejects.toMatchObject({ code: 'catalogue.importTaken' })
})

test('[M2] what a table does not say stays as it was', async () => {
  const w = await world()
  const { government } = await makeCounty(w)
  await makeCatalogue(w, government.id, [
    { levels: ['county', 'township'], legalBases: ['《救助办法》'] },
  ])
  const { importId } = await receive(w, government.id, [
    { limit: '', levels: [], mode: '', subject: '县民政局' },
  ])
  const { editionId } = await w.act((act) =>
    applyImport(act, { importId, reason: '更名', removeMissing: false }),
  )
  expect(await matterByCode(w.db, editionId, 'F19-01-01')).toMatchObject({
    levels: ['county', 'township'],
    mode: 'proactive',
    timeLimit: '自制作或获取该信息之日起10个工作日内',
    disclosingBody: '县民政局',
  })
})

test('[M2] what the reader did not understand is asked, and settled wherever it is worded so', async () => {
  const w = await world()
  const { government } = await makeCounty(w)
  await w.act((act) => loadFields(act))
  const puzzling = '待主管领导指示后择机发布'
  const { importId } = await receive(w, government.id, [
    { l2: '审核信息', limit: puzzling },
    { l2: '审批信息', limit: puzzling },
    { l2: '公示信息', subject: '采购人' },
  ])
  const { editionId } = await w.act((act) =>
    applyImport(act, { importId, reason: '', removeMissing: false }),
  )
  const asked = (await openQuestions(w.db, editionId)).questions
  expect(asked.map(({ code, part, asWritten }) => [code, part, asWritten])).toEqual([
    ['F19-01-01', 'timeLimit', puzzling],
    ['F19-01-02', 'timeLimit', puzzling],
    ['F19-01-03', 'disclosingBody', '采购人'],
  ])
  const settle = (questionId: number, settlement: object) =>
    w.act((act) => settleQuestion(act, { questionId, settlement, everywhere: true }))
  await expect(settle(asked[0]?.id ?? 0, { levels: [] })).rejects.toMatchObject({
    code: 'catalogue.settlementMissing',
  })
  const timeRule = { kind: 'within', days: 20, unit: 'working', trigger: 'formed' } as const
  expect(await settle(asked[0]?.id ?? 0, { timeRule })).toEqual({ settledCount: 2 })
  expect(await matterByCode(w.db, editionId, 'F19-01-02')).toMatchObject({
    timeLimit: puzzling,
    timeRule: { ...timeRule, confidence: 'high', text: puzzling },
  })
  await settle(asked[2]?.id ?? 0, { disclosingBody: '县民政局' })
  expect((await openQuestions(w.db, editionId)).questions).toEqual([])
})

test('takes in the chosen fields only, says which field nameless rows mean, drops what is not wanted', async () => {
  const w = await world()
  const { government } = await makeCounty(w)
  await w.act((act) => loadFields(act))
  const rows = [{ field: null }, { field: '养老服务领域', l1: '政策', l2: '补贴' }]
  const { importId } = await receive(w, government.id, rows)
  const { editionId } = await w.act((act) =>
    applyImport(act, {
      importId,
      fields: ['F19'],
      fieldFor: { '': 'F19' },
      reason: '',
      removeMissing: false,
    }),
  )
  expect((await allMatters(w.db, editionId)).map((matter) => matter.fieldCode)).toEqual(['F19'])
  // Now that the draft has a matter so called, nameless rows find their field themselves.
  const preview = await previewImport(w.db, (await receive(w, government.id, rows)).importId)
  expect(preview.fields.map((one) => one.fieldCode)).toEqual(['F19', 'F20'])
  const again = await receive(w, government.id, rows)
  await w.act((act) => dropImport(act, again))
  expect(await previewImport(w.db, again.importId)).toMatchObject({ state: 'dropped' })
})

test('a table adopted in one go stands as it is in its fields and leaves the others', async () => {
  const w = await world()
  const { government } = await makeCounty(w)
  await w.act((act) => loadFields(act))
  const adopt = (rows: readonly TableRow[]) =>
    w.act((act) =>
      adoptFile(act, {
        organizationId: government.id,
        fileName: '目录.xlsx',
        parsed: makeTable(rows),
        effectiveOn: act.today,
      }),
    )
  await adopt([{ l2: '审核信息' }, { l2: '审批信息' }])
  await adopt([{ field: '养老服务', l1: '政策文件', l2: '养老补贴' }])
  const third = await adopt([{ l2: '审核信息' }, { field: '统计', l1: '统计数据', l2: '年度公报' }])

  expect(third).toMatchObject({ state: 'inForce', number: 3 })
  expect((await allMatters(w.db, third.id)).map(({ code, level2 }) => [code, level2])).toEqual([
    ['F19-01-01', '审核信息'],
    ['F20-01-01', '养老补贴'],
    ['F33-01-01', '年度公报'],
  ])
  expect((await fields(w.db)).at(-1)).toMatchObject({ code: 'F33', name: '统计', slug: 'tong-ji' })
})

test('takes in 650 matters in less than a second', async () => {
  const w = await world()
  const { government } = await makeCounty(w)
  const reference = await w.act((act) => loadReferenceCatalogue(act))
  const rows = (await allMatters(w.db, reference.id)).slice(0, 600).map((matter) => ({
    field: matter.fieldCode,
    l1: matter.level1,
    l2: matter.level2,
    limit: '信息形成之日起3个工作日内',
    subject: matter.disclosingBody,
  }))
  const added = Array.from({ length: 50 }, (_, n) => ({ l1: '本地事项', l2: `事项${n}` }))
  await w.act((act) => openDraft(act, { organizationId: government.id, base: 'reference' }))
  const { importId } = await receive(w, government.id, [...rows, ...added])
  const began = cpuMs()
  const applied = await w.act((act) =>
    applyImport(act, { importId, reason: '本县统一为3个工作日', removeMissing: false }),
  )
  const took = cpuMs() - began
  expect(applied.addedCount + applied.changedCount).toBeGreaterThan(640)
  expect(took).toBeLessThan(1_000)
})
