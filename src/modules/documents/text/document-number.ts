/** A document number 发文字号 taken apart: 镇政发〔2024〕7号, or an order's 第713号. */
export interface DocumentNumber {
  /** The organ's code: 镇政发, 国务院令. */
  readonly organ: string
  /** Orders counted through the years carry none. */
  readonly year: number | null
  readonly number: number
  /** As GB/T 9704 writes it. */
  readonly text: string
}

// The organ's code: hanzi, at most the length that any office uses; digits would be a stray year.
const organ = String.raw`[\p{Script=Han}A-Za-z]{1,20}`
const yearly = new RegExp(`^(${organ})〔((?:19|20)\\d{2})〕第?0*(\\d{1,5})号$`, 'u')
const order = new RegExp(
  `^(${organ}?(?:令|公告|通告))(?:((?:19|20)\\d{2})年)?第?0*(\\d{1,5})号$`,
  'u',
)
const inText =
  /[\p{Script=Han}]{1,20}\s*[〔[［(（【〖﹝]\s*(?:19|20)\d{2}\s*[〕\]］)）】〗﹞]\s*第?\s*\d{1,5}\s*号/gu

/**
 * Writes a document number as GB/T 9704 does: six-corner brackets, no 第, no leading zeros, no
 * spaces. Offices type [] () 【】 or full-width digits; what is no document number stays as it is.
 */
export function normaliseDocumentNumber(text: string): string {
  return parseDocumentNumber(text)?.text ?? text.trim()
}

/** Takes a document number apart, whatever its brackets; null when it is none. */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  const folded = text
    .normalize('NFKC')
    .replace(/[\s\u200b]+/g, '')
    .replace(/[[(【〖〔]/g, '〔')
    .replace(/[\])】〗〕]/g, '〕')
  const withYear = yearly.exec(folded)
  if (withYear) {
    const [, code = '', year = '', number = ''] = withYear
    return {
      organ: code,
      year: Number(year),
      number: Number(number),
      text: `${code}〔${year}〕${Number(number)}号`,
    }
  }
  const numbered = order.exec(folded)
  if (!numbered) return null
  const [, code = '', year, number = ''] = numbered
  return {
    organ: code,
    year: year ? Number(year) : null,
    number: Number(number),
    text: `${code}${year ? `${year}年` : ''}第${Number(number)}号`,
  }
}

/** True for a number written exactly as it should be. */
export const isDocumentNumber = (text: string): boolean => parseDocumentNumber(text)?.text === text

/** Every document number that a running text names, well written, in order, once each. */
export function documentNumbersIn(text: string): string[] {
  const found = [...text.matchAll(inText)].map(([match]) => normaliseDocumentNumber(match))
  return [...new Set(found)]
}
