import { beforeAll, expect, test } from 'vitest'
import {
  approveAll,
  makeDraft,
  makeOffice,
  monday,
  type Office,
  publish,
} from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { abandonDraft, documentPage, saveDraft, thePublic } from '../index.ts'
import { decideReReview } from './decide-re-review.ts'
import { reReviews } from './re-reviews.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const aYearOn = new Date('2027-03-02T09:00:00+08:00')
const kept = async (title: string) => {
  const fields = {
    title,
    attribute: 'notDisclosed',
    attributeGround: 'processInformation',
    attributeReason: '尚在讨论',
    matterCodes: [] as string[],
  } as const
  const draft = await makeDraft(w, office, { ...fields, matterCodes: [] })
  return approveAll(w, office, draft)
}
const listed = (today: string, which: 'open' | 'late' | 'decided' = 'open') =>
  reReviews(w.db, office.sectionHead, { which, limit: 50 }, today)
const lineOf = async (title: string, today = '2026-03-02') =>
  (await listed(today)).items.find((line) => line.title === title)

test('[M27] what is not disclosed is due a year after it was approved, late the day after', async () => {
  await kept('关于机构编制的请示')
  const line = await lineOf('关于机构编制的请示')
  expect(line).toMatchObject({
    dueOn: '2027-03-02',
    lateDays: 0,
    mayDecide: true,
    lastReviewedOn: null,
  })
  expect((await listed('2027-03-02', 'late')).items).toEqual([])
  const late = await listed('2027-03-05', 'late')
  expect(late.items[0]).toMatchObject({ lateDays: 3 })
  expect(late.counts).toMatchObject({ open: 1, late: 1 })
  expect(late.source).toContain('第十八条')
})

test('[M27] kept: the next look is a year from this one; a clerk alone may not decide', async () => {
  await kept('关于内部管理的报告')
  const line = await lineOf('关于内部管理的报告')
  const keep = { id: line?.id ?? 0, outcome: 'keep', reason: '仍属过程性信息', ground: '' } as const
  const byClerk = w.act((act) => decideReReview(act, keep), office.clerk, aYearOn)
  await expect(byClerk).rejects.toMatchObject({ code: 'documents.notYours' })
  const done = await w.act((act) => decideReReview(act, keep), office.sectionHead, aYearOn)
  expect(done).toMatchObject({ nextDueOn: '2028-03-02', editionId: null })
  expect(await lineOf('关于内部管理的报告')).toMatchObject({
    dueOn: '2028-03-02',
    lastReviewedOn: '2027-03-02',
  })
  const again = w.act((act) => decideReReview(act, keep), office.sectionHead, aYearOn)
  await expect(again).rejects.toMatchObject({ code: 'lifeCycle.noReReview' })
})

test('[M27] released: a draft goes through review, and nothing of the former text is ever public', async () => {
  const mark = await kept('关于救助标准调整的请示')
  const line = await lineOf('关于救助标准调整的请示')
  const opened = await w.act(
    (act) =>
      decideReReview(act, {
        id: line?.id ?? 0,
        outcome: 'release',
        reason: '方案已经实施',
        ground: '',
      }),
    office.sectionHead,
    monday,
  )
  expect(opened.editionId).not.toBe(mark.editionId)
  expect(await lineOf('关于救助标准调整的请示')).toBeUndefined()
  const edition = await w.db
    .selectFrom('documents.edition')
    .selectAll()
    .where('id', '=', opened.editionId ?? 0)
    .executeTakeFirstOrThrow()
  expect(edition).toMatchObject({ attribute: 'proactive', state: 'draft', formed_on: '2026-03-02' })
  const codes = await w.db
    .selectFrom('documents.site_column')
    .select('matter_code')
    .where('matter_code', 'is not', null)
    .executeTakeFirstOrThrow()
  const saved = await w.act(
    (act) =>
      saveDraft(act, {
        id: edition.id,
        version: edition.version,
        fields: { matterCodes: [codes.matter_code ?? ''], html: '<p>可以公开的部分</p>' },
      }),
    office.clerk,
    monday,
  )
  const { documentId } = await publish(w, office, saved)
  expect((await documentPage(w.db, documentId, thePublic))?.html).toContain('可以公开的部分')
  const former = await w.db
    .selectFrom('documents.edition')
    .select(['state', 'concealed'])
    .where('id', '=', mark.editionId)
    .executeTakeFirstOrThrow()
  expect(former).toEqual({ state: 'superseded', concealed: true })
})

test('[M27] a release given up leaves the record kept, and due at once', async () => {
  const mark = await kept('关于人事安排的报告')
  const line = await lineOf('关于人事安排的报告')
  const opened = await w.act(
    (act) =>
      decideReReview(act, {
        id: line?.id ?? 0,
        outcome: 'release',
        reason: '拟予公开',
        ground: '',
      }),
    office.sectionHead,
    monday,
  )
  await w.act(
    (act) => abandonDraft(act, { id: opened.editionId ?? 0, version: 1, reason: '仍涉及个人' }),
    office.clerk,
    monday,
  )
  expect(await lineOf('关于人事安排的报告')).toMatchObject({
    editionId: mark.editionId,
    dueOn: '2026-03-02',
  })
})

test('[M27] a change needs another attribute or ground, and one that fits', async () => {
  await kept('关于会议讨论的函')
  const id = (await lineOf('关于会议讨论的函'))?.id ?? 0
  const change = (attribute: 'notDisclosed' | 'onRequest', ground: string) =>
    w.act(
      (act) =>
        decideReReview(act, { id, outcome: 'change', reason: '情况有变', attribute, ground }),
      office.sectionHead,
    )
  await expect(change('notDisclosed', 'processInformation')).rejects.toMatchObject({
    code: 'lifeCycle.nothingChanged',
  })
  await expect(change('onRequest', 'stateSecret')).rejects.toMatchObject({
    code: 'lifeCycle.notReady',
  })
  expect((await change('onRequest', 'processInformation')).editionId).not.toBeNull()
})
