import { isLevelLabel } from '../cells/levels.ts'
import { plainDigits, squeezed, withoutBrackets } from '../cells/spelling.ts'

/** What a column (or a group of columns) is for. */
export type Role =
  | 'seq'
  | 'field'
  | 'matter'
  | 'category'
  | 'l1'
  | 'l2'
  | 'l3'
  | 'content'
  | 'basis'
  | 'time'
  | 'subject'
  | 'channels'
  | 'audience'
  | 'public'
  | 'group'
  | 'mode'
  | 'proactive'
  | 'onRequest'
  | 'levels'
  | 'level'
  | 'extra'

export interface Meaning {
  readonly role: Role
  /** Of two columns with one role the one with the lower rank has it; the other becomes an extra. */
  readonly rank: number
}

type Rule = readonly [Role, number, RegExp]

/** Headings as published, without brackets and spaces. The first rule that fits decides. */
const rules: readonly Rule[] = [
  ['seq', 0, /^(序号|序列号?|编号|顺序号?|项次|序|no\.?|seq)$/i],
  ['field', 0, /^((相应|所属|对应|公开|试点|涉及|政务公开)?领域(名称|类别|分类)?|field)$/],
  [
    'l1',
    0,
    /^((一级|1级|Ⅰ级|I级|第一级|一层级)(公开)?(事项|目录|指标|分类|类别|栏目|标题|内容|项目)?(名称)?|主项(名称)?|大类|事项大类|matter_l1)$/,
  ],
  [
    'l2',
    0,
    /^((二级|2级|Ⅱ级|II级|第二级)(公开)?(事项|目录|指标|分类|类别|栏目|标题|内容|项目)?(名称)?|(公开|事项)?子项(名称)?|子事项|小类|事项小类|matter_l2)$/,
  ],
  [
    'l3',
    0,
    /^((三级|3级|Ⅲ级|III级|第三级)(公开)?(事项|目录|指标|分类|类别|栏目|标题|内容|项目)?(名称)?|matter_l3)$/,
  ],
  ['content', 0, /^(公开内容|公开的?内容(及|和|与)?要素|content)$/],
  ['content', 1, /^(公开)?(内容)?要素(内容)?$/],
  [
    'content',
    2,
    /^((主要|具体|信息|事项|公开具体|具体公开|公开主要)内容|内容|内容标准|公开信息内容)$/,
  ],
  [
    'basis',
    0,
    /^((公开|法律|政策|设定|法规|法律法规|政策法规|法律政策|公开法律)?依据(及条款|名称|文件|内容)?|basis)$/,
  ],
  ['time', 0, /^(公开时限(要求)?|time_limit)$/],
  ['time', 1, /^((公开|发布|公布)(时间|期限)(要求)?|时限(要求)?|公开时效|时限标准|时间要求)$/],
  ['time', 2, /^((公开|更新|发布)(频次|频率|周期)|更新时限|更新时间)$/],
  ['subject', 0, /^(公开主体|subject)$/],
  ['subject', 1, /^(公开责任主体|信息公开主体|责任公开主体)$/],
  ['subject', 2, /^(责任主体|发布主体|公布主体|实施主体|主体)$/],
  ['subject', 3, /^(公开(责任)?(单位|部门|机构|机关)|信息发布单位|发布(单位|机构|部门))$/],
  ['subject', 4, /^((主要)?责任(单位|部门|机构)|(牵头|主管|承办)(单位|部门)|部门|单位)$/],
  [
    'channels',
    0,
    /^((公开|发布|公布|信息公开)?(渠道|载体|途径|平台)((和|及|与|或|、|\/|／)?(公开)?(载体|渠道|平台|方式))?|channels)$/,
  ],
  ['public', 0, /^(面向)?(全社会|全体社会|社会公众|社会|公众|全体公众)(公开)?$/],
  ['group', 0, /^特定(的)?(群体|群众|对象|人群|公众|范围|公民)$/],
  ['audience', 0, /^((公开|面向|受众)?对象|audience)$/],
  ['audience', 1, /^公开范围$/],
  ['proactive', 0, /^主动(公开)?$/],
  ['onRequest', 0, /^依?申请(公开)?$/],
  ['mode', 0, /^(公开方式|mode)$/],
  ['mode', 1, /^((信息)?公开属性|公开性质|公开类型|属性)$/],
  ['mode', 2, /^(公开类别|方式|公开形式)$/],
  ['levels', 0, /^(公开层级|公开层次|公开级别|层级|levels)$/],
  [
    'matter',
    0,
    /^((主要|政务|信息|政务信息|基层政务|基层)?公开事项(名称|类别|目录|清单|内容)?|事项(名称)?|(公开)?(信息|项目|栏目|目录)名称|公开(项目|标题|目录)|信息事项)$/,
  ],
  ['matter', 1, /^(具体|主要)事项(名称)?$/],
  ['category', 0, /^((信息|公开信息|公开事项|事项|主题|内容)(类别|分类|类型)|类别|分类|公开分类)$/],
]

// Headings of columns that only some places have; named so that a header row is recognised by them too.
const extras =
  /^(备注|说明|公开格式|五公开|责任科室|责任处室|责任人|联系人|咨询电话|联系电话|监督(举报|投诉)?电话|条款内容|依据效力|事项类别|对应职责|公开时长|公开要求|网站对应栏目|政府网站|一键直达|链接|保存期限|公开责任|source)$/

/** A heading without spaces, brackets, quotes and trailing marks. */
export const bareLabel = (text: string): string => {
  const label = plainDigits(squeezed(text))
  const outer = withoutBrackets(label)
  return (outer === '' ? label.replace(/[（(【[)）】\]]/g, '') : outer).replace(/[：:*＊“”"]+/g, '')
}

// A heading is a word or two; what is longer is a cell's contents.
const longestLabel = 16

/** What a heading means by itself, or undefined for one that is not known. */
export function meaningOf(text: string): Meaning | undefined {
  const label = bareLabel(text)
  if (label === '' || label.length > longestLabel) return undefined
  const rule = rules.find(([, , pattern]) => pattern.test(label))
  if (rule) return { role: numbered(rule[0], text), rank: rule[1] }
  if (isLevelLabel(text)) return { role: 'level', rank: 0 }
  return extras.test(label) ? { role: 'extra', rank: 0 } : undefined
}

/** 公开事项（一级） says in its bracket which level it is. */
function numbered(role: Role, text: string): Role {
  const level = role === 'matter' ? /[（(]([一二三])级/.exec(squeezed(text))?.[1] : undefined
  return level === undefined
    ? role
    : ((['l1', 'l2', 'l3'] as const)['一二三'.indexOf(level)] ?? role)
}

/**
 * The name under which an extra column is kept. A bracket that lists the values to choose from goes
 * (事项类别（法定公开、其他）), one that belongs to the name stays (依据效力（位阶）).
 */
export function extraName(text: string): string {
  const label = squeezed(text).replace(/[：:]+$/, '')
  const shorter = label.replace(/[（(][^（()）]*([、，,;；/]|请|填写|勾选)[^（()）]*[)）]$/, '')
  return shorter === '' ? label : shorter
}
