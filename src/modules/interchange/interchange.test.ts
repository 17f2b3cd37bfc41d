import { mkdtemp, readdir, readFile, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { todayOf } from '#documents'
import { theSystem } from '#platform/act'
import { makeOffice, type Office } from '../../../test/world/documents.ts'
import { makePackage, makeSender } from '../../../test/world/packages.ts'
import { type World, world } from '../../../test/world/world.ts'
import {
  listPackages,
  receivePackage,
  registerSender,
  revokeSender,
  sweepFolder,
  watchFolder,
} from './index.ts'

let w: World
let office: Office
const oa = makeSender()
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
  const sender = {
    id: 'oa',
    name: '县政府办公系统',
    publicKey: oa.publicKey,
    organizationId: office.civil.id,
  }
  await w.act((act) => registerSender(act, sender), office.disclosureOffice)
})

const document = {
  reference: 'OA-77',
  title: '关于做好临时救助工作的通知',
  documentNumber: '青民发[2026]3号',
  kind: '通知',
  writtenOn: '2026-03-02',
  attribute: 'proactive',
  text: 'text.html',
  attachments: [{ path: 'a.csv', name: '名额.csv' }],
}
const parts = {
  'text.html': '<p onclick="alert(1)">各乡镇：</p><script>alert(1)</script>',
  'a.csv': '镇,名额\n东镇,3\n',
}
const manifestOf = (id: string, changes: object = {}) => ({
  id,
  sender: 'oa',
  createdAt: '2026-03-02T09:00:00+08:00',
  organization: office.civil.code,
  documents: [document],
  ...changes,
})
const deliver = (bytes: Uint8Array, by = theSystem, fileName = 'p.zip') =>
  receivePackage(w.house, by, { bytes, fileName, way: 'api' })
