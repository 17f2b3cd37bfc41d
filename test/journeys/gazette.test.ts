import { expect, test } from 'vitest'
import { readParts } from '#platform/file-parts/index'
import { makeStaff, worldPassword } from '../world/accounts.ts'
import { journey } from '../world/journey.ts'
import { dialog, press, sees } from './steps.ts'

const j = await journey()

const first = '关于社会救助服务热线方案'
const second = '关于设立救助服务站方案'

test('[M101] [M102] [M103] an issue is chosen, ordered, read, signed and published; readers open its page and its file', async () => {
  for (const [at, title] of [first, second].entries()) {
    const documentNumber = `青民发〔2026〕${at + 1}号`
    const html = '<p>同意公布社会救助服务热线。</p>'
    await j.published('civil', { title, kind: '方案', documentNumber, html })
  }
  const { id: organizationId } = j.body('government')
  await makeStaff(j.w, { organizationId, roles: ['leader'], userName: 'xianzhang', name: '方远' })

  const office = await j.at('disclosureOffice', '/documents/gazette')
  await press(office, '编辑新一期')
  await dialog(office).getByLabel('年份').fill('2026')
  await dialog(office).getByLabel('总期号').fill('15')
  await dialog(office).getByLabel('出版日期').fill('2026-03-31')
  await press(dialog(office), '开始编辑')
  await press(office, '从政策文件库选文')
  await dialog(office)
    .getByRole('checkbox', { name: new RegExp(first) })
    .check()
  await dialog(office)
    .getByRole('checkbox', { name: new RegExp(second) })
    .check()
  await press(dialog(office), '选入（2件）')
  await dialog(office).waitFor({ state: 'hidden' })
  const up = office.getByRole('button', { name: /^上移/, disabled: false })
  const moved = /《(.+)》/.exec((await up.getAttribute('aria-label')) ?? '')?.[1] ?? ''
  // By keyboard alone.
  await up.focus()
  await office.keyboard.press('Enter')
  await sees(office, `1. ${moved}`)
  await press(office, '送校对')
  await sees(office, '已送校对。')
  const place = new URL(office.url()).pathname.replace('/office', '')

  const proofreader = await j.at('secrecyReviewer', place)
  for (const number of [1, 2]) {
    await proofreader.getByRole('button', { name: new RegExp(`^${number}\\. `) }).click()
    await sees(dialog(proofreader), '同意公布社会救助服务热线。')
    await press(dialog(proofreader), '已校对，无误')
    await dialog(proofreader).waitFor({ state: 'hidden' })
  }

  const leader = await j.anyone('leader')
  const signIn = { userName: 'xianzhang', password: worldPassword }
  await leader.request.post(`${j.url}/api/sign-in`, { data: signIn })
  await leader.goto(`${j.url}/office${place}`)
  await press(leader, '签发')
  await press(dialog(leader), '签发')
  await sees(leader, '已签发。')

  await j.at('disclosureOffice', place)
  await press(office, '出版')
  await sees(office, '已出版。')
  await office.getByLabel('接收单位或者账号').fill('青穗发布')
  await office.getByLabel('发送日期').fill('2026-12-31')
  await press(office, '登记')
  await sees(office, /2026-12-31 政务新媒体 青穗发布/)

  const reader = await j.reads('/gazette/2026/1')
  await sees(reader, '2026年第1期（总第15期）')
  const pdf = await reader.request.get(`${j.url}/gazette/2026/1.pdf`)
  const { parts } = await readParts('公报.pdf', await pdf.body())
  expect(parts.map(({ text = '' }) => text).join('')).toContain('同意公布社会救助服务热线')
  await reader.getByRole('link', { name: moved }).click()
  await sees(reader, '/gazette/2026/1#1')
  await reader.getByRole('link', { name: '网站现行文本' }).first().click()
  await sees(reader, /刊登于/)
})
