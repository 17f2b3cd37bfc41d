import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { makeStaff } from '../../../../test/world/accounts.ts'
import {
  approveAll,
  makeDocument,
  makeDraft,
  makeOffice,
  monday,
  noSecrets,
  type Office,
  publish,
} from '../../../../test/world/documents.ts'
import { type World, world } from '../../../../test/world/world.ts'
import {
  attachmentFor,
  deskOf,
  documentPage,
  listAttachments,
  listedPreviews,
  previewByToken,
  thePublic,
} from '../index.ts'
import { docx, paragraph, picture, townNotice } from '../intake/docx.fixture.ts'
import { receiveFile } from '../receiving.ts'
import { approveStep } from './approve-step.ts'
import { createFromWord, importWord, receiveWord } from './import-word.ts'
import {
  attachFile,
  orderAttachments,
  removeAttachment,
  renameAttachment,
} from './keep-attachments.ts'
import { createPreview, revokePreview } from './keep-previews.ts'
import { saveDraft } from './save-draft.ts'
import { startCorrection } from './start-correction.ts'
import { submitEdition } from './submit-edition.ts'
import { withdrawDocument } from './withdraw-document.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const stream = (bytes: Uint8Array | string) => Readable.from([Buffer.from(bytes)])
const receive = (name: string, bytes: Uint8Array | string) =>
  receiveFile(w.house.files, { name, stream: stream(bytes) })
const attach = async (editionId: number, name: string, bytes: Uint8Array | string) => {
  const file = await receive(name, bytes)
  return w.act((act) => attachFile(act, { editionId, file, inline: false }), office.clerk, monday)
}
const png = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: '#c00' } })
    .png()
    .toBuffer()

test('a file is kept under its hash, named safely, and read by those who may see the draft', async () => {
  const draft = await makeDraft(w, office)
  const file = await attach(draft.editionId, '..\\附件1：名单.csv', '姓名,金额\n张某,100\n')
  expect(file).toMatchObject({ name: '附件1：名单.csv', mediaType: expect.stringMatching(/csv/) })
  const seen = await attachmentFor(w.db, file, { kind: 'staff', by: office.otherClerk })
  expect((await buffer(w.house.files.read(seen?.sha256 ?? ''))).toString()).toContain('张某')
  expect(await attachmentFor(w.db, file, thePublic)).toBeNull()
  expect(await attachmentFor(w.db, file, { kind: 'staff', by: office.stranger })).toBeNull()
})

test('a file is what it is, whatever its name says', async () => {
  await expect(receive('通知.pdf', 'MZ\u0090\u0000')).rejects.toMatchObject({
    code: expect.stringMatching(/^documents\.file/),
  })
})

test('files are renamed with their ending, ordered and removed while it is a draft', async () => {
  const draft = await makeDraft(w, office)
  const one = await attach(draft.editionId, '一.csv', 'a,b\n')
  const two = await attach(draft.editionId, '二.csv', 'c,d\n')
  const renamed = await w.act(
    (act) => renameAttachment(act, { id: one.id, name: '补贴名单.exe' }),
    office.clerk,
  )
  expect(renamed.name).toMatch(/\.csv$/)
  const ordered = await w.act(
    (act) => orderAttachments(act, { id: draft.editionId, attachmentIds: [two.id, one.id] }),
    office.clerk,
  )
  expect(ordered.map((file) => file.id)).toEqual([two.id, one.id])
  await w.act((act) => removeAttachment(act, { id: two.id }), office.clerk)
  expect(await listAttachments(w.db, office.clerk, draft.editionId)).toHaveLength(1)
})

test('[M159] what was approved keeps its files', async () => {
  const draft = await makeDraft(w, office)
  const file = await attach(draft.editionId, '一.csv', 'a,b\n')
  await approveAll(w, office, draft)
  await expect(
    w.act((act) => removeAttachment(act, { id: file.id }), office.clerk),
  ).rejects.toMatchObject({ code: 'documents.readOnly' })
})

test('[M158] whoever attaches a file has worked on the text and does not check it', async () => {
  const head = (await makeStaff(w, { organizationId: office.civil.id, roles: ['sectionHead'] }))
    .actor
  const draft = await makeDraft(w, office)
  const file = await receive('表.csv', 'x,y\n')
  await w.act(
    (act) => attachFile(act, { editionId: draft.editionId, file, inline: false }),
    head,
    monday,
  )
  const { editionId: id, version } = await w.act(
    (act) => submitEdition(act, { id: draft.editionId, version: draft.version }),
    office.clerk,
  )
  await expect(
    w.act((act) => approveStep(act, { id, version, opinion: '', secrecy: noSecrets }), head),
  ).rejects.toMatchObject({ code: 'documents.ownText' })
})

