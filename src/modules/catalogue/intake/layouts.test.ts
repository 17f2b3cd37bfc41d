import { strToU8 } from 'fflate'
import { expect, test } from 'vitest'
import {
  type Drawn,
  docx,
  htmlTable,
  merged,
  workbook,
} from '../../../../test/fixtures/catalogue/build.ts'
import { parseCatalogue } from './index.ts'
import type { ParsedCatalogue, ParsedRow } from './parsed.ts'

const parse = (name: string, content: Uint8Array | string): Promise<ParsedCatalogue> =>
  parseCatalogue({ name, bytes: typeof content === 'string' ? strToU8(content) : content })

const xlsx = (table: Drawn, name = 'Sheet1') => parse('a.xlsx', workbook([{ name, table }]))

const codes = (parsed: ParsedCatalogue): string[] => parsed.warnings.map(({ code }) => code)

/** The columns that matter in most of these layouts. */
const brief = (row: ParsedRow | undefined) =>
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

const limit = '信息形成或者变更之日起20个工作日内'
const basis = '《中华人民共和国政府信息公开条例》'
const down = { down: 2 }

/** The header of the ministries' templates: two rows, groups over ticks. */
const header: Drawn = [
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
const title = merged('社会救助领域基层政务公开标准目录', { across: 14 })
const line = (
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
const standardBody: Drawn = [
  line('1', merged('综合业务', down), '政策法规文件', '文件名称；文号'),
  line('2', '', '监督检查', '投诉电话').filter((_, i) => i !== 1),
  line('3', '最低生活保障', '办事指南', '办理条件'),
]
const standardRows = [
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
const standard: Drawn = [[title], ...header, ...standardBody]

const expectStandard = (parsed: ParsedCatalogue) => {
  expect(parsed.rows.map(brief)).toEqual(standardRows)
  for (const row of parsed.rows)
    expect(row).toMatchObject({ basis, time_limit: limit, subject: '县民政局' })
}

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

test('[M161] skips blank separator rows, totals, a numbered header row and notes', async () => {
  const numbers = Array.from({ length: 14 }, (_, i) => String(i + 1))
  const parsed = await xlsx([
    [title],
    ['填报单位：县民政局'],
    ...header,
    numbers,
    ...standardBody.slice(0, 2),
    [''],
    ...standardBody.slice(2),
    ['4'],
    ['合计', '3项'],
    [merged('注：“■”表示必选项，“□”表示可选项。', { across: 14 })],
  ])
  expectStandard(parsed)
  expect(parsed.tables[0]?.channelPolicy).toBe('required_optional')
})

test('[M161] reads columns in another order, under other headings, without 序号', async () => {
  const parsed = await xlsx(
    [
      [
        '责任主体',
        '信息类别',
        '事项名称',
        '公开要素',
        '公开时间',
        '法律依据',
        '公开对象',
        '公开方式',
        '公开渠道',
        '公开层级',
      ],
      [
        '县民政局',
        '综合业务',
        '政策法规文件',
        '文件名称',
        limit,
        basis,
        '全社会',
        '主动公开',
        '政府网站、公示栏',
        '县级、乡级',
      ],
      [
        '县民政局',
        '综合业务',
        '监督检查',
        '投诉电话',
        limit,
        basis,
        '本村村民',
        '依申请公开',
        '政府网站',
        '村级',
      ],
    ],
    '社会救助',
  )
  expect(parsed.rows.map(brief)).toEqual([
    [
      '社会救助',
      '',
      '综合业务',
      '政策法规文件',
      '文件名称',
      '政府网站+公示栏',
      '全社会',
      '主动',
      '县级+乡级',
    ],
    [
      '社会救助',
      '',
      '综合业务',
      '监督检查',
      '投诉电话',
      '政府网站',
      '特定群体:本村村民',
      '依申请',
      '村级',
    ],
  ])
  expect(parsed.rows[0]).toMatchObject({ basis, time_limit: limit, subject: '县民政局' })
})

test('[M161] reads a header of three rows and one with everything in the first', async () => {
  const three = await xlsx(
    [
      [
        merged('序号', { down: 3 }),
        merged('目录内容', { across: 3 }),
        merged('公开要求', { across: 6 }),
      ],
      [
        merged('公开事项', { across: 2 }),
        merged('公开内容', down),
        merged('公开依据', down),
        merged('公开时限', down),
        merged('公开主体', down),
        merged('公开方式', { across: 2 }),
        merged('公开渠道', down),
      ],
      ['一级事项', '二级事项', '主动', '依申请'],
      ['1', '综合业务', '监督检查', '投诉电话', basis, limit, '县民政局', '', '√', '■政府网站'],
    ],
    '社会救助',
  )
  expect(three.rows.map(brief)).toEqual([
    ['社会救助', '1', '综合业务', '监督检查', '投诉电话', '政府网站', '', '依申请', ''],
  ])
  const one = await xlsx(
    [
      [
        '序号',
        '一级事项',
        '二级事项',
        '公开内容',
        '公开依据',
        '公开时限',
        '公开主体',
        '公开渠道',
        '全社会',
        '特定群体',
        '主动',
        '依申请',
        '市级',
        '区级',
        '街道级',
      ],
      [
        '１',
        '综合业务',
        '监督检查',
        '投诉电话',
        basis,
        limit,
        '区民政局',
        '√政府网站',
        '',
        '√（申请人）',
        '√',
        '',
        '',
        '√',
        '√',
      ],
    ],
    '社会救助',
  )
  expect(one.rows.map(brief)).toEqual([
    [
      '社会救助',
      '1',
      '综合业务',
      '监督检查',
      '投诉电话',
      '政府网站',
      '特定群体:申请人',
      '主动',
      '县级+乡级',
    ],
  ])
})

test('[M161] reads a matrix of channels and a matrix of 五公开', async () => {
  const parsed = await xlsx(
    [
      [
        merged('序号', down),
        merged('公开事项', { across: 2 }),
        merged('公开内容', down),
        merged('公开依据', down),
        merged('公开主体', down),
        merged('公开渠道和载体', { across: 3 }),
        merged('五公开', { across: 2 }),
      ],
      ['一级事项', '二级事项', '政府网站', '两微一端', '其他', '决策', '结果'],
      ['1', '综合业务', '监督检查', '投诉电话', basis, '县民政局', '√', '', '村公示栏', '', '√'],
    ],
    '社会救助',
  )
  expect(parsed.rows[0]).toMatchObject({
    channels: ['政府网站', '村公示栏'],
    extra: { 五公开: ['结果'] },
  })
})

test('[M161] keeps 同上 within its field and fills merged third levels', async () => {
  const head: Drawn = [
    ['序号', '一级事项', '二级事项', '三级事项', '公开内容', '公开依据', '公开时限', '公开主体'],
  ]
  const parsed = await xlsx([
    [merged('一、义务教育', { across: 8 })],
    ...head,
    ['1', '招生管理', merged('招生计划', down), '小学', '计划', basis, limit, '县教育局'],
    ['2', '同上', '初中', '〃', '同 上', '同上', '"'],
    [merged('二、救灾', { across: 8 })],
    ...head,
    ['1', '灾后救助', '应急救助', '', '指南', '同上', limit, '县应急管理局'],
  ])
  expect(parsed.rows).toMatchObject([
    { field: '义务教育', matter_l1: '招生管理', matter_l2: '招生计划', matter_l3: '小学' },
    {
      field: '义务教育',
      matter_l1: '招生管理',
      matter_l2: '招生计划',
      matter_l3: '初中',
      content: '计划',
      basis,
      time_limit: limit,
      subject: '县教育局',
    },
    { field: '救灾', matter_l2: '应急救助', basis: '同上' },
  ])
  expect(parsed.rows[2]).not.toHaveProperty('matter_l3')
  expect(codes(parsed)).toContain('dittoWithoutAbove')
})

test('[M161] joins the rows of one matter only when all else is merged', async () => {
  const two = (text: string) => merged(text, down)
  const parsed = await xlsx(
    [
      ['序号', '一级事项', '二级事项', '公开内容', '公开依据', '公开时限', '公开主体'],
      [
        two('1'),
        two('财政预决算'),
        two('政府预算'),
        '收入表',
        two(basis),
        two('及时公开'),
        two('县财政局'),
      ],
      ['支出表'],
      [two('2'), two('财政预决算'), two('部门预算'), '总表', basis, '及时公开', two('县财政局')],
      ['分表', '《预算法》', '实时公开'],
    ],
    '财政预决算',
  )
  expect(parsed.rows.map((row) => [row.matter_l2, row.content, row.time_limit])).toEqual([
    ['政府预算', '收入表\n支出表', '及时公开'],
    ['部门预算', '总表', '及时公开'],
    ['部门预算', '分表', '实时公开'],
  ])
})

test('[M161] gives both levels the name of a cell that covers both, and takes sections for level one', async () => {
  const parsed = await xlsx([
    [title],
    ...header,
    [
      '1',
      merged('政策文件', { across: 2 }),
      '文件',
      basis,
      limit,
      '县民政局',
      '■政府网站',
      '√',
      '',
      '√',
      '',
      '√',
      '',
    ],
  ])
  expect(parsed.rows[0]).toMatchObject({
    matter_l1: '政策文件',
    matter_l2: '政策文件',
    levels: ['县级'],
  })
  const sections = await xlsx(
    [
      ['序号', '一级事项', '公开事项', '公开内容', '公开依据', '公开时限', '公开主体'],
      [merged('二、备灾管理', { across: 7 })],
      ['1', '', '预警信息', '预警', basis, limit, '县应急管理局'],
    ],
    '救灾',
  )
  expect(sections.rows[0]).toMatchObject({ matter_l1: '备灾管理', matter_l2: '预警信息' })
})

test('[M161] fills down what a copy without merges left blank, and says so', async () => {
  const csv = [
    '社会救助领域基层政务公开标准目录,,,,,,,,,,,,,',
    '序号,公开事项,,公开内容（要素）,公开依据,公开时限,公开主体,公开渠道和载体,公开对象,,公开方式,,公开层级,',
    ',一级事项,二级事项,,,,,,全社会,特定群体,主动,依申请公开,县级,乡级',
    `1,综合业务,政策法规文件,文件名称；文号,${basis},${limit},县民政局,■政府网站 □政府公报,√,,√,,√,√`,
    '2,,监督检查,投诉电话,,,,,,,,,,',
    ',,,"投诉\n地址",,,,,,,,,,',
    `3,最低生活保障,办事指南,办理条件,${basis},${limit},县民政局,■政府网站,,申请人,,√,√,`,
  ].join('\r\n')
  const parsed = await parse('a.csv', csv)
  expect(parsed.rows.map(brief)).toEqual([
    standardRows[0],
    [
      '社会救助',
      '2',
      '综合业务',
      '监督检查',
      '投诉电话\n投诉\n地址',
      '政府网站',
      '全社会',
      '主动',
      '县级+乡级',
    ],
    [
      '社会救助',
      '3',
      '最低生活保障',
      '办事指南',
      '办理条件',
      '政府网站',
      '特定群体:申请人',
      '依申请',
      '县级',
    ],
  ])
  expect(parsed.rows[1]).toMatchObject({ basis, time_limit: limit, subject: '县民政局' })
  expect(codes(parsed)).toContain('mergesLost')
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

test('[M161] reads cards of one matter each, in a workbook and on a page', async () => {
  const card = (l2: string, mode: string): Drawn => [
    ['所属领域', '社会救助领域'],
    ['一级事项', '最低生活保障'],
    ['二级事项', l2],
    ['公开内容', '名单'],
    ['公开依据', basis],
    ['公开时限', limit],
    ['公开主体', '县民政局'],
    ['公开渠道', '■政府网站 □公示栏'],
    ['公开方式', mode],
    ['咨询电话', '0000-1'],
  ]
  const wanted = [
    {
      field: '社会救助',
      matter_l1: '最低生活保障',
      matter_l2: '审核信息',
      content: '名单',
      basis,
      time_limit: limit,
      subject: '县民政局',
      channels: ['政府网站'],
      mode: '主动',
      extra: { 咨询电话: '0000-1' },
    },
    { field: '社会救助', matter_l2: '审批信息', mode: '依申请' },
  ]
  const stacked = await xlsx([
    ['基层政务公开标准目录'],
    ...card('审核信息', '主动公开'),
    [''],
    ...card('审批信息', '依申请公开'),
  ])
  expect(stacked.rows).toMatchObject(wanted)
  const page = await parse(
    'a.html',
    card('审核信息', '主动公开') &&
      [card('审核信息', '主动公开'), card('审批信息', '依申请公开')]
        .map((one) => htmlTable(one))
        .join('<p></p>'),
  )
  expect(page.rows).toMatchObject(wanted)
})

test('[M161] reads cards with two pairs in a row and headings below a group', async () => {
  const parsed = await parse(
    'a.docx',
    docx([
      '救灾领域基层政务公开标准目录',
      {
        table: [
          [merged('公开事项', down), '一级事项', '备灾管理', '序号', '1'],
          ['二级事项', '预警信息', '公开主体', '县应急管理局'],
          ['公开内容', merged('预警', { across: 4 })],
          ['公开依据', merged(basis, { across: 2 }), '公开时限', limit],
          ['公开对象', merged('全社会', { across: 2 }), '公开层级', '县级、乡级'],
        ],
      },
    ]),
  )
  expect(parsed.rows).toMatchObject([
    {
      field: '救灾',
      seq: '1',
      matter_l1: '备灾管理',
      matter_l2: '预警信息',
      content: '预警',
      basis,
      time_limit: limit,
      subject: '县应急管理局',
      audience: '全社会',
      levels: ['县级', '乡级'],
    },
  ])
})

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

test('[M161] puts further columns into extra and tells 公开属性 from 公开方式', async () => {
  const parsed = await xlsx(
    [
      [
        '序号',
        '公开事项',
        '公开内容',
        '公开依据',
        '公开时限',
        '公开主体',
        '责任科室',
        '公开属性',
        '公开方式',
        '公开格式',
        '备注',
      ],
      [
        '1',
        '监督检查',
        '投诉电话',
        basis,
        limit,
        '县民政局',
        '办公室',
        '主动公开',
        '全文发布',
        '☑文本 ☐图表',
        '',
      ],
    ],
    '社会救助',
  )
  expect(parsed.rows[0]).toMatchObject({
    matter_l1: '监督检查',
    matter_l2: '',
    subject: '县民政局',
    mode: '主动',
    extra: { 责任科室: '办公室', 公开方式: '全文发布', 公开格式: ['文本'] },
  })
  expect(parsed.rows[0]?.extra).not.toHaveProperty('备注')
})

test('[M161] reads one sheet per field, skips the cover, and tells what is hidden', async () => {
  const table: Drawn = [...header, ...standardBody]
  const parsed = await parse(
    'a.xlsx',
    workbook([
      { name: '封面', table: [['安澜县基层政务公开标准目录汇编'], ['（一）社会救助领域……1']] },
      { name: '社会救助', table, hiddenRows: [3], hiddenCols: [4] },
      { name: '养老服务', table: [...header, [merged('本县未涉及', { across: 14 })]] },
      { name: '旧稿', table, hidden: true },
    ]),
  )
  expect(parsed.fields).toEqual([{ field: '社会救助', rows: 3 }])
  expect(parsed.warnings).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: 'hiddenRows', sheet: '社会救助', params: { rows: '4' } }),
      expect.objectContaining({
        code: 'hiddenColumns',
        sheet: '社会救助',
        params: { columns: 'E' },
      }),
      expect.objectContaining({ code: 'hiddenSheet', sheet: '旧稿' }),
      expect.objectContaining({ code: 'notApplicable', sheet: '养老服务', row: 3 }),
      expect.objectContaining({ code: 'noRecords', message: '养老服务：只有表头，没有事项。' }),
    ]),
  )
})

