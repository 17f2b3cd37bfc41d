import type { T2Row, T3Column, T3Row, T4Column, T4Group } from '../contract/form.ts'

/**
 * How the rows and columns of the official form are called in reports as offices publish them: the
 * form's own words without number, bracket, quote and space, and what is often written instead.
 */

const wide = /[０-９Ａ-Ｚａ-ｚ（）．，：；]/g
const numbering =
  /^(?:[（(][一二三四五六七八九十\d]+[)）]|[一二三四五六七八九十]+[、.．]|\d+[、.．])/
const bracketed = /[（(【[][^（(【[\]】)）]*[\]】)）]/g

/** One line without white space, full-width letters and digits made plain. */
export const squeezed = (text: string): string =>
  text
    .replace(wide, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u200b\ufeff]+/g, '')

/** A heading as it is compared: no number before it, no bracket, no punctuation. */
export const bare = (text: string): string =>
  squeezed(text)
    .replace(numbering, '')
    .replace(bracketed, '')
    .replace(/[“”"'‘’「」、,，。.．:：;；*]/g, '')

export const t2Labels: Readonly<Record<string, T2Row>> = {
  规章: 'rules',
  政府规章: 'rules',
  行政规范性文件: 'normative',
  规范性文件: 'normative',
  行政许可: 'permits',
  行政处罚: 'penalties',
  行政强制: 'coercion',
  行政事业性收费: 'charges',
}

/** Headings of the second part's columns by what they cannot do without. */
export const t2Headings = [
  { has: /制发/, column: 'issued' },
  { has: /废止/, column: 'repealed' },
  { has: /现行有效/, column: 'inForce' },
  { has: /处理决定/, column: 'decisions' },
  { has: /收费金额/, column: 'amountWan' },
] as const

export const t3Headings: Readonly<Record<T3Column, RegExp>> = {
  c1: /^自然人$/,
  c2: /^商业企业$/,
  c3: /^科研机构$/,
  c4: /^社会公益(组织|机构)$/,
  c5: /^法律服务(机构|组织)$/,
  c6: /^其[他它]$/,
  c7: /^(总计|合计|共计)$/,
}

/** Longest first where one is within another: 不予公开 never stands for a row of its own. */
export const t3Labels: readonly { readonly says: RegExp; readonly row: T3Row }[] = [
  { says: /^本年新收(政府信息公开)?申请(数量|数|件数)?$/, row: 'r1' },
  { says: /^上年(度)?结转(政府信息公开)?申请(数量|数|件数)?$/, row: 'r2' },
  { says: /^结转下年(度)?(继续办理)?$/, row: 'r4' },
  { says: /^部分公开/, row: 'r3.2' },
  { says: /^予以公开$/, row: 'r3.1' },
  { says: /^属于国家秘密$/, row: 'r3.3.1' },
  { says: /^其他法律行政法规禁止公开$/, row: 'r3.3.2' },
  { says: /^危及三安全一稳定$/, row: 'r3.3.3' },
  { says: /^保护第三方合法权益$/, row: 'r3.3.4' },
  { says: /^(属于)?三类内部事务信息$/, row: 'r3.3.5' },
  { says: /^(属于)?四类过程性信息$/, row: 'r3.3.6' },
  { says: /^(属于)?行政执法案卷$/, row: 'r3.3.7' },
  { says: /^(属于)?行政查询事项$/, row: 'r3.3.8' },
  { says: /^本机关不掌握(相关政府信息)?$/, row: 'r3.4.1' },
  { says: /^没有现成信息(需要)?另行制作$/, row: 'r3.4.2' },
  { says: /^补正后申请内容仍不明确$/, row: 'r3.4.3' },
  { says: /^信访举报投诉类申请$/, row: 'r3.5.1' },
  { says: /^重复申请$/, row: 'r3.5.2' },
  { says: /^要求提供公开出版物$/, row: 'r3.5.3' },
  { says: /^无正当理由大量反复申请$/, row: 'r3.5.4' },
  { says: /^要求行政机关确认或重新出具已获取信息$/, row: 'r3.5.5' },
  { says: /^申请人无正当理由逾期不补正/, row: 'r3.6.1' },
  { says: /^申请人逾期未按收费通知要求缴纳费用/, row: 'r3.6.2' },
  { says: /^其[他它]$/, row: 'r3.6.3' },
  { says: /^(总计|合计|共计)$/, row: 'r3.7' },
]

/** Which row of the third part a text names; 三、本年度办理结果 and the groups name none. */
export const t3RowOf = (text: string): T3Row | null => {
  const said = bare(text)
  return t3Labels.find(({ says }) => says.test(said))?.row ?? null
}

export const t4Headings: readonly { readonly has: RegExp; readonly column: T4Column }[] = [
  { has: /^结果维持$|^维持$/, column: 'upheld' },
  { has: /^结果纠正$|^纠正$/, column: 'corrected' },
  { has: /^其[他它]结果$/, column: 'other' },
  { has: /^(尚)?未审结$/, column: 'pending' },
  { has: /^(总计|合计|共计)$/, column: 'total' },
]

/** The group that a heading above the five columns names. */
export const t4GroupOf = (text: string): T4Group | null => {
  const said = bare(text)
  if (/未经复议/.test(said)) return 'direct'
  if (/复议后/.test(said)) return 'afterReconsideration'
  return /^行政复议$/.test(said) ? 'reconsideration' : null
}
