import { folded, letter, signs } from './signs.ts'

// As far as a label reaches: 「联系电话（微信同号）：」 with a name between.
const labelChars = 24

/** What stands directly before a place, folded, without blanks. */
export const wordsBefore = (text: string, start: number, chars = labelChars): string =>
  folded(text.slice(Math.max(0, start - chars), start)).replace(/[ \u2000-\u200a]+/g, '')

/** What stands directly after a place, folded. */
export const wordsAfter = (text: string, end: number, chars = labelChars): string =>
  folded(text.slice(end, end + chars))

/** The line or sentence in which a place stands, as far as it matters for judging it. */
export const sentenceAround = (text: string, start: number, end: number, chars = 60): string => {
  const before = text.slice(Math.max(0, start - chars), start)
  const after = text.slice(end, end + chars)
  const from = Math.max(...['。', '\n', '！', '？'].map((stop) => before.lastIndexOf(stop))) + 1
  const stops = ['。', '\n', '！', '？'].map((stop) => after.indexOf(stop)).filter((at) => at >= 0)
  return folded(before.slice(from) + after.slice(0, Math.min(after.length, ...stops)))
}

const tail = '[为是]?(?:[(（][^()（）]{0,8}[)）])?[:：为是]?'
const label = (words: string): RegExp => new RegExp(`(?:${words})${tail}$`, 'i')

export const idLabel = label(
  '身份证(?:件)?(?:号码?|编号|号)?|公民身份号码|证件号码?|身份号码?|ID号?',
)
export const cardLabel = label(
  '银行卡(?:号码?|账号)?|一卡通(?:账号|卡号|号)?|储蓄卡号?|借记卡号?|卡号|社保卡(?:号|账号)?|个人账号|存折(?:账号|号)?',
)
export const passportLabel = label(
  '护照(?:号码?)?|通行证(?:号码?)?|回乡证(?:号码?)?|台胞证(?:号码?)?|passport(?:no\\.?)?',
)

/** Numbers of things: projects, contracts, purchases. What stands behind such a label need not be sure. */
export const thingLabel =
  /(?:编号|编码|代码|项目号|合同号|受理号|流水号|单号|索引号|文号|证号|条码|批号|序列号|案号)[^0-9\n]{0,6}$/

/**
 * Whose numbers are built from a county's number, a day and a serial of four, so that one in eleven has
 * a valid check digit. 「编号」 alone is not among them: lists of people call their column so.
 */
export const serialLabel =
  /(?:项目|合同|案件|采购|招标|标段|工程|订单|业务|办件|受理|收件|信访件?|工单|宗地|地块|许可证?|备案|批次|公告|处罚|决定书|房源|设备|资产|商品)(?:唯一)?(?:编号|编码|代码|号)[^0-9\n]{0,6}$|(?:流水号|单号|索引号|文号|条码|批号|序列号|案号)[^0-9\n]{0,6}$/

/** A line at home, which is nobody's duty to show. */
export const homePhone =
  /(?:家庭|住宅|家里|家中|宅)(?:固定)?(?:电话|座机)[^。；;\n0-9]{0,6}(?:0\d{2,3}[)）])?$/

/** A sum or a count that names itself before its number. */
export const sumLabel =
  /(?:金额|总额|余额|数额|收入|支出|预算数?|决算数?|合计|总计|共计|产值|造价|投资额?|资产|负债|税额|面积|数量|数值|单价|总价|人口)[^0-9\n]{0,4}$/

/** An office's own line: to be public is its purpose (政府信息公开条例 art. 20 (1), art. 28). */
export const officePhone =
  /(?:咨询|办公|服务|投诉|举报|监督|值班|热线|报名|报警|受理|窗口|客服|公开|公示|传真|应急|救援|报修|业务|值守|便民|维权|求助|政务|预约|征集|反馈|求职|招聘|招生|采购|代理机构)[^。；;\n]{0,14}(?:电话|手机|热线|号码|方式)[^。；;\n0-9]{0,10}$/
export const anyPhoneLabel = /(?:电话|手机|联系方式|热线|传真|Tel\.?)[^。；;\n0-9]{0,10}$/i
/** Someone who answers for a notice, beside whose name a number stands by duty. */
export const officeNear =
  /联系人|联络人|经办人|负责人|承办人|[局委办科股室院所站处厅]、|局|委员会|办公室|中心|窗口|大厅|服务站|派出所|公司|医院|学校|招标|采购人|采购代理|单位|部门|村委会|居委会|值班|网格长|河长|林长|民警/

const units = /[年月日元万亿%％倍]/
/** A sum, a share, a count: digits that go on, or a unit behind them. */
export const isQuantity = (text: string, start: number, end: number): boolean => {
  const before = text[start - 1] ?? ''
  if (before === '¥' || before === '￥' || before === '$') return true
  let behind = end
  while (behind < end + 2 && /[ \u00a0\u3000]/.test(text[behind] ?? '')) behind++
  const after = text[behind] ?? ''
  return units.test(after) || (text[end] === '.' && /[0-9]/.test(text[end + 1] ?? ''))
}

/** Inside an address of the web, where numbers name pages. */
export const isInLink = (text: string, start: number): boolean => {
  let from = start
  while (from > 0 && start - from < 200 && /[\w\-./:?&=%#~+@]/.test(text[from - 1] ?? '')) from--
  return /(?:https?:\/\/|www\.)/i.test(text.slice(from, start))
}

/** Whether a number is part of a word with letters. */
export const touchesLetter = (text: string, start: number, end: number): boolean =>
  ((signs[text.charCodeAt(start - 1)] ?? 0) & letter) !== 0 ||
  ((signs[text.charCodeAt(end)] ?? 0) & letter) !== 0
