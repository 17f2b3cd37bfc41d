import { readFileSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { inHome } from '#platform/home'
import { makeStaff } from '../../../../test/world/accounts.ts'
import { partialAnswers as full, wordsIn } from '../../../../test/world/answers.ts'
import { makeCounty } from '../../../../test/world/organizations.ts'
import { aRequester, makeRequest } from '../../../../test/world/requests.ts'
import { world } from '../../../../test/world/world.ts'
import * as requests from '../index.ts'
import { caseFields } from './fields.ts'
import { fileNameOf, letterKinds } from './kinds.ts'
import { makeDocx } from './make-docx.ts'
import { standardText } from './standard.ts'
import { fillTemplate, templateIssues } from './template.ts'

const at = (day: string) => new Date(`${day}T10:00:00+08:00`)

const office = async () => {
  const w = await world()
  const county = await makeCounty(w)
  const organizationId = county.government.id
  const staff = async (...roles: ('disclosureOffice' | 'sectionHead' | 'signer')[]) =>
    (await makeStaff(w, { organizationId, roles })).actor
  const [keeper, head, signer] = [
    await staff('disclosureOffice'),
    await staff('sectionHead'),
    await staff('signer'),
  ]
  const vault = { files: w.house.files, key: w.house.secret }
  await w.act((act) =>
    requests.saveLetterhead(act, {
      organizationId,
      mark: '青府',
      authority: '云州市人民政府',
      court: '云州市中级人民法院',
      onlineChannel: 'https://fy.example.test',
    }),
  )
  const { requestId } = await makeRequest(w, { organizationId, at: at('2026-03-02') })
  const confirmed = { id: requestId, type: 'confirmed' as const, on: '2026-03-02' }
  await w.act((act) => requests.recordEvent(act, confirmed), keeper, at('2026-03-02'))
  return { w, organizationId, keeper, head, signer, vault, requestId }
}
type Office = Awaited<ReturnType<typeof office>>

const draft = async (
  o: Office,
  kind: (typeof letterKinds)[number],
  fields: Record<string, string>,
  day: string,
  partyId: number | null = null,
) => {
  const input = { requestId: o.requestId, kind, fields, partyId }
  const made = await o.w.act(
    (act) => requests.draftLetter(act, input, o.vault.key),
    o.keeper,
    at(day),
  )
  return { letterId: made.letterId, version: 2 }
}
const issue = (o: Office, letter: { letterId: number; version: number }, day: string) =>
  o.w.act((act) => requests.issueLetter(act, letter, o.vault), o.keeper, at(day))

const partial = {
  提供方式: '网上下载',
  不予公开内容: '身份证件号码',
  理由: '属于个人隐私',
  依据: '条例第十五条',
}

const decide = (o: Office, day: string, answers: Record<string, string> = full) =>
  o.w.act(
    (act) =>
      requests.decideCase(
        act,
        { requestId: o.requestId, answers, reasons: '涉及养护员' },
        o.vault.key,
      ),
    o.keeper,
    at(day),
  )

test('[M65] every kind of letter has a standard template, fresh and without a fault', () => {
  for (const kind of letterKinds) {
    const bytes = readFileSync(inHome('data', 'letters', `${fileNameOf(kind)}.docx`))
    const body = (of: Uint8Array) =>
      strFromU8(unzipSync(of)['word/document.xml'] ?? new Uint8Array())
    expect(body(bytes)).toBe(body(makeDocx(standardText(kind))))
    expect([kind, templateIssues(kind, bytes)]).toEqual([kind, []])
    const filled = fillTemplate(bytes, Object.fromEntries(caseFields.map((name) => [name, '<值>'])))
    expect(body(filled)).not.toMatch(/\{[^}]*\}/)
  }
})

