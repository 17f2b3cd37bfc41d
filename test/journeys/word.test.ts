import { fileURLToPath } from 'node:url'
import type { Locator } from 'playwright-core'
import { expect, test } from 'vitest'
import { journey } from '../world/journey.ts'
import { act, documentAt, hand, isKept, sees, text } from './steps.ts'

const notice = fileURLToPath(new URL('../fixtures/documents/notice.docx', import.meta.url))
const j = await journey()

/** The cells of the first table: their words, how many columns and rows they span, how they are set. */
const cellsOf = (where: Locator) =>
  where
    .locator('table')
    .first()
    .locator('th, td')
    .evaluateAll((cells) =>
      cells.map((cell) => {
        const { colSpan, rowSpan } = cell as HTMLTableCellElement
        const align = getComputedStyle(cell.querySelector('p') ?? cell).textAlign
        const isSet = align === 'center' || align === 'right'
        return `${cell.textContent?.trim()} ${colSpan}×${rowSpan}${isSet ? ` ${align}` : ''}`
      }),
    )

test('[M161] a Word notice, dropped on the desk, becomes a public page with its table', async () => {
  const clerk = await j.at('clerk', '/documents')
  await clerk.getByRole('button', { name: '导入 Word 文稿' }).click()
  await hand(clerk, '选择文件，或拖到这里（.docx）', notice)

  // Title, number, dates and mark are read; what was read is on the screen to be looked over.
  const title = '白水洋镇人民政府关于做好2026年度种粮补贴发放工作的通知'
  await text(clerk).waitFor()
  await clerk.getByRole('textbox', { name: '标题' }).waitFor()
  expect(await clerk.getByRole('textbox', { name: '标题' }).inputValue()).toBe(title)
  expect(await clerk.getByLabel('发文字号').inputValue()).toBe('白政发〔2026〕12号')
  expect(await clerk.getByLabel('成文日期').inputValue()).toBe('2026-03-18')
  await text(clerk).getByRole('heading', { name: '一、补贴对象和标准' }).waitFor()
  const expected = ['规模种粮补贴 1×2 center', '合计资金（万元） 2×1 center']
  expect(await cellsOf(text(clerk))).toEqual(expect.arrayContaining(expected))

  // From which day the limit counts is for a person to say. The desk offers the matter; the clerk takes it and sends the text up.
  await clerk
    .getByRole('button', { name: /因为：.*补贴/ })
    .first()
    .click()
  await clerk.getByLabel('信息形成日期').fill('2026-03-18')
  await sees(clerk, '没有待补正的内容，可以送审。')
  await isKept(clerk)
  await act(clerk, '送审', '已送审。')
  const documentId = documentAt(clerk)
  await j.release('town', documentId)

  const reader = await j.reads(`/d/${documentId}`)
  await reader.getByRole('heading', { level: 1, name: title }).waitFor()
  await sees(reader, '白政发〔2026〕12号')
  const article = reader.getByRole('article')
  expect(await cellsOf(article)).toEqual(expect.arrayContaining(expected))
  const signature = article.getByText('二〇二六年三月十八日')
  expect(await signature.evaluate((line) => getComputedStyle(line).textAlign)).toBe('right')
})

const pasted = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=utf-8></head>
<body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><span style='font-family:方正小标宋简体;color:red'>资金分配表</span></p>
<table class=MsoTableGrid border=1 width=600><tr>
<td colspan=2 width=200 style='background:#D9D9D9'><p class=MsoNormal align=center style='text-align:center'><b>项目</b></p></td>
<td rowspan=2 width=100><p class=MsoNormal>备注<o:p></o:p></p></td></tr>
<tr><td width=100><p class=MsoNormal>种粮补贴</p></td><td align=right>1,200</td></tr></table>
<!--EndFragment--></body></html>`

test('[M161] a table pasted from WPS keeps its merged cells, on the desk and in public', async () => {
  const { documentId } = await j.draft('town', { title: '关于涉农资金分配的公示', html: '' })
  const clerk = await j.at('clerk', `/documents/${documentId}`)
  await text(clerk).click()
  await text(clerk).evaluate((area, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    clipboardData.setData('text/plain', '资金分配表')
    const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    area.dispatchEvent(paste)
  }, pasted)
  const expected = ['项目 2×1 center', '备注 1×2', '种粮补贴 1×1', '1,200 1×1 right']
  expect(await cellsOf(text(clerk))).toEqual(expected)
  await sees(clerk, '没有待补正的内容，可以送审。')
  await isKept(clerk)

  await j.at('clerk', `/documents/${documentId}`)
  await text(clerk).getByRole('table').waitFor()
  expect(await cellsOf(text(clerk))).toEqual(expected)
  await act(clerk, '送审', '已送审。')
  await j.release('town', documentId)
  const article = (await j.reads(`/d/${documentId}`)).getByRole('article')
  expect(await cellsOf(article)).toEqual(expected)
  const title = article.getByText('资金分配表', { exact: true })
  expect(await title.evaluate((line) => getComputedStyle(line).textAlign)).toBe('center')
})
