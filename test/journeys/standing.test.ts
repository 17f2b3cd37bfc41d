import { test } from 'vitest'
import { journey } from '../world/journey.ts'
import { press, sees } from './steps.ts'

const j = await journey()
const title = '云岚镇2026年政府预算'

test('[M138] a figure of the heat map opens to its duties, and these to their documents', async () => {
  await j.published('town', { title, matterCodes: [await j.matter('town', '政府预算')] })

  const page = await j.at('disclosureOffice', '/standing')
  const map = page.getByRole('region', { name: '总览' })
  await map.getByRole('link', { name: /^云岚镇人民政府 · 财政预决算: 空白\d+ 1\/\d+$/ }).click()
  await page.getByRole('heading', { name: '公开情况 · 云岚镇人民政府' }).waitFor()
  const met = page.getByRole('row').filter({ hasText: title })
  await sees(met, '财政预决算 › 政府预算')
  await sees(met, '已公开')
  const blank = page.getByRole('row').filter({ hasText: '政府决算' }).first()
  await sees(blank, '尚未发布。')
  await met.getByRole('link', { name: /公开页面/ }).waitFor()
  await met.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
})

test('[M136] [M138] the public opens the same figures', async () => {
  const reader = await j.reads('/account')
  const map = reader.getByRole('region', { name: '单位与领域对照' })
  const row = map.getByRole('row', { name: /云岚镇人民政府/ })
  await row.locator('a[href="/account/town?field=caizheng-yujuesuan"]').click()
  await reader.getByRole('heading', { name: '云岚镇人民政府公开台账' }).waitFor()
  const duty = reader.getByRole('row').filter({ hasText: title })
  await sees(duty, '已公开')
  await duty.getByRole('link', { name: title }).click()
  await reader.getByRole('heading', { level: 1, name: title }).waitFor()
})

test('[M138] reckoned anew from the documents, the account is as it was', async () => {
  const page = await j.at('disclosureOffice', '/standing')
  await press(page, '重新核算')
  await press(page.getByRole('dialog'), '重新核算')
  await sees(page, /已核算\d+项，其中0项与原来不同。/)
})
