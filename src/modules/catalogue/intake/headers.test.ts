import { expect, test } from 'vitest'
import { merged } from '../../../../test/fixtures/catalogue/build.ts'
import {
  basis,
  brief,
  down,
  expectStandard,
  header,
  limit,
  standardBody,
  title,
  xlsx,
} from './sample.fixture.ts'

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
