import { addDays, type CivilDate, yearOf } from '#platform/civil-date'
import { townships } from '../townships.ts'
import { drawFor } from './random.ts'

type Row = Readonly<Record<string, string>>

/** A document that is mostly a table, as its unit publishes it. */
export interface DemoTable {
  readonly key: string
  readonly by: string
  readonly title: string
  readonly kind: '预算' | '决算' | '公示' | '公告' | '统计'
  readonly text: string
  readonly serves: string
  readonly column?: 'plans'
  readonly on: CivilDate
  readonly year: number
  readonly tables: readonly { readonly schema: string; readonly rows: readonly Row[] }[]
  readonly keywords: readonly string[]
}

const rowsOf = (keys: string, lines: readonly string[]): Row[] =>
  lines.map((line) =>
    Object.fromEntries(
      line.split('|').flatMap((cell, at) => (cell ? [[keys.split(' ')[at] ?? '', cell]] : [])),
    ),
  )

const share = (part: number, whole: number): string => ((part / whole) * 100).toFixed(1)

const revenue = [
  ['增值税', 38_200, 40_100],
  ['企业所得税', 12_600, 13_050],
  ['个人所得税', 4_180, 4_260],
  ['资源税', 2_930, 3_010],
  ['城市维护建设税', 3_720, 3_900],
  ['契税', 9_850, 9_200],
  ['专项收入', 6_140, 6_300],
  ['行政事业性收费收入', 3_260, 3_050],
  ['国有资源（资产）有偿使用收入', 15_700, 16_200],
] as const

const expenditure = [
  ['201', '一般公共服务支出', 41_300, 40_200],
  ['204', '公共安全支出', 18_400, 18_900],
  ['205', '教育支出', 96_800, 101_500],
  ['207', '文化旅游体育与传媒支出', 7_900, 8_200],
  ['208', '社会保障和就业支出', 72_500, 77_300],
  ['210', '卫生健康支出', 48_600, 50_900],
  ['211', '节能环保支出', 13_200, 13_800],
  ['212', '城乡社区支出', 26_700, 25_400],
  ['213', '农林水支出', 68_900, 72_600],
  ['214', '交通运输支出', 17_800, 18_300],
  ['221', '住房保障支出', 15_400, 15_900],
  ['224', '灾害防治及应急管理支出', 6_300, 6_700],
] as const

const budgetOf = (year: number, growth: number): DemoTable['tables'] => {
  const grown = (amount: number) => Math.round(amount * growth)
  return [
    {
      schema: 'budget-expenditure',
      rows: expenditure.map(([code, subject, last, now]) => ({
        code,
        subject,
        lastYear: String(grown(last)),
        budget: String(grown(now)),
        change: share(grown(now), grown(last)),
      })),
    },
    {
      schema: 'budget-revenue',
      rows: revenue.map(([subject, last, now]) => ({
        subject: `${subject}`,
        lastYear: String(grown(last)),
        budget: String(grown(now)),
        change: share(grown(now), grown(last)),
      })),
    },
    {
      schema: 'government-debt',
      rows: [
        ['一般债务', 182_000, 171_400, 12_000, 6_900, 5_480],
        ['专项债务', 246_000, 221_700, 28_500, 9_300, 7_260],
      ].map(([kind, limit, opening, issued, repaid, interest]) => ({
        kind: String(kind),
        limit: String(grown(Number(limit)) + year - 2000),
        opening: String(grown(Number(opening))),
        issued: String(grown(Number(issued))),
        repaid: String(grown(Number(repaid))),
        balance: String(grown(Number(opening)) + grown(Number(issued)) - grown(Number(repaid))),
        interest: String(grown(Number(interest))),
      })),
    },
  ]
}

/** What became of a year's budget: a little less or more than was planned. */
const finalOf = (): DemoTable['tables'] => [
  {
    schema: 'final-expenditure',
    rows: expenditure.map(([code, subject, , now], at) => {
      const budget = Math.round(now * 0.94)
      const final = Math.round(budget * (0.962 + (at % 5) * 0.012))
      return {
        code,
        subject,
        budget: String(budget),
        final: String(final),
        change: share(final, budget),
      }
    }),
  },
  {
    schema: 'three-public',
    rows: rowsOf('unit total abroad purchase running reception', [
      '青穗县人民政府办公室|96.5||18|52.5|26',
      '青穗县财政局|38.2|||24.2|14',
      '青穗县民政局|31.6|||22.1|9.5',
      '青穗县农业农村局|54.4||18|27.4|9',
      '青穗县应急管理局|62.8||24|33.3|5.5',
    ]),
  },
]

