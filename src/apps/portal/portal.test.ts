import { beforeAll, describe, expect, test } from 'vitest'
import { adoptCatalogue, monday } from '../../../test/world/documents.ts'
import { type PublicSite, publicSite } from '../../../test/world/portal/site.ts'

const lines = [
  { field: '社会救助', level1: '综合业务', level2: '政策法规文件' },
  { field: '社会救助', level1: '综合业务', level2: '监督检查', days: 10 },
  { field: '社会救助', level1: '最低生活保障', level2: '审核信息', days: 10 },
  { field: '养老服务', level1: '养老服务业务办理', level2: '办事指南' },
]

let site: PublicSite
let documentId: number
let level1: string
beforeAll(async () => {
  site = await publicSite(lines)
  const code = await site.codeOf('政策法规文件')
  documentId = (await site.publish({ title: '关于临时救助标准的通知', matterCodes: [code] }))
    .documentId
  level1 = await site.columnOf('综合业务')
})

const tagOf = (html: string, name: string): string | undefined =>
  html.match(new RegExp(`<meta name="${name}" content="([^"]*)"`))?.[1]

const fixedPages = [
  '/',
  '/platform',
  '/platform/guide',
  '/platform/rules',
  '/platform/statutory',
  '/platform/reports',
  '/platform/request',
  '/grassroots',
  '/grassroots/catalogue',
  '/grassroots/fields',
  '/organizations',
  '/account',
  '/search',
  '/site-map',
  '/accessibility',
]

/** Every kind of page with a real address. */
const everyPage = async (): Promise<string[]> => [
  ...fixedPages,
  await site.columnOf('社会救助'),
  level1,
  await site.columnOf('政策法规文件'),
  `/d/${documentId}`,
  `/d/${documentId}/history`,
  `/organizations/${site.office.civil.code}`,
  `/organizations/${site.office.town.code}`,
  `/organizations/${site.office.village.code}`,
  `/organizations/${site.office.civil.code}/fields/shehui-jiuzhu`,
  `/account/${site.office.civil.code}`,
  `/search?q=${encodeURIComponent('救助')}`,
]

test('[M131] every page answers, in each view, with the official tags of site and column', async () => {
  for (const path of await everyPage()) {
    for (const view of ['', '/en', '/elder', '/en/elder/contrast']) {
      const { status, headers, text } = await site.ask(view + path)
      expect([view + path, status]).toEqual([view + path, 200])
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
      expect(tagOf(text, 'SiteName')).toBe('青穗县人民政府')
      expect(tagOf(text, 'SiteDomain')).toBe('www.qingsui.example')
      expect(tagOf(text, 'SiteIDCode')).toBe('9907260001')
      for (const name of ['ColumnName', 'ColumnType', 'ColumnDescription', 'ColumnKeywords'])
        expect(tagOf(text, name), `${view}${path} ${name}`).toBeTruthy()
    }
  }
})

test('[M131] a document adds its own tags', async () => {
  const { text } = await site.ask(`/d/${documentId}`)
  expect(tagOf(text, 'ArticleTitle')).toBe('关于临时救助标准的通知')
  expect(tagOf(text, 'PubDate')).toBe('2026-03-02 09:00')
  expect(tagOf(text, 'ContentSource')).toBeTruthy()
  expect(tagOf(text, 'Url')).toBe(`${site.serving.url}/d/${documentId}`)
})

