import { beforeAll, expect, test } from 'vitest'
import {
  createDraft,
  publishEdition,
  saveDraft,
  startCorrection,
  submitEdition,
  thePublic,
  withdrawDocument,
} from '#documents'
import type { EditionMark } from '#documents/contract'
import {
  draftMaterial,
  formShares,
  interpretationDesk,
  interpretationList,
  keepMaterial,
  linksOf,
  owedInterpretations,
  recordReprint,
  setPlan,
  setRequirement,
  signExemption,
  tieMaterial,
} from '#interpretation'
import type { Form } from '#interpretation/contract'
import { keepParticulars } from '#policies'
import {
  approveAll,
  makeDocument,
  makeDraft,
  makeOffice,
  monday,
  type Office,
  publish,
} from '../../../test/world/documents.ts'
import { type World, world } from '../../../test/world/world.ts'

let w: World
let office: Office

beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

// Without a number it is not yet in the policy library, whose own gate asks for a legality review.
const measure = { title: '青穗县临时救助实施办法', kind: '办法', documentNumber: '' }
const wednesday = new Date('2026-03-04T10:00:00+08:00')
const said = {
  background: 'covered',
  purpose: 'covered',
  measures: 'covered',
  changes: 'notApplicable',
} as const

const plan = (policyId: number, ...forms: Form[]) =>
  w.act(
    (act) =>
      setPlan(act, {
        id: policyId,
        items: forms.map((form) => ({
          form,
          author: '李局长',
          authorPost: '局长',
          plannedOn: '2026-03-02',
          channel: '县政府网站',
        })),
      }),
    office.clerk,
    monday,
  )

/** A material of a form with nothing missing, still on the desk. */
const material = async (
  policyId: number,
  form: Form = 'text',
  { followUp = false } = {},
): Promise<EditionMark> => {
  const made = await w.act(
    (act) => draftMaterial(act, { id: policyId, form, title: '', followUp }),
    office.clerk,
    monday,
  )
  await w.act(
    (act) =>
      keepMaterial(act, {
        id: made.documentId,
        version: 1,
        form,
        author: '李局长',
        authorPost: '局长',
        details: {
          transcript: '实录全文',
          heldOn: '2026-03-02',
          guest: '李局长',
          altText: '图中说明',
        },
        substance: said,
      }),
    office.clerk,
    monday,
  )
  return w.act(
    (act) =>
      saveDraft(act, {
        id: made.editionId,
        version: made.version,
        fields: { html: '<p>为什么出台？为了救急难。主要措施有三项，与原来相比提高了标准。</p>' },
      }),
    office.clerk,
    monday,
  )
}

const submit = ({ editionId: id, version }: EditionMark) =>
  w.act((act) => submitEdition(act, { id, version }), office.clerk, monday)

const stateOf = async (documentId: number) =>
  (await interpretationDesk(w.db, office.clerk, documentId, '2026-03-02')).materials.map(
    (one) => one.isLive,
  )

test('[M29] a policy sent up without plan and draft is returned, with what to do', async () => {
  const policy = await makeDraft(w, office, measure)
  await expect(submit(policy)).rejects.toMatchObject({
    code: 'interpretation.planFirst',
    issues: [{ code: 'planMissing' }, { code: 'draftMissing' }],
  })
  // The desk says the same beforehand, and nothing of the submission stays.
  const desk = await interpretationDesk(w.db, office.clerk, policy.documentId, '2026-03-02')
  expect(desk.issues.map((one) => one.code)).toEqual(['planMissing', 'draftMissing'])
  expect(desk.needed?.article).toContain('国办发〔2016〕80号')
  await plan(policy.documentId, 'text')
  await expect(submit(policy)).rejects.toMatchObject({ issues: [{ code: 'draftMissing' }] })
  await material(policy.documentId)
  expect((await submit(policy)).state).toBe('inReview')
})

test('[M29] an empty draft is no draft, and a notice is no policy', async () => {
  const policy = await makeDraft(w, office, measure)
  await plan(policy.documentId, 'text')
  await w.act(
    (act) =>
      draftMaterial(act, { id: policy.documentId, form: 'text', title: '', followUp: false }),
    office.clerk,
    monday,
  )
  await expect(submit(policy)).rejects.toMatchObject({ issues: [{ code: 'draftMissing' }] })
  const notice = await makeDraft(w, office, { title: '关于做好春耕工作的通知' })
  expect((await submit(notice)).state).toBe('inReview')
  const printing = await makeDraft(w, office, {
    title: '关于印发《青穗县临时救助办法（试行）》的通知',
    documentNumber: '',
  })
  await expect(submit(printing)).rejects.toMatchObject({ code: 'interpretation.planFirst' })
})