test('files follow the one rule of who sees: public with the live edition, gone with it', async () => {
  const draft = await makeDraft(w, office)
  const file = await attach(draft.editionId, '公开表.csv', '公开,内容\n')
  const { documentId } = await publish(w, office, draft)
  expect(await attachmentFor(w.db, file, thePublic)).toMatchObject({ name: '公开表.csv' })
  const correction = await w.act(
    (act) => startCorrection(act, { id: documentId }),
    office.clerk,
    monday,
  )
  expect(await listAttachments(w.db, office.clerk, correction.editionId)).toHaveLength(1)
  await w.act(
    (act) => withdrawDocument(act, { id: documentId, note: '撤下', replacedById: null }),
    office.signer,
  )
  expect(await attachmentFor(w.db, file, thePublic)).toBeNull()
})

test('[M161] a Word file becomes a draft with its head read and its pictures in the text', async () => {
  const bytes = docx([...townNotice, paragraph('见图。'), picture('image1.png', '流程图')], {
    media: { 'image1.png': await png() },
  })
  const word = await receiveWord(w.house.files, { name: '通知.docx', stream: stream(bytes) })
  const made = await w.act(
    (act) => createFromWord(act, { organizationId: office.civil.id, word }),
    office.clerk,
    monday,
  )
  const desk = await deskOf(w.db, office.clerk, { documentId: made.documentId }, '2026-03-02')
  expect(desk.edition).toMatchObject({
    documentNumber: '白政发〔2026〕12号',
    writtenOn: '2026-03-18',
    attribute: 'proactive',
  })
  expect(desk.attachments).toHaveLength(1)
  for (const file of desk.attachments) expect(desk.edition.html).toContain(`src="${file.address}"`)
  expect(desk.edition.html).not.toContain('/files/incoming/')
})

test('[M161] a Word file put into a draft keeps what it does not say', async () => {
  const draft = await makeDraft(w, office, { subjectClass: '民政', documentNumber: '' })
  const word = await receiveWord(w.house.files, {
    name: '正文.docx',
    stream: stream(docx([paragraph('第一条　为规范管理，制定本办法。')])),
  })
  const { editionId: id, version } = draft
  const saved = await w.act((act) => importWord(act, { id, version, word }), office.clerk, monday)
  expect(saved.html).toContain('第一条')
  const desk = await deskOf(w.db, office.clerk, { documentId: draft.documentId }, '2026-03-02')
  expect(desk.edition).toMatchObject({ subjectClass: '民政' })
})

test('pictures in a published text are files of its page', async () => {
  const draft = await makeDraft(w, office)
  const file = await receive('图.png', await png())
  const shown = await w.act(
    (act) => attachFile(act, { editionId: draft.editionId, file, inline: true }),
    office.clerk,
    monday,
  )
  const saved = await w.act(
    (act) =>
      saveDraft(act, {
        id: draft.editionId,
        version: draft.version,
        fields: { html: `<p>图：</p><figure><img src="${shown.address}" alt="图"></figure>` },
      }),
    office.clerk,
    monday,
  )
  const { documentId } = await publish(w, office, saved)
  const page = await documentPage(w.db, documentId, thePublic)
  expect(page?.html).toContain(`src="/d/${documentId}/files/${shown.id}"`)
  expect(page?.attachments).toEqual([])
})

test('[M49] a secret link shows one draft until it ends or is closed, and its token is not kept', async () => {
  const draft = await makeDraft(w, office, { title: '征求意见稿' })
  const make = () =>
    w.act(
      (act) => createPreview(act, { id: draft.editionId, note: '县司法局', days: 7 }),
      office.clerk,
      monday,
    )
  const { token } = await make()
  const opened = await previewByToken(w.db, token, monday)
  const page = opened && (await documentPage(w.db, opened.documentId, opened.reader))
  expect(page?.title).toBe('征求意见稿')
  expect(await documentPage(w.db, draft.documentId, thePublic)).toBeNull()

  expect(await previewByToken(w.db, token, new Date('2026-03-09T09:00:00+08:00'))).toBeNull()
  expect(await previewByToken(w.db, `${token}x`, monday)).toBeNull()
  const [link] = await listedPreviews(w.db, office.clerk, draft.editionId)
  expect(JSON.stringify(link)).not.toContain(token)
  await w.act((act) => revokePreview(act, { id: link?.id ?? '' }), office.clerk, monday)
  expect(await previewByToken(w.db, token, monday)).toBeNull()
})

test('[M49] a link to one draft opens no other', async () => {
  const draft = await makeDraft(w, office)
  const other = await makeDraft(w, office)
  const { token } = await w.act(
    (act) => createPreview(act, { id: draft.editionId, note: '', days: 1 }),
    office.clerk,
    monday,
  )
  const opened = await previewByToken(w.db, token, monday)
  expect(opened && (await documentPage(w.db, other.documentId, opened.reader))).toBeNull()
  const live = await makeDocument(w, office)
  expect(opened && (await documentPage(w.db, live.documentId, opened.reader))).not.toBeNull()
})