test('[M11] the way to a matter leads over platform, statutory content and the grassroots column', async () => {
  const { text } = await site.ask(await site.columnOf('政策法规文件'))
  const crumbs = text.match(/<nav class="crumbs.*?<\/ol>/)?.[0] ?? ''
  expect([...crumbs.matchAll(/>([^<>]+)</g)].map((found) => found[1])).toEqual([
    '首页',
    '政府信息公开',
    '法定主动公开内容',
    '基层政务公开',
    '公开领域',
    '社会救助',
    '综合业务',
    '政策法规文件',
  ])
  expect((await site.ask('/')).text).toContain('href="/grassroots"')
})

test('every link on every page leads somewhere', async () => {
  const seen = new Set<string>()
  for (const path of await everyPage())
    for (const [, href = ''] of (await site.ask(path)).text.matchAll(/ href="(\/[^"#]*)/g))
      seen.add(href.replaceAll('&amp;', '&'))
  const dead: string[] = []
  for (const href of seen) {
    const { status } = await site.ask(href)
    if (status !== 200 && status !== 302) dead.push(`${status} ${href}`)
  }
  expect(dead).toEqual([])
  expect(seen.size).toBeGreaterThan(60)
})

test('[M137] a document in two fields is counted once in all', async () => {
  const codes = [await site.codeOf('政策法规文件'), await site.codeOf('办事指南')]
  const { documentId: id } = await site.publish({ title: '两个领域共用的指南', matterCodes: codes })
  const { n } = await site.w.db
    .selectFrom('documents.document')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('live_edition_id', 'is not', null)
    .executeTakeFirstOrThrow()
  expect((await site.ask('/platform')).text).toContain(`${n} 条信息`)
  expect((await site.ask('/platform/statutory')).text).toContain(`4 项事项 · ${n} 条信息`)
  await site.withdraw(id, '仅为核对')
})

describe('[M13] an empty level-2 matter', () => {
  test('has no page: its address leads to the level-1 column, in the reader’s view', async () => {
    const folded = await site.columnOf('监督检查')
    for (const view of ['', '/elder']) {
      const { status, headers } = await site.ask(view + folded)
      expect([status, headers.location]).toEqual([302, view + level1])
    }
  })

  test('is named in the level-1 column as folded, and documents stand there with their category', async () => {
    const { text } = await site.ask(level1)
    expect(text).toMatch(/<span class="folded"[^>]*><span>监督检查<\/span>/)
    expect(text).toContain('<span class="category">[政策法规文件] </span>关于临时救助标准的通知')
    expect(text).toContain(`href="${await site.columnOf('政策法规文件')}"`)
  })

  test('has a page from its first document to its last', async () => {
    const address = await site.columnOf('监督检查')
    const code = await site.codeOf('监督检查')
    const { documentId: id } = await site.publish({
      title: '救助资金检查通报',
      matterCodes: [code],
    })
    const { status, text } = await site.ask(address)
    expect(status).toBe(200)
    expect(text).toContain('救助资金检查通报')
    expect(text).not.toContain('[监督检查]')
    await site.withdraw(id, '数据有误，已撤回')
    expect((await site.ask(address)).headers.location).toBe(level1)
  })
})

test('[M41] a withdrawn document answers 410 with its note, one replaced leads to what replaced it', async () => {
  const gone = await site.publish({ title: '作废的公示' })
  await site.withdraw(gone.documentId, '名单有误，重新核实后公布')
  const tombstone = await site.ask(`/d/${gone.documentId}`)
  expect(tombstone.status).toBe(410)
  expect(tombstone.text).toContain('名单有误，重新核实后公布')
  expect(tombstone.text).toContain('name="robots" content="noindex"')
  expect((await site.ask(`/d/${gone.documentId}/history`)).status).toBe(410)

  const old = await site.publish({ title: '旧的标准' })
  const next = await site.publish({ title: '新的标准' })
  expect((await site.ask(`/d/${next.documentId}`)).text).not.toContain('旧的标准：')
  await site.withdraw(old.documentId, '已由新标准代替', next.documentId)
  const moved = await site.ask(`/en/d/${old.documentId}`)
  expect([moved.status, moved.headers.location]).toEqual([302, `/en/d/${next.documentId}`])
  expect((await site.ask(`/d/${next.documentId}`)).text).toContain('旧的标准：已由新标准代替')
})

describe('addresses', () => {
  test.each([
    '/nothing',
    '/d/999999',
    '/d/0',
    '/d/012',
    '/d/abc',
    '/grassroots/fields/nothing',
    '/organizations/nothing',
    '/account/nothing',
    '/organizations/%00',
    '/nothing/feed.xml',
    '/grassroots/catalogue.pdf',
    '/files/../../etc/passwd',
  ])('%s is a page that helps on, never kept, never indexed', async (path) => {
    const { status, headers, text } = await site.ask(path)
    expect(status).toBe(404)
    expect(headers['cache-control']).toBe('no-store')
    expect(text).toContain('没有找到这个页面')
    expect(text).toContain('name="robots" content="noindex"')
    expect(text).toContain('href="/site-map"')
  })

  test('an address that is no text is refused and no fault', async () => {
    expect((await site.ask('/organizations/%E0%A4%A')).status).toBe(400)
    expect((await site.ask('/search?q=%E0%A4%A%00')).status).toBe(200)
  })

  test.each([
    ['/platform/', '/platform'],
    ['/elder/platform//', '/elder/platform'],
    ['/account/?field=shehui-jiuzhu', '/account?field=shehui-jiuzhu'],
    // Two slashes would be another site's address.
    ['//evil.example/', '/evil.example'],
  ])('%s leads to %s', async (path, target) => {
    const { status, headers } = await site.ask(path)
    expect([status, headers.location]).toEqual([301, target])
  })

  test('a moved column leads on from its old address', async () => {
    const old = await site.columnOf('最低生活保障')
    expect((await site.ask(old)).status).toBe(200)
    const renamed = lines.map((line) =>
      line.level1 === '最低生活保障' ? { ...line, level1: '低收入人口救助' } : line,
    )
    await adoptCatalogue(site.w, site.office.government.id, renamed, '2026-02-02')
    const { status, headers } = await site.ask(old)
    expect(status).toBe(302)
    expect((await site.ask(headers.location ?? '')).status).toBe(200)
  })

  test('HEAD answers as GET does, without the page', async () => {
    for (const path of ['/', `/d/${documentId}`, '/nothing']) {
      const got = await site.ask(path)
      const head = await site.ask(path, { method: 'HEAD' })
      expect(head.status).toBe(got.status)
      expect(head.headers['content-length']).toBe(String(got.body.length))
      expect(head.body.length).toBe(0)
    }
  })

  test('the address inside a page is the site’s own, whatever Host was sent', async () => {
    await site.saveSite({ domain: 'www.qingsui.gov.cn' })
    const { text } = await site.ask('/platform', { headers: { host: 'evil.example' } })
    expect(text).toContain('<link rel="canonical" href="https://www.qingsui.gov.cn/platform"')
    expect(text).not.toContain('evil.example')
  })
})

test('lists are paged without gaps or doubles, also where many came out at one moment', async () => {
  const code = await site.codeOf('政策法规文件')
  const made = new Set<number>()
  for (let at = 0; at < 24; at++)
    made.add(
      (await site.publish({ title: `第${at + 1}号公示`, matterCodes: [code] }, monday)).documentId,
    )
  for (const start of [level1, `/organizations/${site.office.civil.code}`]) {
    const seen: string[] = []
    let path: string | undefined = start
    for (let page = 0; path && page < 5; page++) {
      const { text } = await site.ask(path)
      const list = text.slice(text.indexOf('<ul class="lines"'))
      seen.push(...[...list.matchAll(/href="\/d\/(\d+)"/g)].map(([, id = '']) => id))
      path = text.match(/rel="next" href="([^"]+)"/)?.[1]
    }
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen.filter((id) => made.has(Number(id)))).toHaveLength(24)
  }
})