test('[M50] policy and signed material go out in one act; without a signature neither does', async () => {
  const policy = await makeDraft(w, office, measure)
  await plan(policy.documentId, 'text')
  const text = await material(policy.documentId)
  const signedPolicy = await approveAll(w, office, policy)
  const release = () =>
    w.act(
      (act) => publishEdition(act, { id: signedPolicy.editionId, version: signedPolicy.version }),
      office.signer,
      monday,
    )
  await expect(release()).rejects.toMatchObject({ code: 'interpretation.materialNotApproved' })
  expect(await linksOf(w.db, policy.documentId, thePublic)).toEqual({
    explainedBy: [],
    explains: null,
  })
  const signed = await approveAll(w, office, text)
  // By itself the explanation would tell what nobody can read yet.
  await expect(
    w.act(
      (act) => publishEdition(act, { id: signed.editionId, version: signed.version }),
      office.signer,
      monday,
    ),
  ).rejects.toMatchObject({ code: 'interpretation.policyNotOut' })
  await release()
  expect(await stateOf(policy.documentId)).toEqual([true])
  const desk = await interpretationDesk(w.db, office.clerk, policy.documentId, '2026-03-02')
  expect(desk.duty).toMatchObject({ releasedOn: '2026-03-02', settledOn: '2026-03-02' })
})

test('[M51] the links stand on both sides, and go with either side', async () => {
  const policy = await makeDraft(w, office, measure)
  await plan(policy.documentId, 'text')
  const text = await material(policy.documentId)
  await approveAll(w, office, text)
  await publish(w, office, policy)
  const forward = await linksOf(w.db, policy.documentId, thePublic)
  expect(forward.explainedBy).toMatchObject([{ id: text.documentId, form: 'text' }])
  const back = await linksOf(w.db, text.documentId, thePublic)
  expect(back.explains).toMatchObject({ id: policy.documentId, author: '李局长' })
  await w.act(
    (act) => withdrawDocument(act, { id: text.documentId, note: '有误。', replacedById: null }),
    office.signer,
    wednesday,
  )
  expect((await linksOf(w.db, policy.documentId, thePublic)).explainedBy).toEqual([])
  // What is withdrawn is owed again.
  const owed = await owedInterpretations(w.db, office.clerk, { limit: 50 }, '2026-03-04')
  expect(owed.items.map((one) => one.policy.documentId)).toContain(policy.documentId)
})

test('[M50] an exemption is signed by a named person with a reason, never by the author', async () => {
  const policy = await makeDraft(w, office, measure)
  const sign = (by: Office['clerk'], reason: string) =>
    w.act((act) => signExemption(act, { id: policy.documentId, reason }), by, monday)
  const reason = '仅调整文号和附件名称，不涉及群众办事。'
  await expect(sign(office.clerk, reason)).rejects.toMatchObject({
    code: 'interpretation.notYours',
  })
  await expect(sign(office.stranger, reason)).rejects.toMatchObject({
    code: 'interpretation.notFound',
  })
  await expect(sign(office.leader, '不用')).rejects.toMatchObject({
    code: 'interpretation.reasonTooShort',
  })
  const own = await makeDraft(w, office, measure, { by: office.leader })
  await expect(
    w.act((act) => signExemption(act, { id: own.documentId, reason }), office.leader, monday),
  ).rejects.toMatchObject({ code: 'interpretation.ownText' })
  await sign(office.leader, reason)
  await publish(w, office, policy)
  const desk = await interpretationDesk(w.db, office.clerk, policy.documentId, '2026-03-02')
  expect(desk.exemption).toMatchObject({ reason, signedBy: office.leader.name })
  expect(desk.duty).toBeNull()
})

