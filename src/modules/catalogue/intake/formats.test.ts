import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import { type Drawn, docx, htmlTable, workbook } from '../../../../test/fixtures/catalogue/build.ts'
import { cpuMs } from '../../../../test/world/cpu.ts'
import {
  basis,
  brief,
  expectStandard,
  header,
  limit,
  line,
  parse,
  standard,
  standardBody,
  standardRows,
  title,
} from './sample.fixture.ts'

test.each([
  ['xlsx', () => workbook([{ name: 'Sheet1', table: standard }])],
  ['xls', () => workbook([{ name: 'Sheet1', table: standard }], 'xls')],
  ['docx', () => docx(['附件1', { table: standard }])],
  ['html', () => strToU8(`<p>附件1</p>${htmlTable(standard)}`)],
])('[M2] reads the ministries’ template as %s', async (kind, file) => {
  expectStandard(await parse(`a.${kind}`, file()))
})

test('[M161] takes the kind from the contents: a web page named .xls, a workbook named .docx', async () => {
  expectStandard(await parse('a.xls', htmlTable(standard)))
  expectStandard(await parse('a.docx', workbook([{ name: 'Sheet1', table: standard }])))
  expectStandard(await parse('a', docx([{ table: standard }])))
})

test('[M161] takes a title above the table in Word and on a page, and thead with th', async () => {
  const table: Drawn = [...header, ...standardBody]
  expectStandard(
    await parse('a.docx', docx(['临岚县', '社会救助领域基层政务公开标准目录', { table }])),
  )
  const page = `<h2>社会救助领域基层政务公开标准目录</h2>${htmlTable(table, 'th')}`
  expectStandard(await parse('a.html', page))
})

test('[M161] finds the table inside the tables that frame a page, and ignores its furniture', async () => {
  const inner = htmlTable([...header, ...standardBody])
  const page = `<table><tr><td>首页</td><td>政务公开</td></tr></table>
    <table><tr><td>社会救助领域基层政务公开标准目录</td></tr><tr><td><table><tr><td>${inner}</td></tr></table></td></tr></table>
    <table><tr><td>打印</td><td>关闭</td></tr></table>`
  expectStandard(await parse('a.htm', page))
})

test('[M161] reads tick boxes lined up in a small table inside a cell', async () => {
  const boxes = htmlTable([
    ['■政府网站', '□政府公报'],
    ['□两微一端', '■精准推送'],
  ])
  const page = htmlTable(standard).replaceAll('■政府网站 □政府公报', boxes)
  const { rows } = await parse('a.html', page)
  expect(rows.map((row) => row.channels)).toEqual(standardRows.map(() => ['政府网站', '精准推送']))
})

test('[M161] reads pages in GB18030', async () => {
  // 社会救助 … in GBK would need an encoder; the one Chinese word of this header row is enough.
  const gbk = (hex: string) =>
    Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
  const text = '<html><head><meta charset="gb2312"></head><body><table><tr>'
  const cells = [
    'd0f2bac5',
    'd2bbbcb6cac2cfee',
    'b6febcb6cac2cfee',
    'b9abbfaac4dac8dd',
    'b9abbfaad2c0bedd',
    'b9abbfaacab1cfde',
    'b9abbfaad6f7cce5',
  ]
  const row = ['31', 'd5feb2df', 'b9e6b7b6', 'cec4bcfe', 'd2c0bedd', 'bcb0cab1b9abbfaa', 'cfd8b8ae']
  const tr = (hexes: readonly string[]) =>
    hexes.map((hex) => [...strToU8('<td>'), ...gbk(hex), ...strToU8('</td>')])
  const bytes = new Uint8Array([
    ...strToU8(text),
    ...tr(cells).flat(),
    ...strToU8('</tr><tr>'),
    ...tr(row).flat(),
    ...strToU8('</tr></table></body></html>'),
  ])
  const { rows } = await parse('a.html', bytes)
  expect(rows[0]).toMatchObject({
    matter_l1: '政策',
    matter_l2: '规范',
    content: '文件',
    time_limit: '及时公开',
  })
})

