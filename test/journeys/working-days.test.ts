import { expect, test } from 'vitest'
import { inventedNotice } from '../world/calendar.ts'
import { journey } from '../world/journey.ts'
import { press, sees } from './steps.ts'

const j = await journey()
const calendar = `/organization/${j.body('government').id}/calendar`

test('[M35] the notice of a new year is pasted, checked, mended, looked at in twelve months and entered', async () => {
  const page = await j.at('disclosureOffice', `${calendar}?year=2026`)
  await sees(page, '2026年工作日历')
  await page.getByTitle('2026-05-09 调休上班').filter({ hasText: '班' }).waitFor()
  await page.getByTitle('2026-05-04 劳动节').filter({ hasText: '休' }).waitFor()

  // Copied with a slip: nothing can be entered, and what was typed stays.
  const text = page.getByLabel('通知全文')
  await text.fill(inventedNotice.replace('共8天', '共9天'))
  await press(page, '核对')
  await sees(page, /第5行.*写明9天，按起止日期是8天/)
  expect(await page.getByRole('button', { name: /^录入2027年/ }).count()).toBe(0)
  expect(await text.inputValue()).toContain('共9天')

  await text.fill(inventedNotice)
  await press(page, '核对')
  await sees(page, '天数、星期与调休上班日核对一致')
  await sees(page, '调休上班：2027-01-31（周日）、2027-02-13（周六）')
  await press(page, '录入2027年工作日历')
  await sees(page.locator('.ant-message'), '已录入2027年工作日历')
  await sees(page.getByRole('heading', { name: '2027年工作日历' }), '2027年工作日历')
  const row = page.getByRole('row').filter({ hasText: '国办发明电〔2026〕999号' })
  await sees(row, '本级录入')
})

test('[M35] others see the calendar and are offered nothing to enter', async () => {
  const page = await j.at('clerk', `${calendar}?year=2026`)
  await sees(page, '2026年工作日历')
  expect(await page.getByLabel('通知全文').count()).toBe(0)
})
