import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { publishEdition, saveDraft, startCorrection, withdrawDocument } from '#documents'
import type { Actor } from '#platform/act'
import { readParts } from '#platform/file-parts/index'
import { print } from '#platform/print/index'
import { checkHeld, heldOf, verifyChain } from '#seals'
import { makeStaff } from '../../../test/world/accounts.ts'
import { approveAll, makeDocument, makeOffice, monday } from '../../../test/world/documents.ts'
import { makePolicy } from '../../../test/world/policies.ts'
import { world } from '../../../test/world/world.ts'
import type { IssueShape } from './contract/shapes.ts'
import * as gazette from './index.ts'

const w = await world()
const office = await makeOffice(w)
const at = office.government.id
const staff = async (...roles: ('clerk' | 'leader' | 'signer' | 'disclosureOffice')[]) =>
  (await makeStaff(w, { organizationId: at, roles })).actor
const clerk = await staff('clerk')
const reader = await staff('clerk')
const leader = await staff('leader')
const keeper = await staff('disclosureOffice')
const own = ({ id, version }: IssueShape) => ({ id, version })
const press = w.house

const begin = (input: { number?: number; total?: number } = {}) =>
  w.act(
    (act) => gazette.beginIssue(act, { year: 2026, publishedOn: '2026-03-31', ...input }),
    clerk,
    monday,
  )
const pick = (issue: IssueShape, ...documentIds: number[]) =>
  w.act((act) => gazette.pickTexts(act, { ...own(issue), documentIds }), clerk, monday)
const proof = (issue: IssueShape) =>
  w.act((act) => gazette.sendToProof(act, own(issue)), clerk, monday)
const readAll = async (issue: IssueShape, by: Actor = reader) => {
  let read = issue
  for (const { id, editionId } of issue.entries)
    read = await w.act(
      (act) => gazette.markProof(act, { id, editionId, verdict: 'read', note: '' }),
      by,
      monday,
    )
  return read
}
const sign = (issue: IssueShape, by = leader) =>
  w.act((act) => gazette.signIssue(act, { ...own(issue), opinion: '同意印发' }), by, monday)
const publish = (issue: IssueShape) => gazette.publishIssue(press, keeper, own(issue), monday)
const words = async (sha256: string) => {
  const bytes = await buffer(w.house.files.read(sha256))
  const { parts } = await readParts('公报.pdf', bytes)
  return parts.map(({ text = '' }) => text).join('\n')
}
const page = async (number: number) => {
  const found = await gazette.issuePage(w.db, at, 2026, number)
  if (!found) throw new Error(`no issue ${number}`)
  return found
}

const correct = async (documentId: number, html: string, concealPrevious = false) => {
  const draft = await w.act((act) => startCorrection(act, { id: documentId }), office.clerk, monday)
  const saved = await w.act(
    (act) =>
      saveDraft(act, {
        id: draft.editionId,
        version: draft.version,
        fields: { html, correctionNote: '更正数据', concealPrevious },
      }),
    office.clerk,
    monday,
  )
  const { editionId: id, version } = await approveAll(w, office, saved)
  await w.act((act) => publishEdition(act, { id, version }), office.signer, monday)
}

const table =
  '<table><thead><tr><th rowspan="2">类别</th><th colspan="2">标准</th></tr><tr><th>城镇</th><th>农村</th></tr></thead><tbody><tr><td colspan="9">一类对象</td></tr><tr><td rowspan="7">二类</td><td>813</td></tr></tbody></table>'

