import { sql } from 'kysely'
import { beforeEach, expect, test } from 'vitest'
import { withdrawDocument } from '#documents'
import { theSystem } from '#platform/act'
import {
  approveAll,
  makeDocument,
  makeOffice,
  monday,
  type Office,
} from '../../../test/world/documents.ts'
import { type World, world } from '../../../test/world/world.ts'
import { publishEdition, saveDraft, startCorrection } from '../documents/index.ts'
import { beginning, canonical, contentHash, type Link, sha256, Walk } from './chain.ts'
import {
  checkHeld,
  heldOf,
  linksOfDocument,
  pageSeal,
  sealDays,
  sealedDay,
  verifyChain,
  wholeDay,
} from './index.ts'

let w: World
let office: Office
beforeEach(async () => {
  w = await world()
  office = await makeOffice(w)
})

const html =
  '<p>各乡镇人民政府：</p><p>临时救助一次性金额为六千元，申请人身份证号码末四位为1234。</p>'
const day = (n: number) => new Date(`2026-03-${String(n).padStart(2, '0')}T09:00:00+08:00`)
const release = (n = 2, fields = {}) => makeDocument(w, office, { html, ...fields }, day(n))

const correct = async (documentId: number, fields: object, at = day(4)) => {
  const opened = await w.act((act) => startCorrection(act, { id: documentId }), office.clerk, at)
  const saved = await w.act(
    (act) =>
      saveDraft(act, {
        id: opened.editionId,
        version: opened.version,
        fields: { correctionNote: '更正数额', ...fields },
      }),
    office.clerk,
    at,
  )
  const approved = await approveAll(w, office, saved, { at })
  const { editionId: id, version } = approved
  await w.act((act) => publishEdition(act, { id, version }), office.signer, at)
}
const withdraw = (id: number, at = day(5)) =>
  w.act(
    (act) => withdrawDocument(act, { id, note: '有误，撤回', replacedById: null }),
    office.signer,
    at,
  )
const seal = (at: Date) => w.act((act) => sealDays(act), theSystem, at)
const acts = async (id: number) =>
  (await linksOfDocument(w.db, id)).map((link) => link.act).reverse()

test('[M48] [M164] each release, correction and withdrawal is a link; what was rolled back is none', async () => {
  const { documentId, editionId } = await release()
  await correct(documentId, { html: '<p>临时救助一次性金额为五千元。</p>' })
  await withdraw(documentId)
  expect(await acts(documentId)).toEqual(['release', 'correction', 'withdrawal'])
  expect(editionId).toBeGreaterThan(0)
  const failed = w.act(async (act) => {
    await withdrawDocument(act, {
      id: (await release(6)).documentId,
      note: '撤',
      replacedById: null,
    })
    throw new Error('no')
  }, office.signer)
  await expect(failed).rejects.toThrow()
  expect(await verifyChain(w.db)).toMatchObject({ ok: true, checked: 4, changed: [] })
})

test('[M164] anyone can write a link again from what was published, by the description alone', async () => {
  const { documentId, indexNumber } = await release()
  const [link] = await linksOfDocument(w.db, documentId)
  const page = await pageSeal(w.db, documentId)
  const title = '关于做好临时救助工作的通知'
  const text = '各乡镇人民政府：临时救助一次性金额为六千元，申请人身份证号码末四位为1234。'
  const content = sha256(`${page?.salt}\n${title}\n${text}`)
  const body = `{"act":"release","address":"/d/${documentId}","at":"${day(2).toISOString()}","content":"${content}","data":[],"edition":1,"files":[],"indexNumber":"${indexNumber}","number":1,"previous":"${beginning}"}`
  expect(link?.hash).toBe(sha256(body))
})

