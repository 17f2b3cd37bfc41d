import { brotliCompressSync, constants } from 'node:zlib'
import { expect, test } from 'vitest'
import { messagesOf } from '#platform/words'
import {
  columnView,
  documentView,
  fixtureChrome,
  homeView,
  line,
  safetyField,
} from '../../../test/world/portal/base.ts'
import { fixturePages } from '../../../test/world/portal/pages.ts'
import { catalogueView, guideView, platformView } from '../../../test/world/portal/platform.ts'
import {
  accountDetailView,
  accountView,
  organizationsView,
  organizationView,
  searchView,
  withdrawnView,
} from '../../../test/world/portal/units.ts'
import { addresses, type ReadersView } from './addresses.ts'
import { portalAssets } from './assets.ts'
import {
  renderAccount,
  renderAccountDetail,
  renderCatalogue,
  renderColumn,
  renderDocument,
  renderGuide,
  renderHome,
  renderMissing,
  renderOrganization,
  renderOrganizations,
  renderPlatform,
  renderSearch,
  renderWithdrawn,
} from './render.ts'

const english: ReadersView = { language: 'en', elder: false, contrast: false }
const everyPage = Object.entries(fixturePages)

/** The readable text of a page: no tags, no head. */
const textOf = (html: string): string =>
  html
    .slice(html.indexOf('<body'))
    .replace(/<script.*?<\/script>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

const tagOf = (html: string, name: string): string | undefined =>
  html.match(new RegExp(`<meta name="${name}" content="([^"]*)"`))?.[1]

const crumbsOf = (html: string): string[] =>
  [...(html.match(/<nav class="crumbs.*?<\/ol>/)?.[0] ?? '').matchAll(/>([^<>]+)</g)].map(
    (found) => found[1] ?? '',
  )

const document = (more: Partial<typeof documentView> = {}): string =>
  renderDocument({ ...documentView, ...more }, fixtureChrome('/d/2071'))

test('[M11] a matter stands under platform, statutory content, grassroots column and fields', () => {
  const html = renderColumn(columnView, fixtureChrome(columnView.column.address))
  expect(crumbsOf(html)).toEqual([
    '首页',
    '政府信息公开',
    '法定主动公开内容',
    '基层政务公开',
    '公开领域',
    '安全生产',
    '依法行政',
  ])
})

test('[M11] the home page leads to the platform and to the grassroots column', () => {
  const html = renderHome(homeView, fixtureChrome('/'))
  expect(html).toContain(`href="${addresses.platform}"`)
  expect(html).toContain(`href="${addresses.grassroots}"`)
})

test('[M10] [M13] an L1 list names its L2 matters; a folded one has no page but brackets', () => {
  const html = renderColumn(columnView, fixtureChrome(columnView.column.address))
  expect(html).toContain('/xingzheng-chufa"')
  expect(html).toMatch(/<span class="folded"[^>]*><span>行政强制<\/span>/)
  expect(html).toContain(
    '<span class="category">[行政强制] </span>关于对青禾县某矿业有限公司采取现场处理措施的决定',
  )
})

test('an empty column says a sentence, and a later page leads back to the newest', () => {
  const empty = { items: [], next: null, first: true }
  const none = renderColumn({ ...columnView, documents: empty }, fixtureChrome('/x'))
  expect(none).toContain('本栏目暂无内容')
  const later = { ...columnView.documents, next: 'a/b', first: false }
  const html = renderColumn({ ...columnView, documents: later }, fixtureChrome('/x'))
  expect(html).toContain(`href="${columnView.column.address}">回到最新`)
  expect(html).toContain(`href="${columnView.column.address}?after=a%2Fb"`)
})

test.each([
  ['proactive', '（此件公开发布）'],
  ['onRequest', '（此件依申请公开）'],
] as const)('[M25] a document of attribute %s bears its mark', (attribute, mark) => {
  const html = document({ attribute })
  expect(html).toContain(mark)
  // Part of the document: the same in every language of the furniture.
  const view = { ...documentView, attribute }
  expect(renderDocument(view, fixtureChrome('/d/2071', english))).toContain(mark)
})

test('[M25] a document that is not disclosed bears no mark of disclosure', () => {
  expect(document({ attribute: 'notDisclosed' })).not.toContain('（此件')
})

test('[M131] a document carries every official tag', () => {
  const html = document()
  const tags = {
    SiteName: '青禾县人民政府',
    SiteDomain: 'www.qinghe.example',
    SiteIDCode: '0000000001',
    ColumnName: '规范性文件',
    ColumnType: '政策文件',
    ColumnDescription: '县政府及县政府办公室制发的行政规范性文件',
    ColumnKeywords: '规范性文件,政策文件',
    ArticleTitle: documentView.title,
    PubDate: '2026-11-20 09:12',
    ContentSource: '青禾县人民政府办公室',
    Keywords: '社会救助,低收入人口,动态监测',
    Author: '县政府办公室秘书科',
    Description: documentView.summary,
    Url: 'https://www.qinghe.example/d/2071',
  }
  for (const [name, content] of Object.entries(tags)) expect(tagOf(html, name)).toBe(content)
})

test.each(everyPage)(
  '[M131] %s has site and column tags, heading, skip link, search and foot',
  (_, draw) => {
    const html = draw()
    for (const name of [
      'SiteName',
      'SiteDomain',
      'SiteIDCode',
      'ColumnName',
      'ColumnType',
      'ColumnDescription',
      'ColumnKeywords',
    ]) {
      expect(tagOf(html, name), name).toBeTruthy()
    }
    expect(html.startsWith('<!doctype html><html lang="zh-CN">')).toBe(true)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toContain('<a class="skip" href="#main">')
    expect(html).toContain('name="q"')
    for (const words of [
      '主办：',
      '网站标识码：',
      '公网安备',
      'ICP备',
      '联系电话：',
      '我为政府网站找错',
      '网站地图',
    ]) {
      expect(html).toContain(words)
    }
  },
)

test('[M131] a document shows source, dates, visits, its identity, attachments and a code to share', () => {
  const html = document()
  const text = textOf(html)
  for (const words of [
    '来源： 青禾县人民政府办公室',
    '发布时间： 2026-11-20 09:12',
    '更新时间： 2026-11-20 16:40',
    '浏览 1,286 次',
    '索引号',
    '青政办发〔2026〕31号',
    '403 KB',
    '修改记录（共 2 版）',
    '更正 2026-11-20',
  ]) {
    expect(text).toContain(words)
  }
  expect(html).toMatch(/<svg class="qr" role="img" aria-label="[^"]+"/)
  expect(html).toContain('href="/d/2071/files/1"')
})

test('a document that is repealed says so before its title', () => {
  const html = document({
    validity: {
      state: 'repealed',
      from: null,
      until: '2026-10-01',
      by: { id: 9, title: '新办法' },
    },
  })
  expect(html.indexOf('已废止')).toBeLessThan(html.indexOf('<h1'))
  expect(textOf(html)).toContain('本文件自 2026-10-01 起废止，仅供查阅。 新办法')
})

test('[M9] the catalogue shows every element, leads to the columns and downloads', () => {
  const html = renderCatalogue(catalogueView, fixtureChrome(addresses.catalogue()))
  const heads = [...html.matchAll(/<th scope="col"[^>]*>([^<]+)/g)].map((found) => found[1])
  expect(heads).toEqual([
    '序号',
    '公开事项',
    '公开内容（要素）',
    '公开依据',
    '公开时限',
    '公开主体',
    '公开渠道和载体',
    '公开对象',
    '公开方式',
    '公开层级',
  ])
  expect(textOf(html)).toContain('利益相关方、公众代表、专家、媒体等')
  for (const format of ['xlsx', 'csv', 'json']) {
    expect(html).toContain(`href="/grassroots/catalogue.${format}"`)
  }
  // A level that the template leaves out is unknown, not none.
  expect(textOf(html)).toContain('未注明')
})

test('[M19] platform and guide count the items and tell whom to ask, from the register', () => {
  const platform = textOf(renderPlatform(platformView, fixtureChrome('/platform')))
  expect(platform).toContain('必选公开事项 583 项、可选公开事项 88 项')
  const guide = textOf(renderGuide(guideView, fixtureChrome('/platform/guide')))
  expect(guide).toContain('20个工作日内答复')
  for (const { organization } of guideView.offices) expect(guide).toContain(organization.name)
})

test('[M20] the register gives duties, address, telephone and head of departments, towns, villages', () => {
  const text = textOf(renderOrganizations(organizationsView, fixtureChrome('/organizations')))
  for (const words of [
    '县应急管理局',
    '文庙路12号',
    '0000-2345678',
    '陈明远',
    '柳树镇',
    '龙王庙村',
  ]) {
    expect(text).toContain(words)
  }
})

test('[M16] a unit has its page inside the platform with its own fields and documents', () => {
  const html = renderOrganization(organizationView, fixtureChrome('/organizations/qinghe-yingji'))
  expect(html).toContain('href="/organizations/qinghe-yingji/fields/anquan-shengchan"')
  expect(html).toContain('href="/account/qinghe-yingji"')
  expect(textOf(html)).toContain('陈明远（局长）')
})

test('[M136] [M138] the account says coverage, timeliness and what is late, and every cell opens', () => {
  const html = renderAccount(accountView, fixtureChrome('/account'))
  expect(textOf(html)).toContain('1,255 项中的 1,204 项')
  const cells = [
    ...html.matchAll(
      /<td><a class="(\w+)" href="\/account\/[^"]+\?field=[^"]+" title="[^"]+">([^<]+)/g,
    ),
  ]
  expect(cells.length).toBeGreaterThan(300)
  // Never by colour alone: each class of cell speaks its own word.
  const words = new Map(cells.map(([, standing, word]) => [standing, word?.replace(/\d+/, '')]))
  expect(Object.fromEntries(words)).toEqual({
    met: '齐',
    due: '待',
    late: '逾',
    blank: '缺',
    notApplicable: '—',
  })
})

test('[M138] a part just short of the whole is not rounded up to it', () => {
  const nearly = { ...accountView, coverage: { part: 99_999, total: 100_000 } }
  expect(textOf(renderAccount(nearly, fixtureChrome('/account')))).toContain('99.9%')
})

test('[M137] the account counts what was published by month, class and unit', () => {
  const text = textOf(renderAccount(accountView, fixtureChrome('/account')))
  expect(text).toContain('2026-09 441')
  expect(text).toContain('公示公告 1,204')
})

test('[M136] the account of a unit names each matter with standing, due date and documents', () => {
  const text = textOf(
    renderAccountDetail(accountDetailView, fixtureChrome('/account/qinghe-yingji')),
  )
  expect(text).toContain('依法行政 › 行政处罚 逾期 有 1 件超过公开时限')
  expect(text).toContain('2026-12-31')
})

test('[M157] search marks what it found, narrows by links and says when it stopped counting', () => {
  const html = renderSearch(searchView, fixtureChrome('/search?q=x'))
  expect(html).toContain('<mark>最低生活保障</mark>')
  expect(textOf(html)).toContain('2,000 条以上')
  const q = encodeURIComponent('最低生活保障')
  expect(html).toContain(`href="/search?q=${q}&amp;field=shehui-jiuzhu&amp;year=2026"`)
  // The chosen facet is taken back by its own link.
  expect(html).toMatch(new RegExp(`href="/search\\?q=${q}" aria-current="true"`))
  expect(html).toContain('<meta name="robots" content="noindex"')
})

test('pages of failure help on: search, neighbours, the reason and what stands instead', () => {
  const missing = renderMissing(
    { address: '/x', neighbours: [line(7, '邻近的文件')] },
    fixtureChrome('/x'),
  )
  expect(missing).toContain('action="/search"')
  expect(missing).toContain('邻近的文件')
  const gone = textOf(renderWithdrawn(withdrawnView, fixtureChrome('/d/2039')))
  expect(gone).toContain(withdrawnView.note)
  expect(gone).toContain(withdrawnView.replacedBy?.title)
})

test.each(everyPage)(
  '[M132] %s keeps the reader’s view on every link and needs no script',
  (_, draw) => {
    const html = draw({ language: 'en', elder: true, contrast: true })
    expect(html).toContain('<html lang="en" class="elder contrast">')
    const links = [...html.matchAll(/<a[^>]* href="(\/[^"]*)"/g)].map((found) => found[1] ?? '')
    const strays = links.filter((link) => !link.startsWith('/en/elder/contrast'))
    // What leaves the view: files, feeds, and the switches that are there to change it.
    expect(
      strays.filter(
        (link) =>
          !/^\/(contrast|elder|en)|feed\.xml$|catalogue\.(xlsx|csv|json)$|\/files\//.test(link),
      ),
    ).toEqual([])
    expect(html).not.toMatch(/\son\w+="|javascript:|style="/)
    expect(
      [...html.matchAll(/<script ([^>]*)>/g)].every(([tag]) => /defer|ld\+json/.test(tag)),
    ).toBe(true)
  },
)

const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>'&`

test('text is never markup: titles, names, notes, file names, searches and breadcrumb data', () => {
  const pages = [
    document({
      title: hostile,
      source: hostile,
      summary: hostile,
      keywords: [hostile],
      notes: [{ kind: 'correction', on: '2026-01-01', text: hostile, other: null }],
      attachments: [{ key: hostile, name: hostile, type: hostile, bytes: 1 }],
      trail: [{ ...safetyField, name: hostile, description: hostile }],
      neighbours: [line(1, hostile, { category: hostile, unit: { code: hostile, name: hostile } })],
    }),
    renderSearch(
      {
        ...searchView,
        query: { ...searchView.query, q: hostile },
        hits: {
          ...searchView.hits,
          items: searchView.hits.items.map((hit) => ({
            ...hit,
            excerpt: [{ text: hostile, found: true }],
            attachment: hostile,
          })),
        },
      },
      fixtureChrome(`/search?q=${hostile}`),
    ),
    renderHome({ ...homeView, questions: [hostile] }, fixtureChrome('/')),
    renderMissing({ address: hostile, neighbours: [] }, fixtureChrome(hostile)),
  ]
  for (const html of pages) {
    expect(html).toContain('alert(1)')
    expect(html).not.toMatch(/<script>alert|<img src=x|"><script/)
    const data = html.match(/<script type="application\/ld\+json">(.*?)<\/script>/)?.[1]
    if (data !== undefined) expect(data).not.toContain('<')
  }
})

test('every word that the pages say stands in both languages', () => {
  const said = everyPage.flatMap(([, draw]) => [draw(), draw(english)])
  for (const html of said)
    expect(html.match(/portal\.[a-zA-Z.]+[a-zA-Z]/g) ?? []).toEqual(
      html.match(/portal\.(css|js)/g) ?? [],
    )
  expect([...messagesOf('en').keys()].filter((key) => key.startsWith('portal.')).sort()).toEqual(
    [...messagesOf('zh-CN').keys()].filter((key) => key.startsWith('portal.')).sort(),
  )
})

// P14 of the targets: what a reader on a village phone line must load before an article stands.
const firstViewBytes = 30 * 1024

test('[P14] the first view of an article stays under 30 KB on the wire, with no blocking script', () => {
  const html = document()
  const { css } = portalAssets()
  const atRunTime = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
  const wire = [html, css.text].map((text) => brotliCompressSync(text, atRunTime).length)
  expect(wire.reduce((sum, bytes) => sum + bytes)).toBeLessThan(firstViewBytes)
  expect(html.match(/<script (?!defer|type="application\/ld\+json")/g)).toBeNull()
})
