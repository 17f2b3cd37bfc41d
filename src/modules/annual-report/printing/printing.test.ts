import { expect, test } from 'vitest'
import { readParts } from '#platform/file-parts/index'
import { speaker } from '#platform/words'
import { cityReport } from '../../../../test/world/annual-reports.ts'
import { docxOf } from './docx.ts'
import { formTables } from './layout.ts'
import { pdfOf } from './pdf.ts'

/** How many places each row covers, cells that reach down included. */
const covered = (rows: ReturnType<typeof formTables>[number]['rows']): number[] =>
  rows.map((_, at) =>
    rows
      .slice(0, at + 1)
      .flatMap((row, from) => row.filter((cell) => from + cell.rows > at))
      .reduce((sum, cell) => sum + cell.columns, 0),
  )

test('[M151] the tables have the official form: every row covers every column', () => {
  const tables = formTables(cityReport(), speaker('zh-CN'))
  for (const table of tables)
    expect(new Set(covered(table.rows))).toEqual(new Set([table.widths.length]))
  const [, requests] = tables
  // 三 spans its 21 leaves and the total.
  expect(requests?.rows.flat().find(({ text }) => text.startsWith('三、'))?.rows).toBe(22)
  expect(requests?.rows).toHaveLength(3 + 25)
})

test('[M151] prints the report as DOCX and PDF with its figures as text', async () => {
  const report = cityReport()
  for (const [name, bytes] of [
    ['report.docx', docxOf(report)],
    ['report.pdf', await pdfOf(report)],
  ] as const) {
    const { parts } = await readParts(name, bytes)
    const text = parts
      .map((part) => part.text ?? part.rows?.flat().join(''))
      .join('')
      .replace(/\s/g, '')
    expect(text).toContain('某市人民政府2025年政府信息公开工作年度报告')
    expect(text).toContain('六、其他需要报告的事项')
    expect(text).toContain('保护第三方合法权益')
    expect(text).toContain('13810')
    expect(text).toContain('1034.56')
  }
})
