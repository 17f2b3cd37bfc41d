/** Views as a small county would fill them, for tests of the pages and for looking at them. */
import { speaker } from '#platform/words'
import { addresses, plainView, type ReadersView } from './addresses.ts'
import { portalAssets } from './assets.ts'
import type { Chrome } from './chrome.ts'
import type {
  ColumnIdentity,
  ColumnView,
  Counts,
  DocumentLine,
  DocumentView,
  FieldCard,
  HomeView,
  OrganizationRef,
  TownEntry,
} from './views.ts'

const assets = portalAssets()

export const fixtureChrome = (address: string, view: ReadersView = plainView): Chrome => ({
  site: {
    name: '青禾县人民政府',
    place: '青禾县',
    domain: 'www.qinghe.example',
    origin: 'https://www.qinghe.example',
    idCode: '0000000001',
    icp: '某ICP备00000000号',
    police: { number: '某公网安备 00000000000000号', code: '00000000000000' },
    sponsor: '青禾县人民政府办公室',
    undertaker: '青禾县政务公开中心',
    telephone: '0000-1234567',
    ipv6: true,
    emblem: null,
    organMark: null,
    errorReport: addresses.reportError,
  },
  view,
  address,
  say: speaker(view.language),
  assets: { css: assets.css.address, js: assets.js.address },
})

export const asOf = '2026-11-20'

const names = [
  ['zhongda-jianshe-xiangmu', '重大建设项目'],
  ['gonggong-ziyuan-jiaoyi', '公共资源交易'],
  ['caizheng-yujuesuan', '财政预决算'],
  ['anquan-shengchan', '安全生产'],
  ['shuishou-guanli', '税收管理'],
  ['zhengdi-buchang', '征地补偿'],
  ['fangwu-zhengshou', '国有土地上房屋征收与补偿'],
  ['baozhangxing-zhufang', '保障性住房'],
  ['nongcun-weifang-gaizao', '农村危房改造'],
  ['shengtai-huanjing', '生态环境'],
  ['gonggong-wenhua-fuwu', '公共文化服务'],
  ['gonggong-falv-fuwu', '公共法律服务'],
  ['xiangcun-zhenxing', '乡村振兴'],
  ['jiuzai', '救灾'],
  ['shipin-yaopin-jianguan', '食品药品监管'],
  ['chengshi-zonghe-zhifa', '城市综合执法'],
  ['jiuye', '就业'],
  ['shehui-baoxian', '社会保险'],
  ['shehui-jiuzhu', '社会救助'],
  ['yanglao-fuwu', '养老服务'],
  ['huji-guanli', '户籍管理'],
  ['shenong-butie', '涉农补贴'],
  ['yiwu-jiaoyu', '义务教育'],
  ['yiliao-weisheng', '医疗卫生'],
  ['shizheng-fuwu', '市政服务'],
  ['chengxiang-guihua', '城乡规划'],
] as const

export const fields: readonly FieldCard[] = names.map(([slug, name], at) => ({
  slug,
  name,
  matters: 9 + ((at * 7) % 31),
  documents: at === 13 ? 0 : 12 + ((at * 53) % 240),
  latestOn:
    at === 13
      ? null
      : `2026-${at % 4 === 3 ? '08' : '11'}-${String(20 - (at % 19)).padStart(2, '0')}`,
}))

const unit = (code: string, name: string): OrganizationRef => ({ code, name })
export const emergency = unit('qinghe-yingji', '县应急管理局')
export const office = unit('qinghe-zhengfuban', '县政府办公室')
const finance = unit('qinghe-caizheng', '县财政局')
const social = unit('qinghe-minzheng', '县民政局')
const education = unit('qinghe-jiaoyu', '县教育局')
export const liushu = unit('liushu-zhen', '柳树镇')

export const line = (
  id: number,
  title: string,
  more: Partial<DocumentLine> = {},
): DocumentLine => ({
  id,
  title,
  category: null,
  unit: office,
  publishedOn: asOf,
  documentNumber: null,
  validity: null,
  ...more,
})

export const latest: readonly DocumentLine[] = [
  line(
    2071,
    '青禾县人民政府办公室关于印发《青禾县农村低收入人口动态监测和常态化帮扶实施办法》的通知',
    { documentNumber: '青政办发〔2026〕31号', validity: 'inForce' },
  ),
  line(2051, '《青禾县农村低收入人口动态监测和常态化帮扶实施办法》政策解读', {
    publishedOn: '2026-11-20',
  }),
  line(2069, '青禾县2026年第四季度城乡居民最低生活保障对象公示', {
    unit: social,
    publishedOn: '2026-11-19',
  }),
  line(2066, '柳树镇2026年耕地地力保护补贴发放结果公示', {
    unit: liushu,
    publishedOn: '2026-11-18',
  }),
  line(2063, '青禾县2026年秋季学期义务教育阶段学生资助名单公示', {
    unit: education,
    publishedOn: '2026-11-17',
  }),
  line(2060, '青禾县应急管理局行政处罚决定信息公开表（2026年10月）', {
    unit: emergency,
    publishedOn: '2026-11-14',
    category: '行政处罚',
  }),
  line(2058, '关于2026年县级财政预算调整方案的报告', { unit: finance, publishedOn: '2026-11-12' }),
  line(2049, '青禾县人民政府关于划定森林防火期的通告', {
    publishedOn: '2026-11-06',
    documentNumber: '青政通〔2026〕4号',
  }),
]

