import { expect, test } from 'vitest'
import { worldPassword } from '../world/accounts.ts'
import { nameOf } from '../world/county.ts'
import { journey } from '../world/journey.ts'
import { choose, dialog, press, sees } from './steps.ts'

const j = await journey()
const town = j.body('town').id

test('[M22] columns get a keeper and a stand-in, and go to a colleague with their history', async () => {
  const page = await j.at('administrator', `/organization/${town}/keepers`)
  await page.getByRole('searchbox', { name: '栏目或人员' }).fill('政府预算')
  await page.getByRole('row').filter({ hasText: '政府预算' }).first().waitFor()
  await expect.poll(() => page.getByRole('row').filter({ hasText: '未指定' }).count()).toBe(2)
  await page.getByRole('row').first().getByRole('checkbox').check()
  await sees(page, '已选2个栏目')
  await page.getByRole('button', { name: '指定责任人', exact: true }).first().click()
  await choose(dialog(page), '责任人', nameOf('clerk'))
  await choose(dialog(page), '替岗人', nameOf('otherClerk'))
  await press(dialog(page), '指定责任人')
  await sees(page, '已保存。')
  const kept = page.getByRole('row').filter({ hasText: nameOf('clerk') })
  await expect.poll(() => kept.filter({ hasText: nameOf('otherClerk') }).count()).toBe(2)

  await press(page, '移交栏目')
  await choose(dialog(page), '移交人', nameOf('clerk'))
  await choose(dialog(page), '接收人', nameOf('sectionHead'))
  await dialog(page).getByLabel('说明').fill('林晓轮岗')
  await press(dialog(page), '移交2个栏目')
  await sees(page, '已移交2个栏目。')
  await expect
    .poll(() =>
      page
        .getByRole('row')
        .filter({ hasText: nameOf('sectionHead') })
        .count(),
    )
    .toBe(2)
  await page.getByRole('button', { name: '“政府预算”历任责任人' }).first().click()
  await sees(dialog(page), nameOf('clerk'))
  await sees(dialog(page), nameOf('sectionHead'))
  await sees(dialog(page), '林晓轮岗')
})

test('[M158] a new colleague gets an account, a role, and chooses the password at the first sign-in', async () => {
  const page = await j.at('administrator', `/organization/${town}/staff`)
  // Another name for a second try: the first one's account stays.
  const userName = `xin.tongzhi${Date.now() % 100_000}`
  await press(page, '新建账号')
  await dialog(page).getByLabel('姓名').fill('新同志')
  await dialog(page).getByLabel('用户名').fill(userName)
  await press(dialog(page), '建立账号')
  await sees(dialog(page), '本页只显示一次')
  const temporary = (await dialog(page).locator('code').last().textContent()) ?? ''

  const newcomer = await j.anyone('newcomer')
  await newcomer.goto(`${j.url}/office/`)
  await newcomer.getByLabel('用户名').fill(userName)
  await newcomer.getByRole('textbox', { name: '密码' }).fill(temporary)
  await press(newcomer, '登录')
  await newcomer.getByRole('heading', { name: '修改密码' }).waitFor()
  await newcomer.getByRole('textbox', { name: '当前密码' }).fill(temporary)
  await newcomer.getByRole('textbox', { name: '新密码', exact: true }).fill(worldPassword)
  await newcomer.getByRole('textbox', { name: '再次输入新密码' }).fill(worldPassword)
  await press(newcomer, '修改密码')
  // The office opens; where it lands depends on which answer comes first.
  await newcomer.getByText('今日').first().waitFor()
})