test('[M65] everything wrong with an office’s template is told at once', () => {
  const bytes = readFileSync(inHome('data', 'letters', 'extension.docx'))
  const files = unzipSync(bytes)
  const body = strFromU8(files['word/document.xml'] ?? new Uint8Array())
  const changed = (text: string) =>
    zipSync({ ...files, 'word/document.xml': strToU8(text), 'word/vbaProject.bin': strToU8('x') })
  const codes = templateIssues(
    'extension',
    changed(
      body
        .replace('{延期理由}', '{延期原因}{申请人手机}')
        .replace('<w:body>', '<w:body><w:p><w:ins/></w:p>'),
    ),
  ).map(({ code, params }) => [code, params?.name])
  expect(codes).toEqual([
    ['templateRevisions', undefined],
    ['templateMacros', undefined],
    ['templateUnknownField', '延期原因'],
    ['templateUnknownField', '申请人手机'],
    ['templateMissingField', '延期理由'],
  ])
  const unpaired = templateIssues(
    'extension',
    changed(body.replace('{延期理由}', '{延期理由').replace('{机关}', '{#机关}')),
  )
  expect(unpaired.filter(({ code }) => code === 'templateTag').length).toBeGreaterThanOrEqual(2)
  expect(templateIssues('extension', strToU8('no zip'))[0]?.code).toBe('templateNotDocx')
})

test('[M65] an office replaces a template, the letter shows it, and it can go back', async () => {
  const o = await office()
  const own = makeDocx({
    ...standardText('receipt'),
    title: '本县回执',
  })
  const input = {
    organizationId: o.organizationId,
    kind: 'receipt' as const,
    name: '回执.docx',
    bytes: own,
  }
  await o.w.act((act) => requests.replaceTemplate(act, input, o.vault), o.keeper)
  const letter = await draft(o, 'receipt', {}, '2026-03-03')
  await issue(o, letter, '2026-03-03')
  const opened = await o.w.act(
    (act) => requests.openLetter(act, { letterId: letter.letterId, form: 'docx' }, o.vault),
    o.keeper,
  )
  const text = strFromU8(unzipSync(opened.bytes)['word/document.xml'] ?? new Uint8Array())
  expect(text).toContain('本县回执')
  expect(text).toContain(aRequester.name)
  const stored = await o.w.act((act) => requests.officeLetters(act.tx, o.keeper, o.organizationId))
  expect(stored.own).toMatchObject([{ kind: 'receipt', edition: 1 }])
  await o.w.act((act) => requests.withdrawTemplate(act, input), o.keeper)
  const after = await o.w.act((act) => requests.officeLetters(act.tx, o.keeper, o.organizationId))
  expect(after.own).toEqual([])
})

test('[M65] a correction notice is numbered, kept sealed, and stops the clock in the same act', async () => {
  const o = await office()
  const empty = await draft(o, 'correctionNotice', {}, '2026-03-04')
  await expect(issue(o, empty, '2026-03-04')).rejects.toMatchObject({
    code: 'requests.letterIncomplete',
    issues: [{ field: '补正事项' }],
  })
  const letter = await draft(o, 'correctionNotice', { 补正事项: '写明年度' }, '2026-03-04')
  const { number } = await issue(o, letter, '2026-03-04')
  expect(number).toBe('青府公告〔2026〕1号')
  const seen = await requests.caseOf(o.w.db, o.keeper, o.requestId, '2026-03-05')
  expect(seen.request.standing).toBe('awaitingCorrection')
  expect(seen.events.at(-1)).toMatchObject({ type: 'correctionNoticed', letterId: letter.letterId })
  const second = await draft(o, 'correctionNotice', { 补正事项: '再补' }, '2026-03-05')
  await expect(issue(o, second, '2026-03-05')).rejects.toMatchObject({
    code: 'requests.correctionTwice',
  })
  const left = await o.w.act((act) => requests.officeLetters(act.tx, o.keeper, o.organizationId))
  expect(left.letterhead.mark).toBe('青府')
})

test('[M65] an extension needs the head of the work office, who is not the drafter (art. 33)', async () => {
  const o = await office()
  const letter = await draft(o, 'extension', { 延期理由: '需要检索大量档案' }, '2026-03-20')
  await expect(issue(o, letter, '2026-03-20')).rejects.toMatchObject({
    code: 'requests.letterStep',
  })
  await o.w.act(
    (act) => requests.sendLetterUp(act, letter, o.vault.key),
    o.keeper,
    at('2026-03-20'),
  )
  const sent = { ...letter, version: 3 }
  await expect(o.w.act((act) => requests.signLetter(act, sent), o.keeper)).rejects.toMatchObject({
    code: 'requests.letterOwnText',
  })
  await o.w.act((act) => requests.signLetter(act, sent), o.signer, at('2026-03-20'))
  await issue(o, { ...letter, version: 4 }, '2026-03-20')
  const seen = await requests.caseOf(o.w.db, o.keeper, o.requestId, '2026-03-21')
  expect(seen.request.extendedDueOn).not.toBeNull()
})

