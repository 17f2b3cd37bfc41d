import { readFileSync } from 'node:fs'
import { utils, write } from '@e965/xlsx'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type T3Row, t3Columns, t3Rows } from '#annual-report/contract'
import { readTables } from '#catalogue'
import { inHome } from '#platform/home'
import { speaker } from '#platform/words'
import { cityReport } from '../../../../test/world/annual-reports.ts'
import { docxOf } from '../printing/docx.ts'
import { type FormTable, formTables } from '../printing/layout.ts'
import { readFigure } from './figure.ts'
import { type OldReport, readOldTables } from './read-old-report.ts'

const read = (name: string): OldReport =>
  readOldTables(
    readTables({ name, bytes: readFileSync(inHome('test', 'fixtures', 'old-reports', name)) }),
  )

/** A row that the test expects: six figures and their total; rows that are not named hold zeros. */
const rows = (said: Readonly<Partial<Record<T3Row, readonly number[]>>>) =>
  Object.fromEntries(
    t3Rows.map((row) => [
      row,
      Object.fromEntries(t3Columns.map((column, at) => [column, said[row]?.[at] ?? 0])),
    ]),
  )

const county = rows({
  r1: [86, 5, 0, 1, 2, 0, 94],
  r2: [4, 0, 0, 0, 1, 0, 5],
  'r3.1': [31, 2, 0, 1, 1, 0, 35],
  'r3.2': [12, 1, 0, 0, 0, 0, 13],
  'r3.3.1': [1, 0, 0, 0, 0, 0, 1],
  'r3.3.4': [2, 0, 0, 0, 0, 0, 2],
  'r3.3.5': [1, 0, 0, 0, 0, 0, 1],
  'r3.3.6': [3, 0, 0, 0, 0, 0, 3],
  'r3.3.7': [2, 0, 0, 0, 0, 0, 2],
  'r3.3.8': [4, 0, 0, 0, 1, 0, 5],
  'r3.4.1': [18, 1, 0, 0, 0, 0, 19],
  'r3.4.2': [3, 0, 0, 0, 0, 0, 3],
  'r3.4.3': [1, 0, 0, 0, 0, 0, 1],
  'r3.5.1': [2, 0, 0, 0, 0, 0, 2],
  'r3.5.2': [1, 0, 0, 0, 0, 0, 1],
  'r3.6.1': [2, 0, 0, 0, 0, 0, 2],
  'r3.6.3': [3, 0, 0, 0, 0, 0, 3],
  'r3.7': [86, 4, 0, 1, 2, 0, 93],
  r4: [4, 1, 0, 0, 1, 0, 6],
})
const countyT2 = {
  rules: { issued: 0, repealed: 0, inForce: 0 },
  normative: { issued: 6, repealed: 2, inForce: 57 },
  permits: { decisions: 12876 },
  penalties: { decisions: 1542 },
  coercion: { decisions: 87 },
  charges: { amountWan: 356.28 },
}
const countyT4 = {
  reconsideration: { upheld: 3, corrected: 1, other: 2, pending: 1, total: 7 },
  direct: { upheld: 1, corrected: 0, other: 0, pending: 1, total: 2 },
  afterReconsideration: { upheld: 2, corrected: 0, other: 0, pending: 0, total: 2 },
}

test('[M151] reads a county’s page as it was copied from a site: layout tables, blanks for 0, text around', () => {
  const page = read('county-2024.html')
  expect(page.t3).toEqual(county)
  expect(page.t2).toEqual(countyT2)
  expect(page.t4).toEqual(countyT4)
  expect(page.unread).toEqual([])
  expect(page).toMatchObject({
    title: '澄江县人民政府2024年政府信息公开工作年度报告',
    year: 2024,
    publishedOn: '2025-03-18',
    problems: '一是部分乡镇目录更新不够及时。二是政策解读形式单一。下一步将按季通报。',
    other: '2024年，全县未收取政府信息公开信息处理费。',
  })
  expect(page.overview).toMatch(/^根据.+收到政府信息公开申请94件，上年结转5件。$/s)
  // Blanks are told, so that somebody can look whether they are zeros.
  expect(page.blanks).toContain('t3/r1/c3')
  expect(page.blanks).not.toContain('t2/rules/issued')
})

test('[M151] reads the same county where an editor stripped every span', () => {
  const page = read('county-2024-spans-lost.html')
  expect(page.t3).toEqual(county)
  expect(page.t2).toEqual(countyT2)
  expect(page.t4).toEqual(countyT4)
  expect(page.unread).toEqual([])
})

