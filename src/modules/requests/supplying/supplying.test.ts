import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { entriesOf } from '#audit'
import { attachFile, receiveFile } from '#documents'
import { readParts } from '#platform/file-parts/index'
import { makeStaff } from '../../../../test/world/accounts.ts'
import {
  grantedAnswers,
  namedFile,
  partialAnswers,
  plainFile,
} from '../../../../test/world/answers.ts'
import {
  approveAll,
  makeDraft,
  makeOffice,
  type Office,
  publish,
} from '../../../../test/world/documents.ts'
import { li, scannedPdf, workbookWithCorners, zhang } from '../../../../test/world/files.ts'
import { makeRequest } from '../../../../test/world/requests.ts'
import { type World, world } from '../../../../test/world/world.ts'
import * as requests from '../index.ts'
import { makeDocx } from '../letters/make-docx.ts'
import { standardText } from '../letters/standard.ts'

let w: World
let office: Office
let keeper: Office['clerk']
let head: Office['clerk']
let signer: Office['clerk']
beforeAll(async () => {
  w = await world()
  office = await makeOffice(w)
  const organizationId = office.civil.id
  const staff = async (role: 'disclosureOffice' | 'sectionHead' | 'signer') =>
    (await makeStaff(w, { organizationId, roles: [role] })).actor
  keeper = await staff('disclosureOffice')
  head = await staff('sectionHead')
  signer = await staff('signer')
  await w.act((act) =>
    requests.saveLetterhead(act, {
      organizationId,
      mark: '青民',
      authority: '青穗县人民政府',
      court: '',
      onlineChannel: 'https://fy.example.test',
    }),
  )
})

const at = (day: string) => new Date(`${day}T10:00:00+08:00`)
const day = '2026-03-10'
const vault = () => ({ files: w.house.files, key: w.house.secret })
const as = <Answer>(by: Office['clerk'], work: Parameters<typeof w.act<Answer>>[0]) =>
  w.act(work, by, at(day))

const plain = plainFile

const ask = async () => {
  const organizationId = office.civil.id
  const { requestId } = await makeRequest(w, { organizationId, at: at('2026-03-02') })
  const confirmed = { id: requestId, type: 'confirmed' as const, on: '2026-03-02' }
  await w.act((act) => requests.recordEvent(act, confirmed), keeper, at('2026-03-02'))
  return requestId
}
const supply = async (requestId: number, name: string, bytes: Uint8Array, by = keeper) => {
  const file = await requests.seeSupplied({ name, bytes }, day)
  return as(by, (act) => requests.supplyFiles(act, { requestId, files: [file] }, vault()))
}
const decide = (requestId: number, answers: Record<string, string> = grantedAnswers) =>
  as(keeper, (act) => requests.decideCase(act, { requestId, answers, reasons: '' }, w.house.secret))
const fields = { 提供方式: '网上下载', 理由: '见附件' }
const draft = (requestId: number, kind: requests.LetterKind = 'reply:granted/provided') =>
  as(keeper, (act) => requests.draftLetter(act, { requestId, kind, fields }, w.house.secret))
const step = (letterId: number, version: number) => ({ letterId, version })
const sendUp = (letterId: number) =>
  as(keeper, (act) => requests.sendLetterUp(act, step(letterId, 2), w.house.secret))
const judge = async (letterId: number) => {
  await as(head, (act) => requests.reviewLetter(act, step(letterId, 3)))
  await as(signer, (act) => requests.signLetter(act, step(letterId, 4)))
}
const issue = (letterId: number) =>
  as(keeper, (act) => requests.issueLetter(act, step(letterId, 5), vault()))
const serve = (letterId: number) =>
  as(keeper, (act) =>
    requests.serveLetter(act, { letterId, way: 'online', postedOn: day }, w.house.secret),
  )
const pageOf = (requestId: number, by = keeper) =>
  requests.answerPageOf(w.db, by, requestId, w.house.secret, day)
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    ({ code, issues = [], kind }: { code: string; kind: string; issues?: { code: string }[] }) => ({
      code,
      kind,
      issues: issues.map((one) => one.code),
    }),
  )

