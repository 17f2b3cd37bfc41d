import { readdirSync, readFileSync } from 'node:fs'
import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import {
  type Drawn,
  docx,
  htmlTable,
  merged,
  workbook,
} from '../../../../test/fixtures/catalogue/build.ts'
import { cellBudget, type Sheet } from './grid.ts'
import { parseCatalogue } from './index.ts'
import { openArchive } from './readers/archive.ts'
import { readDocx } from './readers/docx.ts'
import { readHtml } from './readers/html.ts'
import { readXlsx } from './readers/workbook.ts'

const folder = new URL('../../../../test/fixtures/catalogue/', import.meta.url)
const files = readdirSync(folder).filter((name) => /\.(xlsx|docx|html)$/.test(name))
const bytesOf = (name: string): Uint8Array => readFileSync(new URL(name, folder))

const sheetsOf = (name: string): Sheet[] => {
  const bytes = bytesOf(name)
  if (name.endsWith('.html')) return readHtml(new TextDecoder().decode(bytes), cellBudget())
  const archive = openArchive(bytes)
  return name.endsWith('.docx') ? readDocx(archive, cellBudget()) : readXlsx(archive, cellBudget())
}

type Cells = 'merged' | 'blanked' | 'filled'

/** The table drawn again: with its merges, with blanks in their place, or with each place filled. */
const drawn = (sheet: Sheet, how: Cells): Drawn =>
  sheet.grid.map((row, r) =>
    Array.from({ length: sheet.width }, (_, c) => c).flatMap((c): Drawn[number] => {
      const cell = row[c]
      if (!cell || how === 'filled') return [cell?.text ?? '']
      const begins = cell.row === r && cell.col === c
      if (how === 'blanked') return [begins ? cell.text : '']
      return begins ? [merged(cell.text, { across: cell.colSpan, down: cell.rowSpan })] : []
    }),
  )

const headings = (sheet: Sheet): string[] => [
  ...(sheet.follows ? [] : [sheet.name]),
  ...sheet.above,
]
const withHeadings = (sheets: readonly Sheet[], how: Cells): Drawn =>
  sheets.flatMap((sheet) => [...headings(sheet).map((line) => [line]), ...drawn(sheet, how)])

const quoted = (cell: Drawn[number][number]): string =>
  `"${(typeof cell === 'string' ? cell : cell.text).replaceAll('"', '""')}"`
const csv = (table: Drawn): Uint8Array =>
  strToU8(table.map((row) => row.map(quoted).join(',')).join('\r\n'))

const others: Readonly<Record<string, (sheets: readonly Sheet[]) => Uint8Array>> = {
  'another.xls': (sheets) =>
    workbook([{ name: 'Sheet1', table: withHeadings(sheets, 'merged') }], 'xls'),
  'another.xlsx': (sheets) => workbook([{ name: 'Sheet1', table: withHeadings(sheets, 'merged') }]),
  'unmerged.xlsx': (sheets) =>
    workbook([{ name: 'Sheet1', table: withHeadings(sheets, 'filled') }]),
  'another.docx': (sheets) =>
    docx(sheets.flatMap((sheet) => [...headings(sheet), { table: drawn(sheet, 'merged') }])),
  'another.html': (sheets) =>
    strToU8(
      sheets
        .map((sheet) => {
          const above = headings(sheet).map((line) => `<p>${line}</p>`)
          return above.join('') + htmlTable(drawn(sheet, 'merged'))
        })
        .join('<p></p>'),
    ),
  'blanked.csv': (sheets) => csv(withHeadings(sheets, 'blanked')),
  'filled.csv': (sheets) => csv(withHeadings(sheets, 'filled')),
}

const folded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, inner) =>
    typeof inner === 'string' ? inner.replace(/\s+/g, '') : inner,
  )

test.each(files.flatMap((file) => Object.keys(others).map((other) => [file, other] as const)))(
  '[M161] %s says the same as %s',
  async (file, other) => {
    const original = await parseCatalogue({ name: file, bytes: bytesOf(file) })
    const bytes = others[other]?.(sheetsOf(file)) ?? new Uint8Array()
    const again = await parseCatalogue({ name: other, bytes })
    expect(folded(again.rows)).toEqual(folded(original.rows))
  },
)
