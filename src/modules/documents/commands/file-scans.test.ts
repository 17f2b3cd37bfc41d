import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { entriesOf } from '#audit'
import {
  makeDraft,
  makeOffice,
  monday,
  type Office,
  publish,
} from '../../../../test/world/documents.ts'
import {
  li,
  photograph,
  scannedPdf,
  wordWithCorners,
  workbookWithCorners,
  zhang,
} from '../../../../test/world/files.ts'
import { type World, world } from '../../../../test/world/world.ts'
import { dropFile, examinedAttachments, sweepFiles } from '../index.ts'
import { docx } from '../intake/docx.fixture.ts'
import { receiveFile } from '../receiving.ts'
import { attachFile, removeAttachment } from './keep-attachments.ts'
import { mendAttachment, prepareCleaned, prepareMasked } from './mend-attachment.ts'
import { signForFile } from './sign-for-file.ts'
import { submitEdition } from './submit-edition.ts'

let w: World
let office: Office
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
})

const attach = async (editionId: number, name: string, bytes: Uint8Array) => {
  const stream = Readable.from([Buffer.from(bytes)])
  const file = await receiveFile(w.house.files, { name, stream })
  return w.act((act) => attachFile(act, { editionId, file, inline: false }), office.clerk, monday)
}
const submit = (draft: { editionId: number; version: number }) =>
  w.act(
    (act) => submitEdition(act, { id: draft.editionId, version: draft.version }),
    office.clerk,
    monday,
  )
const issuesOf = async (work: Promise<unknown>) =>
  work.then(
    () => [],
    (refusal: { issues?: { code: string; params?: object }[] }) => refusal.issues ?? [],
  )
const seen = (editionId: number) => examinedAttachments(w.db, office.clerk, editionId)

test('[M44] what an upload hides keeps its text from review, masked where it is told', async () => {
  const draft = await makeDraft(w, office)
  await attach(draft.editionId, '补贴.xlsx', workbookWithCorners())
  expect(await issuesOf(submit(draft))).toMatchObject([
    { code: 'fileStands', params: { name: '补贴.xlsx' } },
  ])
  const [file] = await seen(draft.editionId)
  expect(file?.scan?.scanned).toBe(true)
  expect(file?.scan?.findings).toContainEqual({
    kind: 'idCard',
    where: 'hiddenSheet:底册 B2',
    masked: expect.stringContaining('*') as string,
    confidence: 'high',
  })
  const { rows } = await w.house.pool.query(
    'select findings::text as told from documents.file_scan',
  )
  for (const { told } of rows as { told: string }[]) {
    expect(told).not.toContain(li.id)
    expect(told).not.toContain(zhang.phone)
  }
})

test('[M44] cleaned, it goes on; the original is not kept', async () => {
  const draft = await makeDraft(w, office)
  // A remark of its own, so that no other test holds the same file.
  const original = Buffer.concat([Buffer.from(workbookWithCorners())])
  const file = await attach(draft.editionId, '清理.xlsx', original)
  const elsewhere = await w.house.pool.query(
    'select count(*)::int as others from documents.attachment where sha256 = $1 and id <> $2',
    [file.sha256, file.id],
  )
  const mended = await prepareCleaned(w.db, w.house.files, office.clerk, { id: file.id })
  await w.act((act) => mendAttachment(act, mended), office.clerk, monday)
  const [now] = await seen(draft.editionId)
  expect(now).toMatchObject({
    id: file.id,
    name: '清理.xlsx',
    scan: { scanned: true, standing: 0 },
  })
  expect(now?.sha256).not.toBe(file.sha256)

  await w.act((act) => dropFile(act, w.house.files, { sha256: file.sha256 }))
  // The test before this one attached the same file to another draft: there it stays.
  expect(elsewhere.rows[0]).toEqual({ others: 1 })
  expect(await w.house.files.has(file.sha256)).toBe(true)
  await w.house.pool.query('delete from documents.attachment where sha256 = $1', [file.sha256])
  await w.act((act) => dropFile(act, w.house.files, { sha256: file.sha256 }))
  expect(await w.house.files.has(file.sha256)).toBe(false)

  const saved = { editionId: draft.editionId, version: draft.version }
  await expect(submit(saved)).resolves.toMatchObject({ state: 'inReview' })
})

test('[M44] one click masks the columns that hold it, and the masked copy is what is published', async () => {
  const draft = await makeDraft(w, office)
  const csv = Buffer.from(`姓名,身份证号,金额\n${zhang.name},${zhang.id},100\n`)
  const file = await attach(draft.editionId, '名单.csv', csv)
  const [before] = await seen(draft.editionId)
  const columns = (before?.scan?.columns ?? []).map(({ where, column, kind }) => ({
    where,
    column,
    kind,
  }))
  expect(columns.map(({ kind }) => kind).toSorted()).toEqual(['idCard', 'nameList'])
  const input = { id: file.id, columns, style: 'strict' as const }
  const mended = await prepareMasked(w.db, w.house.files, office.clerk, input)
  await w.act((act) => mendAttachment(act, mended), office.clerk, monday)
  const [now] = await seen(draft.editionId)
  const text = (await buffer(w.house.files.read(now?.sha256 ?? ''))).toString('utf8')
  expect(text).toBe('\ufeff姓名,身份证号,金额\r\n张*明,**************7600,100\r\n')
  await publish(w, office, draft)
})

