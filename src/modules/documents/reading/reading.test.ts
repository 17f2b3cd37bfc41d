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
  type Office,
} from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { documentList as contract } from '../contract.ts'
import {
  approveStep,
  returnEdition,
  startCorrection,
  submitEdition,
  withdrawDocument,
} from '../index.ts'
import { deskOf } from './desk.ts'
import { documentList } from './document-list.ts'
import { suggestedMatters } from './suggested-matters.ts'
import { todayOf } from './today.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const onMonday = '2026-03-02'
const todays = async (by: Actor, today = onMonday) => {
  const lists = await todayOf(w.db, by, today)
  return Object.fromEntries(
    Object.entries(lists).map(([name, list]) => [name, list.items.map((line) => line.documentId)]),
  ) as Record<keyof typeof lists, number[]>
}
const listed = async (by: Actor, asked: object = {}) => {
  const { items, next } = await documentList(w.db, by, contract.input.parse(asked), onMonday)
  return { ids: items.map((line) => line.documentId), next }
}
const submit = ({ editionId: id, version }: { editionId: number; version: number }) =>
  w.act((act) => submitEdition(act, { id, version }), office.clerk, monday)

test('a text waits for exactly those who may pass its step', async () => {
  const draft = await makeDraft(w, office)
  expect((await todays(office.clerk)).drafts).toContain(draft.documentId)
  const { editionId: id, version } = await submit(draft)
  const waiting = async (by: Actor) => (await todays(by)).waiting.includes(draft.documentId)
  const everyone = [office.clerk, office.sectionHead, office.leader, office.stranger]
  expect(await Promise.all(everyone.map(waiting))).toEqual([false, true, false, false])
  await w.act((act) => approveStep(act, { id, version, opinion: '' }), office.sectionHead, monday)
  expect(await Promise.all(everyone.map(waiting))).toEqual([false, false, true, false])
})

test('what came back is with its author, and what is approved with those who may publish it', async () => {
  const draft = await makeDraft(w, office)
  const { editionId: id, version } = await submit(draft)
  await w.act(
    (act) => returnEdition(act, { id, version, reason: '缺附件' }),
    office.sectionHead,
    monday,
  )
  expect((await todays(office.clerk)).returned).toContain(draft.documentId)
  expect((await todays(office.otherClerk)).returned).not.toContain(draft.documentId)

  const approved = await approveAll(w, office, await makeDraft(w, office))
  expect((await todays(office.signer)).ready).toContain(approved.documentId)
  expect((await todays(office.leader)).ready).not.toContain(approved.documentId)
})

test('[M35] what is late or about to be stands first, until it is out', async () => {
  const [, sooner = ''] = await matterCodes(w)
  const fields = { formedOn: '2026-03-02', matterCodes: [sooner] }
  const { documentId } = await makeDraft(w, office, fields)
  const due = async (today: string) => (await todays(office.clerk, today)).due.includes(documentId)
  expect(await due('2026-03-05')).toBe(false)
  expect(await due('2026-03-10')).toBe(true)
  expect(await due('2026-03-20')).toBe(true)
  const published = await makeDocument(w, office, fields)
  expect((await todays(office.clerk, '2026-03-20')).due).not.toContain(published.documentId)
})

test('the list shows each document once, by where it stands now', async () => {
  const live = await makeDocument(w, office, { title: '已发布的公告' })
  const gone = await makeDocument(w, office, { title: '已撤下的公告' })
  await w.act(
    (act) => withdrawDocument(act, { id: gone.documentId, note: '撤下', replacedById: null }),
    office.signer,
  )
  const published = await listed(office.clerk, { state: 'published', limit: 100 })
  expect(published.ids).toContain(live.documentId)
  expect(published.ids).not.toContain(gone.documentId)
  expect((await listed(office.clerk, { state: 'withdrawn' })).ids).toContain(gone.documentId)
  expect((await listed(office.stranger)).ids).toEqual([])
})