test('[M161] asks about drag-filled limits, left-over templates and limits that contradict', async () => {
  const row = (seq: number, time: string, content = '名单'): string[] => [
    String(seq),
    '社会救助',
    `事项${seq}`,
    content,
    basis,
    time,
    '县民政局',
    '主动公开',
  ]
  const parsed = await xlsx(
    [
      ['序号', '一级事项', '二级事项', '公开内容', '公开依据', '公开时限', '公开主体', '公开方式'],
      row(1, '信息形成之日起20个工作日内'),
      row(2, '信息形成之日起21个工作日内'),
      row(3, '信息形成之日起22个工作日内'),
      row(4, '自收到申请之日起20个工作日内'),
      row(5, '另行通知', '《XX省农机购置补贴实施方案》'),
    ],
    '社会救助',
  )
  const found = parsed.warnings.map(({ code, row: at }) => `${code}@${at}`)
  expect(found).toEqual(
    expect.arrayContaining([
      'dragFill@2',
      'longerThanLaw@3',
      'longerThanLaw@4',
      'proactiveOnRequest@5',
      'templateText@6',
      'timeNotUnderstood@6',
    ]),
  )
})

test('[M161] keeps words whole that the office broke over lines or spaced out', async () => {
  const parsed = await xlsx(
    [
      [
        '序\n号',
        '一 级\n事项',
        '二级\n事 项',
        '公开 内容',
        '公开\n依据',
        '公 开 时 限',
        '公开\n主体',
        '公开渠道',
      ],
      [
        '1',
        '财政预\n决算',
        '部 门预算',
        '收支表',
        basis,
        '自该信 息形成 或者变\n更之日起20个工作日内',
        '县财\n政局\n县审计局',
        '■社区/企事业单位/村公\n示栏（电子屏）',
      ],
    ],
    '财政预决算',
  )
  expect(parsed.rows[0]).toMatchObject({
    matter_l1: '财政预决算',
    matter_l2: '部门预算',
    time_limit: '自该信息形成或者变更之日起20个工作日内',
    subject: '县财政局\n县审计局',
    channels: ['社区/企事业单位/村公示栏（电子屏）'],
    timeRule: { kind: 'within', days: 20, unit: 'working', trigger: 'formed_or_changed' },
  })
})

// A county's whole compilation has about 640 rows; a worker should be done before a person wonders.
const patienceMs = 1000

test('reads a thousand rows well within a second', async () => {
  const body = Array.from({ length: 1000 }, (_, i) =>
    line(String(i + 1), `一级${i >> 2}`, `二级${i}`, '内容'),
  )
  const bytes = workbook([{ name: 'Sheet1', table: [[title], ...header, ...body] }])
  await parse('a.xlsx', bytes)
  const from = performance.now()
  const { rows } = await parse('a.xlsx', bytes)
  expect(performance.now() - from).toBeLessThan(patienceMs)
  expect(rows).toHaveLength(1000)
})
