import type { CivilDate } from '#platform/civil-date'
import type { EffectKind } from '#policies/contract'
import type { DemoDocument } from '../types.ts'

/** The county's policies from before this year, so that its library has a past. */

interface Row {
  readonly key: string
  readonly org: string
  /** Organ's code, year and number. */
  readonly number: readonly [string, number, number]
  readonly name: string
  readonly purpose: string
  readonly who: string
  readonly rules: readonly string[]
  readonly from: CivilDate
  /** What the text says of its end. */
  readonly term?: string
  /** What it does to others, by their keys. */
  readonly acts?: readonly (readonly [string, EffectKind])[]
}

export interface DemoPolicy {
  readonly document: DemoDocument
  readonly acts: readonly (readonly [string, EffectKind])[]
}

const rows: readonly Row[] = [
  {
    key: 'p-housing-08',
    org: 'zhujian',
    number: ['青穗政办规', 2008, 3],
    name: '青穗县廉租住房管理办法',
    purpose: '解决城镇低收入家庭住房困难',
    who: '县房产管理局',
    rules: ['人均住房面积低于12平方米的低保家庭可以申请廉租住房。', '租金每平方米每月1元。'],
    from: '2008-07-01',
  },
  {
    key: 'p-signs-10',
    org: 'gov',
    number: ['青穗政规', 2010, 1],
    name: '青穗县户外广告设置管理办法',
    purpose: '规范户外广告设置，维护城镇容貌',
    who: '县城市管理部门',
    rules: ['设置户外广告应当符合户外广告设置规划。', '设置期限一般不超过三年。'],
    from: '2010-05-01',
  },
  {
    key: 'p-water-11',
    org: 'shuili',
    number: ['青穗政办规', 2011, 2],
    name: '青穗县农村饮水工程管理办法',
    purpose: '保障农村居民饮水安全',
    who: '县水利局',
    rules: ['饮水工程实行有偿供水、计量收费。', '水源保护范围内禁止设置排污口。'],
    from: '2011-06-01',
  },
  {
    key: 'p-relief-12',
    org: 'minzheng',
    number: ['青穗政办规', 2012, 4],
    name: '青穗县城乡居民临时救助暂行办法',
    purpose: '帮助突发困难家庭渡过难关',
    who: '县民政局',
    rules: ['单次救助标准为500元至3000元。', '乡镇人民政府应当在10个工作日内提出审核意见。'],
    from: '2012-09-01',
    term: '有效期二年',
  },
  {
    key: 'p-fire-13',
    org: 'gov',
    number: ['青穗政规', 2013, 2],
    name: '青穗县烟花爆竹燃放管理规定',
    purpose: '减少燃放烟花爆竹造成的危害',
    who: '县公安局',
    rules: ['县城中心区除春节外禁止燃放烟花爆竹。', '学校、医院周边全年禁止燃放。'],
    from: '2013-12-01',
  },
  {
    key: 'p-housing-14',
    org: 'zhujian',
    number: ['青穗政办规', 2014, 1],
    name: '青穗县公共租赁住房管理办法',
    purpose: '完善住房保障制度，并轨廉租住房',
    who: '县住房和城乡建设局',
    rules: ['城镇中等偏下收入住房困难家庭可以申请公共租赁住房。', '租赁期限一般为三年。'],
    from: '2014-03-01',
    acts: [['p-housing-08', 'repeals']],
  },
  {
    key: 'p-parking-15',
    org: 'gov',
    number: ['青穗政规', 2015, 5],
    name: '青穗县机动车停车场管理办法',
    purpose: '规范停车秩序',
    who: '县公安局',
    rules: ['新建公共建筑应当配建停车泊位。', '占道停车实行分时段收费。'],
    from: '2015-08-01',
  },
  {
    key: 'p-credit-16',
    org: 'fagai',
    number: ['青穗政办规', 2016, 2],
    name: '青穗县公共信用信息管理暂行办法',
    purpose: '推进社会信用体系建设',
    who: '县发展和改革局',
    rules: ['失信信息公示期限一般为一年。', '信用主体对信息有异议的，可以申请更正。'],
    from: '2016-04-01',
    term: '有效期二年',
  },
  {
    key: 'p-relief-16',
    org: 'minzheng',
    number: ['青穗政办规', 2016, 7],
    name: '青穗县临时救助实施办法',
    purpose: '解决群众突发性、紧迫性、临时性生活困难',
    who: '县民政局',
    rules: [
      '急难型救助对象可以先行救助、后补手续。',
      '一般困难家庭救助标准为当地月低保标准的三至六倍。',
    ],
    from: '2016-10-01',
    term: '有效期五年',
  },
  {
    key: 'p-heritage-17',
    org: 'gov',
    number: ['青穗政规', 2017, 1],
    name: '青穗县历史建筑保护办法',
    purpose: '保护历史建筑，传承地方文化',
    who: '县住房和城乡建设局',
    rules: ['历史建筑实行名录管理，设立保护标志。', '修缮应当保持原有外观和结构。'],
    from: '2017-03-01',
  },
  {
    key: 'p-talent-18',
    org: 'renshe',
    number: ['青穗政办规', 2018, 3],
    name: '青穗县引进急需紧缺人才若干规定',
    purpose: '吸引人才服务县域发展',
    who: '县人力资源和社会保障局',
    rules: ['引进的硕士研究生每月发放生活补助1000元。', '补助期限为三年。'],
    from: '2018-06-01',
    term: '有效期五年',
  },
  {
    key: 'p-waste-19',
    org: 'gov',
    number: ['青穗政规', 2019, 2],
    name: '青穗县农村生活垃圾分类管理办法',
    purpose: '改善农村人居环境',
    who: '乡镇人民政府',
    rules: ['村民委员会应当设置分类投放点。', '易腐垃圾就近资源化处理。'],
    from: '2019-05-01',
  },
  {
    key: 'p-market-19',
    org: 'gov',
    number: ['青穗政规', 2019, 4],
    name: '青穗县集贸市场管理办法',
    purpose: '规范集贸市场经营秩序',
    who: '县市场监督管理局',
    rules: ['市场开办者应当配备快速检测设备。', '入场经营者应当明码标价。'],
    from: '2019-11-01',
  },
  {
    key: 'p-water-20',
    org: 'shuili',
    number: ['青穗政办规', 2020, 5],
    name: '青穗县农村供水工程运行管理办法',
    purpose: '保障农村供水长期稳定运行',
    who: '县水利局',
    rules: ['千吨万人以上供水工程由县水务公司统一管护。', '水质每季度检测一次并公开结果。'],
    from: '2020-07-01',
    acts: [['p-water-11', 'repeals']],
  },
  {
    key: 'p-parking-20',
    org: 'gov',
    number: ['青穗政规', 2020, 3],
    name: '青穗县机动车停车场管理办法修正规定',
    purpose: '完善停车收费和共享停车规定',
    who: '县公安局',
    rules: ['机关事业单位停车场非工作时间向社会开放。', '新能源汽车首小时免收停车费。'],
    from: '2020-09-01',
    acts: [['p-parking-15', 'amends']],
  },
  {
    key: 'p-relief-21',
    org: 'minzheng',
    number: ['青穗政办规', 2021, 5],
    name: '青穗县临时救助办法',
    purpose: '健全分层分类的社会救助体系',
    who: '县民政局',
    rules: [
      '乡镇人民政府对小额临时救助直接审批，额度为2000元以下。',
      '救助金应当在批准后5个工作日内发放。',
    ],
    from: '2021-11-01',
    term: '有效期五年',
    acts: [['p-relief-16', 'repeals']],
  },
  {
    key: 'p-homestay-21',
    org: 'gov',
    number: ['青穗政规', 2021, 2],
    name: '青穗县民宿管理办法（试行）',
    purpose: '促进民宿规范健康发展',
    who: '县文化和旅游部门',
    rules: ['民宿单体建筑客房数量不超过14间。', '经营者应当落实消防安全和实名登记制度。'],
    from: '2021-08-01',
    term: '试行期二年',
  },
  {
    key: 'p-road-22',
    org: 'jiaotong',
    number: ['青穗政办规', 2022, 1],
    name: '青穗县农村公路管理养护办法',
    purpose: '落实路长制，提高农村公路养护水平',
    who: '县交通运输局',
    rules: ['县道日常养护每年每公里不低于1.2万元。', '村道纳入村民自治管护范围。'],
    from: '2022-03-01',
    term: '有效期五年',
  },
  {
    key: 'p-tuition-22',
    org: 'jiaoyu',
    number: ['青穗教规', 2022, 1],
    name: '青穗县校外培训机构设置和管理规定',
    purpose: '规范校外培训行为',
    who: '县教育局',
    rules: ['学科类培训不得占用法定节假日、休息日和寒暑假期。', '收费实行政府指导价和资金监管。'],
    from: '2022-05-01',
    term: '有效期五年',
  },
  {
    key: 'p-pets-22',
    org: 'gov',
    number: ['青穗政规', 2022, 4],
    name: '青穗县城区养犬管理规定',
    purpose: '规范养犬行为，保障公民健康和人身安全',
    who: '县公安局',
    rules: ['养犬应当免疫、登记，外出使用犬绳。', '禁养犬种目录由县公安局公布。'],
    from: '2022-10-01',
  },
  {
    key: 'p-homestay-23',
    org: 'gov',
    number: ['青穗政规', 2023, 3],
    name: '青穗县民宿管理办法',
    purpose: '促进民宿规范健康发展',
    who: '县文化和旅游部门',
    rules: ['民宿实行一窗受理、联合核查。', '经营者应当公示收费标准和投诉电话。'],
    from: '2023-08-01',
    term: '有效期五年',
    acts: [['p-homestay-21', 'repeals']],
  },
  {
    key: 'p-talent-23',
    org: 'renshe',
    number: ['青穗政办规', 2023, 6],
    name: '青穗县人才引进和服务办法',
    purpose: '优化人才发展环境',
    who: '县人力资源和社会保障局',
    rules: ['引进人才的子女入学由县教育局统筹安排。', '人才公寓租期不超过五年。'],
    from: '2023-07-01',
    term: '有效期五年',
    acts: [['p-talent-18', 'repeals']],
  },
  {
    key: 'p-pension-23',
    org: 'minzheng',
    number: ['青穗政办规', 2023, 8],
    name: '青穗县居家养老服务补贴办法',
    purpose: '支持老年人居家养老',
    who: '县民政局',
    rules: ['八十周岁以上低保、低收入老年人每月补贴200元。', '补贴以服务券形式发放。'],
    from: '2023-12-01',
    term: '有效期三年',
  },
  {
    key: 'p-housing-24',
    org: 'zhujian',
    number: ['青穗政办规', 2024, 2],
    name: '青穗县公共租赁住房管理规定',
    purpose: '适应人口流动，扩大住房保障范围',
    who: '县住房和城乡建设局',
    rules: ['新就业职工和稳定就业的外来务工人员可以申请。', '租金为市场租金的百分之六十。'],
    from: '2024-05-01',
    term: '有效期五年',
    acts: [['p-housing-14', 'repeals']],
  },
  {
    key: 'p-rice-24',
    org: 'nongye',
    number: ['青穗农规', 2024, 1],
    name: '青穗县稻谷目标价格补贴实施细则',
    purpose: '稳定粮食生产',
    who: '县农业农村局',
    rules: ['补贴对象为稻谷实际种植者。', '补贴面积经村级公示7日后确认。'],
    from: '2024-06-01',
    term: '有效期三年',
  },
  {
    key: 'p-waste-24',
    org: 'gov',
    number: ['青穗政规', 2024, 3],
    name: '青穗县生活垃圾分类管理办法',
    purpose: '统筹城乡生活垃圾分类',
    who: '县住房和城乡建设局',
    rules: ['单位和居民小区应当设置四分类收集容器。', '未按规定分类投放的，责令改正。'],
    from: '2024-12-01',
    acts: [['p-waste-19', 'repeals']],
  },
  {
    key: 'p-drone-25',
    org: 'gov',
    number: ['青穗政规', 2025, 1],
    name: '青穗县低空飞行服务管理办法（试行）',
    purpose: '规范低空飞行活动，发展低空经济',
    who: '县发展和改革局',
    rules: ['起降点实行备案管理。', '农业植保飞行应当提前一日告知所在村。'],
    from: '2025-04-01',
    term: '试行期二年',
  },
  {
    key: 'p-dossier-25',
    org: 'sifa',
    number: ['青穗政办规', 2025, 4],
    name: '青穗县行政规范性文件管理办法',
    purpose: '加强行政规范性文件制定和监督管理',
    who: '县司法局',
    rules: [
      '规范性文件未经合法性审核，不得提交集体审议。',
      '规范性文件有效期一般为五年，名称冠以“试行”“暂行”的为二年，期满自动失效。',
    ],
    from: '2025-07-01',
  },
  {
    key: 'p-tree-26',
    org: 'gov',
    number: ['青穗政规', 2026, 1],
    name: '青穗县古树名木保护办法',
    purpose: '保护古树名木资源',
    who: '县林业主管部门',
    rules: ['古树名木实行一树一档、专人养护。', '禁止在保护范围内堆放物料、硬化地面。'],
    from: '2026-06-01',
    term: '有效期五年',
  },
]

