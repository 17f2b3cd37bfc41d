import { beforeAll, expect, test } from 'vitest'
import { theSystem } from '#platform/act'
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
import { documentPage, publicHistory, redirectFor, thePublic, tombstone } from '../index.ts'
import { compareEditions } from '../reading/compare.ts'
import { publishEdition } from './publish-edition.ts'
import { referDocument } from './refer-document.ts'
import { saveDraft } from './save-draft.ts'
import { publishScheduled, scheduleEdition, unscheduleEdition } from './schedule-edition.ts'
import { restoreEdition, startCorrection } from './start-correction.ts'
import { setTakeDown, takeDown } from './take-down.ts'
import { withdrawDocument } from './withdraw-document.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const tuesday = new Date('2026-03-03T10:00:00+08:00')
const pageOf = (id: number) => documentPage(w.db, id, thePublic)

/** Corrects a live document through its whole review. */
const correct = async (
  documentId: number,
  fields: Parameters<typeof saveDraft>[1]['fields'],
  at = tuesday,
) => {
  const draft = await w.act((act) => startCorrection(act, { id: documentId }), office.clerk, at)
  const saved = await w.act(
    (act) =>
      saveDraft(act, {
        id: draft.editionId,
        version: draft.version,
        fields: { correctionNote: '更正第二条的金额', ...fields },
      }),
    office.clerk,
    at,
  )
  return { draft, saved, approved: await approveAll(w, office, saved, { at }) }
}
const publishAs = (mark: { editionId: number; version: number }, at = tuesday) =>
  w.act(
    (act) => publishEdition(act, { id: mark.editionId, version: mark.version }),
    office.signer,
    at,
  )

test('[M159] [M41] a correction is reviewed while the old text stays up, and never alters the date', async () => {
  const { documentId, indexNumber } = await makeDocument(w, office, { title: '原标题' })
  const { approved } = await correct(documentId, { title: '新标题' })
  expect((await pageOf(documentId))?.title).toBe('原标题')
  const published = await publishAs(approved)
  expect(published.indexNumber).toBe(indexNumber)
  expect(await pageOf(documentId)).toMatchObject({
    title: '新标题',
    firstPublishedAt: monday,
    publishedAt: tuesday,
    correctionNote: '更正第二条的金额',
  })
})

test('[M42] every edition is kept, compared and restored', async () => {
  const { documentId, editionId } = await makeDocument(w, office, { html: '<p>补助一百元。</p>' })
  const { approved } = await correct(documentId, { html: '<p>补助二百元。</p>', kind: '公告' })
  await publishAs(approved)
  const compared = await compareEditions(w.db, office.clerk, {
    id: editionId,
    with: approved.editionId,
  })
  expect(compared.fields.map((one) => one.field)).toEqual(['kind', 'correctionNote'])
  expect(JSON.stringify(compared.paragraphs)).toContain('二')

  const restored = await w.act((act) => restoreEdition(act, { id: editionId }), office.clerk)
  expect(restored).toMatchObject({ documentId, state: 'draft' })
  const history = await publicHistory(w.db, documentId, thePublic)
  expect(history?.editions.map((one) => one.number)).toEqual([2, 1])
  await expect(
    w.act((act) => restoreEdition(act, { id: editionId }), office.clerk),
  ).rejects.toMatchObject({ code: 'documents.workingEditionExists' })
})

test('[M42] editions of two documents are not compared', async () => {
  const one = await makeDocument(w, office)
  const two = await makeDocument(w, office)
  const compared = compareEditions(w.db, office.clerk, { id: one.editionId, with: two.editionId })
  await expect(compared).rejects.toMatchObject({ code: 'documents.differentDocuments' })
})

test('[M41] a correction that conceals takes the former text out of the public history', async () => {
  const { documentId } = await makeDocument(w, office, { html: '<p>张三，身份证号……</p>' })
  const { approved } = await correct(documentId, { concealPrevious: true, html: '<p>张某。</p>' })
  await publishAs(approved)
  const history = await publicHistory(w.db, documentId, thePublic)
  expect(history?.editions.map((one) => one.number)).toEqual([2])
})

