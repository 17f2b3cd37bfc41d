import { expect, test } from 'vitest'
import { nameOf } from '../world/county.ts'
import { journey } from '../world/journey.ts'
import { dialog, isKept, more, press, sees, text, write } from './steps.ts'

const j = await journey()

test('[M42] what was typed outlives a closed window and a lost connection', async () => {
  const { documentId } = await j.draft('town', { title: '关于冬季取暖安全的提示' })
  const place = `/documents/${documentId}`
  const first = await j.at('clerk', place)
  await write(first, '请勿在室内使用炭火。')
  await isKept(first)
  await first.context().setOffline(true)
  await write(first, '发现异味请立即开窗。')
  await sees(first, '连接不上服务器，内容已存在本机')
  await write(first, '并拨打急救电话。')
  // Closed at once, before anything was sent or kept again.
  const next = await first.context().newPage()
  await first.close({ runBeforeUnload: false })
  await next.context().setOffline(false)
  await next.goto(`${j.url}/office${place}`)
  await sees(text(next), '请勿在室内使用炭火。发现异味请立即开窗。')
  await sees(text(next), '并拨打急救电话。')
  await isKept(next)
  await next.reload()
  await sees(text(next), '并拨打急救电话。')
})

test('[M42] two people write at once: what differs is merged, what clashes is asked, nothing is lost', async () => {
  const { documentId } = await j.draft('town', {
    title: '关于村级公示的通知',
    html: '<p>各村：</p>',
  })
  const place = `/documents/${documentId}`
  const clerk = await j.at('clerk', place)
  const other = await j.at('otherClerk', place)
  await text(clerk).waitFor()

  // One changes the number, the other the title: both stay.
  await other.getByLabel('发文字号').fill('云政发〔2026〕8号')
  await isKept(other)
  await clerk.getByRole('textbox', { name: '标题' }).fill('关于做好村级公示工作的通知')
  await isKept(clerk)
  expect(await clerk.getByLabel('发文字号').inputValue()).toBe('云政发〔2026〕8号')

  // Both write in the text, one of them without a connection: each words are shown, and she chooses.
  await clerk.context().setOffline(true)
  await write(clerk, '公示期不少于十天。')
  await sees(clerk, '连接不上服务器，内容已存在本机')
  await other.reload()
  await write(other, '公示期不少于七天。')
  await isKept(other)
  await clerk.context().setOffline(false)
  const question = dialog(clerk)
  await sees(question, `您编辑期间，${nameOf('otherClerk')}于`)
  await sees(question, '公示期不少于七天。')
  await sees(question, '公示期不少于十天。')
  await question.getByRole('radio', { name: new RegExp(`${nameOf('otherClerk')}的`) }).check()
  await press(question, '按所选保留')
  await sees(text(clerk), '公示期不少于七天。')
  await isKept(clerk)
})

test('[M49] someone outside reads a draft by its link until the link is closed', async () => {
  const title = '关于规范村级财务公开的意见（征求意见稿）'
  const { documentId } = await j.draft('town', { title, html: '<p>请提出修改意见。</p>' })
  const clerk = await j.at('clerk', `/documents/${documentId}`)
  await more(clerk, '预览链接')
  await dialog(clerk).getByLabel('给谁看').fill('县财政局')
  await press(dialog(clerk), '生成链接')
  await sees(dialog(clerk), '链接只显示这一次，请立即复制：')
  const address = (await dialog(clerk).locator('code').textContent()) ?? ''

  const outside = await j.anyone('outside')
  await outside.goto(address)
  await outside.getByRole('heading', { level: 1, name: title }).waitFor()
  await sees(outside, '请提出修改意见。')
  await sees(outside, '尚未公开发布，请勿转发')
  await outside.goto(`${j.url}/d/${documentId}`)
  await sees(outside, '没有找到这个页面')

  await dialog(clerk)
    .getByRole('row', { name: /县财政局/ })
    .getByRole('button', { name: '停用' })
    .click()
  await dialog(clerk)
    .getByRole('row', { name: /县财政局/ })
    .waitFor({ state: 'detached' })
  expect((await outside.goto(address))?.status()).toBe(404)
  expect(await outside.getByText('请提出修改意见。').count()).toBe(0)
})

test('[M47] a draft kept to a few is not there for the others', async () => {
  const title = '关于信访事项处理情况的报告'
  const { documentId } = await j.draft('town', { title })
  const place = `/documents/${documentId}`
  const colleague = await j.at('otherClerk', '/documents')
  await colleague.getByRole('link', { name: title }).waitFor()

  const clerk = await j.at('clerk', place)
  await more(clerk, '限定阅读范围')
  await dialog(clerk).getByRole('checkbox', { name: '限定草稿的阅读范围' }).check()
  await press(dialog(clerk), '限定阅读范围')
  await sees(clerk, '阅读范围已更新。')

  await j.at('otherClerk', '/documents')
  await colleague.getByRole('table').waitFor()
  await colleague.getByRole('link', { name: title }).waitFor({ state: 'detached' })
  await j.at('otherClerk', place)
  await sees(colleague, '没有找到该信息，可能已被移走，或者您没有查看权限。')
})
