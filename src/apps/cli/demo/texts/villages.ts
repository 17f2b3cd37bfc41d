import { type Township, townships, type Village } from '../townships.ts'
import { rows } from './page.ts'
import type { Draw } from './random.ts'
import type { Sheet } from './sheet.ts'

/** What every village posts on its board: the quarter's accounts and who got the farmland subsidy. */

// Left blank on purpose: the account of the demo must have something to remind of.
const owesSubsidy = new Set(['jinlinzhou', 'zhangpingling', 'maichang'])
const owesAccounts = new Set(['gufengling', 'xixuba'])
const late = new Set(['liping', 'zhuxikou', 'shazhoushang'])

type Line = readonly [name: string, amount: number, note: string]

const incomeOf = (c: Draw, { farmland, trait }: Village): Line[] => [
  [
    farmland > 0 ? '上级转移支付（村级组织运转）' : '街道拨付社区工作经费',
    c.int(42, 61) * 1000,
    '财政按季拨付',
  ],
  ...(farmland > 0
    ? ([
        ['集体资产、资源发包租赁', c.int(18, 96) * 500, trait],
        ['惠农专项（公益岗位、保洁）', c.int(12, 30) * 800, '专款专用'],
      ] as const)
    : ([['社区用房出租、停车管理', c.int(36, 90) * 500, '合同公示于一楼大厅']] as const)),
  ['利息和其他', c.int(120, 980), '银行回单'],
]

const spendingOf = (c: Draw, { kind }: Village): Line[] => [
  [
    kind === 'village' ? '村干部、村民小组长误工补贴' : '社区工作者通讯和值班补贴',
    c.int(15, 26) * 1000,
    '按镇（街道）核定标准',
  ],
  ['保洁和垃圾清运', c.int(12, 24) * 600, '公益岗位另列'],
  ['水电、网络、报刊', c.int(28, 64) * 100, '票据齐全'],
  [
    kind === 'village'
      ? c.pick(['道路零星修补', '路灯更换', '渠道清淤', '文化活动和老年人慰问', '公示栏、监控维修'])
      : c.pick(['楼道照明更换', '文化活动和老年人慰问', '公示栏、监控维修']),
    c.int(18, 120) * 200,
    kind === 'village' ? '经村务监督委员会审核' : '经居务监督小组审核',
  ],
  ['误餐、会务（零招待）', c.int(3, 18) * 100, '不含烟酒'],
]

const total = (lines: readonly Line[]): number => lines.reduce((sum, [, amount]) => sum + amount, 0)

const accounts = (town: Township, place: Village): Sheet => ({
  key: `village-accounts-${place.code}`,
  by: place.code,
  kind: '公示',
  at: '10-12',
  lag: late.has(place.code) ? 36 : 2,
  column: 'village-affairs',
  title: `{short}{y}年第三季度${place.kind === 'village' ? '村务' : '居务'}和财务收支公示`,
  serves: '',
  keywords: '村务公开 财务收支 第三季度',
  body: (c) => {
    const income = incomeOf(c, place)
    const spending = spendingOf(c, place)
    const before = c.int(38, 260) * 1000
    return `
${place.kind === 'village' ? '根据《中华人民共和国村民委员会组织法》，经村务监督委员会审核' : '经居民代表会议和居务监督小组审核'}，现将{short}{y}年7月至9月收支情况公布如下，接受${place.kind === 'village' ? '村民' : '居民'}监督。
^ 收支明细（单位：元）
|类别|项目|金额|说明|
${rows(income.map((line) => ['收入', ...line]))}
|收入合计|—|${total(income)}|—|
${rows(spending.map((line) => ['支出', ...line]))}
|支出合计|—|${total(spending)}|—|
上季结余${before}元，本季结余${before + total(income) - total(spending)}元，存于${town.name}“三资”代理账户，无对外担保和借款。
# 本季度主要${place.kind === 'village' ? '村务' : '居务'}
${c.pick([
  '7月下旬组织防汛值守和危险区人员转移，动用备勤人员26人次，未付报酬。',
  '8月召开代表会议2次，讨论公共用水计量收费和垃圾桶点位调整，均一致通过。',
  '9月完成60周岁以上老人免费体检组织工作，参检率七成以上。',
  '完成路灯、监控等公共设施清点登记，报废的按程序核销。',
])}${c.pick([
  '矛盾调解3件，全部签订协议。',
  '受理代办事项41件，当日办结38件。',
  '公益岗位考勤表已张贴，旷工2人次扣发补贴。',
  '入户核对“一卡通”账户，更新12户。',
])}
# 意见反馈
对账目有疑问的，可在公布之日起10日内向${place.kind === 'village' ? '村务监督委员会' : '居务监督小组'}提出，原始凭证每月20日在党群服务中心开放查阅，电话{tel}。`
  },
})

const subsidy = (town: Township, place: Village): Sheet => ({
  key: `village-subsidy-${place.code}`,
  by: place.code,
  kind: '公示',
  at: '05-15',
  lag: late.has(place.code) ? 40 : 1,
  title: '{short}{y}年耕地地力保护补贴分户公示',
  serves: '涉农补贴>耕地地力保护',
  keywords: '耕地地力保护补贴 分户 公示',
  body: (c) => {
    const list = Array.from({ length: c.int(9, 13) }, (_, at) => {
      const mu = c.int(12, 96) / 10
      return [
        at + 1,
        `第${c.int(1, 6)}组`,
        c.person(),
        c.identity(),
        mu.toFixed(1),
        (mu * 102.36).toFixed(2),
      ]
    })
    const idle = c.int(0, 180) / 10
    return `
依据${town.name}农业服务中心核定，{short}{y}年耕地地力保护补贴面积${(place.farmland - idle).toFixed(1)}亩，涉及${Math.round(place.households * 0.93)}户，每亩102.36元，合计${((place.farmland - idle) * 102.36).toFixed(2)}元。现将分户情况公示，公示期7日。
^ 分户清册（第一页，姓名、证件号已遮蔽，完整清册张贴于村公示栏）
|序号|村民小组|户主|证件号|面积（亩）|金额（元）|
${rows(list)}
# 扣减说明
${idle > 0 ? `撂荒一年以上${idle.toFixed(1)}亩不予补贴，已逐块拍照并通知农户，复耕后下一年度恢复。` : '本年度没有撂荒扣减。'}征收、建房占用的耕地已从台账中核减。土地流转户的补贴按流转合同约定发放。
# 异议
面积以承包地确权证书为准。有异议的请在公示期内到党群服务中心登记，由村、组干部3日内实地复核。联系电话：{tel}；举报电话：${town.name}纪检监察室或县农业农村局0900-8810145。`
  },
})

const every = townships.flatMap((town) => town.villages.map((place) => ({ town, place })))

export const villageBoards: readonly Sheet[] = [
  ...every
    .filter(({ place }) => !owesAccounts.has(place.code))
    .map(({ town, place }) => accounts(town, place)),
  ...every
    .filter(({ place }) => place.kind === 'village' && !owesSubsidy.has(place.code))
    .map(({ town, place }) => subsidy(town, place)),
]
