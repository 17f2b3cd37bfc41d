import type { Add } from './numbers.ts'

/** Where people live. What an office gives as its own address is no secret. */

const places = '省市州县区镇乡村屯寨社区街道路巷弄里园苑庄组号幢栋楼室户单元小区公寓花园新村'
const place = /[省市州县区镇乡村屯寨街路巷弄组号幢栋室户]/
const detail = /[0-9０-９一二三四五六七八九十]+[ \-－]?(?:号楼|号|室|房|幢|栋|组|户|单元|弄)/
const stop = /[，,。；;\n\t、（）()：]/
const longest = 60
const organ = /政府|办事处|委员会|公安|派出所|[局院所站]$/

// 「，住房困难」「，住院」「，住建局」 speak of no home; 「，住青石镇…」 does.
const otherThanDwelling = /[宅房院建户宿校所持进满]/

/** Behind 住址, 家住, 户籍地址: what follows is a home. */
export function examineHome(text: string, labelEnd: number, add: Add): void {
  if (text[labelEnd - 1] === '住' && otherThanDwelling.test(text[labelEnd] ?? '')) return
  let start = labelEnd
  while (start < labelEnd + 6 && /[:：为是在于 \u3000]/.test(text[start] ?? '')) start++
  let end = start
  while (end < text.length && end - start < longest && !stop.test(text[end] ?? '')) end++
  const address = text.slice(start, end)
  if (address.length < 5 || !place.test(address)) return
  if (!/[县区镇乡村路街巷弄小苑园]/.test(address)) return
  const isDetailed = detail.test(address)
  // 「户籍所在地乡镇人民政府」 is an office, no place where somebody lives.
  if (!isDetailed && (start === labelEnd || organ.test(address))) return
  add({ kind: 'address', start, end, confidence: isDetailed ? 'high' : 'medium' })
}

const roomLevel =
  /(?:[\p{Script=Han}]{2,12}(?:小区|苑|花园|公寓|新村|家园|公馆|名都|华庭|花苑|小镇|府|城|园|里|村))[\p{Script=Han}]{0,4}\d{1,3}(?:幢|栋|号楼|座|号)(?:[一二三四五六七八九十\d]{1,2}单元)?[ \-－]?\d{2,4}室?$/u
const villageLevel =
  /(?:[\p{Script=Han}]{2,6}(?:镇|乡|街道))[\p{Script=Han}]{2,8}村[\p{Script=Han}]{0,4}?(?:[一二三四五六七八九十\d]{1,2}组)?\d{1,4}(?:[-－]\d{1,3})?$/u
const officeWords =
  /地点|地址|办公|会议|窗口|大厅|中心|大楼|大厦|受理|教室|局|公司|单位|场所|项目|地块|工程|位于|坐落|邮编|开标|报名/

/** At 室, 户 or 号 behind a number: a flat, or a house in a village. */
export function examineDoor(text: string, numberEnd: number, add: Add): void {
  const sign = text[numberEnd] ?? ''
  const from = Math.max(0, numberEnd - 48)
  const before = text.slice(from, numberEnd)
  const line = before.slice(
    Math.max(...['\n', '。', '；', '\t'].map((one) => before.lastIndexOf(one))) + 1,
  )
  if (officeWords.test(line)) return
  const part = line.slice(
    Math.max(...['，', ',', '：', '（'].map((one) => line.lastIndexOf(one))) + 1,
  )
  const found = sign === '室' || sign === '户' ? roomLevel.exec(part) : villageLevel.exec(part)
  if (!found) return
  const end = numberEnd + 1
  if (
    sign === '号' &&
    !/^(?:$|[，,。；;\n\t）)、 　]|住|居民|村民|[0-9-])/.test(text.slice(end, end + 2))
  )
    return
  add({ kind: 'address', start: end - 1 - found[0].length, end, confidence: 'medium' })
}

export const looksLikeHome = (cell: string): boolean =>
  cell.length >= 5 &&
  detail.test(cell) &&
  [...cell].filter((char) => places.includes(char)).length > 1
