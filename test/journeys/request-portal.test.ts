import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { dateAt } from '#platform/civil-date'
import { makeStaff, worldPassword } from '../world/accounts.ts'
import { openWindow, telephone } from '../world/browser.ts'
import { type PublicSite, publicSite } from '../world/portal/site.ts'
import { fillDetails, follow, type Receipt, sendRequest } from './request-steps.ts'

let site: PublicSite
beforeAll(async () => {
  site = await publicSite()
  await site.publish({ title: '2025年澄岚镇农村公路养护资金分配明细表' })
})

const reader = async (): Promise<Page> =>
  (await openWindow({ ...telephone, javaScriptEnabled: false })).page

/** Fits the telephone, and axe finds nothing. */
const isUsable = async (page: Page): Promise<void> => {
  const { scrollWidth } = await page
    .locator('html')
    .evaluate((html) => ({ scrollWidth: html.scrollWidth }))
  expect([page.url(), scrollWidth]).toEqual([page.url(), 390])
  // Axe needs scripts, so it looks at the same page in a window that runs them.
  const { page: seeing } = await openWindow({ ...telephone })
  await seeing.setContent(await page.content(), { waitUntil: 'domcontentloaded' })
  await seeing.addStyleTag({ url: new URL(await styleOf(page), site.serving.url).href })
  const { violations } = await new AxeBuilder({ page: seeing }).analyze()
  expect(violations.map(({ id, nodes }) => [page.url(), id, nodes[0]?.html])).toEqual([])
  await seeing.close()
}

const styleOf = async (page: Page): Promise<string> =>
  (await page.locator('link[rel=stylesheet]').getAttribute('href')) ?? ''

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name }).last().click()

const ask = async (page: Page, checked: boolean): Promise<Receipt> => {
  const look = () => (checked ? isUsable(page) : Promise.resolve())
  await page.goto(`${site.serving.url}/platform/request`)
  await look()
  await page
    .getByRole('link', { name: /网上申请/ })
    .first()
    .click()
  await page.getByLabel('所需信息').fill('澄岚镇农村公路养护资金的分配明细')
  await look()
  await press(page, /下一步/)
  await page.getByText('2025年澄岚镇农村公路养护资金分配明细表').waitFor()
  await look()
  await page.getByRole('link', { name: '没有我需要的，继续申请' }).click()
  // Nothing filled in: the summary has the focus, and each line leads to its field.
  await press(page, '下一步：核对')
  const summary = page.getByRole('alert')
  await summary.waitFor()
  expect(await summary.evaluate((one) => one === document.activeElement)).toBe(true)
  await look()
  await summary.getByRole('link', { name: /姓名/ }).click()
  await fillDetails(page, site.office.civil.name)
  await look()
  const receipt = await sendRequest(page)
  await look()
  return receipt
}

/** The office confirms with the requester, through the API as its own screens do. */
const confirm = async (number: string): Promise<void> => {
  const { staff } = await makeStaff(site.w, {
    organizationId: site.office.government.id,
    roles: ['disclosureOffice'],
  })
  const call = (path: string, init: RequestInit = {}, cookie = '', csrf = '') =>
    fetch(site.serving.url + path, {
      ...init,
      headers: { 'content-type': 'application/json', cookie, 'x-csrf-token': csrf },
    })
  const login = { userName: staff.userName, password: worldPassword }
  const signed = await call('/api/sign-in', { method: 'POST', body: JSON.stringify(login) })
  const { me } = (await signed.json()) as { me: { csrf: string } }
  const cookie = signed.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const list = await call(`/api/requests?q=${number}`, {}, cookie)
  const { items } = (await list.json()) as { items: { id: number }[] }
  const id = items[0]?.id
  const found = await call(`/api/requests/${id}`, {}, cookie)
  const { version } = (await found.json()) as { version: number }
  const event = { version, type: 'confirmed', on: dateAt(new Date()) }
  const done = await call(
    `/api/requests/${id}/events`,
    { method: 'POST', body: JSON.stringify(event) },
    cookie,
    me.csrf,
  )
  expect(done.status).toBe(200)
}

test('[M58] [M72] [M79] without scripts on a telephone: ask, receipt, progress, the due date and how it was counted', async () => {
  const page = await reader()
  const mine = await ask(page, true)
  await follow(page, site.serving.url, mine)
  await page.getByRole('heading', { name: '等待机关确认' }).waitFor()
  await isUsable(page)
  await confirm(mine.number)
  await page.reload()
  await page.getByRole('heading', { name: '正在办理' }).waitFor()
  expect(await page.getByText('答复期限届满日').count()).toBeGreaterThan(0)
  expect(await page.locator('.day-strip .counted').last().textContent()).toContain('20')
  await isUsable(page)

  const other = await ask(page, false)
  await follow(page, site.serving.url, other)
  await page.getByLabel('我确认撤回这件申请').check()
  await press(page, '撤回')
  await page.getByText('申请已撤回。').waitFor()
  await page.getByRole('heading', { name: '已撤回' }).waitFor()

  await page.goto(`${site.serving.url}/request/flow`)
  await isUsable(page)
  await page.goto(`${site.serving.url}/request/log`)
  await isUsable(page)
  await page.goto(`${site.serving.url}/en/request/new`)
  await isUsable(page)
})
