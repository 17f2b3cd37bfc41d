import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#platform/act'
import { makeStaff } from '../../../../test/world/accounts.ts'
import {
  approveAll,
  makeDocument,
  makeDraft,
  makeOffice,
  matterCodes,
  monday,
  noSecrets,
  type Office,
} from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { deskOf, reviewPlanOf, reviewPlansOf } from '../index.ts'
import { approveStep } from './approve-step.ts'
import { changeAttribute } from './change-attribute.ts'
import { dropReviewPlan } from './drop-review-plan.ts'
import { returnEdition } from './return-edition.ts'
import { saveDraft } from './save-draft.ts'
import { setReviewPlan } from './set-review-plan.ts'
import { startCorrection } from './start-correction.ts'
import { submitEdition } from './submit-edition.ts'
import { takeBackEdition } from './take-back-edition.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

type Mark = { editionId: number; version: number }
const submit = (draft: Mark, by: Actor = office.clerk) =>
  w.act((act) => submitEdition(act, { id: draft.editionId, version: draft.version }), by, monday)
const approve = (mark: Mark, by: Actor, secrecy?: Parameters<typeof approveStep>[1]['secrecy']) =>
  w.act(
    (act) =>
      approveStep(act, { id: mark.editionId, version: mark.version, opinion: '同意', secrecy }),
    by,
    monday,
  )
const giveBack = (mark: Mark, by: Actor, reason = '请核对日期') =>
  w.act(
    (act) => returnEdition(act, { id: mark.editionId, version: mark.version, reason }),
    by,
    monday,
  )

test('[M34] a text passes section head, leader, secrecy review and signer, one after the other', async () => {
  const submitted = await submit(await makeDraft(w, office))
  await expect(approve(submitted, office.leader)).rejects.toMatchObject({
    code: 'documents.notYours',
  })
  const first = await approve(submitted, office.sectionHead)
  const second = await approve(first, office.leader)
  const third = await approve(second, office.secrecyReviewer, noSecrets)
  expect(third.state).toBe('inReview')
  expect((await approve(third, office.signer)).state).toBe('approved')
})

test('[M34] a draft with open points does not go up, and says all of them', async () => {
  const draft = await makeDraft(w, office, { title: '', formedOn: null, matterCodes: [] })
  await expect(submit(draft)).rejects.toMatchObject({
    code: 'documents.notReady',
    params: {
      issues: [
        { field: 'title', code: 'missing' },
        { field: 'formedOn', code: 'missing' },
        { field: 'matterCodes', code: 'missing' },
      ],
    },
  })
})

test('[M34] another plan for a unit or a column is used by everything below without its own', async () => {
  const [code = ''] = await matterCodes(w)
  const { actor: keeper } = await makeStaff(w, {
    organizationId: office.government.id,
    roles: ['disclosureOffice'],
  })
  const plan = (
    organizationId: number,
    columnKey: string,
    steps: ('leader' | 'secrecyReviewer' | 'signer')[],
  ) => w.act((act) => setReviewPlan(act, { organizationId, columnKey, steps }), keeper)
  await plan(office.government.id, '', ['leader', 'secrecyReviewer'])
  const draft = await makeDraft(w, office, { matterCodes: [code] })
  const stepsOf = async () => {
    const desk = await deskOf(w.db, office.clerk, { documentId: draft.documentId }, '2026-03-02')
    return desk.steps.map((step) => step.role)
  }
  // The column's plan comes before the general one, whoever set it.
  const field = code.split('-')[0] ?? ''
  await plan(office.government.id, `field:${field}`, ['secrecyReviewer', 'signer'])
  expect(await stepsOf()).toEqual(['secrecyReviewer', 'signer'])
  await plan(office.civil.id, `field:${field}`, ['leader', 'secrecyReviewer', 'signer'])
  expect(await stepsOf()).toEqual(['leader', 'secrecyReviewer', 'signer'])

  // What the office shows: the nearest plan of each column, and in a column below that of the field.
  const { plans } = await reviewPlansOf(w.db, { organizationId: office.civil.id })
  expect(plans.map((one) => [one.columnKey, one.setBy.id])).toEqual([
    ['', office.government.id],
    [`field:${field}`, office.civil.id],
  ])
  const columnKey = `matter:${code}`
  const shown = await reviewPlanOf(w.db, { organizationId: office.civil.id, columnKey })
  expect(shown.setBy?.id).toBe(office.civil.id)
  const drop = (by: Actor) =>
    w.act(
      (act) =>
        dropReviewPlan(act, { organizationId: office.civil.id, columnKey: `field:${field}` }),
      by,
    )
  await expect(drop(office.clerk)).rejects.toMatchObject({ code: 'documents.notYours' })
  await drop(keeper)
  expect(await stepsOf()).toEqual(['secrecyReviewer', 'signer'])
  await w.db.deleteFrom('documents.review_plan').execute()
})

