import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseCatalogue } from '../intake/index.ts'
import { type PlainTimeRule, type TimeRule, timeRule } from './contract.ts'
import { parseTimeRule } from './parse.ts'

type Expected = Partial<TimeRule>

const working = (days: number, trigger: PlainTimeRule['trigger']) =>
  ({ kind: 'within', days, unit: 'working', trigger }) as const
const standard = working(20, 'formed_or_changed')

/** Wordings published by governments, numbered as they were collected. */
const phrasings: readonly (readonly [number, string, Expected])[] = [
  [1, '信息形成或者变更之日起20个工作日内予以公开', standard],
  [1, '信息形成或者变更之日起20个工作日内', standard],
  [2, '自该信息形成或者变更之日起20个工作日内', standard],
  [2, '自信息形成或者变更之日起20个工作日内予以公开', standard],
  [3, '形成或者变更之日起20个工作日内予以公开', standard],
  [4, '信息形成（变更）20个工作日内', standard],
  [4, '信息形成(变更)之日起20个工作日内公开', standard],
  [
    5,
    '自政府信息形成或者变更之日起20个工作日内。法律、法规对政府信息公开的期限另有规定的，从其规定',
    { ...standard, exceptLaw: true },
  ],
  [
    6,
    '自形成或者变更之日起20个工作日内予以公开,法律法规另有规定的从其规定',
    { ...standard, exceptLaw: true },
  ],
  [7, '信息形成之日起20个工作日内', working(20, 'formed')],
  [8, '自制作或获取该信息之日起20个工作日内公开', working(20, 'made_or_obtained')],
  [9, '获取该信息之日起20个工作日内', working(20, 'obtained')],
  [10, '制定或获取信息之日起10个工作日内', working(10, 'made_or_obtained')],
  [
    11,
    '制定或获取信息之日起10个工作日内，公示7个工作日',
    { ...working(10, 'made_or_obtained'), display: { days: 7, unit: 'working', atLeast: true } },
  ],
  [12, '信息形成或变更之日起10个工作日内', working(10, 'formed_or_changed')],
  [13, '信息形成之日起7个工作日内', working(7, 'formed')],
  [
    14,
    '自该政府信息形成或者变更之日起5个工作日内；长期公示',
    { ...working(5, 'formed_or_changed'), retention: 'long_term' },
  ],
  [15, '信息形成或变更之日起3个工作日内', working(3, 'formed_or_changed')],
  [
    16,
    '信息形成20个工作日内公开；其中行政许可、行政处罚事项应自作出行政决定之日起7个工作日内公示',
    {
      ...working(20, 'formed'),
      alt: [{ when: '行政许可、行政处罚事项', ...working(7, 'decision') }],
    },
  ],
  [17, '信息形成（变更）下发至本单位20个工作日内', working(20, 'obtained')],
  [18, '20工作日', { ...standard, confidence: 'low' }],
  [18, '20个工作日', { ...standard, confidence: 'low' }],
  [
    19,
    '信息形成或者变更之日起21个工作日内',
    { ...working(21, 'formed_or_changed'), confidence: 'low' },
  ],
  [
    20,
    '信息产生、变更之日起20个工作日内公开，保持长期公开（相关政策法规另有规定的应从其规定）',
    { ...standard, exceptLaw: true, retention: 'long_term' },
  ],
  [21, '实时公开', { kind: 'realtime' }],
  [22, '及时公开', { kind: 'prompt' }],
  [23, '按进展情况及时公开', { kind: 'by_progress', prompt: true }],
  [
    24,
    '及时公开，公告期限为5个工作日',
    { kind: 'prompt', display: { days: 5, unit: 'working', atLeast: false } },
  ],
  [25, '长期公开', { kind: 'long_term', retention: 'long_term' }],
  [25, '长期公示', { kind: 'long_term', retention: 'long_term' }],
  [25, '永久公开', { kind: 'long_term', retention: 'long_term' }],
  [26, '长期，最新有效', { kind: 'long_term', retention: 'until_replaced' }],
  [27, '任期内', { kind: 'long_term', retention: 'term_of_office' }],
  [28, '同上', { kind: 'inherit' }],
  [28, '〃', { kind: 'inherit' }],
  [29, '自收到申请之日起20个工作日内', { ...working(20, 'request_received'), mode: 'on_request' }],
  [29, '接到申请之日起20个工作日内', { ...working(20, 'request_received'), mode: 'on_request' }],
  [
    30,
    '自收到申请之日起20个工作日内 自该信息形成或者变更之日起20个工作日内',
    {
      ...standard,
      rules: [
        { mode: 'proactive', ...standard },
        { mode: 'on_request', ...working(20, 'request_received') },
      ],
    },
  ],
  [
    31,
    '本级人民代表大会或其常务委员会批准后20日内',
    { kind: 'within', days: 20, unit: 'calendar', trigger: 'approval_by_congress' },
  ],
  [
    32,
    '本级政府财政部门批复后20日内',
    { kind: 'within', days: 20, unit: 'calendar', trigger: 'approval_by_finance' },
  ],
  [
    32,
    '批复后20日内',
    { kind: 'within', days: 20, unit: 'calendar', trigger: 'approval_by_finance' },
  ],
  [33, '收到征地批准文件之日起10个工作日内公开', working(10, 'receipt_of_approval')],
  [
    34,
    '在实地启动拟征收土地工作时，在村公示栏公开',
    { kind: 'on_event', trigger: 'other', triggerText: '实地启动拟征收土地工作' },
  ],
  [35, '拟征收土地现状调查结束后5个工作日内，在村公示栏公开', working(5, 'survey_end')],
  [
    36,
    '《听证通知书》在组织听证7个工作日前予以公开；其他材料为依申请公开',
    {
      kind: 'before',
      days: 7,
      unit: 'working',
      trigger: 'other',
      triggerText: '组织听证',
      alt: [
        { when: '其他材料', kind: 'on_event', trigger: 'request_received', mode: 'on_request' },
      ],
    },
  ],
  [
    37,
    '向社会公开征求意见期限一般不少于30日；因情况紧急等原因需要缩短期限的，公开征求意见时应当予以说明',
    {
      kind: 'on_event',
      display: { days: 30, unit: 'calendar', atLeast: true },
      shorterWithReason: true,
    },
  ],
  [
    38,
    '信息形成或者变更之日起20个工作日内予以公开；征求意见期限不得少于30日',
    { ...standard, display: { days: 30, unit: 'calendar', atLeast: true } },
  ],
  [
    39,
    '预公告时间不少于十个工作日',
    { kind: 'on_event', display: { days: 10, unit: 'working', atLeast: true } },
  ],
  [
    39,
    '公告时间不少于三十日',
    { kind: 'on_event', display: { days: 30, unit: 'calendar', atLeast: true } },
  ],
  [
    40,
    '公示不少于10天',
    { kind: 'on_event', display: { days: 10, unit: 'calendar', atLeast: true } },
  ],
  [
    40,
    '公示期不少于7日',
    { kind: 'on_event', display: { days: 7, unit: 'calendar', atLeast: true } },
  ],
  [41, '每年1月31日前', { kind: 'fixed_date', by: '01-31', period: 'year' }],
  [42, '每季度', { kind: 'periodic', period: 'quarter' }],
  [42, '每季度的首个月20日', { kind: 'periodic', period: 'quarter', by: '20' }],
  [43, '每月', { kind: 'periodic', period: 'month' }],
  [
    43,
    '集体财务往来较多的，财务收支情况应每月公布一次',
    { kind: 'periodic', period: 'month', when: '集体财务往来较多的' },
  ],
  [44, '每半年', { kind: 'periodic', period: 'half_year' }],
  [44, '每年', { kind: 'periodic', period: 'year' }],
  [45, '随时公布', { kind: 'prompt' }],
  [46, '事前、事中、事后分段公布', { kind: 'by_progress', stages: ['事前', '事中', '事后'] }],
  [47, '按卫健委要求单独公开', { kind: 'external' }],
  [
    48,
    '条目化展示、信息形成（变更）20个工作日内。可链接至相关栏目',
    { ...standard, presentationNote: '条目化展示；可链接至相关栏目' },
  ],
  [49, '按照法律法规和相关规定及时公开', { kind: 'external', prompt: true }],
  [49, '从其规定', { kind: 'external' }],
  [
    50,
    '拟审批环评文件公示5个工作日，受理后公开',
    { kind: 'on_event', display: { days: 5, unit: 'working', atLeast: true } },
  ],
  [
    51,
    '最迟24小时内',
    { kind: 'within', days: 24, unit: 'hour', trigger: 'other', triggerText: '事件发生' },
  ],
  [
    51,
    '5小时内',
    { kind: 'within', days: 5, unit: 'hour', trigger: 'other', triggerText: '事件发生' },
  ],
]