for (const [what, change, found] of [
  [
    'a changed link',
    sql`update seals.entry set body = replace(body, '"edition":1', '"edition":9') where number = 2`,
    { brokenAt: { number: 2, why: 'hash' } },
  ],
  [
    'a link changed with its hash',
    sql`update seals.entry set body = replace(body, '"edition":1', '"edition":9'), hash = encode(sha256(convert_to(replace(body, '"edition":1', '"edition":9'), 'UTF8')), 'hex') where number = 2`,
    { brokenAt: { number: 3, why: 'previous' } },
  ],
  [
    'a removed link',
    sql`with o as (delete from seals.opening where number = 2) delete from seals.entry where number = 2`,
    { brokenAt: { number: 2 } },
  ],
  [
    'the last links cut off',
    sql`with o as (delete from seals.opening where number >= 2) delete from seals.entry where number >= 2`,
    { wrongDays: ['2026-03-03', '2026-03-04'] },
  ],
  [
    'the whole chain cut off',
    sql`with o as (delete from seals.opening) delete from seals.entry`,
    { ok: false },
  ],
  [
    'a changed seal of a day',
    sql`update seals.day set body = replace(body, '"first":2', '"first":1') where day = '2026-03-03'`,
    { wrongDays: ['2026-03-03'] },
  ],
  [
    'a removed seal of a day',
    sql`delete from seals.day where day = '2026-03-03'`,
    { wrongDays: ['2026-03-04'] },
  ],
  [
    'a changed page',
    sql`update documents.edition set html = replace(html, '六千', '九千') where title like '%二'`,
    { changed: ['/d/2'] },
  ],
  [
    'a changed title',
    sql`update documents.edition set title = title || '（废止）' where title like '%二'`,
    { changed: ['/d/2'] },
  ],
  [
    'a changed index number',
    sql`update documents.document set index_number = 'X/2026-00001' where id = 2`,
    { changed: ['/d/2'] },
  ],
  [
    'an exchanged salt',
    sql`update seals.opening set salt = repeat('0', 32) where number = 2`,
    { changed: ['/d/2'] },
  ],
  [
    'a page put up past the desk',
    sql`with e as (select live_edition_id id from documents.document where id = 1) update documents.document set live_edition_id = (select live_edition_id from documents.document where id = 3) where id = 1`,
    { ok: false },
  ],
] as const)
  test(`[M48] [M164] ${what} is found`, async () => {
    for (const [at, name] of ['一', '二', '三'].entries())
      await release(at + 2, { title: `关于临时救助的通知${name}` })
    await seal(day(5))
    expect(await verifyChain(w.db)).toMatchObject({ ok: true, checked: 3 })
    await change.execute(w.db)
    const report = await verifyChain(w.db)
    expect(report.ok).toBe(false)
    expect(report).toMatchObject(found)
  })

test('[M164] 10,000 changes of single characters by chance: every one is found where it stands', () => {
  const links: { body: string; hash: string }[] = []
  for (let number = 1; number <= 300; number++) {
    const previous = links.at(-1)?.hash ?? beginning
    const link: Link = {
      ...{
        act: 'release',
        address: `/d/${number}`,
        at: day(2).toISOString(),
        data: [],
        edition: 1,
      },
      ...{
        content: sha256(`${number}`),
        files: [sha256(`f${number}`)],
        indexNumber: `X/2026-${number}`,
      },
      ...{ number, previous },
    }
    const body = canonical(link)
    links.push({ body, hash: sha256(body) })
  }
  let random = 7
  const next = (below: number) => {
    random = (Math.imul(random, 1103515245) + 12345) >>> 0
    return random % below
  }
  let missed = 0
  for (let n = 0; n < 10_000; n++) {
    const at = next(links.length)
    const link = links[at]
    if (!link) continue
    const place = next(link.body.length)
    const other = link.body[place] === '0' ? '1' : '0'
    const body = link.body.slice(0, place) + other + link.body.slice(place + 1)
    // Half of them by somebody who writes the hash again too.
    const hash = n % 2 === 0 ? link.hash : sha256(body)
    const walk = new Walk()
    const found = links.some((one, i) => {
      const broken = i === at ? walk.step(body, hash) : walk.step(one.body, one.hash)
      return broken !== null
    })
    // Only the very last link could be rewritten unseen by a walk; its day's seal names it.
    const seen = found || walk.previous !== links.at(-1)?.hash
    if (!seen) missed++
  }
  expect(missed).toBe(0)
}, 120_000)

test('[M164] the seal of a day covers its links, is made once, and days without a release have one too', async () => {
  const { documentId } = await release(2)
  await correct(documentId, { html: '<p>更正后的全文。</p>' }, day(4))
  expect(await seal(day(6))).toEqual({ sealed: 4 })
  expect(await seal(day(6))).toEqual({ sealed: 0 })
  const [second, third, fourth] = [
    await sealedDay(w.db, '2026-03-02'),
    await sealedDay(w.db, '2026-03-03'),
    await sealedDay(w.db, '2026-03-04'),
  ]
  expect(second?.links.map((link) => link.number)).toEqual([1])
  expect(third).toMatchObject({
    links: [],
    seal: { first: 2, last: 1, previous: second?.seal.hash },
  })
  expect(fourth?.links.map((link) => link.number)).toEqual([2])
  expect(fourth?.seal.head).toBe(fourth?.links[0]?.hash)
  expect(await sealedDay(w.db, '2026-03-06')).toBeNull()
})

const page = (title: string, body: string, mark: { number: number; salt: string } | null) =>
  `<!doctype html><html><body><h1 class="document-title">${title}</h1>
  <div class="text"><div class="scroll">${body}</div></div>
  ${mark ? `<p class="seal" data-seal="${mark.number}" data-salt="${mark.salt}">x</p>` : ''}</body></html>`
const check = (text: string) => checkHeld(w.db, heldOf(new TextEncoder().encode(text)))

