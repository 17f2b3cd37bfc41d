import { expect, test } from 'vitest'
import { nameOf } from '../world/county.ts'
import { li, scannedPdf, workbookWithCorners } from '../world/files.ts'
import { journey } from '../world/journey.ts'
import { act, dialog, hand, press, sees } from './steps.ts'

const j = await journey()
const place = '添加附件：选择文件，或拖到这里'

test('[M44] a workbook with a hidden list of identity numbers is stopped, cleaned, and goes on', async () => {
  const { documentId } = await j.draft('town', { title: '关于补贴发放情况的公示' })
  const clerk = await j.at('clerk', `/documents/${documentId}`)
  await hand(clerk, place, {
    name: '补贴发放表.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(workbookWithCorners()),
  })
  const files = clerk.getByRole('region', { name: '附件' })
  await sees(files, /隐藏的工作表“底册” B2/)
  await sees(clerk, /附件“补贴发放表.xlsx”中有\d+处不应公开的内容/)
  expect(await clerk.getByText(li.id).count()).toBe(0)

  // Sent up all the same, it comes back with the reason.
  await press(clerk, '送审')
  await press(dialog(clerk), '送审')
  await sees(clerk, '还有以下事项需要处理')

  await press(files, '清除隐藏内容')
  await clerk.getByRole('tooltip').getByRole('button', { name: '清除隐藏内容' }).click()
  await sees(clerk.locator('.ant-message'), '已清除隐藏内容。')
  await sees(clerk, '没有待补正的内容，可以送审。')
  await act(clerk, '送审', '已送审。')
  await j.release('town', documentId)
  const reader = await j.reads(`/d/${documentId}`)
  await sees(reader, '补贴发放表.xlsx')
})

test('[M30] a scan waits for a person who answers for it by name', async () => {
  const { documentId } = await j.draft('town', { title: '关于公示表的公告' })
  const clerk = await j.at('clerk', `/documents/${documentId}`)
  await hand(clerk, place, {
    name: '盖章公示表.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from(await scannedPdf()),
  })
  await sees(clerk, /附件“盖章公示表.pdf”有内容无法自动检查/)
  const files = clerk.getByRole('region', { name: '附件' })
  await press(files, '签字确认')
  await dialog(clerk).getByLabel('核对情况和理由').fill('逐页看过，没有个人信息')
  await press(dialog(clerk), '签字确认')
  await sees(files, `${nameOf('clerk')}已签字确认：逐页看过，没有个人信息`)
  await sees(clerk, '没有待补正的内容，可以送审。')
  await act(clerk, '送审', '已送审。')
})