test('[M63] silence of a third party decides nothing, an objection holds, and an override is told', async () => {
  const o = await office()
  const named = { name: '山河建设有限公司', address: '青穗县', telephone: '0539-0000000' }
  const add = (role: 'thirdParty' | 'coMaker') =>
    o.w.act(
      (act) =>
        requests.addParty(act, { requestId: o.requestId, role, particulars: named }, o.vault.key),
      o.keeper,
      at('2026-03-04'),
    )
  const { partyId } = await add('thirdParty')
  const opine = (
    opinion: 'objects' | 'silent' | 'consents',
    reasons: string,
    day: string,
    id = partyId,
  ) =>
    o.w.act(
      (act) => requests.recordOpinion(act, { partyId: id, opinion, on: day, reasons }, o.vault.key),
      o.keeper,
      at(day),
    )
  await expect(opine('objects', '商业秘密', '2026-03-05')).rejects.toMatchObject({
    code: 'requests.partyNotAsked',
  })
  const letter = await draft(o, 'thirdPartyInquiry', { 拟公开内容: '合同' }, '2026-03-06', partyId)
  await issue(o, letter, '2026-03-06')
  expect(
    (await requests.caseOf(o.w.db, o.keeper, o.requestId, '2026-03-07')).request.standing,
  ).toBe('consulting')
  await expect(opine('silent', '', '2026-03-20')).rejects.toMatchObject({
    code: 'requests.partyStillTime',
    params: { until: '2026-03-27' },
  })
  await expect(opine('objects', '', '2026-03-20')).rejects.toMatchObject({
    code: 'requests.partyReasonsMissing',
  })
  await opine('objects', '属于商业秘密', '2026-03-20')
  // The fixture of the law: four days used, sixteen remain.
  const consulted = await requests.caseOf(o.w.db, o.keeper, o.requestId, '2026-03-20')
  expect(consulted.request.replyDueOn).toBe('2026-04-14')
  const rule = (disclose: boolean, override: boolean, ruling: string, id = partyId) =>
    o.w.act(
      (act) => requests.ruleOnParty(act, { partyId: id, disclose, override, ruling }, o.vault.key),
      o.keeper,
      at('2026-03-23'),
    )
  await expect(rule(true, false, '')).rejects.toMatchObject({ code: 'requests.partyObjects' })
  await rule(true, true, '涉及重大公共安全')
  await decide(o, '2026-03-23', { ...full, thirdParty: 'publicInterest' })
  const reply = await draft(o, 'reply:granted/provided', { 提供方式: '网上' }, '2026-03-24')
  const send = () =>
    o.w.act((act) => requests.sendLetterUp(act, reply, o.vault.key), o.keeper, at('2026-03-24'))
  await expect(send()).rejects.toMatchObject({ code: 'requests.partyUntold' })
  const told = await draft(
    o,
    'thirdPartyNotice',
    { 拟公开内容: '合同', 理由: '公共安全' },
    '2026-03-24',
    partyId,
  )
  await issue(o, told, '2026-03-24')
  await send()

  const { partyId: maker } = await add('coMaker')
  const asked = await draft(o, 'coMakerInquiry', { 拟公开内容: '合同' }, '2026-03-25', maker)
  await issue(o, asked, '2026-03-25')
  await opine('silent', '', '2026-04-20', maker)
  await expect(rule(false, false, '', maker)).rejects.toMatchObject({
    code: 'requests.partyConsentHolds',
  })
})