test('[M41] a withdrawn document leaves a tombstone with its note, and every list', async () => {
  const { documentId } = await makeDocument(w, office)
  const withdraw = (by: Office['clerk']) =>
    w.act(
      (act) =>
        withdrawDocument(act, { id: documentId, note: '内容有误，予以撤下', replacedById: null }),
      by,
      tuesday,
    )
  await expect(withdraw(office.clerk)).rejects.toMatchObject({ code: 'documents.notYours' })
  await withdraw(office.leader)
  expect(await pageOf(documentId)).toBeNull()
  expect(await tombstone(w.db, documentId)).toMatchObject({
    withdrawnOn: '2026-03-03',
    note: '内容有误，予以撤下',
    column: { name: '政策法规文件' },
  })
  for (const table of ['documents.showing', 'documents.placement'] as const)
    expect(
      await w.db
        .selectFrom(table)
        .select('column_id')
        .where('document_id', '=', documentId)
        .execute(),
    ).toEqual([])
})

test('[M41] the address of a replaced document leads to its replacement, straight', async () => {
  const [first, second, third] = [
    await makeDocument(w, office),
    await makeDocument(w, office),
    await makeDocument(w, office),
  ]
  const replace = (id: number, replacedById: number) =>
    w.act(
      (act) => withdrawDocument(act, { id, note: '已由新文件替代', replacedById }),
      office.signer,
      tuesday,
    )
  await expect(replace(first.documentId, first.documentId)).rejects.toMatchObject({
    code: 'documents.sameDocument',
  })
  await replace(first.documentId, second.documentId)
  await replace(second.documentId, third.documentId)
  expect(await redirectFor(w.db, `/d/${first.documentId}`)).toBe(`/d/${third.documentId}`)
  await expect(replace(third.documentId, first.documentId)).rejects.toMatchObject({
    code: 'documents.replacementNotLive',
  })
})

test('[M41] a withdrawn document comes back through review, at its own address', async () => {
  const first = await makeDocument(w, office)
  const second = await makeDocument(w, office)
  await w.act(
    (act) =>
      withdrawDocument(act, {
        id: first.documentId,
        note: '替代',
        replacedById: second.documentId,
      }),
    office.signer,
    tuesday,
  )
  const draft = await w.act((act) => restoreEdition(act, { id: first.editionId }), office.clerk)
  await publishAs(await approveAll(w, office, draft))
  expect(await redirectFor(w.db, `/d/${first.documentId}`)).toBeNull()
  expect(await pageOf(first.documentId)).toMatchObject({ firstPublishedAt: monday })
})

test('[M37] a scheduled text goes out at its moment, not before, and only once', async () => {
  const {
    editionId: id,
    version,
    documentId,
  } = await approveAll(w, office, await makeDraft(w, office))
  const publishAt = '2026-03-03T10:00:00+08:00'
  await w.act((act) => scheduleEdition(act, { id, version, publishAt }), office.signer, monday)
  const job = await w.db
    .selectFrom('jobs.jobs' as never)
    .selectAll()
    .execute()
  expect(job).toContainEqual(
    expect.objectContaining({ key: `publishScheduled:${id}`, run_at: new Date(publishAt) }),
  )
  const run = (at: Date) => w.act((act) => publishScheduled(act, { editionId: id }), theSystem, at)
  await run(monday)
  expect(await pageOf(documentId)).toBeNull()
  await run(tuesday)
  await run(tuesday)
  expect(await pageOf(documentId)).toMatchObject({ firstPublishedAt: tuesday })
  const released = await w.db
    .selectFrom('audit.entry')
    .select('id')
    .where('subject', '=', `document/${documentId}`)
    .where('kind', '=', 'documents.editionPublished')
    .execute()
  expect(released).toHaveLength(1)
})