// Invented, as the whole county is; published as 张*三, so the middle is masked on the way in.
const families = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜'
const given = ['建国', '秀英', '志强', '桂兰', '文斌', '玉梅', '永福', '素珍', '国平', '春生']

const subsidies = (paidOn: CivilDate): Row[] => {
  const draw = drawFor('farm-subsidies')
  return townships.flatMap((town) =>
    town.villages
      .filter(({ name }) => name.endsWith('村'))
      .flatMap((village) =>
        Array.from({ length: 5 }, (_, at) => {
          const area = draw.int(12, 96) / 10
          return {
            township: town.name,
            village: village.name,
            household: `${[...families][draw.int(0, families.length - 1)]}${given[at * 2 + draw.int(0, 1)]}`,
            item: '耕地地力保护补贴',
            area: String(area),
            rate: '98.5',
            amount: (area * 98.5).toFixed(2),
            paidOn,
          }
        }),
      ),
  )
}

// Kinds of help and what each person gets a month.
const townHelp = ['城市低保', 640] as const
const villageHelp = [
  ['农村低保', 496],
  ['农村低保', 512],
  ['特困分散供养', 1_080],
] as const

const assisted = (since: CivilDate): Row[] => {
  const draw = drawFor('social-assistance')
  return townships.flatMap((town) =>
    town.villages.slice(0, 6).flatMap((village) =>
      Array.from({ length: 3 }, (_, at) => {
        const drawn = villageHelp[draw.int(0, villageHelp.length - 1)] ?? villageHelp[0]
        const [kind, month] = village.name.endsWith('社区') ? townHelp : drawn
        const people = kind.startsWith('特困') ? 1 : draw.int(1, 4)
        return {
          township: town.name,
          village: village.name,
          person: `${[...families][draw.int(0, families.length - 1)]}${given[at * 3 + draw.int(0, 2)]}`,
          kind,
          people: String(people),
          amount: String(month * people),
          since,
        }
      }),
    ),
  )
}