test('[M69] files go along with a full disclosure: listed in the letter, offered once it is served', async () => {
  const requestId = await ask()
  const [one, other] = [plain('第一笔：城东路段'), plain('第二笔：城西路段')]
  const first = await supply(requestId, '拨付明细.docx', one)
  await supply(requestId, '项目清单.docx', other)
  await decide(requestId)
  const { letterId } = await draft(requestId)
  const taken = () => requests.forRequester(w.db, requestId)
  const [suppliedId = 0] = first.suppliedIds
  const wanted = { requestId, fileId: suppliedId, kind: 'supplied' as const }
  const take = () => requests.openServed(w.db, wanted, vault())
  expect((await taken()).files).toEqual([])
  await sendUp(letterId)
  await judge(letterId)
  expect(await refusal(take())).toMatchObject({ code: 'requests.letterMissing' })
  await issue(letterId)
  // Sent, and not served: nothing lies ready.
  expect((await taken()).files).toEqual([])
  expect(await refusal(take())).toMatchObject({ code: 'requests.letterMissing' })
  expect((await pageOf(requestId)).enclosed).toEqual(['拨付明细.docx', '项目清单.docx'])

  await serve(letterId)
  expect((await taken()).files).toMatchObject([
    { kind: 'supplied', name: '拨付明细.docx' },
    { kind: 'supplied', name: '项目清单.docx' },
  ])
  const got = await take()
  expect(got.name).toBe('拨付明细.docx')
  expect(got.mediaType).toContain('wordprocessingml')
  expect(Buffer.from(one).equals(got.bytes)).toBe(true)
  // By the number of another kind, or of another case, there is nothing.
  const asReleased = requests.openServed(w.db, { ...wanted, kind: 'released' }, vault())
  expect(await refusal(asReleased)).toMatchObject({ code: 'requests.letterMissing' })
  const another = { ...wanted, requestId: await ask() }
  expect(await refusal(requests.openServed(w.db, another, vault()))).toMatchObject({
    code: 'requests.letterMissing',
  })

  const letter = await as(keeper, (act) =>
    requests.openLetter(act, { letterId, form: 'pdf' }, vault()),
  )
  const { parts } = await readParts('a.pdf', letter.bytes)
  const words = parts.map(({ text }) => text ?? '').join('\n')
  expect(words).toMatch(/附件：\s*1\. 拨付明细\.docx\s+2\. 项目清单\.docx/)

  const version = (await requests.caseOf(w.db, keeper, requestId, day)).request.version
  await as(keeper, (act) => requests.closeRequest(act, { id: requestId, version }))
  const asked = { id: requestId, language: 'zh-CN' as const }
  const { pieces } = await requests.closingFileOf(w.db, keeper, asked, w.house.secret)
  expect(pieces.filter(({ what }) => what === 'closing.piece.supplied')).toMatchObject([
    { title: '拨付明细.docx', files: ['拨付明细.docx'] },
    { title: '项目清单.docx', files: ['项目清单.docx'] },
  ])
  const file = await as(keeper, (act) => requests.transferFileOf(act, requestId, vault()))
  expect(file.bytes.byteLength).toBeGreaterThan(one.byteLength)
})

test('[M69] what lies in the store is sealed, and every step stands in the record without a name', async () => {
  const requestId = await ask()
  const { suppliedIds } = await supply(requestId, '拨付明细.docx', plain('第一笔：城东路段'))
  const { rows } = await sql<{ sha256: string }>`select sealed_sha256 as sha256
    from requests.supplied_file where id = ${suppliedIds[0]}`.execute(w.db)
  const kept = await buffer(w.house.files.read(rows[0]?.sha256 ?? ''))
  expect(kept.subarray(0, 2).toString()).not.toBe('PK')
  const [suppliedId = 0] = suppliedIds
  await as(keeper, (act) => requests.openSupplied(act, { suppliedId }, vault()))
  await as(keeper, (act) => requests.dropSupplied(act, { suppliedId }))
  const { entries } = await entriesOf(w.db, { subject: `request/${requestId}`, limit: 20 })
  const steps = entries.filter(({ kind }) => kind === 'requests.suppliedMoved')
  expect(steps.map(({ payload }) => (payload as { step: string }).step).toSorted()).toEqual([
    'added',
    'dropped',
    'opened',
  ])
  expect(JSON.stringify(steps)).not.toContain('明细')
  expect((await pageOf(requestId)).supplying.files).toEqual([])
})

