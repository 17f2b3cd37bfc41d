import { expect, test } from 'vitest'
import { type Drawn, docx, htmlTable, merged } from '../../../../test/fixtures/catalogue/build.ts'
import { basis, down, limit, parse, xlsx } from './sample.fixture.ts'

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