/** Tables of the sets that must be published, as the county's bodies put them out. */
export const demoTables = (today: CivilDate): DemoTable[] => {
  const ago = (days: number) => addDays(today, -days)
  const thisYear = yearOf(today)
  const budget = (year: number, on: CivilDate, growth: number): DemoTable => ({
    key: `data-budget-${year}`,
    by: 'caizheng',
    title: `青穗县${year}年一般公共预算和政府债务情况`,
    kind: '预算',
    text: `<p>${year}年县级一般公共预算收支和政府债务情况，已经县人民代表大会批准，现予公开。金额单位为万元。</p><p>农林水、教育、社会保障支出继续增长，一般性支出压减。</p>`,
    serves: '财政预决算>财政预决算>政府预算',
    on,
    year,
    tables: budgetOf(year, growth),
    keywords: ['预算', '政府债务'],
  })
  return [
    budget(thisYear - 1, ago(565), 0.94),
    budget(thisYear, ago(240), 1),
    {
      key: 'data-subsidies',
      by: 'nongye',
      title: `青穗县${yearOf(ago(150))}年耕地地力保护补贴发放公示`,
      kind: '公示',
      text: '<p>耕地地力保护补贴已通过“一卡通”发放到户，现将发放情况公示。对面积、金额有异议的，可向村民委员会或者县农业农村局反映。</p>',
      serves: '涉农补贴>农业生产发展资金>耕地地力保护',
      on: ago(148),
      year: yearOf(ago(150)),
      tables: [{ schema: 'farm-subsidies', rows: subsidies(ago(160)) }],
      keywords: ['惠农补贴', '乡村振兴'],
    },
    {
      key: 'data-final',
      by: 'caizheng',
      title: `青穗县${thisYear - 1}年一般公共预算支出决算和“三公”经费情况`,
      kind: '决算',
      text: `<p>${thisYear - 1}年县级一般公共预算支出决算已经县人民代表大会常务委员会批准，现连同部分单位“三公”经费预算一并公开。金额单位为万元。</p>`,
      serves: '财政预决算>财政预决算>政府决算',
      on: ago(75),
      year: thisYear - 1,
      tables: finalOf(),
      keywords: ['决算', '“三公”经费'],
    },
    {
      key: 'data-assistance',
      by: 'minzheng',
      title: '青穗县最低生活保障和特困供养对象名单（第三季度）',
      kind: '公示',
      text: '<p>现将经县民政局审批、本季度享受最低生活保障和特困人员救助供养的对象予以公示。对名单有异议的，可向县民政局反映。</p>',
      serves: '社会救助>最低生活保障>审批信息',
      on: ago(45),
      year: yearOf(ago(45)),
      tables: [{ schema: 'social-assistance', rows: assisted(ago(110)) }],
      keywords: ['低保', '特困供养'],
    },
    {
      key: 'data-recruitment',
      by: 'jiaoyu',
      title: `青穗县${yearOf(ago(120))}年公开招聘教师岗位表`,
      kind: '公告',
      text: '<p>经县人民政府同意，面向社会公开招聘教师。招聘岗位和资格条件如下，报名、考试、体检安排另行公告。</p>',
      serves: '义务教育>教师管理>教师公开招聘',
      on: ago(118),
      year: yearOf(ago(120)),
      tables: [
        {
          schema: 'recruitment',
          rows: rowsOf('unit code post kind number education subject other', [
            '青穗县第一初级中学|A01|语文教师|专业技术岗位|3|本科及以上|汉语言文学类|具有初级中学教师资格证',
            '青穗县第一初级中学|A02|物理教师|专业技术岗位|2|本科及以上|物理学类|具有初级中学教师资格证',
            '青穗县第二初级中学|A03|英语教师|专业技术岗位|2|本科及以上|外国语言文学类|具有初级中学教师资格证',
            '穗城第一小学|B01|数学教师|专业技术岗位|2|本科及以上|数学类、小学教育|具有小学教师资格证',
            '棠坞镇中心小学|B02|全科教师|专业技术岗位|4|大专及以上|小学教育|服务期五年',
            '芦汀镇中心小学|B03|体育教师|专业技术岗位|1|大专及以上|体育学类|具有小学教师资格证',
            '芦汀九年一贯制学校|B04|宿舍管理员|工勤技能岗位|1|高中及以上||限本县户籍',
          ]),
        },
      ],
      keywords: ['招聘', '教师'],
    },
    {
      key: 'data-penalties',
      by: 'yingji',
      title: '青穗县应急管理局行政处罚决定公示',
      kind: '公示',
      text: '<p>依照《中华人民共和国行政处罚法》，现将近期作出的行政处罚决定予以公示。</p>',
      serves: '安全生产>依法行政>行政处罚',
      on: ago(60),
      year: yearOf(ago(60)),
      tables: [
        {
          schema: 'penalties',
          rows: rowsOf(
            'number party partyKind offence ground kind content fine decidedOn shownUntil organ',
            [
              `（青）应急罚〔${thisYear}〕3号|青穗县石门建材有限公司|法人及非法人组织|未按规定设置安全警示标志|《中华人民共和国安全生产法》第九十九条|罚款|罚款人民币二万元|2|${ago(70)}|${addDays(ago(70), 365)}|青穗县应急管理局`,
              `（青）应急罚〔${thisYear}〕4号|芦汀水产冷藏厂|法人及非法人组织|未如实记录安全生产教育和培训情况|《中华人民共和国安全生产法》第九十七条|罚款|罚款人民币一万五千元|1.5|${ago(69)}|${addDays(ago(69), 365)}|青穗县应急管理局`,
              `（青）应急罚〔${thisYear}〕5号|穗城烟花爆竹零售点|个体工商户|存放的烟花爆竹数量超过许可证载明的范围|《烟花爆竹经营许可实施办法》第三十五条|罚款|罚款人民币三千元|0.3|${ago(67)}|${addDays(ago(67), 365)}|青穗县应急管理局`,
              `（青）应急罚〔${thisYear}〕6号|孔令山|自然人|未取得特种作业操作证上岗作业|《特种作业人员安全技术培训考核管理规定》第四十一条|警告|警告||${ago(65)}|${addDays(ago(65), 365)}|青穗县应急管理局`,
            ],
          ),
        },
      ],
      keywords: ['行政处罚'],
    },
    {
      key: 'data-accidents',
      by: 'yingji',
      title: '青穗县生产安全事故调查处理情况',
      kind: '统计',
      text: '<p>近年来县域内生产安全事故的调查处理和整改评估情况如下。</p>',
      serves: '安全生产>行政管理>事故通报',
      on: ago(90),
      year: yearOf(ago(90)),
      tables: [
        {
          schema: 'accidents',
          rows: rowsOf('name on place trade class dead hurt loss reportedOn blamed state', [
            `石门坳矿区“3·12”车辆伤害事故|${ago(560)}|棠坞镇|建材|一般事故|1|0|138|${ago(480)}|5|已评估`,
            `芦汀镇“7·05”触电事故|${ago(430)}|芦汀镇|水产加工|一般事故|1|1|112.5|${ago(350)}|4|已评估`,
            `城东新区“10·18”高处坠落事故|${ago(330)}|穗城街道|建筑施工|一般事故|1|0|145|${ago(250)}|6|评估中`,
          ]),
        },
      ],
      keywords: ['安全生产', '事故调查'],
    },
    {
      key: 'data-enrolment',
      by: 'jiaoyu',
      title: `青穗县${yearOf(ago(130))}年义务教育学校招生计划和招生范围`,
      kind: '公告',
      text: '<p>义务教育阶段学校实行免试就近入学。各校招生计划和招生范围公布如下，报名不收取任何费用。</p>',
      serves: '义务教育>招生管理>招生计划；义务教育>招生管理>招生范围',
      on: ago(130),
      year: yearOf(ago(130)),
      tables: [
        {
          schema: 'enrolment',
          rows: rowsOf('school stage nature area classes places telephone', [
            '穗城第一小学|小学|公办|穗河社区、东垄村|6|270|0900-8815101',
            '穗城第二小学|小学|公办|文峰路社区、桥头畈村|6|270|0900-8815102',
            '西圩坝小学|小学|公办|西圩坝村、麦场村|2|80|0900-8815103',
            '澄岚镇中心小学|小学|公办|澄岚镇各村|2|84|0900-8815104',
            '棠坞镇中心小学|小学|公办|棠坞镇各村|3|120|0900-8815105',
            '芦汀镇中心小学|小学|公办|芦汀镇各村|3|126|0900-8815106',
            '青穗县第一初级中学|初中|公办|穗城街道|10|500|0900-8815201',
            '青穗县第二初级中学|初中|公办|澄岚镇、棠坞镇|6|288|0900-8815202',
            '芦汀九年一贯制学校|九年一贯制|公办|芦汀镇各村|4|180|0900-8815203',
          ]),
        },
      ],
      keywords: ['招生', '义务教育'],
    },
    {
      key: 'data-plans',
      by: 'fagai',
      title: '青穗县规划计划一览（含历史规划）',
      kind: '公告',
      text: '<p>现将本县国民经济和社会发展规划、专项规划及历史规划的编制情况集中公布。</p>',
      serves: '',
      column: 'plans',
      on: ago(100),
      year: yearOf(ago(100)),
      tables: [
        {
          schema: 'plans',
          rows: rowsOf('name kind fromYear toYear organ standing', [
            '青穗县国民经济和社会发展第十二个五年规划纲要|发展规划|2011|2015|青穗县人民政府|历史',
            '青穗县国民经济和社会发展第十三个五年规划纲要|发展规划|2016|2020|青穗县人民政府|历史',
            '青穗县国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要|发展规划|2021|2025|青穗县人民政府|历史',
            '青穗县国民经济和社会发展第十五个五年规划纲要|发展规划|2026|2030|青穗县人民政府|现行',
            '青穗县国土空间总体规划|国土空间规划|2021|2035|青穗县自然资源和规划局|现行',
            '青穗县乡村振兴专项规划|专项规划|2023|2027|青穗县农业农村局|现行',
            '青穗县茶产业高质量发展规划|专项规划|2024|2028|青穗县农业农村局|现行',
          ]),
        },
      ],
      keywords: ['规划', '乡村振兴'],
    },
  ]
}