test('[M164] a saved page is told from a changed one, from an older edition, from a withdrawn text', async () => {
  const title = '关于做好临时救助工作的通知'
  const { documentId } = await release()
  const saved = page(title, html, await pageSeal(w.db, documentId))
  expect(await check(saved)).toMatchObject({
    verdict: 'asPublished',
    what: 'page',
    link: { number: 1 },
  })
  expect((await check(saved.replaceAll('<p>', '\n  <p>\n'))).verdict).toBe('asPublished')
  expect((await check(saved.replace('六千', '九千'))).verdict).toBe('changed')
  expect((await check(saved.replace('关于做好', '关于停止'))).verdict).toBe('changed')
  expect((await check(page(title, html, null))).verdict).toBe('unknown')
  expect((await check(saved.replace('data-seal="1"', 'data-seal="999"'))).verdict).toBe('unknown')
  expect(
    (await check('各乡镇人民政府：临时救助一次性金额为六千元，申请人身份证号码末四位为1234。'))
      .what,
  ).toBe('text')

  await correct(documentId, { html: '<p>五千元。</p>' })
  expect(await check(saved)).toMatchObject({ verdict: 'superseded', later: { act: 'correction' } })
  await withdraw(documentId)
  expect(await check(saved)).toMatchObject({ verdict: 'withdrawn', later: { act: 'withdrawal' } })
  expect(await check('x'.repeat(100))).toMatchObject({ verdict: 'unknown', link: null })
  expect((await checkHeld(w.db, heldOf(new Uint8Array([0xff, 0xfe, 0])))).verdict).toBe('unknown')
})

test('[M164] a page of another site, whose number is another record here, is told as foreign and not as changed', async () => {
  const { documentId } = await release()
  const own = await pageSeal(w.db, documentId)
  const mark = { number: 1, salt: 'f'.repeat(32) }
  expect((await check(page('别的网站的通知', '<p>别的网站。</p>', mark))).verdict).toBe('foreign')
  // Whoever alters the mark of our own page gains nothing: it is still not what was published.
  expect((await check(page('关于做好临时救助工作的通知', html, mark))).verdict).toBe('foreign')
  expect((await check(page('别的标题', html, own))).verdict).toBe('changed')
})

test('[M164] of a concealed text the chain keeps nothing that guesses could be tried against', async () => {
  const { documentId } = await release()
  const before = await pageSeal(w.db, documentId)
  await correct(documentId, { html: '<p>末四位为****。</p>', concealPrevious: true })
  const everything = JSON.stringify([
    await sql`select * from seals.entry`.execute(w.db).then((r) => r.rows),
    await sql`select * from seals.opening`.execute(w.db).then((r) => r.rows),
  ])
  expect(everything).not.toContain(before?.salt)
  expect(everything).not.toContain('1234')
  // Who tries every last four digits without the salt finds none of them.
  const [, first] = await linksOfDocument(w.db, documentId)
  expect(first?.content).toBe(
    contentHash(before?.salt ?? '', '关于做好临时救助工作的通知', html.replace(/<[^>]+>/g, '')),
  )
  expect(
    (await check('各乡镇人民政府：临时救助一次性金额为六千元，申请人身份证号码末四位为1234。'))
      .verdict,
  ).toBe('unknown')
  // A copy that somebody saved then is still told for what it was.
  expect((await check(page('关于做好临时救助工作的通知', html, before))).verdict).toBe('superseded')
})

test('only the worker seals days, and not the one that is not over', async () => {
  await release(2)
  await expect(w.act((act) => sealDays(act), office.signer, day(4))).rejects.toMatchObject({
    code: 'seals.notYours',
  })
  expect(await seal(monday)).toEqual({ sealed: 0 })
})

test('[M164] the links of a busy day are paged by their number; its file holds all, enough to write the seal again', async () => {
  await release(2)
  const first = (await linksOfDocument(w.db, 1))[0]
  let previous = first?.hash ?? ''
  for (let number = 2; number <= 250; number++) {
    const { hash: _, ...link } = first ?? ({} as never)
    const body = canonical({ ...link, address: `/d/${number}`, number, previous })
    previous = sha256(body)
    await sql`insert into seals.entry (number, body, hash) values (${number}, ${body}, ${previous})`.execute(
      w.db,
    )
  }
  await seal(day(4))
  const pages = [
    await sealedDay(w.db, '2026-03-02'),
    await sealedDay(w.db, '2026-03-02', 100),
    await sealedDay(w.db, '2026-03-02', 200),
  ]
  expect(pages.map((page) => [page?.links[0]?.number, page?.links.length, page?.next])).toEqual([
    [1, 100, 100],
    [101, 100, 200],
    [201, 50, null],
  ])
  // After its last link a day has no page; nor has one of which another day is told.
  for (const after of [0, 250, 251, 999_999])
    expect(await sealedDay(w.db, '2026-03-02', after)).toBeNull()
  expect(await sealedDay(w.db, '2026-03-03', 250)).toBeNull()

  const whole = await wholeDay(w.db, '2026-03-02')
  const walk = new Walk()
  for (const { hash, ...link } of whole?.links ?? [])
    expect(walk.step(canonical(link), hash)).toBeNull()
  const { hash, ...own } = whole?.seal ?? ({} as never)
  expect([walk.number, walk.previous]).toEqual([250, own.head])
  expect(sha256(canonical(own))).toBe(hash)
})