test('[M69] what is found in a file keeps the reply from going up until a named person answers for it', async () => {
  const requestId = await ask()
  const { suppliedIds } = await supply(
    requestId,
    '补贴名单.docx',
    plain(`${zhang.name}，身份证号${zhang.id}，电话${zhang.phone}；${li.name}，电话${li.phone}`),
  )
  const scan = await supply(requestId, '扫描件.pdf', await scannedPdf())
  await decide(requestId)
  const { letterId } = await draft(requestId)
  expect(await refusal(sendUp(letterId))).toMatchObject({
    code: 'requests.supplyUnsettled',
    issues: ['fileStands', 'fileUnread'],
  })
  const { supplying } = await pageOf(requestId)
  expect(supplying.files.map(({ waits, maySign }) => [waits, maySign])).toEqual([
    [true, true],
    [true, true],
  ])
  // Masked throughout: the screen tells what was found and not whose it is.
  expect(JSON.stringify(supplying)).not.toContain(zhang.id)
  const sign = (suppliedId = 0, by = keeper) =>
    as(by, (act) => requests.signForSupplied(act, { suppliedId, reason: '均为本人，已核对全文' }))
  await sign(suppliedIds[0])
  await sign(scan.suppliedIds[0], head)
  expect(await refusal(sign(suppliedIds[0]))).toMatchObject({ code: 'requests.supplySettled' })
  const signed = (await pageOf(requestId)).supplying.files.map(({ signature }) => signature)
  expect(signed).toMatchObject([
    { reason: '均为本人，已核对全文' },
    { reason: '均为本人，已核对全文' },
  ])
  await sendUp(letterId)
})

test('[M69] a mark of secrecy takes another pair of eyes than those that chose the file', async () => {
  const requestId = await ask()
  const { suppliedIds } = await supply(requestId, '纪要.docx', plain('秘密★1年'))
  const [suppliedId = 0] = suppliedIds
  const sign = (by: Office['clerk']) =>
    as(by, (act) => requests.signForSupplied(act, { suppliedId, reason: '已经解密，见解密通知' }))
  expect(await refusal(sign(keeper))).toMatchObject({
    code: 'requests.supplySecret',
    kind: 'forbidden',
  })
  expect((await pageOf(requestId)).supplying.files[0]).toMatchObject({
    waits: true,
    maySign: false,
  })
  expect((await pageOf(requestId, signer)).supplying.files[0]).toMatchObject({ maySign: true })
  await sign(signer)
  expect((await pageOf(requestId)).supplying.files[0]).toMatchObject({ waits: false })
})

test('[M69] what was sent up is what goes out: nothing is added or taken off behind the signature', async () => {
  const requestId = await ask()
  const { suppliedIds } = await supply(requestId, '明细.docx', plain('第一笔'))
  const [suppliedId = 0] = suppliedIds
  await decide(requestId)
  const { letterId } = await draft(requestId)
  await sendUp(letterId)
  const fixed = { code: 'requests.supplyFixed', kind: 'conflict' }
  expect(await refusal(supply(requestId, '又一份.docx', plain('第二笔')))).toMatchObject(fixed)
  const drop = () => as(keeper, (act) => requests.dropSupplied(act, { suppliedId }))
  expect(await refusal(drop())).toMatchObject(fixed)
  expect(await refusal(requests.mustSupply(w.db, keeper, requestId))).toMatchObject(fixed)
  await as(head, (act) =>
    requests.returnLetter(act, { ...step(letterId, 3), reason: '换一份明细' }),
  )
  await drop()
  expect((await pageOf(requestId)).enclosed).toEqual([])
})

test('[M69] strangers neither see, open, add nor sign for files of a case; heads and signers look', async () => {
  const requestId = await ask()
  const { suppliedIds } = await supply(requestId, '明细.docx', plain('第一笔'))
  const [suppliedId = 0] = suppliedIds
  const stranger = (await makeStaff(w, { organizationId: office.education.id, roles: ['leader'] }))
    .actor
  const supervisor = (
    await makeStaff(w, { organizationId: office.civil.id, roles: ['supervisor'] })
  ).actor
  for (const by of [stranger, supervisor]) {
    expect(await refusal(supply(requestId, '加.docx', plain('加'), by))).toMatchObject({
      kind: 'forbidden',
    })
    expect(await refusal(requests.mustSupply(w.db, by, requestId))).toMatchObject({
      kind: 'forbidden',
    })
    for (const work of [
      () => as(by, (act) => requests.openSupplied(act, { suppliedId }, vault())),
      () => as(by, (act) => requests.dropSupplied(act, { suppliedId })),
      () => as(by, (act) => requests.signForSupplied(act, { suppliedId, reason: '看过了的' })),
    ])
      expect(await refusal(work())).toMatchObject({ code: 'requests.supplyMissing' })
  }
  const seen = await pageOf(requestId, supervisor)
  expect(seen.supplying).toMatchObject({ mayLook: false, mayChange: false, files: [{ name: '' }] })
  expect(seen.enclosed).toEqual([])
  const opened = await as(signer, (act) => requests.openSupplied(act, { suppliedId }, vault()))
  expect(opened.name).toBe('明细.docx')
  const byHead = as(signer, (act) => requests.dropSupplied(act, { suppliedId }))
  expect(await refusal(byHead)).toMatchObject({ code: 'requests.notYours' })
})

