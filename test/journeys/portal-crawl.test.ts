import { brotliCompressSync, constants } from 'node:zlib'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { portalAssets } from '../../src/apps/portal/assets.ts'
import { requestPages } from '../../src/apps/portal/request-routes.ts'
import { patterns } from '../../src/apps/portal/wiring/routes.ts'
import { openWindow, telephone } from '../world/browser.ts'
import * as looks from '../world/crawl/looks.ts'
import { crawl, routeOf, type Visited } from '../world/crawl/portal.ts'
import { type Demo, demo, previewOf } from '../world/demo.ts'

// P14: what the first view of an article may weigh on the wire, packed as the server packs.
const firstViewBytes = 30 * 1024
const packed = (text: string): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length
// Two minutes of a machine of its own, ten of one that is shared.
const patienceMs = 600_000

let county: Demo
let visited: readonly Visited[]

/** Pages that no link leads to, each with the reason why. */
const unlinked = async (): Promise<readonly string[]> => {
  const corrected = await county.find(`
    select document_id as id from documents.edition where published_at is not null
    group by document_id having count(*) > 1 limit 1`)
  const withdrawn = await county.find(
    `select document_id as id from documents.edition where state = 'withdrawn' limit 1`,
  )
  return [
    '/',
    // For search engines.
    '/robots.txt',
    '/sitemap.xml',
    // Asked by the script of the search box, and by whoever checks a page by machine.
    '/search/suggestions.json?q=%E6%95%91',
    `/d/${corrected}/seal.json`,
    // Somewhere among hundreds of documents.
    `/d/${corrected}`,
    // For the holder of the link alone.
    ...(await previewOf(county)),
    // No longer there, never there.
    `/d/${withdrawn}`,
    '/nothing',
  ]
}

beforeAll(async () => {
  county = await demo()
  visited = await crawl(county.url, patterns, await unlinked())
}, patienceMs)

const pages = (): readonly Visited[] => visited.filter(({ html }) => html !== '')

/** Of every route a page, and where wanted one with a question or a later place. */
const samples = (withQuestions = false): readonly string[] =>
  patterns.flatMap((_, route) => {
    const own = pages().filter(
      ({ address, status }) => status === 200 && routeOf(patterns, address) === route,
    )
    const asked = own.find(({ address }) => address.includes('?'))
    const plain = own.find(({ address }) => !address.includes('?'))
    const wanted = withQuestions ? [plain, asked] : [plain ?? asked]
    return wanted.flatMap((one) => (one ? [one.address] : []))
  })

test('[M131] every route of the portal is led to by links, or has an address above', () => {
  const answered = new Set(
    visited.filter(({ status }) => status === 200).map((one) => routeOf(patterns, one.address)),
  )
  expect(patterns.filter((_, route) => !answered.has(route)).map(String)).toEqual([])
})

test('[M131] no link is broken', () => {
  const broken = visited
    .filter(({ status, from }) => from !== '' && status >= 400)
    .map(({ status, address, from }) => `${status} ${address} on ${from}`)
  expect(broken).toEqual([])
})

test('[M132] every page has one heading of the first level, its parts in order, and a language', () => {
  const faults = pages().flatMap(({ address, faults: found }) =>
    found.map((fault) => `${address}: ${fault}`),
  )
  expect(faults).toEqual([])
})

test('[M131] readers get no cookie, and each page says how long it may be kept', () => {
  const wrong = visited.flatMap(({ address, headers }) => {
    const own = address.startsWith('/request/new') || address.startsWith('/request/progress')
    const kept = headers.get('cache-control') ?? ''
    const asset = address.startsWith('/assets/')
    const right = asset ? /immutable/ : own ? /no-store/ : /no-cache|no-store|private/
    return [
      ...(headers.has('set-cookie') && !own ? [`${address} sets a cookie`] : []),
      ...(right.test(kept) || headers.has('location') || address === '/robots.txt'
        ? []
        : [`${address}: ${kept || 'nothing'}`]),
    ]
  })
  expect(wrong).toEqual([])
})

test('[P14] the first view of no page weighs more than 30 KB with the style sheet', () => {
  const css = packed(portalAssets().css.text)
  const heavy = pages()
    .map(({ address, html }) => ({ address, bytes: css + packed(html) }))
    .filter(({ bytes }) => bytes > firstViewBytes)
  expect(heavy).toEqual([])
})

const findingsAt = async (page: Page, width: number): Promise<string[]> => {
  await page.setViewportSize({ width, height: 844 })
  return looks.tooWide(page)
}

test(
  '[M132] on a telephone every page reads well, keeps still, and fits 320 pixels',
  async () => {
    const { page } = await openWindow(telephone)
    const heard = looks.watch(page, county.url)
    await looks.countShifts(page)
    const findings: string[] = []
    for (const address of samples(true)) {
      await page.goto(county.url + address)
      const found = [
        ...(await findingsAt(page, 390)),
        ...(await looks.shifts(page)),
        ...(await looks.targetFindings(page)),
        ...(await looks.axeFindings(page)),
        ...(await findingsAt(page, 320)),
        ...heard.take(),
      ]
      findings.push(...found.map((finding) => `${address}: ${finding}`))
    }
    expect(findings).toEqual([])
  },
  patienceMs,
)

