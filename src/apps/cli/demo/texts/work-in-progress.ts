import type { Attribute, DocumentKind, DraftState, Role } from '../types.ts'

/** A text on somebody's desk; days count from today, `formed` back and `scheduled` ahead. */
export interface Unfinished {
  readonly key: string
  readonly clerk: string
  readonly by: string
  readonly kind: DocumentKind
  readonly title: string
  readonly serves: string
  readonly formed: number
  readonly keywords: string
  readonly body: string
  readonly state: DraftState
  readonly returned?: { readonly by: Role; readonly reason: string }
  readonly scheduled?: number
  readonly attribute?: Attribute
  readonly ground?: readonly [code: string, reason: string]
}

export const unfinished: readonly Unfinished[] = [
  {
    key: 'draft-school-heating',
    clerk: 'jiaoyu-clerk',
    by: 'jiaoyu',
    kind: '通知',
    title: '关于做好今冬明春中小学校园安全和取暖工作的通知',
    serves: '义务教育>校园安全管理',
    formed: 2,
    keywords: '校园安全 取暖',
    state: 'draft',
    body: `
各中小学、幼儿园：
为确保师生温暖过冬、安全过冬，现就有关工作通知如下。
# 一、取暖保障
山区学校（云脚教学点、樟坪小学）提前一周供暖，教室温度不低于16℃；使用空调的学校由供电公司检查线路负荷，禁止使用明火和“小太阳”。
# 二、安全排查
（此处待安全股补充：燃气报警器安装进度、校车冬季轮胎更换情况）
# 三、
`,
  },
  // Neither title nor kind says whether it is a permit: the clerk has to say which limit counts.
  {
    key: 'draft-site-opinion',
    clerk: 'ziran-clerk',
    by: 'ziran',
    kind: '公示',
    title: '城东养老服务综合体项目选址意见书核发情况',
    serves: '重大建设项目>建设项目选址审批',
    formed: 4,
    keywords: '选址意见书 建设项目',
    state: 'draft',
    body: `
城东养老服务综合体项目选址申请经审查符合国土空间规划和用地标准，已核发选址意见书，现将审批结果公示如下。
|项目|内容|
|项目名称|城东养老服务综合体|
|审批结果|准予选址|
|选址意见书文号|用字第331082202600017号|
|批复单位|青穗县自然资源和规划局|
|用地面积|2.46公顷|
`,
  },
  {
    key: 'draft-budget-adjust',
    clerk: 'caizheng-clerk',
    by: 'caizheng',
    kind: '预算',
    title: '青穗县年度预算调整方案（草案）说明',
    serves: '财政预决算>政府预算',
    formed: 3,
    keywords: '预算调整 债券',
    state: 'draft',
    body: `
因新增政府债务限额和重大政策调整，拟对年度县级预算作如下调整。
^ 一般公共预算调整表（单位：万元）
|项目|年初预算|调整数|调整后|
|新增一般债券收入|18000|+4200|22200|
|上级专项转移支付|183400|+2650|186050|
|教育支出|58900|+1800|60700|
|农林水支出|41500|+3150|44650|
（平衡表待与国库股核对，人大常委会批准后20日内公开）
`,
  },
  {
    key: 'draft-tea-frost',
    clerk: 'chenglan-clerk',
    by: 'chenglan',
    kind: '公示',
    title: '澄岚镇茶叶低温气象指数保险理赔情况公示',
    serves: '乡村振兴>其他政策文件',
    formed: 5,
    keywords: '茶叶保险 理赔',
    state: 'returned',
    returned: {
      by: 'sectionHead',
      reason:
        '第二部分表格里有3户农户写了全名和完整银行账号，请遮蔽姓名中间字、删除账号列；理赔总额与保险公司盖章清单差0.36万元，核对后再报。',
    },
    body: `
4月上旬我镇出现低温霜冻，触发茶叶低温气象指数保险赔付条件，现将理赔情况公示如下。
# 一、总体情况
全镇参保茶园1.34万亩、712户，触发赔付的气象站3个，总赔款86.42万元。
# 二、分村情况
|村|户数|受灾面积（亩）|赔款（万元）|
|茶垄村|168|3020|24.16|
|上澄村|151|2640|19.80|
|樟坪岭村|84|1610|14.49|
|云脚村|61|1150|10.35|
|竹溪口村|46|980|7.84|
|下澄村|58|1220|9.42|
`,
  },
  {
    key: 'draft-food-recall',
    clerk: 'shichang-clerk',
    by: 'shichang',
    kind: '公示',
    title: '食品安全监督抽检信息公示（本年第11期）',
    serves: '食品药品监管>由本部门组织的食品安全监督抽检',
    formed: 6,
    keywords: '食品抽检 不合格',
    state: 'returned',
    returned: {
      by: 'leader',
      reason:
        '不合格的那批次干辣椒生产企业已提出异议并申请复检，复检结论出来前不要公布；先把其余46批次合格结果单独成文。',
    },
    body: `
近期，我局组织抽检粮食加工品、调味品、糕点等6大类食品47批次，合格46批次，不合格1批次，现予公示。
|序号|样品|被抽样单位|标称生产企业|不合格项目|结果|
|1|散装干辣椒|文峰路农贸市场某摊位|（标签不全）|二氧化硫残留量0.38g/kg|不合格|
检验依据：《食品安全国家标准 食品添加剂使用标准》GB 2760。
`,
  },
  {
    key: 'draft-dibao-q4',
    clerk: 'minzheng-clerk',
    by: 'minzheng',
    kind: '公示',
    title: '青穗县冬季困难群众慰问物资发放方案',
    serves: '社会救助>临时救助>政策法规文件',
    formed: 2,
    keywords: '慰问 物资 困难群众',
    state: 'awaitingSectionHead',
    body: `
为让困难群众安全温暖过冬，经研究，拟发放冬季慰问物资，方案如下。
一、对象：低保家庭3475户、特困人员735人、低保边缘家庭中的重度残疾人和重病患者186户。
二、物资：每户棉被1床、大米10公斤、食用油5升；分散供养特困人员加发电热毯1条，并由村干部检查用电安全。
三、时间：12月20日前发放到户，由本人或委托人签字，村公示栏公布领取户数和数量。
四、资金：中央冬春救助资金62万元、县慈善总会定向捐款18万元。
`,
  },
  {
    key: 'draft-land-maichang',
    clerk: 'ziran-clerk',
    by: 'ziran',
    kind: '公告',
    title: '征收土地预公告（麦场物流园片区）',
    serves: '农村集体土地征收>征地法定公告',
    formed: 3,
    keywords: '征收土地预公告 麦场村',
    state: 'awaitingLeader',
    body: `
因交通、物流基础设施建设需要，拟征收穗城街道麦场村部分集体土地，依照《中华人民共和国土地管理法实施条例》第二十六条预公告如下。
一、征收范围：麦场村第1、5村民小组，东至迎宾西路、南至麦场渠，拟征收约5.2公顷。
二、征收目的：政府组织实施的交通、仓储设施建设。
三、土地现状调查安排：公告期满后20日内完成。
四、自公告之日起，在拟征收范围内抢栽抢建的不予补偿。公告期限不少于十个工作日。
`,
  },
  {
    key: 'draft-fiscal-bank-rate',
    clerk: 'caizheng-clerk',
    by: 'caizheng',
    kind: '公告',
    title: '县级国库现金管理商业银行定期存款招标结果公告',
    serves: '公共资源交易>投诉处理结果和监督检查处理结果',
    formed: 4,
    keywords: '国库现金 定期存款',
    state: 'awaitingSecrecyReviewer',
    body: `
根据国库现金管理有关规定，第二期县级国库现金管理定期存款招标已完成，现将结果公告如下。
|中标银行|存款金额（万元）|期限|中标利率|
|县农商银行|6000|3个月|1.28%|
|邮储银行青穗支行|3000|3个月|1.25%|
|工商银行青穗支行|1000|3个月|1.23%|
质押品由中央结算公司托管，质押比例105%。
`,
  },
  {
    key: 'draft-office-emergency',
    clerk: 'office-clerk',
    by: 'office',
    kind: '通知',
    title: '青穗县人民政府办公室关于印发低温雨雪冰冻灾害应急预案的通知',
    serves: '',
    formed: 1,
    keywords: '低温雨雪 应急预案',
    state: 'awaitingSigner',
    body: `
各镇人民政府、穗城街道办事处，县政府各部门、各直属单位：
《青穗县低温雨雪冰冻灾害应急预案》已经县政府同意，现印发给你们，请认真组织实施。
# 一、响应分级
|等级|条件|主要措施|
|Ⅳ级|24小时内最低气温下降8℃以上且低于0℃|供水管网防冻、农业设施加固|
|Ⅲ级|积雪深度5厘米以上，道路结冰|融雪除冰、山区班车停运|
|Ⅱ级|10厘米以上或电网覆冰|救助站全天开放、学校停课|
# 二、重点保障
供水抢修队伍8支、发电车2台、融雪剂120吨；独居老人、分散供养特困人员由村（社区）每日探访。
`,
  },
  {
    key: 'draft-luting-road',
    clerk: 'luting-clerk',
    by: 'luting',
    kind: '公示',
    title: '芦汀镇沿河街道路改造项目竣工结算公示',
    serves: '乡村振兴>项目库建设',
    formed: 7,
    keywords: '沿河街 竣工结算',
    state: 'approved',
    body: `
芦汀镇沿河街道路改造项目已竣工验收，现将结算情况公示，公示期7日。
|项目|内容|
|建设内容|改造道路1.24公里、雨水管1.3公里、路灯46盏|
|合同价|286.4万元|
|送审价|301.7万元|
|审定价|282.9万元，核减18.8万元|
|资金来源|衔接资金120万元，镇级自筹162.9万元|
`,
  },
  // What a machine has to stop: numbers of 1900 in a county that never was, so they are nobody's.
  {
    key: 'draft-grain-subsidy-list',
    clerk: 'tangwu-clerk',
    by: 'tangwu',
    kind: '公示',
    title: '棠坞镇耕地地力保护补贴发放名单公示',
    serves: '涉农补贴>耕地地力保护',
    formed: 1,
    keywords: '耕地地力保护 补贴 公示',
    state: 'draft',
    body: `
根据县农业农村局、县财政局布署，经农户申报、村级公示、镇级审核，现将耕地地力保护补贴发放名单公示如下，公示期7天。
^ 耕地地力保护补贴发放名单
|序号|姓名|身份证号码|村别|补贴面积（亩）|补贴金额（元）|
|1|谢春生|33000019000307001X|棠坞村|3.6|432|
|2|周玉兰|330000190005120148|棠坞村|2.1|252|
|3|叶茂林|330000190009210220|棠坞村|5.4|648|
|4|何水妹|330000190001180370|棠坞村|1.8|216|
对名单有异议的，请在公示期内向镇农业综合服务中心反映。监督电话：0900-8822011。
`,
  },
  {
    key: 'draft-tangwu-water',
    clerk: 'tangwu-clerk',
    by: 'tangwu',
    kind: '提示',
    title: '棠坞镇梨园冬季清园和防火提示',
    serves: '乡村振兴>其他政策文件',
    formed: 2,
    keywords: '梨园 清园 防火',
    state: 'scheduled',
    scheduled: 2,
    body: `
全镇梨农朋友：
冬季清园是来年少病虫的关键，也是野外火灾易发时段，特提示如下。
一、11月下旬至12月上旬完成落叶、病果、枯枝清理，统一运至村收集点粉碎堆肥，严禁就地焚烧。粉碎服务电话0900-8822026，每亩补助20元。
二、树干涂白高度80厘米，配方为生石灰10份、硫磺1份、食盐0.5份、水40份。
三、林缘50米内禁止野外用火，确需炼山的须提前3日报镇林业站审批。发现火情请拨打12119。
`,
  },
  {
    key: 'draft-village-shangcheng',
    clerk: 'shangcheng-clerk',
    by: 'shangcheng',
    kind: '公示',
    title: '上澄村茶叶共享加工坊招租方案（征求意见稿）',
    serves: '',
    formed: 1,
    keywords: '集体资产 招租',
    state: 'awaitingSectionHead',
    body: `
经村民代表会议讨论，拟将茶叶共享加工坊对外招租，方案征求意见如下。
一、标的：厂房1240平方米、杀青揉捻生产线2条；底价每年12.8万元，租期3年，每年递增2%。
二、承租条件：优先收购本村鲜叶，价格不低于镇发布的指导价；用工中本村村民不少于8人。
三、方式：镇农村产权交易平台公开竞价。有意见请在10日内向村务监督委员会提出。
`,
  },
  {
    key: 'draft-onrequest',
    clerk: 'ziran-clerk',
    by: 'ziran',
    kind: '批复',
    title: '关于桥头畈村第4村民小组征地补偿费用支付情况的复函',
    serves: '农村集体土地征收>征地补偿安置费用支付',
    formed: 3,
    keywords: '征地补偿 费用支付',
    state: 'awaitingSecrecyReviewer',
    attribute: 'onRequest',
    ground: [
      'privacy',
      '支付凭证涉及各户账户和金额，属于个人隐私；目录规定该事项为依申请公开，集体收支汇总已由村公示。',
    ],
    body: `
桥头畈村股份经济合作社：
你社来函询问第4村民小组征地补偿费用支付情况。经核，土地补偿费和安置补助费合计267.38万元已分两次支付到合作社专户，青苗和附着物补偿48.91万元已按户支付完毕，支付凭证编号及分户明细见附件。
请按村民代表会议决议分配并由村务监督委员会按季公布收支。
`,
  },
]