test('[M37] a cancelled schedule finds nothing to do, and a moment past is refused', async () => {
  const {
    editionId: id,
    version,
    documentId,
  } = await approveAll(w, office, await makeDraft(w, office))
  const schedule = (publishAt: string, from = version) =>
    w.act((act) => scheduleEdition(act, { id, version: from, publishAt }), office.signer, monday)
  await expect(schedule('2026-03-01T10:00:00+08:00')).rejects.toMatchObject({
    code: 'documents.momentPast',
  })
  const scheduled = await schedule('2026-03-03T09:00:00+08:00')
  await w.act(
    (act) => unscheduleEdition(act, { id, version: scheduled.version }),
    office.signer,
    monday,
  )
  await w.act((act) => publishScheduled(act, { editionId: id }), theSystem, tuesday)
  expect(await pageOf(documentId)).toBeNull()
})

test('[M37] what stands in the way at the moment is told, and the text waits among the approved', async () => {
  const {
    editionId: id,
    version,
    documentId,
  } = await approveAll(w, office, await makeDraft(w, office))
  const publishAt = '2026-03-03T10:00:00+08:00'
  await w.act((act) => scheduleEdition(act, { id, version, publishAt }), office.signer, monday)
  await w.db
    .updateTable('documents.edition')
    .set({ matter_codes: ['F99-01-01'] })
    .where('id', '=', id)
    .execute()
  await w.act((act) => publishScheduled(act, { editionId: id }), theSystem, tuesday)
  const missed = await w.db
    .selectFrom('audit.entry')
    .select('payload')
    .where('subject', '=', `document/${documentId}`)
    .where('kind', '=', 'documents.scheduleMissed')
    .executeTakeFirstOrThrow()
  expect(missed.payload).toMatchObject({ note: 'matterCodes.matterUnknown' })
})

test('[M37] a document leaves the site at its take-down date with a note, unless it was lifted', async () => {
  const { documentId, editionId } = await makeDocument(w, office)
  const set = (takeDownAt: string | null) =>
    w.act((act) => setTakeDown(act, { id: documentId, takeDownAt }), office.signer, monday)
  const run = () => w.act((act) => takeDown(act, { editionId }), theSystem, tuesday)
  await set('2026-03-03T09:00:00+08:00')
  await set(null)
  await run()
  expect(await pageOf(documentId)).not.toBeNull()
  await set('2026-03-03T09:00:00+08:00')
  await run()
  expect(await tombstone(w.db, documentId)).toMatchObject({ note: expect.stringContaining('期限') })
})

test('jobs are the system’s: no person runs them', async () => {
  const { editionId } = await makeDocument(w, office)
  await expect(w.act((act) => takeDown(act, { editionId }), office.signer)).rejects.toMatchObject({
    code: 'documents.notYours',
  })
})

test('[M14] a town shows the county’s document under its own matter, by reference', async () => {
  const [code = ''] = await matterCodes(w)
  const { documentId } = await makeDocument(w, office)
  await w.act((act) =>
    referDocument(act, { id: documentId, organizationId: office.town.id, matterCode: code }),
  )
  const shown = await w.db
    .selectFrom('documents.showing as s')
    .innerJoin('documents.site_column as c', 'c.id', 's.column_id')
    .select('s.document_id')
    .where('s.organization_id', '=', office.town.id)
    .where('c.matter_code', '=', code)
    .execute()
  expect(shown).toEqual([{ document_id: documentId }])
  // A correction of the one text is the correction of every place in which it stands.
  const { approved } = await correct(documentId, { title: '更正后的标题' })
  await publishAs(approved)
  const places = await w.db
    .selectFrom('documents.placement')
    .select('organization_id')
    .where('document_id', '=', documentId)
    .execute()
  expect(places.map((one) => one.organization_id).sort()).toEqual(
    [office.civil.id, office.town.id].sort(),
  )
})

test('[M35] a correction makes nothing late and nothing punctual', async () => {
  const { documentId } = await makeDocument(w, office, { formedOn: '2026-03-02' })
  const { approved } = await correct(documentId, { formedOn: '2025-12-01' })
  await publishAs(approved)
  const place = await w.db
    .selectFrom('documents.placement')
    .select(['formed_on', 'due_on', 'published_at'])
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow()
  expect(place).toEqual({ formed_on: '2026-03-02', due_on: '2026-03-30', published_at: monday })
})