test('[M161] goes on after a page break: repeated header, record cut in two, table without header', async () => {
  const first: Drawn = [...header, ...standardBody.slice(0, 2)]
  const rest: Drawn = [
    ...header,
    ['', '', '', '投诉地址', ...new Array<string>(10).fill('')],
    ...standardBody.slice(2),
  ]
  const more: Drawn = [line('4', '特困供养', '审核信息', '名单')]
  const parsed = await parse(
    'a.docx',
    docx([
      '社会救助领域基层政务公开标准目录',
      { table: first },
      '第2页',
      { table: rest },
      { table: more },
    ]),
  )
  expect(parsed.rows.map((row) => [row.seq, row.content])).toEqual([
    ['1', '文件名称；文号'],
    ['2', '投诉电话\n投诉地址'],
    ['3', '办理条件'],
    ['4', '名单'],
  ])
  expect(parsed.fields).toEqual([{ field: '社会救助', rows: 4 }])
})

test.each([[','], ['\t'], [';']])(
  '[M161] reads csv separated by %j, with or without a mark in front',
  async (separator) => {
    const rows = [
      [
        '序号',
        '领域',
        '一级事项',
        '二级事项',
        '公开内容',
        '公开依据',
        '公开时限',
        '公开主体',
        '公开渠道',
      ],
      [
        '1',
        '就业',
        '就业信息',
        '岗位信息',
        '"岗位, ""名称""; 人数"',
        basis,
        limit,
        '县人社局',
        '政府网站、公示栏',
      ],
    ]
    const text = rows.map((row) => row.join(separator)).join('\n')
    for (const mark of ['', '\ufeff']) {
      const parsed = await parse('a.csv', mark + text)
      expect(parsed.rows).toMatchObject([
        { field: '就业', content: '岗位, "名称"; 人数', channels: ['政府网站', '公示栏'] },
      ])
    }
  },
)

test('[M161] reads symbol fonts and automatic numbers of Word', async () => {
  const wingdings = '<w:rPr><w:rFonts w:ascii="Wingdings 2"/></w:rPr>'
  const box = (char: string, words: string) =>
    `<w:r>${wingdings}<w:t>${char}</w:t></w:r><w:r><w:t>${words}</w:t></w:r>`
  const symbol = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
  const auto = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr>'
  const cell = (inner: string) => `<w:tc><w:p>${inner}</w:p></w:tc>`
  const words = (text: string) => cell(`<w:r><w:t>${text}</w:t></w:r>`)
  const row = (l2: string) =>
    `<w:tr>${cell(auto)}${words('综合业务')}${words(l2)}${words('内容')}${words(basis)}${words(limit)}${words('县民政局')}${cell(box('R', '政府网站') + box('£', '政府公报'))}${cell(symbol)}${cell('')}</w:tr>`
  const head = [
    '序号',
    '一级事项',
    '二级事项',
    '公开内容',
    '公开依据',
    '公开时限',
    '公开主体',
    '公开渠道',
    '主动',
    '依申请',
  ]
    .map(words)
    .join('')
  const parsed = await parse(
    '社会救助领域基层政务公开标准目录.docx',
    docx([], `<w:tbl><w:tr>${head}</w:tr>${row('监督检查')}${row('政策文件')}</w:tbl>`),
  )
  expect(parsed.rows.map(brief)).toEqual([
    ['社会救助', '1', '综合业务', '监督检查', '内容', '政府网站', '', '主动', ''],
    ['社会救助', '2', '综合业务', '政策文件', '内容', '政府网站', '', '主动', ''],
  ])
})

// A county's whole compilation has about 640 rows; a worker should be done before a person wonders.
const patienceMs = 1000

test('reads a thousand rows well within a second', async () => {
  const body = Array.from({ length: 1000 }, (_, i) =>
    line(String(i + 1), `一级${i >> 2}`, `二级${i}`, '内容'),
  )
  const bytes = workbook([{ name: 'Sheet1', table: [[title], ...header, ...body] }])
  await parse('a.xlsx', bytes)
  const from = cpuMs()
  const { rows } = await parse('a.xlsx', bytes)
  expect(cpuMs() - from).toBeLessThan(patienceMs)
  expect(rows).toHaveLength(1000)
})