test('[M35] the table holds each of the 51 phrasings', () => {
  expect(new Set(phrasings.map(([no]) => no)).size).toBe(51)
})

test.each(phrasings)('[M35] phrasing %i: %s', (_, text, expected) => {
  const rule = parseTimeRule(text)
  expect(timeRule.parse(rule)).toEqual(rule)
  expect(rule).toEqual({ confidence: 'high', ...expected, text })
})

test.each([
  ['自该信 息形成 或者变 更之日起20个工作日内', standard],
  ['信息形成或者变更之日起２０个工作日内', standard],
  ['政府信息形成或变更之日起二十个工作日内', standard],
  [
    '信息形成或变更之日起20个工作日之内（法律、法规另有规定的除外）',
    { ...standard, exceptLaw: true },
  ],
  ['公开时限：自信息形成之日起20个工作日内', working(20, 'formed')],
  [
    '突发事件发生后5小时内',
    { kind: 'within', days: 5, unit: 'hour', trigger: 'other', triggerText: '突发事件发生' },
  ],
  ['每年3月底前', { kind: 'fixed_date', by: '03-31', period: 'year' }],
  ['每月10日前', { kind: 'periodic', period: 'month', by: '10' }],
  [
    '招标、拍卖或者挂牌开始日前20日',
    {
      kind: 'before',
      days: 20,
      unit: 'calendar',
      trigger: 'other',
      triggerText: '招标、拍卖或者挂牌开始',
    },
  ],
  [
    '行政处罚决定自作出之日起7个工作日内予以公开；其他信息自信息形成或者变更之日起20个工作日内予以公开',
    { ...standard, alt: [{ when: '行政处罚决定', ...working(7, 'decision') }] },
  ],
] as const)('[M35] reads %s whatever its spelling', (text, expected) => {
  expect(parseTimeRule(text)).toMatchObject(expected)
})