test('[M34] a plan without secrecy review, or with a role twice, is refused', async () => {
  const plan = (steps: Parameters<typeof setReviewPlan>[1]['steps']) =>
    w.act(
      (act) => setReviewPlan(act, { organizationId: office.civil.id, columnKey: '', steps }),
      office.disclosureOffice,
    )
  await expect(plan(['leader'])).rejects.toMatchObject({ code: 'documents.planNeedsSecrecy' })
  await expect(plan(['leader', 'leader', 'secrecyReviewer'])).rejects.toMatchObject({
    code: 'documents.planRepeatsRole',
  })
})

test('[M158] nobody approves their own text: not who began it, typed last, or sent it up', async () => {
  const both = (
    await makeStaff(w, { organizationId: office.civil.id, roles: ['clerk', 'sectionHead'] })
  ).actor
  const began = await submit(await makeDraft(w, office, {}, { by: both }))
  await expect(approve(began, both)).rejects.toMatchObject({ code: 'documents.ownText' })

  const typed = await makeDraft(w, office)
  const saved = await w.act(
    (act) =>
      saveDraft(act, { id: typed.editionId, version: typed.version, fields: { title: '改过' } }),
    both,
    monday,
  )
  await expect(approve(await submit(saved), both)).rejects.toMatchObject({
    code: 'documents.ownText',
  })

  const sent = await submit(await makeDraft(w, office), both)
  await expect(approve(sent, both)).rejects.toMatchObject({ code: 'documents.ownText' })
})

test('[M158] one person passes only one step of a round', async () => {
  const both = (
    await makeStaff(w, { organizationId: office.civil.id, roles: ['sectionHead', 'leader'] })
  ).actor
  const first = await approve(await submit(await makeDraft(w, office)), both)
  await expect(approve(first, both)).rejects.toMatchObject({ code: 'documents.oneStepEach' })
})

test('[M30] the secrecy review records its answers, and what speaks against stops the text', async () => {
  const draft = await makeDraft(w, office)
  const second = await approve(
    await approve(await submit(draft), office.sectionHead),
    office.leader,
  )
  await expect(approve(second, office.secrecyReviewer)).rejects.toMatchObject({
    code: 'documents.secrecyUnanswered',
  })
  const against = { ...noSecrets, privacy: true }
  await expect(approve(second, office.secrecyReviewer, against)).rejects.toMatchObject({
    code: 'documents.secrecyStandsAgainst',
  })
  await approve(second, office.secrecyReviewer, { ...noSecrets, note: '已核' })
  const desk = await deskOf(w.db, office.signer, { documentId: draft.documentId }, '2026-03-02')
  expect(desk.steps[2]).toMatchObject({
    state: 'passed',
    by: { id: office.secrecyReviewer.id },
    secrecy: { privacy: false, note: '已核' },
  })
})

