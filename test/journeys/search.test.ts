import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { gatherTerms, readForSearch } from '#search'
import { openWindow, telephone } from '../world/browser.ts'
import { type PublicSite, publicSite } from '../world/portal/site.ts'

let site: PublicSite
beforeAll(async () => {
  site = await publicSite()
  const draft = await site.draft({ title: '关于2026年高龄津贴发放对象的公示' })
  await site.attach(draft, '发放名册.csv', '镇,备注\n澄岚镇,百岁老人长寿补贴\n')
  const { documentId } = await site.release(draft)
  await site.publish({ title: '关于临时救助标准的通知', html: '<p>每人每月610元。</p>' })
  await site.publish({ title: '澄岚镇2026年政府预算公开', html: '<p>收支总表。</p>' })
  // What the worker does moments after a release.
  await readForSearch(site.w.house, documentId)
  await site.w.act((act) => gatherTerms(act))
})

const reader = async (scripts = false): Promise<Page> =>
  (await openWindow({ ...telephone, javaScriptEnabled: scripts })).page

const searchFor = async (page: Page, words: string): Promise<void> => {
  await page.goto(site.serving.url)
  await page.locator('input[name=q]').first().fill(words)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

const isClean = async (page: Page): Promise<void> => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  const { scroll, width } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    width: innerWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(width)
}

test('[M157] words in an attached file are found, with the file and the passage; axe has no finding', async () => {
  // axe needs scripts; the page does not.
  const page = await reader(true)
  await searchFor(page, '长寿补贴')
  expect(await page.getByText('见附件：发放名册.csv').isVisible()).toBe(true)
  expect((await page.locator('.found-file mark').allInnerTexts()).join('')).toBe('长寿补贴')
  await isClean(page)
  await page.setViewportSize({ width: 1440, height: 900 })
  await isClean(page)
})

test('[M157] a slip of the ear, Traditional characters and a word that stands in parts all lead there', async () => {
  const page = await reader()
  await searchFor(page, '零时救助')
  expect(await page.getByText('以下是“临时救助”的搜索结果').isVisible()).toBe(true)
  await page.getByRole('link', { name: '仍然搜索“零时救助”' }).click()
  expect(await page.getByText('没有找到与“零时救助”有关的信息').isVisible()).toBe(true)

  await searchFor(page, '臨時救助標準')
  expect(await page.locator('.hits h2').first().textContent()).toContain('临时救助标准')

  await searchFor(page, '镇政府预算')
  expect(await page.locator('.hits h2').first().textContent()).toContain('政府预算公开')
  expect(await page.getByText('仅含其中部分字词').isVisible()).toBe(true)
})

test('[M157] nothing found: the matter that would hold it, and the request form with the words', async () => {
  const page = await reader()
  await searchFor(page, '“最低生活保障审核结果花名册”')
  const ask = page.getByRole('link', { name: /依法申请公开/ })
  expect(decodeURIComponent((await ask.getAttribute('href')) ?? '')).toContain(
    'about=“最低生活保障审核结果花名册”',
  )
  expect(await page.getByText('这类信息应当公开在以下目录事项').isVisible()).toBe(true)
})

test('[M157] the search box suggests while one types', async () => {
  const page = await reader(true)
  await page.goto(site.serving.url)
  await page.locator('input[name=q]').first().pressSequentially('临时')
  await expect
    .poll(() =>
      page
        .locator('datalist option')
        .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value)),
    )
    .toContain('临时救助')
})

test('[M157] days of publication narrow a search without scripts', async () => {
  const page = await reader()
  await searchFor(page, '公示')
  await page.locator('input[name=from]').fill('2099-01-01')
  await Promise.all([page.waitForNavigation(), page.getByRole('button', { name: '筛选' }).click()])
  expect(page.url()).toContain('from=2099-01-01')
  await page.getByRole('link', { name: '去掉筛选条件，在全部信息中搜索' }).click()
  expect(await page.locator('.hits h2').count()).toBeGreaterThan(0)
})