test('[M101] an issue is picked, ordered, read, signed by another, numbered, printed and published', async () => {
  const policy = await makePolicy(
    w,
    office,
    '青民规〔2026〕1号',
    '为规范临时救助制定本办法。本办法自2026年4月1日起施行。',
    { html: `<p>为规范临时救助制定本办法。</p>${table}` },
  )
  const notice = await makeDocument(w, office, {
    title: '关于李强等同志任职的通知',
    documentNumber: '青政人〔2026〕1号',
    html: '<p>任命李强为县民政局局长。</p>',
  })
  let issue = await begin({ number: 1, total: 12 })
  issue = await pick(issue, notice.documentId, policy.documentId)
  expect(issue.entries.map(({ number, section }) => [number, section])).toEqual([
    [1, 'department'],
    [2, 'personnel'],
  ])
  const [first, second] = issue.entries
  const order = (entries: { id: number; section: 'office' }[]) =>
    w.act((act) => gazette.orderTexts(act, { ...own(issue), entries }), clerk, monday)
  await expect(order([{ id: first?.id ?? 0, section: 'office' }])).rejects.toMatchObject({
    code: 'gazette.orderIncomplete',
  })
  issue = await order([
    { id: second?.id ?? 0, section: 'office' },
    { id: first?.id ?? 0, section: 'office' },
  ])
  expect(issue.entries.map(({ documentId }) => documentId)).toEqual([
    notice.documentId,
    policy.documentId,
  ])

  issue = await proof(issue)
  const tooEarly = await sign(issue).catch((refusal) => refusal)
  expect(tooEarly.issues.map(({ code }: { code: string }) => code)).toEqual([
    'gazetteUnread',
    'gazetteUnread',
  ])
  // The one who picked reads too, and that proves nothing.
  expect((await readAll(issue, clerk)).open).toHaveLength(2)
  issue = await readAll(issue)
  expect(issue.open).toEqual([])
  const both = await staff('clerk', 'leader')
  issue = await w.act(
    (act) => gazette.returnIssue(act, { ...own(issue), reason: '调整次序' }),
    both,
    monday,
  )
  issue = await w.act(
    (act) =>
      gazette.orderTexts(act, {
        ...own(issue),
        entries: issue.entries.map(({ id }) => ({ id, section: 'department' as const })),
      }),
    both,
    monday,
  )
  issue = await proof(issue)
  await expect(sign(issue, both)).rejects.toMatchObject({ code: 'gazette.ownIssue' })
  await expect(sign(issue, clerk)).rejects.toMatchObject({ code: 'gazette.notYours' })
  issue = await sign(issue)
  await expect(pick(issue, notice.documentId)).rejects.toMatchObject({ code: 'gazette.wrongState' })
  issue = await publish(issue)
  expect(issue).toMatchObject({ state: 'published', year: 2026, number: 1, total: 12 })
  expect(issue.entries.map(({ page }) => page)).toEqual([1, expect.any(Number)])

  const shown = await page(1)
  expect(shown.lines.map(({ number, title }) => [number, title])).toEqual([
    [1, '关于李强等同志任职的通知'],
    [2, '青穗县临时救助实施办法'],
  ])
  const printed = await words(shown.file?.sha256 ?? '')
  for (const word of ['2026年第1期（总第12期）', '目录', '二类', '813', '任命李强'])
    expect(printed.replace(/\s/g, '')).toContain(word)
  expect(await gazette.printedIn(w.db, policy.documentId)).toMatchObject({
    year: 2026,
    number: 1,
    total: 12,
    entryNumber: 2,
  })
})

test('[M101] numbers run without gap or double, an earlier issue goes out first, a text is printed once', async () => {
  const one = await makeDocument(w, office, { title: '关于春季植树的通知' })
  await expect(begin({ number: 1 })).rejects.toMatchObject({ code: 'gazette.numberTaken' })
  await expect(begin({ number: 9 })).rejects.toMatchObject({ code: 'gazette.numberSkipped' })
  await expect(begin({ total: 12 })).rejects.toMatchObject({ code: 'gazette.totalTaken' })
  const early = await begin()
  expect([early.number, early.total]).toEqual([2, 13])
  const late = await begin()
  const ready = await sign(await readAll(await proof(await pick(late, one.documentId))))
  await expect(publish(ready)).rejects.toMatchObject({ code: 'gazette.earlierWaits' })
  await expect(pick(early, one.documentId)).rejects.toMatchObject({
    code: 'gazette.alreadyPrinted',
  })
  await expect(pick(early, 987_654)).rejects.toMatchObject({ code: 'gazette.notPublic' })
  await expect(
    w.act((act) => gazette.beginIssue(act, { year: 2026, publishedOn: null }), office.clerk),
  ).rejects.toMatchObject({ code: 'gazette.notYours' })
})

test('[M101] a text corrected since it was picked is compared again; an objection waits for its answer', async () => {
  const issues = await gazette.listedIssues(w.db, clerk, {}, '2026-03-31')
  const early = issues.issues.find(({ number }) => number === 2)
  let issue = await gazette.issueShown(w.db, clerk, early?.id ?? 0)
  const text = await makeDocument(w, office, { title: '关于防汛值守的通知', html: '<p>六月</p>' })
  issue = await readAll(await proof(await pick(issue, text.documentId)))
  const [entry] = issue.entries
  await correct(text.documentId, '<p>七月</p>')
  issue = await gazette.issueShown(w.db, clerk, issue.id)
  expect(issue.open.map(({ code }) => code)).toEqual(['gazetteChanged'])
  const editionId = issue.entries[0]?.newerEditionId ?? 0
  const id = entry?.id ?? 0
  issue = await w.act(
    (act) => gazette.judgeNewer(act, { id, editionId, take: true, reason: '' }),
    clerk,
    monday,
  )
  // The mark was for other words.
  expect(issue.open.map(({ code }) => code)).toEqual(['gazetteUnread'])
  const mark = (verdict: 'read' | 'objection', edition: number, note = '') =>
    w.act(
      (act) => gazette.markProof(act, { id, editionId: edition, verdict, note }),
      reader,
      monday,
    )
  await expect(mark('read', entry?.editionId ?? 0)).rejects.toMatchObject({
    code: 'gazette.anotherText',
  })
  await mark('read', editionId)
  issue = await mark('objection', editionId, '月份请核对')
  expect(issue.open.map(({ code }) => code)).toEqual(['gazetteObjection'])
  const objection = issue.entries[0]?.marks.at(-1)?.id ?? 0
  const settle = () =>
    w.act((act) => gazette.settleObjection(act, { id: objection, note: '核对无误' }), clerk, monday)
  issue = await settle()
  await expect(settle()).rejects.toMatchObject({ code: 'gazette.alreadySettled' })
  issue = await publish(await sign(issue))
  expect(await words((await page(2)).file?.sha256 ?? '')).toContain('七月')
  const shown = await page(2)
  expect((await gazette.printedText(w.db, shown.issue, 1))?.html).toContain('七月')
})

