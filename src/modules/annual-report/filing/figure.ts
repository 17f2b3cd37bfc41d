import { narrow } from '../check/mentions.ts'

/** What a cell says: a number; that nothing is there; or something that is no number. */
export type Said =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'blank' }
  | { readonly kind: 'unclear' }

// Offices write a stroke, 无 or nothing at all where the form wants 0.
const nothing = /^([/\\—–\-－_·.]+|无|没有|〇|零)?$/
const units: Readonly<Record<string, number>> = { 元: 1 / 10_000, 万元: 1, 亿元: 10_000 }

/** Reads a cell of figures as offices write them: full-width digits, 1,234, 12件, a stroke for 0. */
export const readFigure = (text: string, holds: 'count' | 'amount' = 'count'): Said => {
  // 1 234 is a thousand and more; 1 2, or two lines of digits, could be anything.
  const grouped = narrow(text).replace(/(?<=\d)[ \u00a0](?=\d{3}(?!\d))/g, '')
  if (/\d\s+\d/.test(grouped)) return { kind: 'unclear' }
  const said = grouped.replace(/[\s\u200b\ufeff]+/g, '')
  if (nothing.test(said)) return { kind: 'blank' }
  if (holds === 'count') {
    const digits = /^(\d+)(?:\.0+)?(?:件|宗|条|份|次|个|项)?$/.exec(said)?.[1]
    return digits ? { kind: 'number', value: Number(digits) } : { kind: 'unclear' }
  }
  const [, digits, unit = '万元'] = /^(\d+(?:\.\d+)?)(元|万元|亿元)?$/.exec(said) ?? []
  if (!digits) return { kind: 'unclear' }
  return { kind: 'number', value: Number((Number(digits) * (units[unit] ?? 1)).toFixed(6)) }
}
