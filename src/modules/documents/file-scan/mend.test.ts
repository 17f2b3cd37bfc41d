import { read, utils } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { readPartsHere } from '#platform/file-parts/read'
import { scanFile, stands } from '#wording'
import {
  gb18030Csv,
  li,
  wordWithCorners,
  workbookWithCorners,
  zhang,
} from '../../../../test/world/files.ts'
import { columnsMasked, hiddenRemoved } from './mend.ts'

const everything = async (name: string, bytes: Uint8Array) =>
  (await readPartsHere(name, bytes)).parts
    .map((part) => `${part.where}\n${part.text ?? (part.rows ?? []).flat().join('\n')}`)
    .join('\n')
const standing = async (name: string, bytes: Uint8Array) =>
  (await scanFile(name, bytes)).findings.filter(stands).map(({ kind, where }) => `${kind} ${where}`)
const mask = async (name: string, bytes: Uint8Array) => {
  const { columns } = await scanFile(name, bytes)
  const masked = columnsMasked(name, bytes, columns, 'usual')
  if (!masked) throw new Error('not masked')
  return masked
}

test('[M44] the columns of a table in GB18030 are masked, its headers kept', async () => {
  const masked = Buffer.from(await mask('名单.csv', gb18030Csv())).toString('utf8')
  expect(masked).toBe('\ufeff姓名,身份证号\r\n张*明,110101********7600\r\n')
})

test('[M44] the tables of a Word file are masked where they stand, the rest stays', async () => {
  const masked = await mask('公示.docx', wordWithCorners())
  const { parts } = await readPartsHere('公示.docx', masked)
  expect(parts.find(({ where }) => where === 'body/table:1')?.rows).toEqual([
    ['姓名', '身份证号', '电话'],
    ['张*明', '110101********7600', '138****8000'],
    ['李*红', '110101********1226', '139****9000'],
  ])
  expect(parts.find(({ where }) => where === 'body')?.text).toContain('现将名单公示如下。')
})

test('[M44] a masked workbook holds the number nowhere, shared texts included, and still opens', async () => {
  const masked = await mask('公示.xlsx', workbookWithCorners())
  const book = read(masked, { type: 'array' })
  const hidden = book.Sheets.底册
  expect(hidden && utils.sheet_to_json(hidden, { header: 1 })).toEqual([
    ['姓名', '身份证号'],
    ['李*红', '110101********1226'],
    ['张*明', '110101********7600'],
  ])
  const text = await everything('公示.xlsx', masked)
  expect(text).not.toContain(li.id)
  expect(text).not.toContain(zhang.id)
  expect(text).not.toContain(li.phone)
})

test('[M44] hidden parts of a workbook go, what is shown stays', async () => {
  const cleaned = hiddenRemoved('公示.xlsx', workbookWithCorners())
  if (!cleaned) throw new Error('not cleaned')
  expect(await standing('公示.xlsx', cleaned)).toEqual([])
  const book = read(cleaned, { type: 'array' })
  expect(book.SheetNames).toEqual(['公示'])
  const shown = book.Sheets.公示
  expect(shown && utils.sheet_to_json(shown, { header: 1 })).toEqual([
    ['姓名', '补贴金额'],
    ['张小明', 1200],
  ])
  const text = await everything('公示.xlsx', cleaned)
  for (const gone of [li.id, zhang.phone, li.phone, '6222021001116245702', '王科长'])
    expect(text).not.toContain(gone)
})

test('[M44] hidden parts of a Word file go, what is shown stays', async () => {
  const cleaned = hiddenRemoved('公示.docx', wordWithCorners())
  if (!cleaned) throw new Error('not cleaned')
  const text = await everything('公示.docx', cleaned)
  for (const gone of ['隐藏身份证', '删除电话', '请核对', '王科长', '底册'])
    expect(text).not.toContain(gone)
  // A box on the page is shown, and so is its mark: that is for a person to decide.
  for (const stays of ['现将名单公示如下。', '秘密★1年', '内部资料', li.id])
    expect(text).toContain(stays)
})

test('[M44] kinds that need their own program are left alone', () => {
  expect(columnsMasked('名单.pdf', Buffer.from('%PDF-1.7'), [], 'usual')).toBeNull()
  expect(hiddenRemoved('旧表.xls', Buffer.from('x'))).toBeNull()
})