test('[M50] what is planned and not out is owed on the third working day, with its light', async () => {
  const policy = await makeDraft(w, office, measure)
  await plan(policy.documentId, 'text', 'video')
  await approveAll(w, office, await material(policy.documentId))
  await publish(w, office, policy)
  const line = async (today: string) =>
    (await owedInterpretations(w.db, office.clerk, { limit: 50 }, today)).items.find(
      (one) => one.policy.documentId === policy.documentId,
    )
  // Released on Monday 2 March: Tuesday, Wednesday, Thursday.
  expect(await line('2026-03-02')).toMatchObject({ dueOn: '2026-03-05', missing: ['video'] })
  expect((await line('2026-03-05'))?.light).toBe('red')
  expect((await line('2026-03-06'))?.light).toBe('overdue')
  const hidden = await owedInterpretations(w.db, office.stranger, { limit: 50 }, '2026-03-05')
  expect(hidden.items).toEqual([])
})

test('[M50] a correction of what is out goes up free', async () => {
  const policy = await makeDraft(w, office, measure)
  await plan(policy.documentId, 'text')
  await approveAll(w, office, await material(policy.documentId))
  await publish(w, office, policy)
  const opened = await w.act(
    (act) => startCorrection(act, { id: policy.documentId }),
    office.clerk,
    wednesday,
  )
  const saved = await w.act(
    (act) =>
      saveDraft(act, {
        id: opened.editionId,
        version: opened.version,
        fields: { correctionNote: '更正电话。', html: '<p>电话更正。</p>' },
      }),
    office.clerk,
    wednesday,
  )
  expect((await submit(saved)).state).toBe('inReview')
})

test('[M52] each form asks for its own fields before it goes up', async () => {
  const policy = await makeDraft(w, office, measure)
  const made = await w.act(
    (act) =>
      draftMaterial(act, { id: policy.documentId, form: 'video', title: '', followUp: false }),
    office.clerk,
    monday,
  )
  const mark = await w.act(
    (act) =>
      saveDraft(act, {
        id: made.editionId,
        version: made.version,
        fields: { html: '<p>视频说明。</p>' },
      }),
    office.clerk,
    monday,
  )
  await expect(submit(mark)).rejects.toMatchObject({
    code: 'interpretation.materialIncomplete',
    issues: expect.arrayContaining([
      { field: 'interpretation.author', code: 'missing' },
      { field: 'interpretation.transcript', code: 'missing' },
      { field: 'interpretation.mediaAddress', code: 'mediaMissing' },
    ]),
  })
  await w.act(
    (act) =>
      keepMaterial(act, {
        id: made.documentId,
        version: 1,
        form: 'video',
        author: '王科长',
        authorPost: '',
        details: { transcript: '全文', mediaAddress: 'https://video.example/1' },
        substance: said,
      }),
    office.clerk,
    monday,
  )
  expect((await submit(mark)).state).toBe('inReview')
  // What is under review is read-only.
  await expect(
    w.act(
      (act) =>
        keepMaterial(act, {
          id: made.documentId,
          version: 2,
          form: 'text',
          author: '王科长',
          authorPost: '',
          details: {},
          substance: said,
        }),
      office.clerk,
      monday,
    ),
  ).rejects.toMatchObject({ code: 'interpretation.changedMeanwhile' })
})

test('[M53] the checklist quotes the words that speak for an element, and the author has the say', async () => {
  const policy = await makeDraft(w, office, measure)
  const text = await material(policy.documentId)
  const { material: beside } = await interpretationDesk(
    w.db,
    office.sectionHead,
    text.documentId,
    '2026-03-02',
  )
  const line = (element: string) => beside?.lines.find((one) => one.element === element)
  expect(line('background')).toMatchObject({ required: true, said: 'covered' })
  expect(line('background')?.because.join()).toContain('为什么')
  expect(line('changes')).toMatchObject({ said: 'notApplicable' })
  expect(line('changes')?.because.join()).toContain('相比')
  expect(line('contact')).toMatchObject({ required: false, said: null, because: [] })
})