test(
  '[M132] so does it in English on a large screen, in high contrast for the elderly, and in print',
  async () => {
    const { page } = await openWindow()
    const heard = looks.watch(page, county.url)
    const findings: string[] = []
    for (const address of samples()) {
      const plain = address === '/' ? '' : address
      await page.goto(`${county.url}/en${plain}`)
      const found = [...(await looks.axeFindings(page)), ...(await looks.tooWide(page))]
      found.push(...(await looks.printFindings(page)))
      await page.goto(`${county.url}/elder/contrast${plain}`)
      found.push(...(await looks.tooWide(page)), ...(await findingsAt(page, 390)), ...heard.take())
      await page.setViewportSize({ width: 1440, height: 900 })
      findings.push(...found.map((finding) => `${address}: ${finding}`))
    }
    expect(findings).toEqual([])
  },
  patienceMs,
)

test(
  '[M131] without scripts nothing is offered that only a script could do',
  async () => {
    const { page } = await openWindow({ ...telephone, javaScriptEnabled: false })
    const findings: string[] = []
    for (const address of samples()) {
      await page.goto(county.url + address, { waitUntil: 'domcontentloaded' })
      const idle = page.locator('button:not(form button), [href="#"], [href^="javascript:"]')
      for (const one of await idle.filter({ visible: true }).all())
        findings.push(`${address}: ${await one.textContent()}`)
    }
    expect(findings).toEqual([])
  },
  patienceMs,
)

test(
  '[M132] what went wrong is told as well as what is there',
  async () => {
    const { page } = await openWindow(telephone)
    const gone = visited.filter(({ status, html }) => status >= 400 && html !== '')
    expect(gone.map(({ status }) => status).sort()).toEqual([404, 410])
    for (const { address } of gone) {
      await page.goto(county.url + address)
      const found = [...(await looks.axeFindings(page)), ...(await findingsAt(page, 320))]
      expect([address, found]).toEqual([address, []])
      expect(await page.getByRole('link', { name: '首页' }).count()).toBeGreaterThan(0)
    }
  },
  patienceMs,
)

test(
  '[M132] the pages of asking, from the form to the receipt and the progress',
  async () => {
    const { page } = await openWindow(telephone)
    const heard = looks.watch(page, county.url)
    const seen = new Set<string>()
    const findings: string[] = []
    const look = async () => {
      const { pathname } = new URL(page.url())
      seen.add(pathname.replace(/^\/request\/draft\/.+/, '/request/draft/:secret'))
      const found = [
        ...(await findingsAt(page, 390)),
        ...(await looks.targetFindings(page)),
        ...(await looks.axeFindings(page)),
        ...(await findingsAt(page, 320)),
        // A form that was sent back is answered so.
        ...heard.take().filter((words) => !words.includes('422')),
      ]
      findings.push(...found.map((finding) => `${pathname}: ${finding}`))
    }
    const press = (name: string) => page.getByRole('button', { name }).last().click()

    await page.goto(`${county.url}/request/new`)
    await look()
    await page.getByLabel('所需信息').fill('澄岚镇农村公路养护资金的分配明细')
    await press('下一步')
    await page.getByRole('link', { name: '没有我需要的，继续申请' }).waitFor()
    await look()
    await page.getByRole('link', { name: '没有我需要的，继续申请' }).click()
    await press('下一步：核对')
    await page.getByRole('alert').waitFor()
    await look()
    await page.getByLabel('受理机关').selectOption({ index: 1 })
    await page.getByLabel('公民（自然人）').check()
    await page.getByLabel('姓名或者名称').fill('钱禾苗')
    await page.getByLabel('居民身份证').check()
    await page.getByLabel('证件号码').fill('430528199001010003')
    await page.getByLabel('联系电话').fill('13900000000')
    await page.getByLabel('电子文件').check()
    await page.getByLabel('网上获取').check()
    await page.getByLabel('我已阅读并同意').check()
    await press('下一步：核对')
    await page.getByRole('heading', { name: '核对并提交' }).waitFor()
    await look()
    await press('提交申请')
    await page.getByRole('heading', { name: '申请已提交' }).waitFor()
    await look()
    const number = (await page.locator('#receipt-number').textContent()) ?? ''
    const code = (await page.locator('#receipt-code').textContent()) ?? ''
    await page.goto(`${county.url}/request/progress?number=${number}`)
    await look()
    await page.getByLabel('查询码').fill(code)
    await press('查询')
    await page.getByRole('heading', { name: `申请 ${number}` }).waitFor()
    await look()
    // Leads on to an empty form once nothing is kept.
    await page.goto(`${county.url}/request/new/forget`)
    seen.add('/request/new/forget')
    await look()
    await page.goto(`${county.url}/request/draft/${'x'.repeat(43)}`)
    await look()

    const asked = requestPages.filter((path) => path.endsWith('.json'))
    for (const path of asked) {
      const answer = await page.request.get(
        `${county.url}${path}?q=${encodeURIComponent('养护资金')}`,
      )
      expect([path, answer.status()]).toEqual([path, 200])
    }
    expect(findings).toEqual([])
    expect(requestPages.filter((path) => !seen.has(path))).toEqual(asked)
  },
  patienceMs,
)