test('[M69] a refusal goes out with no file beside it, and an original never beside its redacted version', async () => {
  const requestId = await ask()
  await supply(requestId, '明细.docx', plain('第一笔'))
  await decide(requestId, { ...grantedAnswers, internal: 'whole' })
  const { letterId } = await draft(requestId, 'reply:refused/internal_affairs')
  expect(await refusal(sendUp(letterId))).toMatchObject({ code: 'requests.supplyWithheld' })

  const partly = await ask()
  const original = namedFile()
  await as(keeper, (act) =>
    requests.addOriginal(act, { requestId: partly, name: '名单.docx', bytes: original }, vault()),
  )
  expect(await refusal(supply(partly, '改了名.docx', original))).toMatchObject({
    code: 'requests.supplyOriginal',
  })
  await decide(partly, partialAnswers)
  await supply(partly, '另一份.docx', plain('第一笔'))
})

test('[M69] kinds and sizes are bounded, each with a sentence that says what to do', async () => {
  const requestId = await ask()
  expect(await refusal(supply(requestId, '程序.exe', Buffer.from('MZ')))).toMatchObject({
    code: 'documents.fileTypeRefused',
  })
  const song = { name: '会.mp3', bytes: Buffer.alloc(0) }
  const seen = await requests.seeSupplied({ name: '明细.docx', bytes: plain('一') }, day)
  const asSong = { ...seen, name: song.name, mediaType: 'audio/mpeg' }
  const put = (files: (typeof seen)[]) =>
    as(keeper, (act) => requests.supplyFiles(act, { requestId, files }, vault()))
  expect(await refusal(put([asSong]))).toMatchObject({ code: 'requests.supplyKind' })
  const large = { name: '大.pdf', bytes: Buffer.alloc(50 * 1024 * 1024 + 1) }
  await expect(async () => requests.seeSupplied(large, day)).rejects.toMatchObject({
    code: 'requests.supplyTooLarge',
    params: { megabytes: 50 },
  })
  expect(await refusal(put(Array.from({ length: 21 }, () => seen)))).toMatchObject({
    code: 'requests.supplyTooMany',
  })
  // One act: of 21 not one was kept.
  expect((await pageOf(requestId)).supplying.files).toEqual([])
})

test('[M69] the text and the files of a document of the library are supplied; a draft is not', async () => {
  const made = await makeDraft(w, office, {
    title: '临时救助资金拨付方案',
    html: '<p>资金分三批拨付。</p><table><tr><th>批次</th><th>金额</th></tr><tr><td>一</td><td>十万</td></tr></table>',
  })
  const stream = Readable.from([Buffer.from('批次,金额\n一,100000\n')])
  const file = await receiveFile(w.house.files, { name: '拨付表.csv', stream })
  await w.act((act) => attachFile(act, { editionId: made.editionId, file, inline: false }))
  const requestId = await ask()
  const { documentId } = made
  const pieces = () => requests.libraryPieces(w.db, keeper, { id: requestId, documentId })
  expect(await refusal(pieces())).toMatchObject({ code: 'documents.stillDraft' })
  const { rows } = await sql<{ version: number }>`select version from documents.edition
    where id = ${made.editionId}`.execute(w.db)
  await publish(w, office, { ...made, version: rows[0]?.version ?? 0 })
  const { files } = await pieces()
  expect(files).toMatchObject([{ name: '拨付表.csv' }])
  const attachmentIds = files.map(({ id }) => id)
  const now = { at: at(day), today: day }
  const none = requests.seeFromLibrary(
    w.db,
    keeper,
    { documentId, text: false, attachmentIds: [999_999] },
    vault(),
    now,
  )
  expect(await refusal(none)).toMatchObject({ code: 'requests.supplyNothing' })
  const seen = await requests.seeFromLibrary(
    w.db,
    keeper,
    { documentId, text: true, attachmentIds },
    vault(),
    now,
  )
  expect(seen.map(({ name }) => name)).toEqual(['临时救助资金拨付方案.pdf', '拨付表.csv'])
  const { parts } = await readParts('a.pdf', seen[0]?.bytes ?? new Uint8Array())
  expect(parts.map(({ text }) => text).join('')).toMatch(/资金分三批拨付[\s\S]*十万/)
  await as(keeper, (act) =>
    requests.supplyFiles(act, { requestId, documentId, files: seen }, vault()),
  )
  expect((await pageOf(requestId)).supplying.files).toMatchObject([{ documentId }, { documentId }])
})