export const towns: readonly TownEntry[] = [
  {
    ...liushu,
    kind: 'town',
    villages: [
      '柳树村',
      '河湾村',
      '东陈村',
      '西陈村',
      '龙王庙村',
      '石桥村',
      '小营村',
      '上泉村',
    ].map((name, at) => unit(`liushu-${at}`, name)),
  },
  {
    ...unit('shiqiao-zhen', '石桥镇'),
    kind: 'town',
    villages: ['前街村', '后街村', '大杨庄村', '北岭村', '马场村'].map((name, at) =>
      unit(`shiqiao-${at}`, name),
    ),
  },
  {
    ...unit('yunling-xiang', '云岭乡'),
    kind: 'town',
    villages: ['云岭村', '茶坪村', '竹沟村', '半坡村'].map((name, at) =>
      unit(`yunling-${at}`, name),
    ),
  },
  {
    ...unit('chengguan-jiedao', '城关街道'),
    kind: 'subdistrict',
    villages: ['东门社区', '西门社区', '文庙社区', '滨河社区', '新华社区', '火车站社区'].map(
      (name, at) => unit(`chengguan-${at}`, name),
    ),
  },
]

export const counts = (met: number, due = 0, late = 0, blank = 0, notApplicable = 0): Counts => ({
  met,
  due,
  late,
  blank,
  notApplicable,
})

export const homeView: HomeView = {
  asOf,
  figures: { duties: 1316, counts: counts(1204, 61, 14, 37, 22) },
  questions: ['低保怎么申请', '耕地补贴什么时候发', '入学划片', '医保缴费', '危房改造补助标准'],
  latest,
  consultations: [
    {
      title: '《青禾县城区停车管理办法（征求意见稿）》公开征求意见',
      address: '/d/2044',
      unit: '县城市管理局',
      closesOn: '2026-12-18',
    },
    {
      title: '青禾县2027年农村公路建设计划听取意见',
      address: '/d/2040',
      unit: '县交通运输局',
      closesOn: '2026-12-05',
    },
    {
      title: '柳树镇集镇供水价格调整听证公告',
      address: '/d/2033',
      unit: '柳树镇',
      closesOn: '2026-11-30',
    },
  ],
  fields,
  towns,
}

export const safetyField: ColumnIdentity = {
  name: '安全生产',
  description: '安全生产领域基层政务公开内容',
  keywords: ['安全生产', '应急管理'],
  type: 'index',
  address: addresses.field('anquan-shengchan'),
}

export const safetyLaw: ColumnIdentity = {
  name: '依法行政',
  description: '安全生产行政许可、行政处罚、行政强制、行政检查',
  keywords: ['行政许可', '行政处罚'],
  type: 'index',
  address: addresses.level1('anquan-shengchan', 'yifa-xingzheng'),
}

export const columnView: ColumnView = {
  column: safetyLaw,
  trail: [safetyField],
  children: [
    {
      name: '行政许可',
      address: addresses.level2('anquan-shengchan', 'yifa-xingzheng', 'xingzheng-xuke'),
      documents: 46,
      latestOn: '2026-11-14',
    },
    {
      name: '行政处罚',
      address: addresses.level2('anquan-shengchan', 'yifa-xingzheng', 'xingzheng-chufa'),
      documents: 31,
      latestOn: '2026-11-14',
    },
    { name: '行政强制', address: null, documents: 0, latestOn: null },
    {
      name: '行政检查',
      address: addresses.level2('anquan-shengchan', 'yifa-xingzheng', 'xingzheng-jiancha'),
      documents: 12,
      latestOn: '2026-09-30',
    },
  ],
  duty: {
    contents: ['办理行政许可和其他对外管理服务事项的依据、条件、程序', '办理结果'],
    timeLimit: '信息形成或变更之日起20个工作日内',
    bodies: ['县应急管理局', '乡镇人民政府（街道办事处）'],
    bases: ['《中华人民共和国政府信息公开条例》', '《关于推进安全生产领域改革发展的意见》'],
  },
  documents: {
    items: [
      line(2060, '青禾县应急管理局行政处罚决定信息公开表（2026年10月）', {
        unit: emergency,
        publishedOn: '2026-11-14',
        category: '行政处罚',
      }),
      line(2055, '危险化学品经营许可证核发结果公示（2026年第11批）', {
        unit: emergency,
        publishedOn: '2026-11-14',
      }),
      line(1987, '关于对青禾县某矿业有限公司采取现场处理措施的决定', {
        unit: emergency,
        publishedOn: '2026-10-20',
        category: '行政强制',
      }),
      line(1902, '烟花爆竹零售许可办事指南（2026年修订）', {
        unit: emergency,
        publishedOn: '2026-09-03',
        validity: 'inForce',
      }),
      line(1733, '柳树镇2026年“夏安”专项执法检查情况', {
        unit: liushu,
        publishedOn: '2026-08-11',
        category: '行政检查',
      }),
      line(1540, '青禾县安全生产行政处罚裁量基准', {
        unit: emergency,
        publishedOn: '2025-12-30',
        validity: 'repealed',
      }),
    ],
    next: 'MTU0MA',
    first: true,
  },
}