test('[M102] words of issues are found with the place to cite; a text that left the site is told of nowhere', async () => {
  const search = async (q: string) =>
    (await gazette.searchGazette(w.db, at, { q, year: null, after: null })).hits.map(
      ({ year, number, entryNumber }) => `${year}/${number}#${entryNumber}`,
    )
  expect(await search('防汛 值守')).toEqual(['2026/2#1'])
  expect(await search('临时救助')).toEqual(['2026/1#2'])
  expect(await search('没有这样的词')).toEqual([])
  expect(await search("'); drop & | !")).toEqual([])

  const before = await page(2)
  const documentId = before.lines[0]?.documentId ?? 0
  await w.act(
    (act) => withdrawDocument(act, { id: documentId, note: '有误', replacedById: null }),
    office.signer,
    monday,
  )
  const after = await page(2)
  expect(after.lines.map(({ number, title }) => [number, title])).toEqual([[1, null]])
  expect(after.file).toBeNull()
  expect(await gazette.printedText(w.db, after.issue, 1)).toBeNull()
  expect(await search('防汛 值守')).toEqual([])
  const remade = await gazette.remakeFile(press, keeper, after.issue.id, monday)
  expect(remade.file?.stale).toBe(false)
  const printed = await words((await page(2)).file?.sha256 ?? '')
  expect(printed).toContain('本件已从政府网站撤下')
  expect(printed).not.toMatch(/防汛|七月/)
})

test('[M102] a back issue comes in as PDF with its contents, is read page by page, and is public once released', async () => {
  const { pdf } = await print(
    '#set text(font: "Noto Serif SC")\n第一页 青穗县人民政府公报创刊\n#pagebreak()\n关于农田水利冬修的通知 各乡镇应当组织冬修水利。',
    {},
  )
  const input = { year: 2019, number: 1, total: 1, publishedOn: '2019-01-31', reason: '' }
  const upload = (name: string, bytes: Uint8Array) => ({ name, stream: Readable.from([bytes]) })
  await expect(
    gazette.importBackIssue(press, clerk, input, upload('公报.docx', pdf), monday),
  ).rejects.toMatchObject({ code: 'gazette.notPdf' })
  const personal = await print(
    '#set text(font: "Noto Serif SC")\n张小明 身份证号码 110101199003074258',
    {},
  )
  await expect(
    gazette.importBackIssue(press, clerk, input, upload('公报.pdf', personal.pdf), monday),
  ).rejects.toMatchObject({ code: 'gazette.fileStands' })
  let issue = await gazette.importBackIssue(press, clerk, input, upload('公报.pdf', pdf), monday)
  const csv = Buffer.from(
    '标题,文号,栏目,页码\n创刊词,,特载,1\n关于农田水利冬修的通知,青政发〔2019〕1号,县政府文件,2\n',
  )
  const contents = (bytes: Uint8Array) =>
    gazette.importContents(press, clerk, own(issue), { name: '目录.csv', bytes }, monday)
  await expect(contents(Buffer.from('甲,乙\n一,二\n'))).rejects.toMatchObject({
    code: 'gazette.contentsNoTitle',
  })
  issue = await contents(csv)
  expect(issue.contents.map(({ title, page }) => [title, page])).toEqual([
    ['创刊词', 1],
    ['关于农田水利冬修的通知', 2],
  ])
  const search = () => gazette.searchGazette(w.db, at, { q: '冬修水利', year: null, after: null })
  expect((await search()).hits).toEqual([])
  expect(await gazette.issuePage(w.db, at, 2019, 1)).toBeNull()
  await gazette.publishIssue(press, keeper, own(issue), monday)
  const [hit] = (await search()).hits
  expect([hit?.year, hit?.number, hit?.page]).toEqual([2019, 1, 2])
  expect(hit?.title.map(({ text }) => text).join('')).toBe('关于农田水利冬修的通知')
  expect((await gazette.issuePage(w.db, at, 2019, 1))?.file?.pages).toBe(2)
})

