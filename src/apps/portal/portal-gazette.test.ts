import { beforeAll, expect, test } from 'vitest'
import * as gazette from '#gazette'
import type { IssueShape } from '#gazette/contract'
import { keepParticulars } from '#policies'
import { makeStaff } from '../../../test/world/accounts.ts'
import { monday } from '../../../test/world/documents.ts'
import { type PublicSite, publicSite } from '../../../test/world/portal/site.ts'

let site: PublicSite
let documentId = 0
let issue: IssueShape
const own = ({ id, version }: IssueShape) => ({ id, version })

beforeAll(async () => {
  site = await publicSite()
  const at = site.office.government.id
  const staff = async (role: 'clerk' | 'leader' | 'disclosureOffice') =>
    (await makeStaff(site.w, { organizationId: at, roles: [role] })).actor
  const [clerk, reader, leader, keeper] = [
    await staff('clerk'),
    await staff('clerk'),
    await staff('leader'),
    await staff('disclosureOffice'),
  ]
  const draft = await site.draft({
    title: '关于加强河道保洁的通知',
    html: '<p>每周保洁一次。</p><table><tbody><tr><td>清溪河</td><td>三公里</td></tr></tbody></table>',
  })
  await site.release(draft)
  documentId = draft.documentId
  const as = (by: typeof clerk, work: Parameters<typeof site.w.act<IssueShape>>[0]) =>
    site.w.act(work, by, monday)
  issue = await as(clerk, (act) =>
    gazette.beginIssue(act, { year: 2026, publishedOn: '2026-03-31', number: 3, total: 15 }),
  )
  issue = await as(clerk, (act) =>
    gazette.pickTexts(act, { ...own(issue), documentIds: [documentId] }),
  )
  issue = await as(clerk, (act) => gazette.sendToProof(act, own(issue)))
  const [entry] = issue.entries
  issue = await as(reader, (act) =>
    gazette.markProof(act, {
      id: entry?.id ?? 0,
      editionId: entry?.editionId ?? 0,
      verdict: 'read',
      note: '',
    }),
  )
  issue = await as(leader, (act) => gazette.signIssue(act, { ...own(issue), opinion: '' }))
  // Kept before it came out: the release has to drop both.
  for (const address of ['/gazette', `/d/${documentId}`]) await site.ask(address)
  issue = await gazette.publishIssue(site.w.house, keeper, own(issue), monday)
})

test('[M102] an issue, its texts with the address to cite, its file, feed and place in the sitemap', async () => {
  expect((await site.ask('/gazette')).text).toContain('第3期')
  const contents = (await site.ask('/gazette/2026/3')).text
  expect(contents).toContain('id="1"')
  expect(contents).toContain('href="/gazette/2026/3/1"')
  expect(contents).toContain('href="/gazette/2026/3.pdf"')
  const text = (await site.ask('/gazette/2026/3/1')).text
  expect(text).toContain('清溪河')
  expect(text).toContain('/gazette/2026/3#1')
  const page = (await site.ask(`/d/${documentId}`)).text
  expect(page).toContain('href="/gazette/2026/3#1"')
  expect(page).toContain('2026年第3期（总第15期）')
  expect((await site.ask('/gazette/feed.xml')).text).toContain('/gazette/2026/3')
  expect((await site.ask('/sitemap.xml')).text).toContain('/gazette/2026/3<')
  for (const missing of ['/gazette/2026/4', '/gazette/2026/3/2', '/gazette/2026/4.pdf'])
    expect([missing, (await site.ask(missing)).status]).toEqual([missing, 404])
  expect((await site.ask('/en/gazette/2026/3')).text).toContain('Government gazette')
})

test('[M102] words are found in the gazette, with the place to cite', async () => {
  const found = (await site.ask(`/gazette/search?q=${encodeURIComponent('河道保洁')}`)).text
  expect(found).toContain('<mark>')
  expect(found).toContain('/gazette/2026/3#1')
  const none = (await site.ask(`/gazette/search?q=${encodeURIComponent('"><script>')}`)).text
  expect(none).not.toContain('"><script>')
})

test('[M103] a sheet names the texts with the code that leads to the issue', async () => {
  const sheet = (await site.ask('/gazette/2026/3/print')).text
  expect(sheet).toContain('关于加强河道保洁的通知')
  expect(sheet).toContain('class="qr"')
  expect(sheet).toMatch(/plain-address">https?:\/\/[^<]+\/gazette\/2026\/3</)
})

test('[M31] a hit says that its document has ended since it was printed', async () => {
  const { text: before } = await site.ask(`/gazette/search?q=${encodeURIComponent('保洁')}`)
  expect(before).not.toContain('已失效')
  const days = { effectiveOn: '2026-03-02', expiresOn: '2026-04-30' }
  await site.w.act(
    (act) => keepParticulars(act, { id: documentId, class: 'normative', ...days }),
    site.office.disclosureOffice,
    monday,
  )
  const { text } = await site.ask(`/gazette/search?q=${encodeURIComponent('保洁')}`)
  expect(text).toMatch(/<\/a><span class="tag expired">已失效<\/span><\/h2>/)
})

test('[M102] what is withdrawn is read in no issue and in no file', async () => {
  expect((await site.ask('/gazette/2026/3.pdf')).status).toBe(200)
  await site.withdraw(documentId, '有误，已撤回')
  expect((await site.ask('/gazette/2026/3.pdf')).status).toBe(404)
  expect((await site.ask('/gazette/2026/3/1')).status).toBe(404)
  for (const address of [
    '/gazette/2026/3',
    '/gazette/2026/3/print',
    `/gazette/search?q=${encodeURIComponent('保洁')}`,
  ])
    expect((await site.ask(address)).text).not.toContain('关于加强河道')
})