test('[M151] reads a town’s Word file: full-width digits, words over two paragraphs, a table broken by a page', () => {
  const file = read('town-2024.docx')
  expect(file.t3).toEqual(
    rows({
      r1: [11, 2, 0, 0, 0, 1, 14],
      r2: [1, 0, 0, 0, 0, 0, 1],
      'r3.1': [6, 1, 0, 0, 0, 0, 7],
      'r3.2': [1, 0, 0, 0, 0, 0, 1],
      'r3.3.4': [1, 0, 0, 0, 0, 0, 1],
      'r3.4.1': [2, 1, 0, 0, 0, 0, 3],
      'r3.5.1': [1, 0, 0, 0, 0, 0, 1],
      'r3.6.3': [0, 0, 0, 0, 0, 1, 1],
      'r3.7': [11, 2, 0, 0, 0, 1, 14],
      r4: [1, 0, 0, 0, 0, 0, 1],
    }),
  )
  expect(file.t2).toMatchObject({
    normative: { issued: 2, repealed: 0, inForce: 11 },
    permits: { decisions: 38 },
    coercion: { decisions: 0 },
    charges: { amountWan: 1.25 },
  })
  expect(file.t4.reconsideration).toEqual({
    upheld: 1,
    corrected: 0,
    other: 0,
    pending: 1,
    total: 2,
  })
  expect(file.unread).toEqual([])
  // A title over two lines, the day under the text, the organ that signs it.
  expect(file).toMatchObject({
    title: '澄江县石桥镇人民政府2024年政府信息公开工作年度报告',
    publishedOn: '2025-01-22',
    other: '本年度未收取信息处理费。',
  })
})

test('[M151] reads a workbook with everything on one sheet, and the same pasted as values only', () => {
  const [merged, values] = [
    read('department-2024.xlsx'),
    read('department-2024-values-only.xlsx'),
  ] as const
  expect(merged.t3).toEqual(
    rows({
      r1: [27, 3, 0, 0, 1, 0, 31],
      r2: [2, 0, 0, 0, 0, 0, 2],
      'r3.1': [10, 2, 0, 0, 1, 0, 13],
      'r3.2': [4, 0, 0, 0, 0, 0, 4],
      'r3.3.8': [3, 0, 0, 0, 0, 0, 3],
      'r3.4.1': [6, 1, 0, 0, 0, 0, 7],
      'r3.5.2': [1, 0, 0, 0, 0, 0, 1],
      'r3.6.3': [2, 0, 0, 0, 0, 0, 2],
      'r3.7': [26, 3, 0, 0, 1, 0, 30],
      r4: [3, 0, 0, 0, 0, 0, 3],
    }),
  )
  expect(merged.t2).toMatchObject({ permits: { decisions: 126 }, charges: { amountWan: 12.5 } })
  expect(merged.t4).toEqual({
    reconsideration: { upheld: 1, corrected: 0, other: 0, pending: 0, total: 1 },
    direct: { upheld: 0, corrected: 0, other: 0, pending: 2, total: 2 },
    afterReconsideration: { upheld: 0, corrected: 0, other: 0, pending: 0, total: 0 },
  })
  for (const file of [merged, values]) {
    expect(file.unread).toEqual([])
    expect(file).toMatchObject({
      year: 2024,
      publishedOn: null,
      overview: '2024年，本局共收到政府信息公开申请31件，均已依法办理。',
      problems: '救助对象公示期满未及时撤下，已建立到期提醒。',
    })
  }
  const { t2, t3, t4 } = values
  expect({ t2, t3, t4 }).toEqual({ t2: merged.t2, t3: merged.t3, t4: merged.t4 })
})

test('[M151] names with its cell what it does not understand, and guesses nothing', () => {
  const page = read('department-2023.html')
  expect(page.unread).toEqual([
    {
      why: 'unknownColumn',
      place: { sheet: '表1', row: 3, column: 1 },
      text: '信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量',
      cell: null,
    },
    {
      why: 'unknownColumn',
      place: { sheet: '表1', row: 4, column: 1 },
      text: '信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量',
      cell: null,
    },
    {
      why: 'unknownRow',
      place: { sheet: '表2', row: 16, column: 1 },
      text: '9.属于工作秘密 | 2 | / | / | / | / | / | 2',
      cell: null,
    },
    {
      why: 'noNumber',
      place: { sheet: '表2', row: 17, column: 4 },
      text: '约8',
      cell: 't3/r3.4.1/c1',
    },
    { why: 'rowMissing', place: null, text: 'r3.5.3', cell: null },
  ])
  expect(page.t2.normative).toEqual({ issued: null, repealed: null, inForce: null })
  // 41件 is a number; 无 is none; 182,500 yuan are 18.25 times ten thousand.
  expect(page.t2).toMatchObject({
    permits: { decisions: 41 },
    penalties: { decisions: 0 },
    charges: { amountWan: 18.25 },
  })
  expect(page.t3['r3.4.1']).toMatchObject({ c1: null, c7: 8 })
  expect(page.t3['r3.5.3']).toMatchObject({ c1: null, c7: null })
})

