import { expect, test } from 'vitest'
import { inHome } from '#platform/home'
import { journey } from '../world/journey.ts'
import { press, sees } from './steps.ts'

const j = await journey()

test('[M151] an earlier report is read from its file, corrected where it was not understood, filed, read by the public', async () => {
  const { id, name, code } = j.body('civil')
  const office = await j.at('disclosureOffice', `/reports/old?year=2023&organization=${id}`)
  await sees(office, name)
  await office
    .locator('input[type=file]')
    .setInputFiles(inHome('test', 'fixtures', 'old-reports', 'department-2023.html'))
  // What was not understood stands with its place; the title names another office.
  await sees(office, '表2第 17 行第 4 列')
  await sees(office, /标题写的不是所选单位/)
  const put = (cell: string, figure: string) => office.locator(`[id="${cell}"]`).fill(figure)
  for (const column of ['issued', 'repealed', 'inForce']) {
    await put(`t2/rules/${column}`, '0')
    await put(`t2/normative/${column}`, column === 'inForce' ? '19' : '0')
  }
  for (const column of ['c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'])
    await put(`t3/r3.5.3/${column}`, '0')
  await put('t3/r3.4.1/c1', '8')
  await press(office, '重新核对')
  await sees(office, /V02/)
  for (const column of ['c1', 'c7']) await put(`t3/r3.3.5/${column}`, '2')
  await press(office, '重新核对')
  await sees(office, '全部勾稽关系成立，没有需要说明的事项。')
  await press(office, `录入${name}2023年报告`)
  await sees(office, /由原文件“department-2023.html”录入/)

  const reader = await j.reads(`/reports/${code}/2023`)
  await sees(reader, /按当时公布的文件“department-2023.html”录入/)
  const carried = reader.getByRole('row').filter({ hasText: '四、结转下年度继续办理' })
  expect(await carried.getByRole('cell').allTextContents()).toEqual([
    '2',
    '0',
    '0',
    '0',
    '0',
    '0',
    '2',
  ])
})
