import type { Details, Form } from '#interpretation/contract'

/** What explains the demo county's policies besides the texts that stand in its fields. Invented. */

/** Of the texts that the fields hold already: in which form they explain. */
export const formsOf: Readonly<
  Record<string, { readonly form: Form; readonly details?: Details }>
> = {
  'gov-priorities': { form: 'qa' },
  'fin-budget': { form: 'text' },
  'rural-house-plan': { form: 'qa' },
  'farm-land-subsidy': { form: 'qa' },
  'edu-enrolment': { form: 'text' },
  'aid-dibao-standard': {
    form: 'chart',
    details: {
      altText:
        '图中左列为原标准，右列为新标准。城乡低保标准统一提高；差额部分按“新标准减去家庭人均收入”补发，三口之家的算例在图下方列出。',
    },
  },
}

export interface DemoMaterial {
  readonly policy: string
  readonly form: Form
  readonly title: string
  readonly author: string
  readonly authorPost: string
  readonly details: Details
  readonly html: string
}

const said = (...lines: string[]): string => lines.map((line) => `<p>${line}</p>`).join('')

/** Those released a day after their policy, through the same desk. */
export const materials: readonly DemoMaterial[] = [
  {
    policy: 'aid-dibao-standard',
    form: 'video',
    title: '两分钟看懂：低保标准提高后怎么领、领多少',
    author: '何晴',
    authorPost: '县民政局社会救助股股长',
    details: {
      mediaAddress: 'https://video.qingsui.example/dibao',
      minutes: '2',
      transcript:
        '画面：乡镇便民服务中心。\n为什么提高标准？为了让困难家庭的收入跟上物价。\n怎么领？原来已经在保的家庭不用重新申请，差额从执行之月起算，下月一并补发到社保卡。\n领多少？用新标准减去家庭人均月收入，再乘人数。\n还有疑问，请到所在乡镇便民服务中心社会救助窗口咨询。',
    },
    html: said(
      '背景和目的：城乡居民消费支出上升，为了保障困难家庭基本生活，县民政局、县财政局联合调整标准。',
      '主要措施：统一城乡标准，在保家庭自动补差，新申请家庭当月受理、次月发放。',
      '与原来相比，变化有两处：标准提高；特困人员照料护理标准同步调整。',
    ),
  },
  {
    policy: 'edu-enrolment',
    form: 'interview',
    title: '访谈：义务教育招生今年有哪些新变化',
    author: '郑敏',
    authorPost: '县教育局基础教育股股长',
    details: {
      heldOn: '2026-06-12',
      guest: '县教育局副局长 田野',
      transcript:
        '主持人：今年招生为什么要提前公布学区？\n嘉宾：为了让家长有时间准备材料，也便于社会监督。\n主持人：随迁子女需要哪些材料？\n嘉宾：居住证和监护人身份证明两样，其余由部门数据核对，不用群众再跑。',
    },
    html: said(
      '背景：适龄儿童分布变化，城区两所学校学位紧张。目的是让学位和生源匹配。',
      '主要措施：学区微调、网上报名、随迁子女材料减为两样。与去年相比，报名时间提前一周。',
    ),
  },
  {
    policy: 'farm-machinery',
    form: 'cartoon',
    title: '漫画：老杨买农机，补贴这样领',
    author: '罗松',
    authorPost: '县农业农村局农机管理股股长',
    details: {
      altText:
        '第一格：老杨在农机店看中一台插秧机。第二格：店员告诉他先按全价购机、开发票。第三格：老杨用手机拍照上传发票和机具铭牌。第四格：镇里核验机具。第五格：补贴到账，短信提醒。',
      mediaAddress: 'https://www.qingsui.example/comics/farm-machinery',
    },
    html: said(
      '背景：机耕机收率提高后，插秧、烘干环节还是短板。目的是补上短板。',
      '主要措施：补贴向插秧机、烘干机倾斜，手机申请、镇级核验。与去年相比，新增烘干机报废更新补贴。',
    ),
  },
  {
    policy: 'gov-disclosure-plan',
    form: 'pressConference',
    title: '政务公开工作要点新闻发布会实录',
    author: '方正',
    authorPost: '县政府办公室副主任',
    details: {
      heldOn: '2026-04-22',
      place: '县融媒体中心一楼发布厅',
      speakers: '县政府办公室、县民政局、县农业农村局负责人',
      transcript:
        '主持人：今年公开的重点在哪里？\n答：在乡镇和村。低保、补贴、村级账目三类信息，群众看得最多。\n记者：怎么保证按时公开？\n答：每项都有期限，到期未公开的，系统自动提醒并计入考评。',
    },
    html: said(
      '背景和目的：推进基层政务公开标准化规范化，让群众看得到、看得懂。',
      '主要措施：标准目录全覆盖，解读材料与文件同步。与往年相比，变化是把村务公开纳入同一平台。',
    ),
  },
  {
    policy: 'insurance-adjust',
    form: 'chart',
    title: '一图读懂：基础养老金涨了多少',
    author: '田甜',
    authorPost: '县人力社保局居民养老保险股股长',
    details: {
      altText:
        '图表分三栏：调整前、调整后、增加额。60至64周岁、65至79周岁、80周岁以上三档分别列出，年满80周岁的另有高龄加发。',
      mediaAddress: 'https://www.qingsui.example/charts/pension',
    },
    html: said(
      '背景：省级统一部署。目的是保障老年居民基本生活。',
      '主要措施：全体待遇领取人员普遍提高，高龄加发。与原标准相比的变化见图。',
    ),
  },
  {
    policy: 'bureau-veterans',
    form: 'expert',
    title: '专家解读：优抚补助标准调整的依据和算法',
    author: '孟州',
    authorPost: '县退役军人事务局优抚股',
    details: { expert: '市委党校公共管理教研室 秦岭' },
    html: said(
      '背景：优抚对象补助与居民收入增长挂钩。目的是让优抚对象共享发展成果。',
      '主要措施：分类提高标准，从当年1月起补发。与上年相比的变化，主要在农村籍退役士兵老年生活补助。',
    ),
  },
]

