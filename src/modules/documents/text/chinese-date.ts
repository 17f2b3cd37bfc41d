import { type CivilDate, isCivilDate } from '#platform/civil-date'

const digits = '〇一二三四五六七八九'
// Typists reach for any round sign as zero.
const zeros = /[零○◯OoＯ]/g
const numeral = '[〇零○◯OoＯ一二三四五六七八九十]'

const arabic = String.raw`(\d{4})\s*(?:年|[-./])\s*(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})\s*日?`
const written = `(${numeral}{4})年(${numeral}{1,3})月(${numeral}{1,3})日`
const whole = new RegExp(`^(?:${arabic}|${written})$`)
const anywhere = new RegExp(`(?<!\\d)(?:${arabic}(?!\\d)|${written})`, 'g')

/**
 * Reads a date as documents write it: 2026年3月18日, 二〇二六年三月十八日, 2026.3.18, 2026/3/18,
 * 2026-03-18. Null for a month without a day and for days that do not exist.
 */
export const parseChineseDate = (text: string): CivilDate | null =>
  toDate(whole.exec(text.normalize('NFKC').replace(/\s+/g, '')))

/** Every date that a text names, in order. */
export const datesIn = (text: string): CivilDate[] =>
  [...text.normalize('NFKC').matchAll(anywhere)].map(toDate).filter((date) => date !== null)

/** 2026年3月18日, the form that GB/T 9704 asks of the date of writing. */
export const formatChineseDate = (date: CivilDate): string => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** 二〇二六年三月十八日, the older form, still used on seals and boards. */
export const formatChineseNumerals = (date: CivilDate): string => {
  const [year = '', month, day] = date.split('-')
  const spelled = [...year].map((digit) => digits[Number(digit)]).join('')
  return `${spelled}年${hanNumeral(Number(month))}月${hanNumeral(Number(day))}日`
}

function toDate(match: RegExpExecArray | null): CivilDate | null {
  if (!match) return null
  const [, year, month, day, hanYear = '', hanMonth = '', hanDay = ''] = match
  const parts = year
    ? [year, month, day].map(Number)
    : [
        Number([...hanYear.replace(zeros, '〇')].map((char) => digits.indexOf(char)).join('')),
        fromHan(hanMonth),
        fromHan(hanDay),
      ]
  const [y = 0, m = 0, d = 0] = parts
  const date = `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`
  return isCivilDate(date) ? date : null
}

/** 十八 → 18, 二十 → 20, 〇三 → 3. */
function fromHan(text: string): number {
  const [tens, units] = text.includes('十') ? text.split('十') : ['', text]
  const digit = (char: string | undefined) =>
    char ? digits.indexOf(char.replace(zeros, '〇').slice(-1)) : 0
  return (text.includes('十') ? (tens ? digit(tens) : 1) * 10 : 0) + digit(units)
}

/** 十八, 二十; for whole numbers up to ninety-nine. */
export const hanNumeral = (n: number): string => {
  const tens = Math.floor(n / 10)
  const spelled = `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}`
  return `${spelled}${n % 10 > 0 ? digits[n % 10] : ''}`
}
