import { expect, test } from 'vitest'
import { addDays, dateAt } from '#platform/civil-date'
import { journey } from '../world/journey.ts'
import { choose, press, sees } from './steps.ts'

const j = await journey()

test('[M62] a counter request is corrected, a third party asked, the period extended, each day shown', async () => {
  const desk = await j.at('disclosureOffice', '/requests')
  await press(desk, '登记申请')
  await desk.getByLabel('姓名或者名称').fill('钱禾苗')
  await desk.getByLabel('所需信息的名称、文号或者其他特征').fill('2025年农村公路养护资金分配明细')
  // Long enough ago that forty working days end before a year whose holidays nobody knows yet.
  const on = addDays(dateAt(new Date()), -75)
  await desk.getByLabel('提交日期').fill(on)
  await press(desk, '登记')
  await sees(desk, '查询码只显示这一次')
  await desk.getByRole('link', { name: '打开本件' }).click()

  const strip = desk.getByRole('region', { name: '期限怎样计算' })
  const squares = strip.getByRole('button')
  await squares.first().waitFor()
  await squares.first().click()
  await sees(strip, /收到申请，次日起算.*《中华人民共和国政府信息公开条例》第三十一条/)
  expect(await strip.locator('.square.counted').count()).toBe(20)

  const record = desk.getByRole('region', { name: '法定事项记录' })
  const enter = async (event: string, day: string) => {
    await choose(record, '事项', event)
    await record.getByLabel('发生日期').fill(day)
    await record.locator('.foreseen').waitFor()
    await press(record, '登记事项')
    await sees(record.getByRole('list').first(), event)
    await record.locator('.foreseen').waitFor({ state: 'detached' })
  }
  await enter('告知补正', addDays(on, 3))
  await enter('收到补正', addDays(on, 6))
  await sees(strip.locator('.square.restarted'), '重')
  await enter('征求第三方意见', addDays(on, 8))
  await strip.locator('.square.thirdParty').first().waitFor()
  await enter('收到第三方意见', addDays(on, 11))

  await enter('延期答复', addDays(on, 12))
  const extended = strip.locator('.square.counted').last()
  await extended.click()
  await sees(strip, '第40个工作日')

  // The law's "no" stands there before anything is sent.
  await choose(record, '事项', '收到第三方意见')
  await sees(record, /意见已经全部收到/)
  expect(await record.getByRole('button', { name: '登记事项' }).isDisabled()).toBe(true)
})
