import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { worldPassword } from '../world/accounts.ts'
import { userNameOf } from '../world/county.ts'
import { journey } from '../world/journey.ts'
import { dialog, isKept, sees } from './steps.ts'

const j = await journey()

// More stops than any screen has.
const mostStops = 150

// In the page: what a screen reader would say of the place where the keys are.
const stop = `(() => {
  const one = document.activeElement
  if (!one || one === document.body) return ''
  const labelled = (one.getAttribute('aria-labelledby') ?? '').split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '').join('')
  const label = [...(one.labels ?? [])].map((each) => each.textContent).join('')
  return (one.getAttribute('aria-label') || labelled || label || one.textContent || '').trim()
})()`

/** Goes on by Tab until the keys are at something of this name; a trap or a gap ends the journey. */
const tabTo = async (page: Page, name: RegExp): Promise<void> => {
  const passed: string[] = []
  for (let count = 0; count < mostStops; count++) {
    await page.keyboard.press('Tab')
    const here = await page.evaluate<string>(stop)
    if (name.test(here)) {
      // Whoever sees must see it too.
      const ring = await page.evaluate<boolean>(`document.activeElement.matches(':focus-visible')`)
      expect([here, ring]).toEqual([here, true])
      return
    }
    passed.push(here.slice(0, 20))
  }
  throw new Error(`no stop says ${name} at ${page.url()}: ${passed.slice(-30).join(' | ')}`)
}

const take = async (page: Page, name: RegExp): Promise<void> => {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** An action of the desk and again in the dialog that asks, which holds the keys until it is answered. */
const decide = async (page: Page, name: RegExp, done: string): Promise<void> => {
  await take(page, name)
  await dialog(page).waitFor()
  await take(page, name)
  await sees(page.locator('.ant-message'), done)
  await dialog(page).waitFor({ state: 'hidden' })
}

test('[M132] by keys alone: sign in, begin a text, write it and come out of it again', async () => {
  const page = await j.anyone('clerk by keys')
  await page.goto(`${j.url}/office/`)
  await page.getByRole('heading', { name: '登录' }).waitFor()
  await page.evaluate(`document.activeElement?.blur()`)
  await tabTo(page, /^用户名/)
  await page.keyboard.type(userNameOf('clerk'))
  await tabTo(page, /^密码/)
  await page.keyboard.type(worldPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: '今日' }).waitFor()

  await page.keyboard.press('Tab')
  expect(await page.evaluate<string>(stop)).toBe('跳到正文')
  await page.evaluate(`document.activeElement.blur()`)
  await page.keyboard.press('n')
  await page
    .getByRole('heading', { name: '起草文稿' })
    .or(page.locator('textarea'))
    .first()
    .waitFor()
  await tabTo(page, /^标题/)
  await page.keyboard.type('关于清理河道垃圾的通知')
  await page.keyboard.press('Enter')
  await page.getByRole('textbox', { name: '正文' }).waitFor()
  await tabTo(page, /^正文/)
  await page.keyboard.type('请各村于本月底前完成。')
  await isKept(page)
  await tabTo(page, /./)
  expect(await page.evaluate<string>(stop)).not.toBe('正文')
})

test('[M132] by keys alone: send up, pass, and publish', async () => {
  const title = '关于开展农村危房排查的通知'
  await j.draft('town', { title })
  const clerk = await j.at('clerk', '/documents')
  await take(clerk, new RegExp(title))
  await clerk.getByRole('button', { name: '送审', exact: true }).waitFor()
  await decide(clerk, /^送审$/, '已送审。')

  const head = await j.at('sectionHead', '/')
  await take(head, new RegExp(title))
  await head.getByRole('button', { name: '审核通过' }).waitFor()
  await decide(head, /^审核通过$/, '已通过。')

  const ready = await j.sentUp('town', { title: '关于校园周边整治的通知' }, 4)
  const signer = await j.at('signer', `/documents/${ready.documentId}`)
  await signer.getByRole('button', { name: '发布', exact: true }).waitFor()
  await decide(signer, /^发布$/, '已发布。')
  const reader = await j.reads(`/d/${ready.documentId}`)
  await sees(reader, '关于校园周边整治的通知')
})