test('[M35] keeps what it does not understand, and says so', () => {
  for (const text of ['', '另行通知', '见附件', '/', '按需', '县应急管理局'])
    expect(parseTimeRule(text)).toEqual({ kind: 'unknown', confidence: 'low', text })
})

const read = async (folder: string, endings: RegExp): Promise<TimeRule[]> => {
  const at = new URL(`../../../../${folder}/`, import.meta.url)
  const names = readdirSync(at).filter((name) => endings.test(name))
  const parsed = await Promise.all(
    names.map((name) => parseCatalogue({ name, bytes: readFileSync(new URL(name, at)) })),
  )
  return parsed.flatMap(({ rows }) => rows.map((row) => row.timeRule))
}

test('[M35] [M1] understands every limit of the reference catalogue and of the published layouts', async () => {
  const reference = await read('data/reference-catalogue', /^\d\d-.*\.csv$/)
  const published = await read('test/fixtures/catalogue', /\.(xlsx|docx|html)$/)
  expect(reference).toHaveLength(639)
  const rules = [...reference, ...published]
  expect(rules.filter((rule) => rule.kind === 'unknown').map((rule) => rule.text)).toEqual([])
  const assumed = new Set(
    rules.filter((rule) => rule.confidence === 'low').map((rule) => rule.text),
  )
  expect([...assumed].sort()).toEqual(['20个工作日', '7个工作日'])
})
