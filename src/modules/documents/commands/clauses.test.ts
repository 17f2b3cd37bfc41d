import { beforeAll, expect, test } from 'vitest'
import {
  makeDocument,
  makeDraft,
  makeOffice,
  matterCodes,
  monday,
  type Office,
} from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import type { EditionFields } from '../contract.ts'
import { deskOf } from '../reading/desk.ts'
import { recodeMatters } from '../store/placements.ts'
import { saveDraft } from './save-draft.ts'
import { startCorrection } from './start-correction.ts'

const limit =
  '信息形成20个工作日内公开；其中行政许可、行政处罚事项应自作出行政决定之日起7个工作日内公示'
const penalties = '行政许可、行政处罚事项'

let w: World
let office: Office
let code = ''
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w, [
    { field: '社会救助', level1: '监督检查', level2: '救助资金检查', limit },
  ])
  ;[code = ''] = await matterCodes(w)
})

const save = (mark: { editionId: number; version: number }, fields: Partial<EditionFields>) =>
  w.act(
    (act) => saveDraft(act, { id: mark.editionId, version: mark.version, fields }),
    office.clerk,
    monday,
  )
const placed = async (documentId: number) =>
  (
    await w.db
      .selectFrom('documents.placement')
      .select('due_on')
      .where('document_id', '=', documentId)
      .executeTakeFirstOrThrow()
  ).due_on

test('[M35] title and kind move the day: a decision counts seven working days, as does its duty', async () => {
  const draft = await makeDraft(w, office, { title: '救助资金检查情况', kind: '通报' })
  expect(await placed(draft.documentId)).toBe('2026-03-30')
  const saved = await save(draft, { title: '对某某公司骗取救助资金的行政处罚决定', kind: '决定' })
  expect(saved.clock).toMatchObject({
    dueOn: '2026-03-11',
    rules: [{ clause: { when: penalties, by: 'text' }, why: { code: 'within', days: 7 } }],
  })
  expect(await placed(draft.documentId)).toBe('2026-03-11')
})

test('[M35] where neither tells, the desk names the shorter clause until the clerk has chosen', async () => {
  const draft = await makeDraft(w, office, { title: '某某公司案', kind: '' })
  const look = () => deskOf(w.db, office.clerk, { documentId: draft.documentId }, '2026-03-02')
  const warnings = async () => (await look()).findings.filter(({ field }) => field === 'clauses')
  expect(await warnings()).toMatchObject([
    { code: 'clauseOpen', params: { when: penalties, dueOn: '2026-03-11' } },
  ])
  const saved = await save(draft, { clauses: [{ matterCode: code, when: penalties }] })
  expect(saved.clock.dueOn).toBe('2026-03-11')
  expect(await placed(draft.documentId)).toBe('2026-03-11')
  expect(await warnings()).toEqual([])
  const general = await save(saved, { clauses: [{ matterCode: code, when: '' }] })
  expect(general.clock).toMatchObject({
    dueOn: '2026-03-30',
    rules: [{ clause: { by: 'person' } }],
  })
  expect(await warnings()).toEqual([])
})

test('[M35] the choice is kept with the edition, goes on in its correction and follows its matter', async () => {
  const clauses = [{ matterCode: code, when: penalties }]
  const live = await makeDocument(w, office, { title: '某某公司案', kind: '', clauses })
  const draft = await w.act((act) => startCorrection(act, { id: live.documentId }), office.clerk)
  const kept = async () =>
    (await deskOf(w.db, office.clerk, { documentId: draft.documentId }, '2026-03-02')).edition
  expect((await kept()).clauses).toEqual(clauses)
  await w.db.transaction().execute((tx) => recodeMatters(tx, [{ from: code, to: 'F19-09-09' }]))
  expect(await kept()).toMatchObject({
    matterCodes: ['F19-09-09'],
    clauses: [{ matterCode: 'F19-09-09', when: penalties }],
  })
})
