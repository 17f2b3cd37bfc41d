import { expect, test } from 'vitest'
import { openWindow } from '../../../test/world/browser.ts'
import { fixturePages } from '../../../test/world/portal/pages.ts'
import { readView } from './addresses.ts'
import { portalAssets } from './assets.ts'

const origin = 'http://portal.test'
const { css, js } = portalAssets()

/** A window before a site that answers every address with one page in the view asked for. */
const visit = async () => {
  const { context, page } = await openWindow()
  await context.route(`${origin}/**`, (route) => {
    const path = new URL(route.request().url()).pathname
    const asset = [css, js].find(({ address }) => address === path)
    return route.fulfill(
      asset
        ? { contentType: asset.type, body: asset.text }
        : {
            contentType: 'text/html; charset=utf-8',
            body: fixturePages.document(readView(path).view),
          },
    )
  })
  return { context, page }
}

test('[M132] the view that was chosen waits for the reader who comes back from elsewhere', async () => {
  const { context, page } = await visit()
  await page.goto(`${origin}/d/2071`)
  await page.getByText('显示设置').click()
  await page.getByRole('link', { name: '长者版' }).click()
  await page.waitForURL(`${origin}/elder/d/2071`)

  await page.goto('about:blank')
  await page.goto(`${origin}/d/7?x=1`)
  await page.waitForURL(`${origin}/elder/d/7?x=1`)

  await page.getByText('显示设置').click()
  await page.getByRole('link', { name: '返回标准版' }).click()
  await page.waitForURL(`${origin}/d/2071`)
  await page.goto('about:blank')
  await page.goto(`${origin}/d/7`)
  await page.waitForLoadState()
  expect(page.url()).toBe(`${origin}/d/7`)
  await context.close()
})

test('[M131] printing is offered where it works, closing only where a page opened the window', async () => {
  const { context, page } = await visit()
  await page.goto(`${origin}/d/2071`)
  expect(await page.getByRole('button', { name: '打印' }).isVisible()).toBe(true)
  expect(await page.getByRole('button', { name: '关闭' }).isVisible()).toBe(false)
  await context.close()
})

test('[M132] the chosen text size stays from page to page', async () => {
  const { context, page } = await visit()
  await page.goto(`${origin}/d/2071`)
  await page.getByText('显示设置').click()
  await page.getByLabel('特大').check()
  await page.goto(`${origin}/d/2072`)
  expect(await page.locator('#size-largest').isChecked()).toBe(true)
  await context.close()
})
