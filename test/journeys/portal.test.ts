import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openWindow, telephone } from '../world/browser.ts'
import { monday } from '../world/documents.ts'
import { type PublicSite, publicSite } from '../world/portal/site.ts'

const title = '关于2026年临时救助标准的通知'

let site: PublicSite
let documentId: number
beforeAll(async () => {
  site = await publicSite()
  const code = await site.codeOf('审核信息')
  const draft = await site.draft({
    title,
    html: '<h2>一、标准</h2><p>每人每月610元。</p><table><tr><th>镇</th><th>人数</th></tr><tr><td>澄岚镇</td><td>12</td></tr></table>',
    matterCodes: [code],
  })
  await site.attach(draft, '发放名单.csv', '姓名,金额\n张某,610\n')
  documentId = (await site.release(draft)).documentId
  await site.correct(documentId, { html: '<p>每人每月620元。</p>' })
  for (let at = 1; at <= 23; at++)
    await site.publish({ title: `第${at}批临时救助公示` }, new Date(monday.getTime() + at * 60_000))
})

/** A reader without scripts, on a telephone, who has only keys. */
const reader = async (): Promise<Page> => {
  const { page } = await openWindow({
    ...telephone,
    javaScriptEnabled: false,
    acceptDownloads: true,
  })
  return page
}

const focused = (page: Page): Promise<string> =>
  page.locator(':focus').evaluate((one) => one.textContent?.trim() ?? '')

// More stops than any page has before its lists.
const mostStops = 120

/** Tabs on until the words have the focus. */
const tabTo = async (page: Page, words: RegExp): Promise<void> => {
  for (let stop = 0; stop < mostStops; stop++) {
    await page.keyboard.press('Tab')
    if ((await page.locator(':focus').count()) > 0 && words.test(await focused(page))) return
  }
  throw new Error(`no stop says ${words} on ${page.url()}`)
}

const enter = async (page: Page): Promise<void> => {
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

const follow = async (page: Page, words: RegExp): Promise<void> => {
  await tabTo(page, words)
  await enter(page)
}

/** Opens the panel of settings and takes one of them. */
const set = async (page: Page, words: RegExp): Promise<void> => {
  await tabTo(page, /^显示设置/)
  await page.keyboard.press('Enter')
  await follow(page, words)
}

const heading = (page: Page): Promise<string | null> => page.locator('h1').textContent()

test('[M131] [M132] without scripts, on a telephone, by keys alone: from home to an attachment', async () => {
  const page = await reader()
  await page.goto(site.serving.url)
  await page.keyboard.press('Tab')
  expect(await focused(page)).toBe('跳到正文')

  await follow(page, /^社会救助/)
  expect(await heading(page)).toBe('社会救助')
  await follow(page, /^审核信息/)
  expect(await heading(page)).toBe('审核信息')
  await follow(page, new RegExp(title))
  expect(await heading(page)).toBe(title)
  expect(await page.getByText('每人每月620元').isVisible()).toBe(true)

  await tabTo(page, /发放名单\.csv/)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ])
  expect(download.suggestedFilename()).toBe('发放名单.csv')
})

test('[M157] search, narrow by a link, go on to the next page', async () => {
  const page = await reader()
  await page.goto(site.serving.url)
  await page.locator('#q').focus()
  await page.keyboard.type('临时救助')
  await enter(page)
  expect(await heading(page)).toContain('临时救助')
  expect(await page.getByText('共 24 条').isVisible()).toBe(true)

  await follow(page, /^2026/)
  expect(page.url()).toContain('year=2026')
  const first = await page.locator('.hits h2').allInnerTexts()
  await follow(page, /^下一页$/)
  const second = await page.locator('.hits h2').allInnerTexts()
  expect(second.length).toBeGreaterThan(0)
  expect(first.filter((hit) => second.includes(hit))).toEqual([])
  expect(page.url()).toContain('year=2026')
  expect(await page.locator('#q').inputValue()).toBe('临时救助')
})

test('[M132] the view for the elderly stays while one follows links, also without scripts', async () => {
  const page = await reader()
  await page.goto(site.serving.url)
  await set(page, /^长者版$/)
  expect(await page.locator('html.elder').count()).toBe(1)
  expect(await page.getByText('看不清、找不到，请打电话').isVisible()).toBe(true)
  for (const words of [/^社会救助/, /^最低生活保障/, new RegExp(title)]) {
    await follow(page, words)
    expect(await page.locator('html.elder').count()).toBe(1)
  }
  await page.goto(page.url())
  await set(page, /^返回标准版$/)
  expect(await heading(page)).toBe(title)
  expect(await page.locator('html.elder').count()).toBe(0)
})

test('[M42] a reader sees what a correction changed', async () => {
  const page = await reader()
  await page.goto(`${site.serving.url}/d/${documentId}`)
  await follow(page, /^修改记录（共 2 版）/)
  expect(await page.locator('del').allInnerTexts()).toContain('610')
  expect(await page.locator('ins').allInnerTexts()).toContain('620')
})

test('[M132] real pages have no finding at WCAG 2.2 AA and do not scroll sideways', async () => {
  const withdrawn = await site.publish({ title: '撤回的公示' })
  await site.withdraw(withdrawn.documentId, '名单有误')
  const { civil, town } = site.office
  const pages = [
    '/',
    '/platform',
    '/platform/guide',
    '/grassroots/catalogue',
    '/grassroots/fields',
    await site.columnOf('社会救助'),
    await site.columnOf('综合业务'),
    `/d/${documentId}`,
    `/d/${documentId}/history`,
    `/d/${withdrawn.documentId}`,
    '/organizations',
    `/organizations/${town.code}`,
    '/account',
    `/account/${civil.code}`,
    `/search?q=${encodeURIComponent('救助')}`,
    '/nothing',
  ]
  // Axe itself needs scripts; the pages are the same.
  const { page } = await openWindow(telephone)
  for (const path of pages) {
    await page.goto(site.serving.url + path)
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
    expect([path, found]).toEqual([path, []])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect([path, width]).toEqual([path, telephone.viewport.width])
  }
})