/** A policy whose planned video is not out: its explanation is owed. */
export const owed = { policy: 'bureau-forest-fire', form: 'video', author: '卢青' } as const

/** Question, answer, and the policy that they are about; many ask the first ones. */
export const answers: readonly (readonly [
  policy: string,
  question: string,
  answer: string,
  asked: number,
])[] = [
  [
    'aid-dibao-standard',
    '已经在领低保，标准提高后要重新申请吗？',
    '不用。已经在保的家庭由县民政局按新标准自动核算，差额从执行之月起算，下月一并补发到社保卡。',
    4,
  ],
  [
    'aid-dibao-standard',
    '低保申请要带什么材料？',
    '带身份证、户口簿和收入证明，到户籍地或者居住地乡镇便民服务中心社会救助窗口申请。有车辆、房产、存款的如实申报，由部门核对。',
    2,
  ],
  [
    'aid-dibao-standard',
    '低保多久能批下来？',
    '自受理之日起一般20个工作日内作出决定，情况复杂的可以延长，窗口会告知原因。',
    1,
  ],
  [
    'edu-enrolment',
    '随迁子女上小学要什么材料？',
    '居住证和监护人身份证明两样。社保、租房信息由部门数据核对，不用另外提供。',
    3,
  ],
  [
    'edu-enrolment',
    '孩子差几天满六周岁能报名吗？',
    '当年8月31日前年满六周岁的可以报名，9月1日以后满六周岁的次年入学。',
    2,
  ],
  [
    'edu-enrolment',
    '两个孩子能不能上同一所学校？',
    '同一家庭的多子女可以申请“长幼随学”，报名时在平台勾选，由学校核验。',
    1,
  ],
  [
    'farm-machinery',
    '买农机是先领补贴还是先买？',
    '先全价购机、取得发票，再用手机或者到乡镇窗口申请，核验机具后发放补贴。',
    2,
  ],
  [
    'farm-machinery',
    '二手农机有补贴吗？',
    '没有。补贴只对新购置、在补贴目录内的机具；旧机报废更新另有补贴。',
    1,
  ],
  [
    'farm-land-subsidy',
    '土地流转出去了，补贴给谁？',
    '补贴发给拥有耕地承包权的农户；流转合同另有约定的从其约定。',
    3,
  ],
  [
    'farm-land-subsidy',
    '房前屋后开荒的地有补贴吗？',
    '没有。只补贴确权登记的耕地，已作为畜牧养殖场、林地或者抛荒的不予补贴。',
    1,
  ],
  [
    'rural-house-plan',
    '哪些人可以申请危房改造补助？',
    '农村低保户、分散供养特困人员、低保边缘家庭和未消除风险的监测户，住房经鉴定为C级、D级的可以申请。',
    1,
  ],
  [
    'rural-house-plan',
    '先拆了旧房再申请行不行？',
    '不行。请先申请、鉴定、公示，批准后再动工，否则无法核定补助。',
    1,
  ],
  [
    'insurance-adjust',
    '基础养老金提高后什么时候补发？',
    '从当年1月起计算，待遇发放当月一并补发到社保卡。',
    1,
  ],
  [
    'gov-priorities',
    '民生实事进度在哪里看？',
    '县政府门户网站每季度末公布一次，各项目的责任单位和电话同时列出。',
    1,
  ],
  [
    'fin-budget',
    '预算里的“三公”经费在哪里查？',
    '在财政预决算栏目，各部门预算说明的第三部分单独列出“三公”经费，并与上年比较。',
    1,
  ],
]