test('[M102] a question in Traditional characters finds Simplified text, and words in Traditional print are found too', async () => {
  const { pdf } = await print(
    '#set text(font: "Noto Serif SC")\n縣人民政府關於修築農田水利的布告 第一頁',
    {},
  )
  const input = { year: 2018, number: 1, total: 4, publishedOn: '2018-01-31', reason: '' }
  const file = { name: '公报.pdf', stream: Readable.from([pdf]) }
  const issue = await gazette.importBackIssue(press, clerk, input, file, monday)
  await gazette.publishIssue(press, keeper, own(issue), monday)
  const places = async (q: string) =>
    (await gazette.searchGazette(w.db, at, { q, year: 2018, after: null })).hits
  for (const q of ['农田水利', '農田水利', '关于修筑']) {
    const [hit] = await places(q)
    expect([q, hit?.number, hit?.page]).toEqual([q, 1, 1])
    // What is marked are the words as they were printed.
    const marked = hit?.excerpt.filter(({ found }) => found).map(({ text }) => text)
    expect(marked?.join('')).toMatch(/農田|關於/)
  }
})

test('[M102] [M164] pages of a back issue that are pictures are counted, and said to be beyond the search', async () => {
  const { pdf } = await print(
    '#set text(font: "Noto Serif SC")\n第一页 有文字的一页，读得出来，也检索得到，字数够多。\n#pagebreak()\n#rect(width: 100%, height: 80%, fill: luma(80))\n#pagebreak()\n#rect(width: 100%, height: 80%, fill: luma(80))',
    {},
  )
  const input = {
    year: 2017,
    number: 1,
    total: 3,
    publishedOn: '2017-01-31',
    reason: '扫描件已逐页看过',
  }
  const file = { name: '公报.pdf', stream: Readable.from([pdf]) }
  const issue = await gazette.importBackIssue(press, clerk, input, file, monday)
  expect([issue.file?.pages, issue.pagesUnread]).toEqual([3, 2])
  expect((await checkHeld(w.db, heldOf(pdf))).verdict).toBe('unknown')
  await gazette.publishIssue(press, keeper, own(issue), monday)
  expect(await gazette.issuePage(w.db, at, 2017, 1)).toMatchObject({ pagesUnread: 2 })

  // [M164] Its file stands in the public chain: whoever holds it can check it.
  expect(await checkHeld(w.db, heldOf(pdf))).toMatchObject({
    verdict: 'asPublished',
    what: 'file',
    link: { address: '/gazette/2017/1', edition: 1 },
  })
  const changed = Uint8Array.from(pdf)
  changed[changed.length - 10] = (changed[changed.length - 10] ?? 0) ^ 1
  expect((await checkHeld(w.db, heldOf(changed))).verdict).toBe('unknown')
  expect(await verifyChain(w.db)).toMatchObject({ ok: true, changed: [] })
})

test('[M103] where an issue went is recorded, only once it is published', async () => {
  const { issue } = await page(1)
  const send = (sentOn: string, id = issue.id) =>
    w.act(
      (act) =>
        gazette.recordSending(act, {
          id,
          channel: 'print',
          receiver: '县图书馆',
          copies: 20,
          link: '',
          sentOn,
        }),
      clerk,
      monday,
    )
  await expect(send('2026-01-01')).rejects.toMatchObject({ code: 'gazette.sentTooEarly' })
  const waiting = (await gazette.listedIssues(w.db, clerk, {}, '2026-03-31')).issues.find(
    ({ state }) => state !== 'published',
  )
  await expect(send('2026-04-02', waiting?.id)).rejects.toMatchObject({
    code: 'gazette.wrongState',
  })
  expect((await send('2026-04-02')).sendings).toMatchObject([{ receiver: '县图书馆', copies: 20 }])
})

test('[M101] only rules are the standard text by national law; a place may say so of normative documents', async () => {
  const marks = async () => (await page(1)).lines.map(({ standard }) => standard)
  expect(await marks()).toEqual([null, null])
  const article = '《某省行政规范性文件管理办法》第二十六条'
  await w.act(
    (act) =>
      gazette.nameGazette(act, {
        title: '青穗县人民政府公报',
        sponsor: '青穗县人民政府办公室',
        standardArticle: article,
      }),
    keeper,
    monday,
  )
  expect(await marks()).toEqual([null, article])
})