test('[M66] a reply follows the decision, is reviewed and signed by others, and bears the remedy', async () => {
  const o = await office()
  const kind = 'reply:partial' as const
  const early = await draft(o, kind, partial, '2026-03-18')
  const up = (letter: { letterId: number; version: number }) =>
    o.w.act((act) => requests.sendLetterUp(act, letter, o.vault.key), o.keeper, at('2026-03-18'))
  await expect(up(early)).rejects.toMatchObject({ code: 'requests.letterNeedsDecision' })
  expect(await decide(o, '2026-03-18')).toEqual({ code: 'partial' })
  const other = await draft(o, 'reply:granted/provided', { 提供方式: '网上' }, '2026-03-18')
  await expect(up(other)).rejects.toMatchObject({ code: 'requests.letterOtherDecision' })
  await up(early)
  const step = (version: number) => ({ letterId: early.letterId, version })
  await expect(o.w.act((act) => requests.signLetter(act, step(3)), o.signer)).rejects.toMatchObject(
    { code: 'requests.letterStep' },
  )
  await expect(
    o.w.act((act) => requests.reviewLetter(act, step(3)), o.keeper),
  ).rejects.toMatchObject({ code: 'requests.letterOwnText' })
  await o.w.act((act) => requests.reviewLetter(act, step(3)), o.head)
  await o.w.act((act) => requests.signLetter(act, step(4)), o.signer)
  const { number } = await issue(o, step(5), '2026-03-20')
  expect(number).toBe('青府公复〔2026〕1号')
  const { request } = await requests.caseOf(o.w.db, o.keeper, o.requestId, '2026-03-20')
  expect(request).toMatchObject({
    resultCode: 'partial',
    stage: 'decided',
    answeredOn: '2026-03-20',
  })
  const { bytes } = await o.w.act(
    (act) => requests.openLetter(act, { letterId: early.letterId, form: 'docx' }, o.vault),
    o.keeper,
  )
  const text = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())
  expect(text).toContain('先向云州市人民政府申请行政复议')
  expect(text).toContain('https://fy.example.test')
  await expect(decide(o, '2026-03-21')).rejects.toMatchObject({ code: 'requests.decisionFixed' })
  // Whoever looks at it later, or reckons from another day, finds the law of the day of the reply.
  const asked = { id: o.requestId, answers: full }
  const { remedy } = await requests.guideOf(o.w.db, o.keeper, asked, '2023-12-01')
  expect(remedy).toMatchObject({ order: 'first' })
  expect(remedy?.articles.join()).toContain('（2023年修订）第二十三条第一款第四项')
})

const issueReply = async (o: Office) => {
  await decide(o, '2026-03-18')
  const { letterId } = await draft(o, 'reply:partial', partial, '2026-03-18')
  const step = (version: number) => ({ letterId, version })
  await o.w.act(
    (act) => requests.sendLetterUp(act, step(2), o.vault.key),
    o.keeper,
    at('2026-03-18'),
  )
  await o.w.act((act) => requests.reviewLetter(act, step(3)), o.head)
  await o.w.act((act) => requests.signLetter(act, step(4)), o.signer)
  await issue(o, step(5), '2026-03-20')
  return letterId
}

test('[M69] service needs the postal enterprise and its proof, and is an event of the case', async () => {
  const o = await office()
  const letterId = await issueReply(o)
  const serve = (given: object, day = '2026-03-23') =>
    o.w.act(
      (act) =>
        requests.serveLetter(
          act,
          { letterId, way: 'post', postedOn: '2026-03-23', ...given },
          o.vault.key,
        ),
      o.keeper,
      at(day),
    )
  await expect(serve({ carrier: 'other', waybill: 'SF1' })).rejects.toMatchObject({
    code: 'requests.serviceCourier',
  })
  await expect(serve({})).rejects.toMatchObject({
    code: 'requests.serviceProof',
    issues: [{ field: 'carrier' }, { field: 'waybill' }],
  })
  await expect(
    serve({ carrier: 'ems', waybill: '1', postedOn: '2026-03-19' }),
  ).rejects.toMatchObject({ code: 'requests.serviceDate' })
  await serve({ carrier: 'ems', waybill: 'EX123456785CN' })
  const seen = await requests.caseOf(o.w.db, o.keeper, o.requestId, '2026-03-23')
  expect(seen.request.stage).toBe('served')
  expect(seen.events.at(-1)).toMatchObject({ type: 'served', on: '2026-03-23' })
  await expect(serve({ carrier: 'ems', waybill: '2' })).rejects.toMatchObject({
    code: 'requests.serviceTwice',
  })
  const signed = { letterId, signedOn: '2026-03-25', signedBy: '本人' }
  const proof = await draft(o, 'serviceProof', {}, '2026-03-26')
  await o.w.act(
    (act) => requests.recordSigned(act, signed, o.vault.key),
    o.keeper,
    at('2026-03-26'),
  )
  await issue(o, proof, '2026-03-26')
  const kept = await o.w.act(
    (act) => requests.openLetter(act, { letterId: proof.letterId, form: 'docx' }, o.vault),
    o.keeper,
  )
  const words = strFromU8(unzipSync(kept.bytes)['word/document.xml'] ?? new Uint8Array())
  expect(words).toContain('EX123456785CN')
  expect(words).toContain('2026年3月25日')
})