test('[M151] refuses a file without any of the tables, in words that say what to do', () => {
  const bytes = new TextEncoder().encode(
    '<h1>通知</h1><table><tr><td>单位</td><td>电话</td></tr><tr><td>县政府办</td><td>0877</td></tr></table>',
  )
  expect(() => readOldTables(readTables({ name: 'a.html', bytes }))).toThrow(
    expect.objectContaining({ code: 'annualReport.noReportTables' }),
  )
})

test('[M151] a figure is a number as offices write it, or nothing, or a question', () => {
  const said = (text: string, holds?: 'amount') => {
    const found = readFigure(text, holds)
    return found.kind === 'number' ? found.value : found.kind
  }
  for (const [text, is] of [
    ['12', 12],
    ['１２', 12],
    ['1,234', 1234],
    ['1，234', 1234],
    ['1 234', 1234],
    ['12.0', 12],
    ['3件', 3],
    ['', 'blank'],
    ['/', 'blank'],
    ['——', 'blank'],
    ['无', 'blank'],
    ['约12', 'unclear'],
    ['1 2', 'unclear'],
    ['13\n612', 'unclear'],
    ['1\n2', 'unclear'],
    ['-3', 'unclear'],
    ['1.5', 'unclear'],
    ['12（含转办3件）', 'unclear'],
    ['O', 'unclear'],
  ] as const)
    expect(said(text), text).toBe(is)
  expect(said('1.5', 'amount')).toBe(1.5)
  expect(said('35000元', 'amount')).toBe(3.5)
  expect(said('1.2亿元', 'amount')).toBe(12_000)
})

const city = cityReport()
const tables = formTables(city, speaker('zh-CN'))

const asHtml = (table: FormTable): string =>
  `<table>${table.rows
    .map(
      (row) =>
        `<tr>${row.map((cell) => `<td colspan="${cell.columns}" rowspan="${cell.rows}">${cell.text}</td>`).join('')}</tr>`,
    )
    .join('')}</table>`

test('[M151] reads back what this program prints as DOCX, draws as a page and keeps as a workbook', () => {
  const { t2, t3, t4 } = city
  const same = (file: OldReport) => {
    expect({ t2: file.t2, t3: file.t3, t4: file.t4 }).toEqual({ t2, t3, t4 })
    expect(file.unread).toEqual([])
  }
  const docx = readOldTables(readTables({ name: 'a.docx', bytes: docxOf(city) }))
  same(docx)
  expect(docx).toMatchObject({
    year: 2025,
    problems: '部分单位答复文书说理不充分，下一年度将组织案卷评查。',
  })
  const html = new TextEncoder().encode(`<h1>年报</h1>${tables.map(asHtml).join('<p>·</p>')}`)
  same(readOldTables(readTables({ name: 'a.html', bytes: html })))
})

test('[M151] figures stand under their headings wherever blank columns and lines were put between', () => {
  fc.assert(
    fc.property(fc.nat(3), fc.nat(3), (right, down) => {
      const book = utils.book_new()
      for (const table of tables) {
        const lines: (string | null)[][] = Array.from({ length: down }, () => [])
        const merges = []
        const taken = new Set<string>()
        for (const [at, row] of table.rows.entries()) {
          const line: (string | null)[] = []
          let column = right
          for (const cell of row) {
            while (taken.has(`${at}/${column}`)) column += 1
            line[column] = cell.text
            for (let r = 0; r < cell.rows; r++)
              for (let c = 0; c < cell.columns; c++) taken.add(`${at + r}/${column + c}`)
            const top = at + down
            merges.push({
              s: { r: top, c: column },
              e: { r: top + cell.rows - 1, c: column + cell.columns - 1 },
            })
          }
          lines.push(line)
        }
        const sheet = utils.aoa_to_sheet(lines)
        sheet['!merges'] = merges.filter(({ s, e }) => s.r !== e.r || s.c !== e.c)
        utils.book_append_sheet(book, sheet, `表${table.part}`)
      }
      const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
      const file = readOldTables(readTables({ name: 'a.xlsx', bytes }))
      expect(file.unread).toEqual([])
      expect({ t2: file.t2, t3: file.t3, t4: file.t4 }).toEqual({
        t2: city.t2,
        t3: city.t3,
        t4: city.t4,
      })
    }),
    { numRuns: 6 },
  )
})
