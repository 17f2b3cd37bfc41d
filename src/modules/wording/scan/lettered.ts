import { isInLink, passportLabel, thingLabel, wordsBefore } from './labels.ts'
import type { Add } from './numbers.ts'
import { capital, digit, joint, letter, signs, unseen } from './signs.ts'

/** Marks that hold letters: plates, passports, mailboxes. */

const flagAt = (text: string, i: number): number => signs[text.charCodeAt(i)] ?? 0
const isAlnum = (text: string, i: number): boolean => (flagAt(text, i) & (letter | digit)) !== 0

/** The next letters and digits from `from`, in capitals, over blanks, dots and signs without width. */
function capitalsFrom(text: string, from: number, most: number): { word: string; ends: number[] } {
  let word = ''
  const ends: number[] = []
  let gap = 0
  for (let i = from; i < text.length && word.length < most; i++) {
    const flag = flagAt(text, i)
    if (flag & (letter | digit)) {
      word += String.fromCharCode(capital(text.charCodeAt(i)))
      ends.push(i + 1)
      gap = 0
    } else if (flag & unseen) continue
    else if (!(flag & joint) || text[i] === '\n' || ++gap > 2) break
  }
  return { word, ends }
}

// GA 36: no I and no O; seven places with D, F and their kin for electric vehicles.
const plate =
  /^[A-HJ-NP-Z](?:[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9]|[A-HJKDF][A-HJ-NP-Z0-9]\d{4}|\d{5}[A-HJKDF])$/
const shortPlate = /^[A-HJ-NP-Z][A-HJ-NP-Z0-9]{4}$/
const lastWord = /^[学警挂港澳领试超]/
const officialCar = /公务用?车|公车|执法车|救护车|公交|客车|出租|货运|车辆处置|报废|拍卖|处置/

/** 浙J·12345: at 浙. */
export function examinePlate(text: string, at: number, add: Add): number {
  if (!isPlateLetter(text, at + 1)) return at + 1
  const { word, ends } = capitalsFrom(text, at + 1, 9)
  const judge = (end: number) => {
    const around = text.slice(Math.max(0, at - 40), at)
    const isOfficial = officialCar.test(around)
    const confidence = isOfficial ? 'medium' : 'high'
    add({
      kind: 'plate',
      start: at,
      end,
      confidence,
      ...(isOfficial && { because: 'office' as const }),
    })
    return end
  }
  for (const length of [7, 6]) {
    const end = ends[length - 1]
    if (!end || isAlnum(text, end)) continue
    const candidate = word.slice(0, length)
    if (plate.test(candidate) && /\d.*\d/.test(candidate)) return judge(end)
  }
  const end = ends[4]
  if (end && shortPlate.test(word.slice(0, 5)) && lastWord.test(text.slice(end, end + 1)))
    if (/\d.*\d/.test(word)) return judge(end + 1)
  return at + 1
}

const isPlateLetter = (text: string, i: number): boolean => {
  let at = i
  while (flagAt(text, at) & unseen || text[at] === ' ' || text[at] === '\u3000') at++
  if (at - i > 4) return false
  return (flagAt(text, at) & letter) !== 0
}

const ordinary = /^(?:[EGDSPK]\d{8}|E[A-HJ-NP-Z]\d{7}|[DSP]E\d{7})$/
const permits =
  /^(?:[HMC]\d{8}(?:\d{2})?|C[A-Z]\d{7}|[TLRK]\d{8,10}|\d{8}(?:\d{2})?|1[45]\d{7}|MA?\d{7}[A-Z]?)$/
const looksLikeDay = /^[A-Z]{1,2}20\d\d(?:0[1-9]|1[0-2])/

/** E12345678: asked at the first letter of a word that goes on in digits. */
export function examinePassport(text: string, at: number, add: Add): number {
  const { word, ends } = capitalsFrom(text, at, 12)
  let length = 0
  while (length < word.length && (length === 0 || ends[length] !== undefined)) length++
  for (const size of [11, 10, 9]) {
    const end = ends[size - 1]
    if (!end || isAlnum(text, end)) continue
    const candidate = word.slice(0, size)
    const before = wordsBefore(text, at)
    const isLabelled = passportLabel.test(before)
    if (!ordinary.test(candidate) && !(isLabelled && permits.test(candidate))) continue
    if (isLabelled) add({ kind: 'passport', start: at, end, confidence: 'high' })
    else if (!thingLabel.test(before) && !looksLikeDay.test(candidate) && !isInLink(text, at))
      add({ kind: 'passport', start: at, end, confidence: 'medium' })
    else continue
    return end
  }
  return at + 1
}

const isLocal = /[\w.+-]/
// Of people rather than of offices; an office's own page often names one all the same.
const personalHosts =
  /^(?:qq|vip\.qq|foxmail|163|126|yeah|139|189|wo|sina|sohu|gmail|hotmail|outlook|live|icloud|aliyun|tom|21cn|yahoo)\.(?:com|cn|net|com\.cn)$/
const officeMail =
  /(?:投稿|报名|征集|意见|反馈|联系|咨询|举报|投诉|公开|办公|单位|发送至|发至|寄至)[^。；\n]{0,20}$/i
// Says neither whose it is: a form filled in, or the foot of a notice.
const bareMailLabel = /(?:邮箱|邮件|E-?mail|信箱)[^。；\n]{0,6}$/i

// 「投诉人邮箱」 is a person's, 「投诉邮箱」 and 「联系人邮箱」 an office's.
const ofOnePerson = /(?<!联系)人[^人。；\n]{0,4}(?:邮箱|邮件|信箱)[^。；\n]{0,6}$/

/** Around @. */
export function examineEmail(text: string, at: number, add: Add): number {
  const narrow = (i: number): string =>
    String.fromCharCode(capital(text.charCodeAt(i))).toLowerCase()
  let start = at
  while (start > 0 && at - start < 64 && isLocal.test(narrow(start - 1))) start--
  let end = at + 1
  while (end < text.length && end - at < 64 && /[a-z0-9.-]/.test(narrow(end))) end++
  let host = ''
  for (let i = at + 1; i < end; i++) host += narrow(i)
  const trimmed = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}/.exec(host)?.[0]
  if (!trimmed || start === at) return at + 1
  end = at + 1 + trimmed.length
  const before = wordsBefore(text, start, 30)
  const isPerson = personalHosts.test(trimmed)
  const isOnePersons = ofOnePerson.test(before)
  const isBare = bareMailLabel.test(before) && !isOnePersons
  const isOffice =
    (officeMail.test(before) && !isOnePersons) ||
    (isBare && !isPerson) ||
    /\b(?:gov|edu|org)\.cn$/.test(trimmed)
  const confidence = isOffice ? 'low' : isPerson && !isBare ? 'high' : 'medium'
  add({ kind: 'email', start, end, confidence, ...(isOffice && { because: 'office' as const }) })
  return end
}