test('[M69] the scan that proves a service is kept sealed, for those who handle the case, and goes with the particulars', async () => {
  const o = await office()
  const letterId = await issueReply(o)
  const slip = Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff]),
    Buffer.from('EX123456785CN 钱禾苗签收'),
  ])
  const keep = (bytes: Uint8Array, by = o.keeper) =>
    o.w.act((act) => requests.keepProofFile(act, { letterId, bytes }, o.vault), by)
  const open = (by = o.keeper) =>
    o.w.act((act) => requests.openProofFile(act, { letterId }, o.vault), by)
  await expect(keep(slip)).rejects.toMatchObject({ code: 'requests.serviceNotEntered' })
  const way = {
    letterId,
    way: 'post',
    postedOn: '2026-03-23',
    carrier: 'ems',
    waybill: '1',
  } as const
  await o.w.act((act) => requests.serveLetter(act, way, o.vault.key), o.keeper, at('2026-03-23'))
  await expect(open()).rejects.toMatchObject({ code: 'requests.letterMissing' })
  await expect(keep(strToU8('plain words'))).rejects.toMatchObject({
    code: 'requests.enclosureKind',
  })
  await expect(keep(slip, o.signer)).rejects.toMatchObject({ code: 'requests.notYours' })
  await keep(slip)
  const page = await requests.answerPageOf(o.w.db, o.keeper, o.requestId, o.vault.key, '2026-05-01')
  const name = `proof-of-service-${letterId}.jpg`
  expect(page.letters.find(({ id }) => id === letterId)?.service?.proof).toBe(name)
  expect(await open()).toMatchObject({ name, mediaType: 'image/jpeg', bytes: slip })
  await expect(open(o.signer)).rejects.toMatchObject({ code: 'requests.notYours' })
  const { rows } = await sql<{ sha256: string }>`
    select proof_sha256 as sha256 from requests.service`.execute(o.w.db)
  const lying = await buffer(o.vault.files.read(rows[0]?.sha256 ?? ''))
  expect(lying.includes('钱禾苗')).toBe(false)
  const gone = { subject: '', what: 'particulars' as const, requestIds: [o.requestId], rule: '' }
  await o.w.act((act) => act.announce(requests.particularsRemoved, gone))
  await expect(open()).rejects.toMatchObject({ code: 'requests.letterMissing' })
})

test('[M65] what letters repeat of the requester goes with the particulars', async () => {
  const o = await office()
  const letterId = await issueReply(o)
  const removed = {
    subject: 'request',
    what: 'particulars' as const,
    requestIds: [o.requestId],
    rule: '',
  }
  await o.w.act((act) => act.announce(requests.particularsRemoved, removed))
  const open = o.w.act(
    (act) => requests.openLetter(act, { letterId, form: 'pdf' }, o.vault),
    o.keeper,
  )
  await expect(open).rejects.toMatchObject({ code: 'requests.letterMissing' })
  const { letters, files } = await requests.forRequester(o.w.db, o.requestId)
  expect([letters, files]).toEqual([[], []])
})

