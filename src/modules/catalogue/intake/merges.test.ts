import { expect, test } from 'vitest'
import { type Drawn, merged } from '../../../../test/fixtures/catalogue/build.ts'
import {
  basis,
  brief,
  codes,
  down,
  header,
  limit,
  parse,
  standardRows,
  title,
  xlsx,
} from './sample.fixture.ts'

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
