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
import type { EditionFields } from '../contract.ts'
import { deskOf } from '../index.ts'
import { abandonDraft } from './abandon-draft.ts'
import { createDraft } from './create-draft.ts'
import { limitReaders } from './limit-readers.ts'
import { previewReassignment, reassigned, reassignMatters } from './reassign-matters.ts'
import { saveDraft } from './save-draft.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const save = (
  mark: { editionId: number; version: number },
  fields: Partial<EditionFields>,
  by: Actor = office.clerk,
) =>
  w.act((act) => saveDraft(act, { id: mark.editionId, version: mark.version, fields }), by, monday)

test('refuses to save over what someone saved meanwhile, and hands over their text', async () => {
  const draft = await makeDraft(w, office)
  await save(draft, { title: '同事改过的标题' }, office.otherClerk)
  const late = await save(draft, { title: '我的标题' }).catch((error) => error)
  expect(late).toMatchObject({
    code: 'documents.changedMeanwhile',
    kind: 'conflict',
    params: {
      at: monday.toISOString(),
      details: { version: draft.version + 1, fields: { title: '同事改过的标题' } },
    },
  })
  const mine = { editionId: draft.editionId, version: late.params.details.version }
  await expect(save(mine, { title: '我的标题' })).resolves.toMatchObject({ state: 'draft' })
})

test('keeps text as the cleaner leaves it, and tells when that differs', async () => {
  const draft = await makeDraft(w, office)
  const saved = await save(draft, {
    html: '<p onclick="x()">一</p><script>alert(1)</script>',
    documentNumber: '青民发[2026]第05号',
  })
  expect(saved.html).toBe('<p>一</p>')
  const desk = await deskOf(w.db, office.clerk, { documentId: draft.documentId }, '2026-03-02')
  expect(desk.edition).toMatchObject({ text: '一', documentNumber: '青民发〔2026〕5号' })
})

test('a save that changes nothing leaves no trace', async () => {
  const draft = await makeDraft(w, office, { title: '不变' })
  const again = await save(draft, { title: '不变' })
  expect(again.version).toBe(draft.version)
  const log = await w.db
    .selectFrom('audit.entry')
    .select('kind')
    .where('subject', '=', `document/${draft.documentId}`)
    .where('kind', '=', 'documents.draftSaved')
    .execute()
  expect(log).toEqual([])
})

test('[M35] the strictest of its matters sets the day, and moving the day moves the clock', async () => {
  const [usual = '', sooner = ''] = await matterCodes(w)
  const draft = await makeDraft(w, office, { matterCodes: [usual, sooner] })
  const saved = await save(draft, { formedOn: '2026-03-03' })
  expect(saved.clock).toMatchObject({
    dueOn: '2026-03-17',
    light: 'green',
    rules: [{ dueOn: '2026-03-31' }, { dueOn: '2026-03-17' }],
  })
})

test('[M23] only those who draft for a unit open documents for it', async () => {
  const open = (by: Actor) =>
    w.act((act) => createDraft(act, { organizationId: office.civil.id, fields: {} }), by)
  await expect(open(office.stranger)).rejects.toMatchObject({ code: 'documents.notYours' })
  await expect(open(office.secrecyReviewer)).rejects.toMatchObject({ code: 'documents.notYours' })
  await expect(open(office.disclosureOffice)).resolves.toMatchObject({ state: 'draft' })
})

test('[M47] a limited draft is there for those named and for nobody else, until it is in review', async () => {
  const draft = await makeDraft(w, office)
  const named = (await makeStaff(w, { organizationId: office.civil.id, roles: ['clerk'] })).actor
  await w.act(
    (act) =>
      limitReaders(act, {
        id: draft.documentId,
        limited: true,
        staffIds: [named.id ?? 0],
        organizationIds: [],
      }),
    office.clerk,
  )
  const look = (by: Actor) => deskOf(w.db, by, { documentId: draft.documentId }, '2026-03-02')
  await expect(look(office.otherClerk)).rejects.toMatchObject({ code: 'documents.notFound' })
  await expect(save(draft, { title: '看不见' }, office.otherClerk)).rejects.toMatchObject({
    code: 'documents.notFound',
  })
  await expect(look(named)).resolves.toMatchObject({ document: { readersLimited: true } })
  await expect(look(office.sectionHead)).rejects.toMatchObject({ code: 'documents.notFound' })
  await approveAll(w, office, draft)
  await expect(look(office.signer)).resolves.toMatchObject({ edition: { state: 'approved' } })
  await expect(look(office.otherClerk)).rejects.toMatchObject({ code: 'documents.notFound' })
})

test('[M47] a draft does not exist for another department', async () => {
  const draft = await makeDraft(w, office)
  const look = deskOf(w.db, office.stranger, { documentId: draft.documentId }, '2026-03-02')
  await expect(look).rejects.toMatchObject({ code: 'documents.notFound' })
})

test('giving a draft up stops its clock and keeps its text', async () => {
  const draft = await makeDraft(w, office)
  const { documentId, editionId: id, version } = draft
  await w.act((act) => abandonDraft(act, { id, version, reason: '重复' }), office.clerk)
  const rows = await w.db
    .selectFrom('documents.placement')
    .select('column_id')
    .where('document_id', '=', documentId)
    .execute()
  expect(rows).toEqual([])
  const desk = await deskOf(w.db, office.clerk, { documentId }, '2026-03-02')
  expect(desk.edition).toMatchObject({ state: 'abandoned' })
  expect(desk.may).toContain('restore')
})

test('[M161] a bulk move shows what it would do, does it, and tells what it left alone', async () => {
  const [from = '', to = ''] = await matterCodes(w)
  const draft = await makeDraft(w, office, { matterCodes: [from] })
  const other = await makeDraft(w, office, { matterCodes: [to] })
  const { documentId, editionId: liveId } = await makeDocument(w, office, { matterCodes: [from] })
  const input = {
    editionIds: [draft.editionId, other.editionId, liveId],
    remove: [from],
    add: [to],
    removeColumns: [],
    addColumns: [],
  }
  const preview = await previewReassignment(w.db, office.clerk, input)
  expect(preview.map(({ skipped, after }) => [skipped, after.matterCodes])).toEqual([
    [null, [to]],
    ['unchanged', [to]],
    ['notADraft', [to]],
  ])
  const done = await w.act((act) => reassignMatters(act, input), office.clerk, monday)
  expect(done.map((line) => line.skipped)).toEqual([null, 'unchanged', 'notADraft'])
  const desk = await deskOf(w.db, office.clerk, { documentId: draft.documentId }, '2026-03-02')
  expect(desk.edition.matterCodes).toEqual([to])
  const live = await deskOf(w.db, office.clerk, { documentId }, '2026-03-02')
  expect(live.edition.matterCodes).toEqual([from])
  const foreign = await previewReassignment(w.db, office.stranger, input)
  expect(foreign.map(({ skipped, title }) => [skipped, title])).toEqual(
    input.editionIds.map(() => ['notYours', '']),
  )
})

test('[M161] what is put on takes the place of a main matter that was taken off', () => {
  expect(reassigned(['a', 'b'], ['a'], ['c'])).toEqual(['c', 'b'])
  expect(reassigned(['a', 'b'], ['b'], ['c'])).toEqual(['a', 'c'])
  expect(reassigned(['a'], [], ['a'])).toEqual(['a'])
})
