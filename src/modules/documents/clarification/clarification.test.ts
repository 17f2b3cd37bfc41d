import { beforeAll, expect, test } from 'vitest'
import {
  makeDocument,
  makeDraft,
  makeOffice,
  monday,
  type Office,
  publish,
} from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { thePublic } from '../index.ts'
import { clarificationsOf, publicClarifications } from './clarifications.ts'
import { linkClarification, unlinkClarification } from './commands.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const nothing = { correctsId: null, rumour: '', rumourSource: '', rumourSeenOn: null }
const link = (
  id: number,
  what: Partial<Parameters<typeof linkClarification>[1]>,
  by = office.clerk,
) => w.act((act) => linkClarification(act, { ...nothing, id, ...what }), by, monday)

test('[M40] a clarification and what it corrects name each other once both are public', async () => {
  const wrong = await makeDocument(w, office, { title: '停水通知' })
  const draft = await makeDraft(w, office, { title: '关于停水范围的澄清' })
  await link(draft.documentId, { correctsId: wrong.documentId })
  expect(await publicClarifications(w.db, wrong.documentId, thePublic)).toEqual({
    corrects: [],
    correctedBy: [],
  })
  await publish(w, office, draft)
  const { correctedBy } = await publicClarifications(w.db, wrong.documentId, thePublic)
  expect(correctedBy).toMatchObject([
    { document: { id: draft.documentId, title: '关于停水范围的澄清' } },
  ])
  const { corrects } = await publicClarifications(w.db, draft.documentId, thePublic)
  expect(corrects).toMatchObject([{ document: { id: wrong.documentId, title: '停水通知' } }])
})

test('[M40] its release tells the pages of what it corrects', async () => {
  const wrong = await makeDocument(w, office)
  const draft = await makeDraft(w, office)
  await link(draft.documentId, { correctsId: wrong.documentId })
  await publish(w, office, draft)
  const told = await w.db
    .selectFrom('audit.entry')
    .select('payload')
    .where('kind', '=', 'documents.clarificationLinked')
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow()
  expect(told.payload).toMatchObject({ documentIds: [wrong.documentId] })
})

test('[M40] a rumour wants its source; one or the other, not itself, not what never was public', async () => {
  const draft = await makeDraft(w, office)
  const id = draft.documentId
  await expect(link(id, { rumour: '全县停课一周' })).rejects.toMatchObject({
    code: 'lifeCycle.noteNeeded',
  })
  await expect(link(id, {})).rejects.toMatchObject({ code: 'lifeCycle.notReady' })
  await expect(link(id, { correctsId: id })).rejects.toMatchObject({
    code: 'lifeCycle.selfCorrection',
  })
  const hidden = await makeDraft(w, office)
  await expect(link(id, { correctsId: hidden.documentId })).rejects.toMatchObject({
    code: 'lifeCycle.notPublic',
  })
  await link(id, { rumour: '全县停课一周', rumourSource: '某微信群', rumourSeenOn: '2026-03-01' })
  const { corrects } = await clarificationsOf(w.db, office.clerk, id)
  expect(corrects).toMatchObject([
    { document: null, rumour: '全县停课一周', rumourSource: '某微信群' },
  ])
  await w.act((act) => unlinkClarification(act, { id: corrects[0]?.id ?? 0 }), office.clerk, monday)
  expect((await clarificationsOf(w.db, office.clerk, id)).corrects).toEqual([])
})

test('[M40] once it is out, its links are the publisher’s', async () => {
  const wrong = await makeDocument(w, office)
  const out = await makeDocument(w, office)
  await expect(link(out.documentId, { correctsId: wrong.documentId })).rejects.toMatchObject({
    code: 'lifeCycle.notYours',
  })
  await link(out.documentId, { correctsId: wrong.documentId }, office.signer)
  await expect(
    link(out.documentId, { correctsId: wrong.documentId }, office.signer),
  ).rejects.toMatchObject({ code: 'lifeCycle.linkedAlready' })
})