test('[M52] the share of varied forms per unit opens to its records', async () => {
  const fresh = await world()
  const own = await makeOffice(fresh)
  const policy = await makeDocument(fresh, own, { title: '关于临时救助的通知' })
  for (const form of ['text', 'chart', 'video'] as const) {
    const explained = await makeDocument(fresh, own, { title: `${form}：临时救助`, kind: '解读' })
    await fresh.act(
      (act) =>
        tieMaterial(act, {
          documentId: explained.documentId,
          policyId: policy.documentId,
          form,
          followUp: false,
          author: '',
          authorPost: '',
          details: {},
        }),
      own.clerk,
      monday,
    )
  }
  const { units, target } = await formShares(fresh.db, own.clerk, 2026, '2026-03-02')
  expect(target.percent).toBe(60)
  expect(units).toMatchObject([{ organization: { id: own.civil.id }, total: 3, varied: 2 }])
  const asked = { organizationId: own.civil.id, varied: true, year: 2026, limit: 20 }
  const { items } = await interpretationList(fresh.db, own.clerk, asked, '2026-03-02')
  expect(items.map((one) => one.form).sort()).toEqual(['chart', 'video'])
  expect((await formShares(fresh.db, own.stranger, 2026, '2026-03-02')).units).toEqual([])
})

test('[M50] which documents need one is data with its day and article', async () => {
  const fresh = await world()
  const own = await makeOffice(fresh)
  const rule = {
    validFrom: '2026-03-03',
    policyClasses: [],
    kinds: ['通知'],
    titleEndings: [],
    organizationKinds: ['department'],
    article: '青穗政办〔2026〕1号',
  }
  const set = (by: Office['clerk'], given = rule) =>
    fresh.act((act) => setRequirement(act, given), by, monday)
  await expect(set(own.clerk)).rejects.toMatchObject({ code: 'interpretation.notYours' })
  await expect(
    set(own.disclosureOffice, { ...rule, validFrom: '2026-03-01' }),
  ).rejects.toMatchObject({ code: 'interpretation.ruleBackwards' })
  await set(own.disclosureOffice)
  const notice = await makeDraft(fresh, own)
  const needed = async (day: string) =>
    (await interpretationDesk(fresh.db, own.clerk, notice.documentId, day)).needed?.article
  expect(await needed('2026-03-02')).toBeUndefined()
  expect(await needed('2026-03-03')).toBe('青穗政办〔2026〕1号')
})

test('[M29] a document that a person calls normative needs one, whatever its title', async () => {
  const notice = await makeDraft(w, office, { title: '关于规范殡葬服务收费的通知' })
  const needed = async () =>
    (await interpretationDesk(w.db, office.clerk, notice.documentId, '2026-03-02')).needed
  expect(await needed()).toBeNull()
  await w.act(
    (act) => keepParticulars(act, { id: notice.documentId, class: 'normative' }),
    office.clerk,
    monday,
  )
  expect(await needed()).not.toBeNull()
})

test('[M55] reprints are kept with their reach', async () => {
  const policy = await makeDocument(w, office, { title: '关于高龄津贴的通知' })
  const reprint = {
    id: policy.documentId,
    kind: 'newMedia' as const,
    outlet: '青穗发布',
    address: 'https://weixin.example/1',
    reprintedOn: '2026-03-02',
    reach: 1200,
  }
  const record = (given: object) =>
    w.act((act) => recordReprint(act, { ...reprint, ...given }), office.clerk, monday)
  await record({})
  await record({ kind: 'meeting', outlet: '镇村干部会', address: '', reach: 86 })
  await expect(record({ reprintedOn: '2026-03-09' })).rejects.toMatchObject({
    code: 'interpretation.dayToCome',
  })
  const desk = await interpretationDesk(w.db, office.clerk, policy.documentId, '2026-03-02')
  expect(desk.reprints).toEqual({ count: 2, reach: 1286 })
})

test('nobody outside the unit plans or ties', async () => {
  const policy = await makeDocument(w, office, { title: '关于殡葬服务的通知' })
  await expect(
    w.act((act) => setPlan(act, { id: policy.documentId, items: [] }), office.stranger, monday),
  ).rejects.toMatchObject({ code: 'interpretation.notYours' })
  const draft = await w.act(
    (act) => createDraft(act, { organizationId: office.civil.id, fields: { title: '稿' } }),
    office.clerk,
    monday,
  )
  await expect(
    w.act(
      (act) =>
        tieMaterial(act, {
          documentId: draft.documentId,
          policyId: draft.documentId,
          form: 'text',
          followUp: false,
          author: '',
          authorPost: '',
          details: {},
        }),
      office.clerk,
      monday,
    ),
  ).rejects.toMatchObject({ code: 'interpretation.explainsItself' })
})