test('[M44] a column that the examination did not name is not masked', async () => {
  const draft = await makeDraft(w, office)
  const file = await attach(draft.editionId, '表.csv', Buffer.from('项目,金额\n道路,100\n'))
  const columns = [{ where: 'body', column: 1, kind: 'idCard' as const }]
  await expect(
    prepareMasked(w.db, w.house.files, office.clerk, { id: file.id, columns, style: 'usual' }),
  ).rejects.toMatchObject({ code: 'documents.cannotMask' })
})

test('[M44] nobody from elsewhere masks, cleans or signs', async () => {
  const draft = await makeDraft(w, office)
  const file = await attach(draft.editionId, '名单2.xlsx', workbookWithCorners())
  await expect(
    prepareCleaned(w.db, w.house.files, office.stranger, { id: file.id }),
  ).rejects.toMatchObject({ code: 'documents.notFound' })
  await expect(
    w.act((act) => signForFile(act, { id: file.id, reason: '已核对内容' }), office.stranger),
  ).rejects.toMatchObject({ code: 'documents.notYours' })
})

test('[M30] a scan goes on once a named person answers for it; who, when and why is kept', async () => {
  const draft = await makeDraft(w, office)
  const file = await attach(draft.editionId, '扫描.pdf', await scannedPdf())
  expect(await issuesOf(submit(draft))).toMatchObject([{ code: 'fileUnread' }])
  const reason = '逐页看过，是盖章的公示表，没有个人信息'
  await w.act((act) => signForFile(act, { id: file.id, reason }), office.clerk, monday)
  const [signed] = await seen(draft.editionId)
  expect(signed?.signature).toMatchObject({ reason, at: monday.toISOString() })
  await expect(submit(draft)).resolves.toMatchObject({ state: 'inReview' })
  const { entries } = await entriesOf(w.db, { subject: `document/${draft.documentId}`, limit: 50 })
  expect(entries.find(({ kind }) => kind === 'documents.fileSigned')?.payload).toMatchObject({
    reason,
    sha256: file.sha256,
  })
})

test('[M30] a mark of secrecy is not signed away by who wrote the text', async () => {
  const draft = await makeDraft(w, office)
  const file = await attach(draft.editionId, '密级.docx', wordWithCorners())
  expect(await issuesOf(submit(draft))).toMatchObject([{ code: 'fileSecret' }])
  const sign = (by: Office['clerk']) =>
    w.act((act) => signForFile(act, { id: file.id, reason: '原件已于2026年解密' }), by, monday)
  await expect(sign(office.clerk)).rejects.toMatchObject({ code: 'documents.secretNeedsAnother' })
  await expect(sign(office.signer)).resolves.toEqual({ signed: true })
})

test('[M30] a file that was put in another’s place is not covered by the signature for that one', async () => {
  const draft = await makeDraft(w, office)
  const scan = await attach(draft.editionId, '扫描.pdf', await scannedPdf())
  await w.act(
    (act) => signForFile(act, { id: scan.id, reason: '已逐页核对' }),
    office.clerk,
    monday,
  )
  await w.act((act) => removeAttachment(act, { id: scan.id }), office.clerk, monday)
  await attach(draft.editionId, '照片.jpg', await photograph())
  expect(await issuesOf(submit(draft))).toMatchObject([{ code: 'fileUnread' }])
})

test('[M30] what came in unexamined is not published either', async () => {
  const draft = await makeDraft(w, office)
  const file = await attach(draft.editionId, '说明.txt', Buffer.from('说明'))
  await w.house.pool.query('delete from documents.file_scan where sha256 = $1', [file.sha256])
  expect(await issuesOf(submit(draft))).toMatchObject([{ code: 'fileNotScanned' }])
})

test('a file that defines entities is refused, and so is a bomb', async () => {
  const part = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document/>'
  const entities = docx([], { parts: { 'word/footer1.xml': part } })
  const upload = (bytes: Uint8Array) =>
    receiveFile(w.house.files, { name: '文.docx', stream: Readable.from([Buffer.from(bytes)]) })
  await expect(upload(entities)).rejects.toMatchObject({ code: 'documents.fileHasEntities' })
  const bomb = docx([], { parts: { 'word/footer1.xml': ' '.repeat(60_000_000) } })
  await expect(upload(bomb)).rejects.toMatchObject({ code: 'documents.fileExpandsTooFar' })
})

test('files that nothing refers to are swept after a day, others stay', async () => {
  const draft = await makeDraft(w, office)
  const kept = await attach(draft.editionId, '留.txt', Buffer.from('留下来的'))
  const off = await attach(draft.editionId, '去.txt', Buffer.from('拿掉的'))
  await w.act((act) => removeAttachment(act, { id: off.id }), office.clerk, monday)
  const refused = await w.house.files.putBytes(Buffer.from('a refused upload'))
  const sweep = (hours: number) =>
    w.act(
      (act) => sweepFiles(act, w.house.files),
      undefined,
      new Date(Date.now() + hours * 60 * 60 * 1000),
    )
  await sweep(1)
  expect(await w.house.files.has(refused.sha256)).toBe(true)
  await sweep(25)
  expect(await w.house.files.has(refused.sha256)).toBe(false)
  expect(await w.house.files.has(off.sha256)).toBe(false)
  expect(await w.house.files.has(kept.sha256)).toBe(true)
})
