import { expect, test } from 'vitest'
import { nameOf } from '../world/county.ts'
import { journey } from '../world/journey.ts'
import {
  act,
  approve,
  choose,
  dialog,
  isKept,
  isNotOffered,
  more,
  openFrom,
  press,
  sees,
  text,
  write,
} from './steps.ts'

const j = await journey()
const minuteMs = 60_000

/** The next whole minute that is still to come when the form has been filled in. */
const nextMinute = (): Date =>
  new Date(Math.ceil((Date.now() + minuteMs / 6) / minuteMs) * minuteMs)

/** As a field for date and time takes it, on the clock of Shanghai. */
const asField = (at: Date): string =>
  new Date(at.getTime() + 8 * 60 * minuteMs).toISOString().slice(0, 16)

const scheduled = { documentId: 0, title: '关于青穗县春耕备耕工作的通知', at: new Date() }

test('[M37] a signed text is given its moment', async () => {
  const { documentId } = await j.sentUp('town', { title: scheduled.title }, 4)
  const signer = await j.at('signer', '/')
  await openFrom(signer, '可以发布', scheduled.title)
  const at = nextMinute()
  await press(signer, '定时发布')
  await dialog(signer).getByLabel('发布时间').fill(asField(at))
  await press(dialog(signer), '定时发布')
  await sees(signer, '已设定发布时间。')
  await signer.getByRole('button', { name: '取消定时' }).waitFor()
  const reader = await j.reads(`/d/${documentId}`)
  await sees(reader, '没有找到这个页面')
  Object.assign(scheduled, { documentId, at })
})

test('[M34] a text returned with a reason is mended and sent up again', async () => {
  const title = '关于开展农村低保年度复核的公告'
  await j.sentUp('town', { title })
  const head = await j.at('sectionHead', '/')
  await openFrom(head, '待我办理', title)
  await press(head, '退回')
  const back = dialog(head).getByRole('button', { name: '退回', exact: true })
  expect(await back.isDisabled()).toBe(true)
  await dialog(head).getByLabel('退回理由').fill('请补充复核的起止时间。')
  await back.click()
  await sees(head, '已退回。')
  await isNotOffered(head, '审核通过')

  const clerk = await j.at('clerk', '/')
  await openFrom(clerk, '退回给我的', title)
  await sees(clerk, new RegExp(`科室负责人${nameOf('sectionHead')}退回`))
  await sees(clerk, '请补充复核的起止时间。')
  await write(clerk, '复核自3月1日起至3月20日止。')
  await isKept(clerk)
  await act(clerk, '送审', '已送审。')

  await j.at('sectionHead', '/')
  await openFrom(head, '待我办理', title)
  await sees(head, '复核自3月1日起至3月20日止。')
  await approve(head, '时间已补充，同意。')
  await sees(head, '待分管领导审核')
  await sees(head.getByRole('region', { name: '办理记录' }), '请补充复核的起止时间。')
})

test('[M41] [M42] [M159] a correction leaves the old text up until it is signed, and says what changed', async () => {
  const { documentId } = await j.published('town', {
    title: '关于调整农村低保标准的通知',
    html: '<p>自2026年1月起，农村低保标准调整为每人每月800元。</p><p>请遵照执行。</p>',
  })
  const clerk = await j.at('clerk', `/documents/${documentId}`)
  await act(clerk, '更正', '已建立更正稿。')
  await text(clerk).waitFor()
  await write(clerk, '此前数额有误。')
  await sees(clerk, '更正说明尚缺，请补充。')
  await clerk.getByLabel('更正说明').fill('标准数额有误，现予更正。')
  await sees(clerk, '没有待补正的内容，可以送审。')
  await isKept(clerk)
  await act(clerk, '送审', '已送审。')

  const reader = await j.reads(`/d/${documentId}`)
  await sees(reader, '请遵照执行。')
  expect(await reader.getByText('此前数额有误').count()).toBe(0)

  await j.release('town', documentId)
  await j.reads(`/d/${documentId}`)
  await sees(reader, '标准数额有误，现予更正。')
  await sees(reader, '此前数额有误。')
  await reader.getByRole('link', { name: '修改记录（共 2 版）' }).click()
  await reader.getByRole('link', { name: '与第 1 版比较' }).click()
  await reader.getByRole('heading', { name: '第 1 版与第 2 版的差异' }).waitFor()
  await reader.locator('ins', { hasText: '此前数额有误' }).waitFor()
})

test('[M41] a withdrawn document leaves a public note, a replaced one leads to what replaces it', async () => {
  const withdraw = async (documentId: number, note: string, replacement?: string) => {
    const signer = await j.at('signer', `/documents/${documentId}`)
    await more(signer, '撤下')
    const form = dialog(signer)
    await form.getByLabel('撤下说明').fill(note)
    if (replacement) await choose(form, '由哪件信息代替', replacement)
    await press(form, '撤下')
    await sees(signer.getByRole('article'), note)
  }
  const reader = await j.reads('/')
  const gone = await j.published('town', { title: '关于夏季防溺水的紧急通知' })
  await withdraw(gone.documentId, '活动已经结束，本通知停止使用。')
  const answer = await reader.goto(`${j.url}/d/${gone.documentId}`)
  expect(answer?.status()).toBe(410)
  await reader.getByRole('heading', { name: '本信息已撤回' }).waitFor()
  await sees(reader, '活动已经结束，本通知停止使用。')

  const title = '关于公布2026年临时救助标准的通知'
  await j.published('town', { title })
  const old = await j.published('town', { title: '关于公布2025年临时救助标准的通知' })
  await withdraw(old.documentId, '标准已经更新。', title)
  await j.reads(`/d/${old.documentId}`)
  await reader.getByRole('heading', { level: 1, name: title }).waitFor()
  await sees(reader, '标准已经更新。')
})

test('[M37] at its moment the text goes out by itself', async () => {
  const leftMs = scheduled.at.getTime() - Date.now()
  await new Promise((resume) => setTimeout(resume, Math.max(0, leftMs)))
  const reader = await j.reads('/')
  await expect
    .poll(async () => (await reader.goto(`${j.url}/d/${scheduled.documentId}`))?.status(), {
      timeout: 30_000,
      interval: 500,
    })
    .toBe(200)
  await reader.getByRole('heading', { level: 1, name: scheduled.title }).waitFor()
})