const drafts = async () =>
  Number(
    (
      await w.db
        .selectFrom('documents.document')
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

test('[M28] a signed package becomes drafts of its unit, cleaned, with attachments, and is never published', async () => {
  const receipt = await deliver(makePackage(oa.privateKey, manifestOf('OA-2026-0001'), parts))
  expect(receipt).toMatchObject({
    result: 'accepted',
    reason: null,
    documents: [{ reference: 'OA-77' }],
  })
  const row = await w.db
    .selectFrom('documents.edition as e')
    .innerJoin('documents.document as d', 'd.id', 'e.document_id')
    .select([
      'e.state',
      'e.html',
      'e.document_number',
      'd.organization_id',
      'd.live_edition_id',
      'e.id',
    ])
    .where('d.id', '=', receipt.documents[0]?.documentId ?? 0)
    .executeTakeFirstOrThrow()
  expect(row).toMatchObject({
    state: 'draft',
    live_edition_id: null,
    organization_id: office.civil.id,
    document_number: '青民发〔2026〕3号',
  })
  expect(row.html).not.toMatch(/script|onclick/)
  const files = await w.db
    .selectFrom('documents.attachment')
    .select('name')
    .where('edition_id', '=', row.id)
    .execute()
  expect(files).toEqual([{ name: '名额.csv' }])
})

test('[M28] the same package again gets the same receipt, also when both come at once', async () => {
  const bytes = makePackage(oa.privateKey, manifestOf('OA-2026-0002'), parts)
  const before = await drafts()
  const [one, two] = await Promise.all([deliver(bytes), deliver(bytes)])
  expect(one).toEqual(two)
  // Nobody began it, so it waits for whoever drafts for the unit, and for nobody else.
  const arrived = async (by: Office['clerk']) =>
    (await todayOf(w.db, by, '2026-03-02')).arrived.items.map((line) => line.documentId)
  expect(await arrived(office.clerk)).toContain(one.documents[0]?.documentId)
  expect(await arrived(office.stranger)).toEqual([])
  expect(await deliver(bytes)).toEqual(one)
  expect(await drafts()).toBe(before + 1)
  const other = await deliver(
    makePackage(
      oa.privateKey,
      manifestOf('OA-2026-0002', { createdAt: '2026-03-03T09:00:00+08:00' }),
      parts,
    ),
  )
  expect(other).toMatchObject({ result: 'refused', reason: { code: 'interchange.idReused' } })
  expect(await deliver(bytes)).toEqual(one)
})

test('[M28] a bad package is refused with a sentence, and nothing of it is kept', async () => {
  const before = await drafts()
  const thief = makeSender()
  const two = {
    documents: [document, { ...document, reference: 'OA-78', organization: 'nowhere' }],
  }
  const wrong: readonly (readonly [string, Uint8Array])[] = [
    ['interchange.notZip', new TextEncoder().encode('no zip at all')],
    [
      'interchange.signatureWrong',
      makePackage(thief.privateKey, manifestOf('OA-2026-0003'), parts),
    ],
    [
      'interchange.fileChanged',
      makePackage(oa.privateKey, manifestOf('OA-2026-0003'), parts, {
        'a.csv': '镇,名额\n东镇,9\n',
      }),
    ],
    [
      'interchange.fileUnlisted',
      makePackage(oa.privateKey, manifestOf('OA-2026-0003'), parts, { 'b.exe': 'x' }),
    ],
    [
      'interchange.fileMissing',
      makePackage(oa.privateKey, manifestOf('OA-2026-0003'), { 'text.html': '<p>x</p>' }),
    ],
    [
      'interchange.senderUnknown',
      makePackage(oa.privateKey, manifestOf('OA-2026-0003', { sender: 'oa-2' }), parts),
    ],
    [
      'interchange.manifestInvalid',
      makePackage(
        oa.privateKey,
        manifestOf('OA-2026-0003', { documents: [{ ...document, attribute: undefined }] }),
        parts,
      ),
    ],
    [
      'interchange.manifestInvalid',
      makePackage(
        oa.privateKey,
        manifestOf('OA-2026-0003', { documents: [{ ...document, text: '../../etc/passwd' }] }),
        parts,
      ),
    ],
    [
      'interchange.organizationOutside',
      makePackage(oa.privateKey, manifestOf('OA-2026-0003', two), parts),
    ],
    [
      'interchange.organizationOutside',
      makePackage(
        oa.privateKey,
        manifestOf('OA-2026-0003', { organization: office.education.code }),
        parts,
      ),
    ],
  ]
  for (const [code, bytes] of wrong) {
    const receipt = await deliver(bytes)
    expect(receipt.reason?.code).toBe(code)
    expect(receipt.reason?.message).toMatch(/[。：]$/)
    expect(receipt.documents).toEqual([])
  }
  expect(await drafts()).toBe(before)
  // Mended and sent again under its id, it is taken in.
  const mended = await deliver(makePackage(oa.privateKey, manifestOf('OA-2026-0003'), parts))
  expect(mended.result).toBe('accepted')
})

test('[M28] whoever may not draft for the unit cannot bring a package for it, and a revoked key opens nothing', async () => {
  const refused = await deliver(
    makePackage(oa.privateKey, manifestOf('OA-2026-0004'), parts),
    office.stranger,
  )
  expect(refused.reason?.code).toBe('documents.notYours')
  expect((await listPackages(w.db, office.clerk, { limit: 50 })).items.length).toBeGreaterThan(3)
  expect(
    (await listPackages(w.db, office.stranger, { limit: 50 })).items.map((one) => one.packageId),
  ).toEqual(['OA-2026-0004'])
  const old = makeSender()
  const sender = {
    id: 'old',
    name: '旧系统',
    publicKey: old.publicKey,
    organizationId: office.civil.id,
  }
  await expect(w.act((act) => registerSender(act, sender), office.clerk)).rejects.toMatchObject({
    code: 'interchange.notYours',
  })
  await w.act((act) => registerSender(act, sender), office.disclosureOffice)
  await w.act((act) => revokeSender(act, { sender: 'old' }), office.disclosureOffice)
  const late = await deliver(
    makePackage(old.privateKey, manifestOf('OA-2026-0005', { sender: 'old' }), parts),
  )
  expect(late.reason?.code).toBe('interchange.senderRevoked')
})

test('[M28] the watched folder gives each package its receipt and clears it away', async () => {
  const inbox = await mkdtemp(join(tmpdir(), 'gongkai-inbox-'))
  const receipts = join(inbox, 'receipts')
  await w.act((act) => watchFolder(act, { inbox, receipts }))
  const put = (name: string, bytes: Uint8Array) => writeFile(join(inbox, name), bytes)
  const rested = () => new Date(Date.now() + 60_000)
  const left = async () => (await readdir(inbox)).filter((name) => name.endsWith('.zip')).sort()
  const good = makePackage(oa.privateKey, manifestOf('OA-2026-0006'), parts)
  await put('good.zip', good)
  await put('bad.zip', zipSync({ 'readme.txt': new TextEncoder().encode('no manifest') }))
  // A copy that stalls half way looks at rest; its end is missing.
  await put('arriving.zip', good.subarray(0, good.length / 2))
  expect(await sweepFolder(w.house)).toEqual({ taken: 0 })
  expect(await sweepFolder(w.house, rested())).toEqual({ taken: 2 })
  expect((await readdir(receipts)).sort()).toEqual([
    'bad.zip.receipt.json',
    'good.zip.receipt.json',
  ])
  const receiptOf = async (name: string) =>
    JSON.parse(await readFile(join(receipts, `${name}.receipt.json`), 'utf8'))
  expect(await receiptOf('good.zip')).toMatchObject({
    result: 'accepted',
    package: 'OA-2026-0006',
  })
  expect(await readdir(join(inbox, 'done'))).toEqual(['good.zip'])
  expect(await readdir(join(inbox, 'refused'))).toEqual(['bad.zip'])
  expect(await left()).toEqual(['arriving.zip'])
  // The rest arrives: it is whole, and what it holds was taken in before, so the answer is the same.
  const before = await drafts()
  await put('arriving.zip', good)
  await sweepFolder(w.house, rested())
  expect(await drafts()).toBe(before)
  expect(await receiptOf('arriving.zip')).toEqual(await receiptOf('good.zip'))
  expect(await left()).toEqual([])
  // Cut off after the commit: the package still lies there, and the answer stays the same.
  await put('good.zip', good)
  await sweepFolder(w.house, rested())
  expect(await drafts()).toBe(before)
  expect(await left()).toEqual([])
})

test('[M28] nothing of the watched folder is lost: a torn copy, a name used twice, one file out of reach', async () => {
  const inbox = await mkdtemp(join(tmpdir(), 'gongkai-inbox-'))
  const receipts = join(inbox, 'receipts')
  await w.act((act) => watchFolder(act, { inbox, receipts }))
  const put = (name: string, bytes: Uint8Array) => writeFile(join(inbox, name), bytes)
  const after = (minutes: number) => new Date(Date.now() + minutes * 60_000)
  const packed = (id: string) => makePackage(oa.privateKey, manifestOf(id), parts)
  // Never finished: told after ten minutes, not swallowed.
  await put('torn.zip', packed('OA-2026-0020').subarray(0, 200))
  expect(await sweepFolder(w.house, after(9))).toEqual({ taken: 0 })
  expect(await sweepFolder(w.house, after(11))).toEqual({ taken: 1 })
  const torn = JSON.parse(await readFile(join(receipts, 'torn.zip.receipt.json'), 'utf8'))
  expect(torn).toMatchObject({ result: 'refused', reason: { code: 'interchange.notZip' } })
  // Another package under the same file name: both packages, both receipts are there.
  await put('daily.zip', packed('OA-2026-0021'))
  await sweepFolder(w.house, after(1))
  await put('daily.zip', packed('OA-2026-0022'))
  await sweepFolder(w.house, after(1))
  const written = (await readdir(receipts)).filter((name) => name.startsWith('daily.zip'))
  const ids = await Promise.all(
    written.map(async (name) => JSON.parse(await readFile(join(receipts, name), 'utf8')).package),
  )
  expect(ids.sort()).toEqual(['OA-2026-0021', 'OA-2026-0022'])
  expect(await readdir(join(inbox, 'done'))).toHaveLength(2)
  // One that cannot be read stops no other.
  await symlink(join(inbox, 'nowhere'), join(inbox, 'a-broken.zip'))
  await put('b-whole.zip', packed('OA-2026-0023'))
  await expect(sweepFolder(w.house, after(1))).rejects.toThrow()
  expect(await readdir(join(inbox, 'done'))).toContain('b-whole.zip')
})