export const programmes = [
  {
    by: 'minzheng',
    policy: 'aid-dibao-standard',
    kind: 'interview',
    title: '在线访谈：低保标准提高以后',
    guest: '何晴',
    guestPost: '县民政局社会救助股股长',
    place: '县政府门户网站访谈室',
    about: '围绕低保新标准，回答网友提问。',
    days: -40,
    questions: [
      {
        question: '标准提高以后，边缘家庭怎么办？',
        answer: '低保边缘家庭中的重病、重残人员可以“单人保”，按本人申请。',
      },
      {
        question: '外出务工收入怎么算？',
        answer: '按实际收入计算，扣减必要的就业成本，窗口会逐项说明。',
      },
    ],
    transcript:
      '主持人：各位网友好，今天请到县民政局的同志，谈谈低保标准提高以后大家关心的问题。\n嘉宾：谢谢大家。先说结论：在保家庭不用跑，差额自动补发。\n主持人：网友问得最多的是怎么算……\n嘉宾：用新标准减去家庭人均月收入，再乘共同生活的人数。',
  },
  {
    by: 'nongye',
    policy: 'farm-machinery',
    kind: 'lecture',
    title: '政策宣讲进乡村：农机补贴怎么领',
    guest: '罗松',
    guestPost: '县农业农村局农机管理股股长',
    place: '澄岚镇文化礼堂',
    about: '面向种植大户和合作社，现场演示手机申请。',
    days: -90,
    questions: [
      { question: '合作社能以社员名义分别申请吗？', answer: '不能。机具归谁所有，就由谁申请。' },
    ],
    transcript:
      '宣讲人：今天讲三件事，补什么、补多少、怎么申请。\n（演示手机申请过程）\n现场提问见上。',
  },
  {
    by: 'jiaoyu',
    policy: 'edu-enrolment',
    kind: 'radioTv',
    title: '电视问政：家门口的好学校',
    guest: '田野',
    guestPost: '县教育局副局长',
    place: '青穗县融媒体中心新闻综合频道',
    about: '节目录制前征集问题，可在政策咨询窗口、热线提出。',
    days: 6,
    questions: [{ question: '第三实验小学什么时候启用？', answer: '' }],
    transcript: '',
  },
] as const

/** Where the first of them was reprinted. */
export const reprints = [
  [
    'aid-dibao-standard',
    'newMedia',
    '“青穗发布”公众号',
    'https://weixin.qingsui.example/dibao',
    8600,
  ],
  ['aid-dibao-standard', 'broadcast', '县广播电视台《民生直通车》', '', 21_000],
  ['aid-dibao-standard', 'meeting', '乡镇民政助理员培训班', '', 64],
  ['edu-enrolment', 'press', '《青穗日报》第二版', '', 12_000],
  ['edu-enrolment', 'website', '县教育局子站', 'https://jiaoyu.qingsui.example/zs', 5400],
] as const
