import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseCatalogue } from './index.ts'
import type { ParsedRow } from './parsed.ts'

interface Expected {
  readonly file: string
  readonly row_count: number
  readonly fields: readonly { field: string; rows: number }[]
  readonly level_columns: readonly { header: string; level: string }[]
  readonly expected_warnings: readonly string[]
  readonly rows: readonly (Omit<ParsedRow, 'timeRule'> & { index: number })[]
}

const folder = new URL('../../../../test/fixtures/catalogue/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.expected.json'))

// The fixtures compare without white space and with punctuation folded, lists as sets.
const folded = (value: unknown): unknown => {
  if (typeof value === 'string') return value.normalize('NFKC').replace(/\s+/g, '')
  if (Array.isArray(value)) return value.map(folded).sort()
  if (value && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [folded(key), folded(inner)]),
    )
  return value
}

const parseFixture = (name: string) =>
  parseCatalogue({ name, bytes: readFileSync(new URL(name, folder)) })

test('has the ten published layouts', () => {
  expect(files).toHaveLength(10)
})

test.each(files)('[M2] [M161] reads %s as a person would', async (name) => {
  const expected = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Expected
  const parsed = await parseFixture(expected.file)
  expect(parsed.rows).toHaveLength(expected.row_count)
  expect(parsed.fields).toEqual(expected.fields)
  for (const wanted of expected.rows) {
    const { timeRule, ...row } = parsed.rows[wanted.index - 1] as ParsedRow
    expect(timeRule.text).toBe(row.time_limit)
    expect(folded(row)).toEqual(folded(wanted))
  }
  for (const { header, level } of expected.level_columns) {
    const columns = parsed.tables.flatMap((table) => table.levelColumns)
    expect(columns).toContainEqual({ header, levels: [level] })
  }
})

test('warns of an item that lost its mark, of missing columns and of an empty field', async () => {
  const kou = await parseFixture('07-kou-marks-column-order.xlsx')
  expect(kou.warnings).toContainEqual(
    expect.objectContaining({
      code: 'channelWithoutMark',
      message: '渠道“国家档案馆”前没有勾选标记，按未选处理。',
      sheet: '安全生产',
      row: 9,
    }),
  )
  const extra = await parseFixture('09-zeren-keshi-extra-columns.xlsx')
  expect(extra.warnings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(['noModeColumn', 'noLevelColumn']),
  )
  const perSheet = await parseFixture('10-sheet-per-field-three-levels.xlsx')
  expect(perSheet.warnings).toContainEqual(
    expect.objectContaining({ code: 'noRecords', message: '税收管理：只有表头，没有事项。' }),
  )
})
