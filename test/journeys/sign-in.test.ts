import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { worldPassword } from '../world/accounts.ts'
import { nameOf, userNameOf } from '../world/county.ts'
import { journey } from '../world/journey.ts'
import { dialog, press, sees } from './steps.ts'

const j = await journey()
const stepMs = 30_000

/** What the application on the telephone shows now, or at the step after. */
const codeOf = (secret: string, at = Date.now()): string =>
  new TOTP({ secret: Secret.fromBase32(secret.replaceAll(' ', '')) }).generate({ timestamp: at })

const enterPassword = async (page: Page, userName: string, password = worldPassword) => {
  await page.goto(`${j.url}/office/`)
  await page.getByLabel('用户名').fill(userName)
  await page.getByRole('textbox', { name: '密码' }).fill(password)
  await press(page, '登录')
}

const signOut = async (page: Page, name: string) => {
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
  await page.getByRole('heading', { name: '登录' }).waitFor()
}

test('[M158] a second factor is put on, asked for, good once, and stood in for by a recovery code', async () => {
  const userName = userNameOf('signer')
  const name = nameOf('signer')
  const page = await j.anyone('signer')
  await enterPassword(page, userName)
  await page.getByRole('heading', { name: '今日' }).waitFor()
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.getByRole('menuitem', { name: '两步验证' }).click()
  await sees(page, '未开启')
  await press(page, '开启两步验证')
  await dialog(page).getByLabel('请输入登录密码以继续').fill(worldPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('img', { name: '两步验证二维码' }).waitFor()
  const secret = (await page.locator('main code').textContent()) ?? ''
  // The step before counts as well, for slow clocks; this leaves the one of now for signing in.
  await page.getByLabel('第二步：输入程序显示的六位数字').fill(codeOf(secret, Date.now() - stepMs))
  await press(page, '确认开启')
  await page.getByRole('heading', { name: '恢复码' }).waitFor()
  const recoveryCodes = await page.getByRole('listitem').locator('code').allTextContents()
  expect(recoveryCodes).toHaveLength(10)
  await press(page, '我已保存好恢复码')
  await sees(page, '已开启')
  await signOut(page, name)

  const code = codeOf(secret)
  await enterPassword(page, userName)
  await page.getByLabel('动态验证码').fill(code)
  await press(page, '登录')
  await page.getByRole('heading', { name: '今日' }).waitFor()
  await signOut(page, name)

  // Seen over a shoulder, the same digits open nothing any more.
  await enterPassword(page, userName)
  await page.getByLabel('动态验证码').fill(code)
  await press(page, '登录')
  await sees(page, '验证码不正确或已使用过')
  await press(page, '手机不在身边？使用恢复码')
  await page.getByLabel('恢复码').fill(recoveryCodes[0] ?? '')
  await press(page, '登录')
  await page.getByRole('heading', { name: '今日' }).waitFor()
  await signOut(page, name)

  await enterPassword(page, userName)
  await press(page, '手机不在身边？使用恢复码')
  await page.getByLabel('恢复码').fill(recoveryCodes[0] ?? '')
  await press(page, '登录')
  await sees(page, '验证码不正确或已使用过')
})

test('[M158] five wrong passwords lock the account, for the right one too', async () => {
  const page = await j.anyone('a guesser')
  const userName = userNameOf('civilHead')
  await enterPassword(page, userName, 'Wrong-wrong-2026')
  await sees(page, '用户名或密码不正确')
  for (const _ of [2, 3, 4, 5]) {
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/sign-in'))
    await press(page, '登录')
    await answered
  }
  await page.getByRole('textbox', { name: '密码' }).fill(worldPassword)
  await press(page, '登录')
  await sees(page, '账号已锁定，请15分钟后再试')
})

test('[M158] people see where they are signed in, and end what they do not know', async () => {
  const elsewhere = await j.anyone('elsewhere')
  await enterPassword(elsewhere, userNameOf('leader'))
  await elsewhere.getByRole('heading', { name: '今日' }).waitFor()
  const page = await j.at('leader', '/account/sessions')
  await sees(page, '本次登录')
  expect(await page.getByRole('row').filter({ hasText: 'Chrome' }).count()).toBe(2)
  await page.getByRole('button', { name: '结束', exact: true }).click()
  await sees(page, '会话已结束。')
  await expect.poll(() => page.getByRole('row').filter({ hasText: 'Chrome' }).count()).toBe(1)

  await elsewhere.getByRole('link', { name: '文稿', exact: true }).click()
  await elsewhere.getByRole('heading', { name: '登录' }).waitFor()
})