const bodyHtml = `<p class="text-indent-0">各乡镇人民政府、城关街道办事处，县直各单位：</p>
<p>《青禾县农村低收入人口动态监测和常态化帮扶实施办法》已经县人民政府第42次常务会议审议通过，现印发给你们，请结合实际认真贯彻执行。</p>
<h2>第一章　总则</h2>
<p><strong>第一条</strong>　为了健全农村低收入人口动态监测和常态化帮扶机制，守住不发生规模性返贫底线，根据《社会救助暂行办法》等规定，结合本县实际，制定本办法。</p>
<p><strong>第二条</strong>　本办法所称农村低收入人口，包括最低生活保障对象、特困人员、防止返贫监测对象、最低生活保障边缘家庭成员和刚性支出困难家庭成员。</p>
<p><strong>第三条</strong>　动态监测坚持主动发现、及时预警、分类帮扶、公开透明的原则。监测对象的认定标准、程序和结果依法公开，涉及个人隐私的除外。</p>
<h2>第二章　认定标准</h2>
<p><strong>第四条</strong>　各类对象的认定标准按照下表执行，每年一季度根据上年度城乡居民人均消费支出调整并向社会公布。</p>
<table><thead><tr><th>对象类别</th><th>收入标准（元/月）</th><th>审核确认单位</th><th>复核周期</th></tr></thead><tbody><tr><td>最低生活保障对象</td><td>687</td><td>乡镇人民政府（街道办事处）</td><td>半年</td></tr><tr><td>最低生活保障边缘家庭</td><td>1,030</td><td>县民政局</td><td>半年</td></tr><tr><td>刚性支出困难家庭</td><td>按家庭刚性支出后计算</td><td>县民政局</td><td>一年</td></tr></tbody></table>
<p><strong>第五条</strong>　申请人家庭财产状况通过居民家庭经济状况核对系统核对。核对结果应当在10个工作日内反馈乡镇人民政府（街道办事处）。</p>
<h2>第三章　附则</h2>
<p><strong>第六条</strong>　本办法自2026年12月1日起施行，有效期5年。</p>
<p class="text-right">青禾县人民政府办公室<br>2026年11月16日</p>`

export const documentView: DocumentView = {
  id: 2071,
  title: latest[0]?.title ?? '',
  trail: [
    {
      name: '规范性文件',
      description: '县政府及县政府办公室制发的行政规范性文件',
      keywords: ['规范性文件', '政策文件'],
      type: 'policy',
      address: addresses.statutoryColumn('guifanxing-wenjian'),
    },
  ],
  unit: office,
  source: '青禾县人民政府办公室',
  author: '县政府办公室秘书科',
  summary: '健全农村低收入人口动态监测和常态化帮扶机制，明确认定标准、程序和公开要求。',
  keywords: ['社会救助', '低收入人口', '动态监测'],
  publishedAt: new Date('2026-11-20T09:12:00+08:00'),
  updatedAt: new Date('2026-11-20T16:40:00+08:00'),
  indexNumber: '000000001/2026-00318',
  subjectClass: '民政、扶贫、救灾 / 社会救助',
  issuingOrgan: '青禾县人民政府办公室',
  writtenOn: '2026-11-16',
  documentNumber: '青政办发〔2026〕31号',
  validity: { state: 'inForce', from: '2026-12-01', until: '2031-11-30', by: null },
  attribute: 'proactive',
  bodyHtml,
  attachments: [
    {
      key: '1',
      name: '青禾县农村低收入人口动态监测和常态化帮扶实施办法.pdf',
      type: 'pdf',
      bytes: 412_160,
    },
    { key: '2', name: '申请表（样表）.docx', type: 'docx', bytes: 38_912 },
  ],
  notes: [
    {
      kind: 'correction',
      on: '2026-11-20',
      text: '第四条表中“刚性支出困难家庭”的审核确认单位更正为县民政局。',
      other: null,
    },
  ],
  explains: [],
  explainedBy: [
    { id: 2051, title: '《青禾县农村低收入人口动态监测和常态化帮扶实施办法》政策解读' },
  ],
  alsoIn: [
    {
      name: '社会救助 › 综合业务 › 政策法规文件',
      address: addresses.level1('shehui-jiuzhu', 'zonghe-yewu'),
    },
    {
      name: '乡村振兴 › 政策文件',
      address: addresses.level1('xiangcun-zhenxing', 'zhengce-wenjian'),
    },
  ],
  neighbours: latest.slice(1, 5),
  editions: 2,
  visits: 1286,
}