test('a number finds its one document, words find titles, and marks of patterns are only marks', async () => {
  const { documentId, indexNumber } = await makeDocument(w, office, {
    title: '关于100%兑付的公告',
    documentNumber: '青民发〔2026〕88号',
  })
  const find = async (q: string) => (await listed(office.clerk, { q })).ids
  expect(await find(indexNumber)).toEqual([documentId])
  expect(await find('青民发[2026]88号')).toEqual([documentId])
  expect(await find('100%兑')).toEqual([documentId])
  expect(await find('1__%兑')).toEqual([])
})

test('the list turns its pages without gap or repetition', async () => {
  const all = (await listed(office.clerk, { limit: 100 })).ids
  const turned: number[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const { ids, next } = await listed(office.clerk, { limit: 3, ...(after && { after }) })
    turned.push(...ids)
    after = next
  }
  expect(turned).toEqual(all)
})

test('the desk offers what the commands allow', async () => {
  const draft = await makeDraft(w, office)
  const may = async (by: Actor) =>
    (await deskOf(w.db, by, { documentId: draft.documentId }, onMonday)).may.sort()
  expect(await may(office.clerk)).toEqual(
    ['abandon', 'limitReaders', 'preview', 'save', 'submit'].sort(),
  )
  await submit(draft)
  expect(await may(office.clerk)).toEqual(['limitReaders', 'preview', 'takeBack'])
  expect(await may(office.sectionHead)).toEqual(
    ['approve', 'changeAttribute', 'limitReaders', 'preview', 'return'].sort(),
  )
  expect(await may(office.otherClerk)).toEqual(['preview'])
})

test('the desk names who may pass the step that waits, the author left out', async () => {
  const both = await makeStaff(w, {
    organizationId: office.civil.id,
    roles: ['clerk', 'sectionHead'],
  })
  const draft = await makeDraft(w, office, {}, { by: both.actor })
  const desk = await deskOf(w.db, office.clerk, { documentId: draft.documentId }, onMonday)
  expect(desk.steps[0]?.mayAct.map((one) => one.id)).toEqual([office.sectionHead.id])
})

test('[M48] the desk tells what happened to a document, newest first', async () => {
  const { documentId } = await makeDocument(w, office)
  const { history } = await deskOf(w.db, office.clerk, { documentId }, onMonday)
  expect(history[0]).toMatchObject({ kind: 'documents.editionPublished' })
  expect(history.filter((one) => one.kind === 'documents.stepApproved')).toHaveLength(4)
})

test('[M161] a title in the words of a matter suggests it, and says by which words', async () => {
  const [, , third = ''] = await matterCodes(w)
  const found = await suggestedMatters(w.db, {
    organizationId: office.civil.id,
    title: '2026年第一季度最低生活保障对象审核信息公示',
    text: '',
  })
  expect(found[0]).toMatchObject({
    matterCode: third,
    fieldName: '社会救助',
    firstElement: '审核信息的内容',
  })
  expect(found[0]?.because.length).toBeGreaterThan(0)
})

test('[M41] what is out, or was replaced, has nothing left to mend', async () => {
  const live = await makeDocument(w, office)
  const shown = await deskOf(w.db, office.clerk, { documentId: live.documentId }, onMonday)
  expect([shown.edition.state, shown.issues, shown.findings]).toEqual(['published', [], []])
  const opened = await w.act((act) => startCorrection(act, { id: live.documentId }), office.clerk)
  const next = await deskOf(w.db, office.clerk, { documentId: opened.documentId }, onMonday)
  expect(next.issues.map((one) => one.field)).toContain('correctionNote')
})

test('[M46] a text that reads like news of the office is pointed out, and stops nobody', async () => {
  const draft = await makeDraft(w, office, {
    title: '县民政局召开社会救助工作推进会',
    html: '<p>3月1日下午，县民政局召开会议，局长李某出席会议并讲话。会议强调，要提高站位。</p>',
  })
  const desk = await deskOf(w.db, office.clerk, { documentId: draft.documentId }, onMonday)
  expect(desk.findings).toMatchObject([{ field: 'matterCodes', code: 'seemsNews' }])
  expect(desk.issues.map((one) => one.code)).not.toContain('seemsNews')
})