const issuers: Readonly<Record<string, string>> = {
  青穗政规: '青穗县人民政府',
  青穗政办规: '青穗县人民政府办公室',
  青穗教规: '青穗县教育局',
  青穗农规: '青穗县农业农村局',
}

const numberOf = ({ number: [organ, year, n] }: Row): string => `${organ}〔${year}〕${n}号`
const articleNumbers = ['一', '二', '三', '四', '五', '六', '七'] as const
const dayInWords = (day: CivilDate): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** Some three weeks before it takes effect, a working day in any year. */
const issuedOn = (from: CivilDate): CivilDate => {
  const day = new Date(`${from}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - 21)
  while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}

const htmlOf = (row: Row, byKey: ReadonlyMap<string, Row>): string => {
  const word = /规定$/.test(row.name) ? '规定' : /细则$/.test(row.name) ? '细则' : '办法'
  const ended = (row.acts ?? []).flatMap(([key, kind]) => {
    const other = byKey.get(key)
    return other
      ? [`《${other.name}》（${numberOf(other)}）同时${kind === 'amends' ? '修改' : '废止'}。`]
      : []
  })
  const articles = [
    `为了${row.purpose}，根据有关法律、法规和国家规定，结合本县实际，制定本${word}。`,
    `本县行政区域内的相关活动，适用本${word}。`,
    `${row.who}负责组织实施本${word}，有关部门和乡镇人民政府、街道办事处按照职责做好相关工作。`,
    ...row.rules,
    `本${word}自${dayInWords(row.from)}起施行${row.term ? `，${row.term}` : ''}。${ended.join('')}`,
  ]
  return [
    `<p>各乡镇人民政府、街道办事处，县政府有关部门：</p>`,
    `<p>《${row.name}》已经研究同意，现印发给你们，请认真贯彻执行。</p>`,
    `<h3>${row.name}</h3>`,
    ...articles.map((text, at) => `<p>第${articleNumbers[at]}条　${text}</p>`),
  ].join('')
}

/** Those issued before a day, oldest first: what repeals another comes after it. */
export const demoPolicies = (today: CivilDate): DemoPolicy[] => {
  const byKey = new Map(rows.map((row) => [row.key, row]))
  return rows
    .filter((row) => issuedOn(row.from) < today)
    .map((row) => ({
      acts: row.acts ?? [],
      document: {
        key: row.key,
        organizationCode: row.org,
        matters: [],
        matterCodes: [],
        title: `${issuers[row.number[0]] ?? ''}关于印发《${row.name}》的通知`,
        kind: '通知',
        html: htmlOf(row, byKey),
        summary: '',
        documentNumber: numberOf(row),
        writtenOn: issuedOn(row.from),
        formedOn: issuedOn(row.from),
        publishedOn: issuedOn(row.from),
        attribute: 'proactive',
        source: issuers[row.number[0]] ?? '',
        keywords: ['规范性文件'],
        column: 'policies',
      },
    }))
}

/** A rule of the province that the county reprints: its text is compared with the official one. */
export const provincialRule = {
  title: '澜川省行政规范性文件备案审查规定',
  documentNumber: '澜川省人民政府令第318号',
  articles: [
    '第一条　为了规范行政规范性文件备案审查工作，维护法制统一，制定本规定。',
    '第二条　本省县级以上人民政府及其工作部门制定的行政规范性文件的备案审查，适用本规定。',
    '第三条　制定机关应当自行政规范性文件公布之日起15日内报送备案。',
    '第四条　公民、法人或者其他组织认为行政规范性文件同法律、法规、规章相抵触的，可以提出书面审查建议。',
    '第五条　本规定自2022年1月1日起施行。',
  ],
} as const
