import { expect, test } from 'vitest'
import { dateAt, yearOf } from '#platform/civil-date'
import { journey } from '../world/journey.ts'
import { makeRequest } from '../world/requests.ts'
import { press, sees } from './steps.ts'

const j = await journey()
const year = yearOf(dateAt(new Date())) - 1

test('[M151] the year is over: figures are checked, explained, signed by another hand, published, read', async () => {
  const { id: organizationId, name } = j.body('civil')
  // Came in on the last days of the year and is still open: carried on.
  await makeRequest(j.w, {
    organizationId,
    door: 'counter',
    submittedOn: `${year}-12-29`,
    at: new Date(`${year}-12-29T10:00:00+08:00`),
  })

  const office = await j.at('disclosureOffice', '/reports')
  const row = office.getByRole('row').filter({ hasText: name })
  await press(row, '开始编制')
  await office.getByRole('heading', { name: new RegExp(`${name} ${year}`) }).waitFor()
  // The figure opens to its case.
  const carried = office.getByRole('row').filter({ hasText: '四、结转下年度继续办理' })
  await carried.getByRole('button', { name: '1', exact: true }).first().click()
  await sees(office.getByRole('dialog'), /这个数字：1/)
  await office.keyboard.press('Escape')
  // Checking says everything that is missing at once.
  await press(office, '核定数据')
  await sees(office, /V13 parts\/5/)
  while ((await office.getByRole('button', { name: '采用', exact: true }).count()) > 0)
    await office.getByRole('button', { name: '采用', exact: true }).first().click()
  await office
    .getByLabel('五、存在的主要问题及改进情况')
    .fill('答复说理还不充分。下一年逐件复核，疑难件先会商。')
  await press(office, '保存文字')
  await sees(office, '全部勾稽关系成立，没有需要说明的事项。')
  await press(office, '核定数据')
  await sees(office, /已核定，待签发/)
  const place = new URL(office.url()).pathname.replace('/office', '')

  const signer = await j.at('civilSigner', place)
  await press(signer, '签发')
  await sees(signer, /已签发，待公布/)

  await j.at('disclosureOffice', place)
  await press(office, '公布')
  await sees(office, '查看公开页面')

  const reader = await j.reads(`/platform/reports`)
  await reader.getByRole('link', { name }).click()
  await sees(reader, `${name}${year}年政府信息公开工作年度报告`)
  const published = reader.getByRole('row').filter({ hasText: '四、结转下年度继续办理' })
  expect(await published.getByRole('cell').allTextContents()).toEqual([
    '1',
    '0',
    '0',
    '0',
    '0',
    '0',
    '1',
  ])
  const data = await reader.request.get(`${reader.url()}.json`)
  expect(await data.json()).toMatchObject({ year, t3: { r4: { c1: 1, c7: 1 } } })
})
