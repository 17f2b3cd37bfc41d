import { beforeAll, expect, test } from 'vitest'
import {
  approveAll,
  makeDraft,
  makeOffice,
  monday,
  type Office,
} from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { deskOf, publishEdition, saveDraft } from '../index.ts'
import { owedTo } from '../reading/owed.ts'
import { agreementsOf } from './agreements.ts'
import {
  answerAgreement,
  askAgreement,
  cancelAgreement,
  commonPath,
  decideAgreement,
} from './commands.ts'
import { organsIn } from './standing.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const ask = (editionId: number, organizationIds: number[]) =>
  w.act(
    (act) =>
      askAgreement(act, { id: editionId, organizationIds, question: '请核对分工', dueOn: null }),
    office.clerk,
    monday,
  )
const answer = (id: number, said: 'agreed' | 'withChanges' | 'objected', note = '') =>
  w.act((act) => answerAgreement(act, { id, answer: said, note }), office.stranger, monday)
const asked = async (editionId: number) =>
  (await agreementsOf(w.db, office.clerk, editionId, '2026-03-02')).agreements
const release = (mark: { editionId: number; version: number }) =>
  w.act(
    (act) => publishEdition(act, { id: mark.editionId, version: mark.version }),
    office.signer,
    monday,
  )

test('[M39] a text waits until every unit that was asked agrees', async () => {
  const draft = await makeDraft(w, office, { title: '关于联合检查的通告' })
  const { dueOn } = await ask(draft.editionId, [office.education.id])
  expect(dueOn).toBe('2026-03-09')
  const approved = await approveAll(w, office, draft)
  await expect(release(approved)).rejects.toMatchObject({
    code: 'documents.notReady',
    params: { issues: [{ code: 'agreementWaits', field: 'agreement' }] },
  })
  const [question] = await asked(draft.editionId)
  const owed = await owedTo(w.db, office.stranger, monday)
  expect(owed.items).toMatchObject([{ kind: 'agreement', title: '关于联合检查的通告', due: dueOn }])
  // Who is asked reads what they are asked about, and only that.
  const seen = await deskOf(w.db, office.stranger, { documentId: draft.documentId }, '2026-03-02')
  expect(seen.edition.title).toBe('关于联合检查的通告')
  expect(seen.may).toEqual([])
  await answer(question?.id ?? 0, 'agreed')
  expect((await release(approved)).state).toBe('published')
})

test('[M39] changes and objections want a reason; the text that changed is asked about again', async () => {
  const draft = await makeDraft(w, office)
  await ask(draft.editionId, [office.education.id])
  const [first] = await asked(draft.editionId)
  await expect(answer(first?.id ?? 0, 'objected')).rejects.toMatchObject({
    code: 'lifeCycle.noteNeeded',
  })
  await answer(first?.id ?? 0, 'withChanges', '请写明学校名单')
  await expect(answer(first?.id ?? 0, 'agreed')).rejects.toMatchObject({
    code: 'lifeCycle.answeredAlready',
  })
  await ask(draft.editionId, [office.education.id])
  const [second] = await asked(draft.editionId)
  await answer(second?.id ?? 0, 'agreed')
  const saved = await w.act(
    (act) =>
      saveDraft(act, {
        id: draft.editionId,
        version: draft.version,
        fields: { html: '<p>另一份正文</p>' },
      }),
    office.clerk,
    monday,
  )
  expect(await asked(draft.editionId)).toMatchObject([{ answer: 'agreed', outdated: true }])
  const approved = await approveAll(w, office, saved)
  await expect(release(approved)).rejects.toMatchObject({
    params: { issues: [{ code: 'agreementOutdated' }] },
  })
})

test('[M39] where they do not agree the common superior decides, and nobody below', async () => {
  const draft = await makeDraft(w, office)
  await ask(draft.editionId, [office.education.id])
  const [question] = await asked(draft.editionId)
  await answer(question?.id ?? 0, 'objected', '数据不实')
  const approved = await approveAll(w, office, draft)
  const decide = (by: Office['clerk']) =>
    w.act(
      (act) => decideAgreement(act, { id: draft.editionId, verdict: 'proceed', reason: '已核实' }),
      by,
      monday,
    )
  await expect(decide(office.leader)).rejects.toMatchObject({ code: 'lifeCycle.notYours' })
  await decide(office.disclosureOffice)
  expect((await release(approved)).state).toBe('published')
})

test('[M39] a text issued jointly cannot leave one of its organs unasked', async () => {
  const issuingOrgan = `${office.civil.name}、${office.education.name}`
  const draft = await makeDraft(w, office, { issuingOrgan })
  const approved = await approveAll(w, office, draft)
  await expect(release(approved)).rejects.toMatchObject({
    params: { issues: [{ code: 'jointNotAsked', params: { name: office.education.name } }] },
  })
})

test('[M39] a question is taken back before it is answered; one unit is not asked twice at once', async () => {
  const draft = await makeDraft(w, office)
  await ask(draft.editionId, [office.education.id])
  await expect(ask(draft.editionId, [office.education.id])).rejects.toMatchObject({
    code: 'lifeCycle.askedAlready',
  })
  await expect(ask(draft.editionId, [office.civil.id])).rejects.toMatchObject({
    code: 'lifeCycle.ownUnit',
  })
  const [question] = await asked(draft.editionId)
  await w.act((act) => cancelAgreement(act, { id: question?.id ?? 0 }), office.clerk, monday)
  expect(await asked(draft.editionId)).toEqual([])
  const gone = deskOf(w.db, office.stranger, { documentId: draft.documentId }, '2026-03-02')
  await expect(gone).rejects.toMatchObject({ code: 'documents.notFound' })
})

test('[M39] the common superior is the nearest place above all concerned', () => {
  expect(commonPath(['/1/7/', '/1/9/'])).toBe('/1/')
  expect(commonPath(['/1/7/', '/1/7/31/'])).toBe('/1/7/')
  expect(commonPath(['/1/', '/2/'])).toBe('/')
  expect(organsIn('甲局、乙局 丙局')).toEqual(['甲局', '乙局', '丙局'])
})