test('[M69] a document that one may not read is not in the library', async () => {
  const requestId = await ask()
  const hidden = await approveAll(w, office, await makeDraft(w, office, { title: '内部方案' }))
  const stranger = (
    await makeStaff(w, { organizationId: office.education.id, roles: ['disclosureOffice'] })
  ).actor
  const wanted = { documentId: hidden.documentId, text: true, attachmentIds: [] }
  const see = (by: Office['clerk']) =>
    requests.seeFromLibrary(w.db, by, wanted, vault(), { at: at(day), today: day })
  expect(await refusal(see(stranger))).toMatchObject({ code: 'documents.notFound' })
  expect(await see(keeper)).toHaveLength(1)
  expect(
    await refusal(
      requests.libraryPieces(w.db, stranger, { id: requestId, documentId: hidden.documentId }),
    ),
  ).toMatchObject({ code: 'requests.notYours' })
})

test('[M69] an office’s own template that cannot say what is enclosed is refused before anything is sent', async () => {
  const kind = 'reply:granted/already_public'
  const own = standardText(kind)
  const bytes = makeDocx({
    ...own,
    parts: own.parts.filter((part) => !('line' in part && part.line.includes('附件清单'))),
  })
  await as(keeper, (act) =>
    requests.replaceTemplate(
      act,
      { organizationId: office.civil.id, kind, name: '自备.docx', bytes },
      vault(),
    ),
  )
  const requestId = await ask()
  await supply(requestId, '工作簿.xlsx', workbookWithCorners())
  const [file] = (await pageOf(requestId)).supplying.files
  await as(head, (act) =>
    requests.signForSupplied(act, { suppliedId: file?.id ?? 0, reason: '标记为测试用' }),
  )
  await decide(requestId, { ...grantedAnswers, alreadyPublic: 'yes' })
  const { letterId } = await as(keeper, (act) =>
    requests.draftLetter(act, { requestId, kind, fields: { 获取途径: '见附件' } }, w.house.secret),
  )
  const look = () => as(keeper, (act) => requests.previewLetter(act, { letterId }, vault()))
  expect(await refusal(look())).toMatchObject({ code: 'requests.supplyTemplate' })
  await as(keeper, (act) =>
    requests.withdrawTemplate(act, { organizationId: office.civil.id, kind }),
  )
  expect((await look()).subarray(0, 5).toString()).toBe('%PDF-')
})

test('[M69] names, bytes and findings go with the personal data of the case', async () => {
  const requestId = await ask()
  const { suppliedIds } = await supply(requestId, '拨付明细.docx', plain(`电话${zhang.phone}`))
  const [suppliedId = 0] = suppliedIds
  await as(keeper, (act) =>
    requests.signForSupplied(act, { suppliedId, reason: '申请人本人的电话' }),
  )
  await decide(requestId)
  const { letterId } = await draft(requestId)
  await sendUp(letterId)
  await judge(letterId)
  await issue(letterId)
  await serve(letterId)
  const { version } = (await requests.caseOf(w.db, keeper, requestId, day)).request
  await as(keeper, (act) => requests.closeRequest(act, { id: requestId, version }))
  await w.act((act) => requests.removeExpired(act), undefined, at('2046-03-10'))
  const { rows } = await sql<{ row: string; sha256: string }>`select f::text as row,
      f.sealed_sha256 as sha256 from requests.supplied_file f where id = ${suppliedId}`.execute(
    w.db,
  )
  expect(rows[0]?.sha256).toBe('')
  for (const word of ['明细', '本人', 'phone']) expect(rows[0]?.row).not.toContain(word)
  expect((await requests.forRequester(w.db, requestId)).files).toEqual([])
})
