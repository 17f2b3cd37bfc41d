import { strToU8 } from 'fflate'
import { expect } from 'vitest'
import { type Drawn, merged, workbook } from '../../../../test/fixtures/catalogue/build.ts'
import { parseCatalogue } from './index.ts'
import type { ParsedCatalogue, ParsedRow } from './parsed.ts'

/** Reads a file under a name. */
export const parse = (name: string, content: Uint8Array | string): Promise<ParsedCatalogue> =>
  parseCatalogue({ name, bytes: typeof content === 'string' ? strToU8(content) : content })

export const xlsx = (table: Drawn, name = 'Sheet1') => parse('a.xlsx', workbook([{ name, table }]))

export const codes = (parsed: ParsedCatalogue): string[] => parsed.warnings.map(({ code }) => code)

/** The columns that matter in most of these layouts. */
export const brief = (row: ParsedRow | undefined) =>
  row && [
    row.field,
    row.seq,
    row.matter_l1,
    row.matter_l2,
    row.content,
    row.channels.join('+'),
    row.audience,
    row.mode,
    row.levels.join('+'),
  ]

export const limit = '信息形成或者变更之日起20个工作日内'
export const basis = '《中华人民共和国政府信息公开条例》'
export const down = { down: 2 }

/** The header of the ministries' templates: two rows, groups over ticks. */
export const header: Drawn = [
  [
    merged('序号', down),
    merged('公开事项', { across: 2 }),
    merged('公开内容（要素）', down),
    merged('公开依据', down),
    merged('公开时限', down),
    merged('公开主体', down),
    merged('公开渠道和载体', down),
    merged('公开对象', { across: 2 }),
    merged('公开方式', { across: 2 }),
    merged('公开层级', { across: 2 }),
  ],
  ['一级事项', '二级事项', '全社会', '特定群体', '主动', '依申请公开', '县级', '乡级'],
]
export const title = merged('社会救助领域基层政务公开标准目录', { across: 14 })
export const line = (
  seq: string,
  l1: Drawn[number][number],
  l2: string,
  content: string,
): Drawn[number][number][] => [
  seq,
  l1,
  l2,
  content,
  basis,
  limit,
  '县民政局',
  '■政府网站 □政府公报',
  '√',
  '',
  '√',
  '',
  '√',
  '√',
]
export const standardBody: Drawn = [
  line('1', merged('综合业务', down), '政策法规文件', '文件名称；文号'),
  line('2', '', '监督检查', '投诉电话').filter((_, i) => i !== 1),
  line('3', '最低生活保障', '办事指南', '办理条件'),
]
export const standardRows = [
  [
    '社会救助',
    '1',
    '综合业务',
    '政策法规文件',
    '文件名称；文号',
    '政府网站',
    '全社会',
    '主动',
    '县级+乡级',
  ],
  ['社会救助', '2', '综合业务', '监督检查', '投诉电话', '政府网站', '全社会', '主动', '县级+乡级'],
  [
    '社会救助',
    '3',
    '最低生活保障',
    '办事指南',
    '办理条件',
    '政府网站',
    '全社会',
    '主动',
    '县级+乡级',
  ],
]
export const standard: Drawn = [[title], ...header, ...standardBody]

export const expectStandard = (parsed: ParsedCatalogue) => {
  expect(parsed.rows.map(brief)).toEqual(standardRows)
  for (const row of parsed.rows)
    expect(row).toMatchObject({ basis, time_limit: limit, subject: '县民政局' })
}