test('[M34] a returned text tells why, and starts a new round from the first step', async () => {
  const draft = await makeDraft(w, office)
  const first = await approve(await submit(draft), office.sectionHead)
  const returned = await giveBack(first, office.leader, '数字与附件不一致')
  expect(returned.state).toBe('returned')
  const desk = await deskOf(w.db, office.clerk, { documentId: draft.documentId }, '2026-03-02')
  expect(desk.returned).toMatchObject({ role: 'leader', reason: '数字与附件不一致' })
  const again = await submit(returned)
  await expect(approve(again, office.leader)).rejects.toMatchObject({ code: 'documents.notYours' })
  await expect(approve(again, office.sectionHead)).resolves.toMatchObject({ state: 'inReview' })
})

test('[M159] what is in review or approved is read-only; who may publish sends it back', async () => {
  const draft = await makeDraft(w, office)
  const save = (mark: Mark) =>
    w.act(
      (act) =>
        saveDraft(act, { id: mark.editionId, version: mark.version, fields: { title: '改' } }),
      office.clerk,
      monday,
    )
  const approved = await approveAll(w, office, draft)
  await expect(save(approved)).rejects.toMatchObject({ code: 'documents.readOnly' })
  const returned = await giveBack(approved, office.signer)
  await expect(save(returned)).resolves.toMatchObject({ state: 'returned' })
})

test('the drafter takes a text back; a colleague who wrote nothing of it does not', async () => {
  const submitted = await submit(await makeDraft(w, office))
  const takeBack = (by: Actor) =>
    w.act(
      (act) => takeBackEdition(act, { id: submitted.editionId, version: submitted.version }),
      by,
      monday,
    )
  await expect(takeBack(office.otherClerk)).rejects.toMatchObject({ code: 'documents.notYours' })
  await expect(takeBack(office.clerk)).resolves.toMatchObject({ state: 'draft' })
})

test('[M24] the checker sets another attribute with ground and reason, and stays a checker', async () => {
  const submitted = await submit(await makeDraft(w, office))
  const change = (input: { ground: string; reason: string }) =>
    w.act(
      (act) =>
        changeAttribute(act, {
          id: submitted.editionId,
          version: submitted.version,
          attribute: 'onRequest',
          ...input,
        }),
      office.sectionHead,
      monday,
    )
  await expect(change({ ground: 'stateSecret', reason: '涉密' })).rejects.toMatchObject({
    code: 'documents.notReady',
    params: { issues: [{ field: 'attributeGround', code: 'doesNotFit' }] },
  })
  const changed = await change({ ground: 'privacy', reason: '名单含个人病历' })
  await expect(approve(changed, office.sectionHead)).resolves.toMatchObject({ state: 'inReview' })
  // What is not disclosed proactively is owed to nobody's column.
  const planned = await w.db
    .selectFrom('documents.placement')
    .select('column_id')
    .where('document_id', '=', submitted.documentId)
    .execute()
  expect(planned).toEqual([])
})

test('[M23] [M24] a draft that is not proactive needs ground and reason before it goes up', async () => {
  const draft = await makeDraft(w, office, { attribute: 'notDisclosed', matterCodes: [] })
  await expect(submit(draft)).rejects.toMatchObject({
    params: {
      issues: [
        { field: 'attributeGround', code: 'missing' },
        { field: 'attributeReason', code: 'missing' },
      ],
    },
  })
})

test('[M46] news of the own work does not go into a column of the catalogue', async () => {
  const draft = await makeDraft(w, office, { kind: '工作动态' })
  await expect(submit(draft)).rejects.toMatchObject({
    params: { issues: [{ field: 'matterCodes', code: 'workNews' }] },
  })
})

test('a correction says in public what it corrects', async () => {
  const { documentId } = await makeDocument(w, office)
  const draft = await w.act((act) => startCorrection(act, { id: documentId }), office.clerk, monday)
  await expect(submit(draft)).rejects.toMatchObject({
    params: { issues: [{ field: 'correctionNote', code: 'missing' }] },
  })
})