test('[M69] what was served online can be taken home, and taking it is its receipt', async () => {
  const o = await office()
  const letterId = await issueReply(o)
  const { requestId } = o
  const way = { letterId, way: 'online' as const, postedOn: '2026-03-20' }
  expect((await requests.forRequester(o.w.db, requestId)).letters).toEqual([])
  await o.w.act((act) => requests.serveLetter(act, way, o.vault.key), o.keeper, at('2026-03-20'))
  const offered = await requests.forRequester(o.w.db, requestId)
  expect(offered.letters).toMatchObject([
    { id: letterId, number: '青府公复〔2026〕1号', forms: ['pdf', 'docx'], waits: true },
  ])
  const service = async () =>
    (await requests.answerPageOf(o.w.db, o.keeper, requestId, o.vault.key, '2026-05-01')).letters[0]
      ?.service
  expect(await service()).toMatchObject({ metOn: '2026-03-20', knownOn: null })
  const take = (day: string, form: 'pdf' | 'docx', by?: typeof o.keeper) =>
    o.w.act((act) => requests.takeServed(act, { requestId, letterId, form }, o.vault), by, at(day))
  await expect(take('2026-03-22', 'pdf', o.keeper)).rejects.toMatchObject({
    code: 'requests.notYours',
  })
  expect((await take('2026-03-23', 'pdf')).bytes.subarray(0, 5).toString()).toBe('%PDF-')
  // Taken again, in another form: the first day stands.
  expect((await take('2026-03-25', 'docx')).bytes.subarray(0, 2).toString()).toBe('PK')
  expect(await service()).toMatchObject({
    metOn: '2026-03-20',
    signedOn: '2026-03-23',
    knownOn: '2026-03-23',
  })
  expect((await requests.forRequester(o.w.db, requestId)).letters).toMatchObject([{ waits: false }])
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from audit.entry
    where kind = 'requests.letterTaken'`.execute(o.w.db)
  expect(rows[0]?.n).toBe(1)
  const other = { requestId: requestId + 1, letterId, form: 'pdf' as const }
  await expect(requests.openServed(o.w.db, other, o.vault)).rejects.toMatchObject({
    code: 'requests.letterMissing',
  })
})

test('[M69] a posted answer can be read on the progress page, and reading it signs nothing', async () => {
  const o = await office()
  const { requestId } = o
  const letterId = await issueReply(o)
  const way = { letterId, way: 'post' as const, postedOn: '2026-03-20' }
  const sent = { ...way, carrier: 'ems' as const, waybill: 'EX123456785CN' }
  await o.w.act((act) => requests.serveLetter(act, sent, o.vault.key), o.keeper, at('2026-03-20'))
  await o.w.act(
    (act) => requests.takeServed(act, { requestId, letterId, form: 'pdf' }, o.vault),
    undefined,
    at('2026-03-21'),
  )
  const page = await requests.answerPageOf(o.w.db, o.keeper, requestId, o.vault.key, '2026-05-01')
  expect(page.letters[0]?.service).toMatchObject({ signedOn: null, knownOn: null })
})

test('[M67] both versions of a file are kept sealed; after the reply it cannot be changed', async () => {
  const o = await office()
  const bytes = makeDocx({
    title: '明细',
    numbered: false,
    parts: [{ line: '养护员钱禾苗三百元' }],
  })
  const { redactionId } = await o.w.act(
    (act) =>
      requests.addOriginal(act, { requestId: o.requestId, name: '明细.docx', bytes }, o.vault),
    o.keeper,
    at('2026-03-10'),
  )
  const { segments } = await o.w.act(
    (act) => requests.segmentsOf(act, { redactionId }, o.vault),
    o.keeper,
  )
  const segment = segments.find(({ text }) => text.includes('钱禾苗'))?.id ?? ''
  const mark = { segment, from: 3, to: 6, ground: 'refused/third_party', note: '' }
  const release = (version: number) =>
    o.w.act(
      (act) =>
        requests.releaseRedacted(act, { redactionId, version, marks: [mark], boxes: [] }, o.vault),
      o.keeper,
      at('2026-03-11'),
    )
  expect(await release(1)).toEqual({ removed: 1 })
  const open = (which: 'original' | 'released') =>
    o.w.act((act) => requests.openRedaction(act, { redactionId, which }, o.vault), o.keeper)
  expect(Buffer.from((await open('original')).bytes)).toEqual(Buffer.from(bytes))
  const released = wordsIn((await open('released')).bytes)
  expect(released).toContain('三百元')
  expect(released).not.toContain('钱禾苗')
  await issueReply(o)
  await expect(release(2)).rejects.toMatchObject({ code: 'requests.redactionDone' })
})
