import type { Add } from './numbers.ts'
import { folded } from './signs.ts'

/**
 * Marks of secrecy. 保守国家秘密法实施条例 (国务院令第786号, in force since 2024-09-01) art. 20:
 * the mark shows grade and period, as 机密★10年 at the upper left of the first page.
 */
const blank = /[\s\u00a0\u3000\u2000-\u200f\u2060\ufeff·・\-—_]/
const stars = '★☆✩✪✫✬✭✮✯✰⭐🌟*＊※'
const period = /^(?:长期|启封|解密|公开前|[0-9一二三四五六七八九十]+(?:个?月|年|日|天))/

const backOver = (text: string, from: number): number => {
  let i = from
  while (i > 0 && from - i < 6 && blank.test(text[i - 1] ?? '') && text[i - 1] !== '\n') i--
  return i
}

const onward = (text: string, from: number): number => {
  let i = from
  while (i < text.length && i - from < 8 && blank.test(text[i] ?? '') && text[i] !== '\n') i++
  return i
}

/** At 密: 绝密, 机密 and 秘密 as marks, not as words of a sentence. */
export function examineSecret(text: string, at: number, add: Add): void {
  let behind = backOver(text, at)
  // Written downwards, one character a line: only before a star, for words break so at any place.
  if (text[behind - 1] === '\n' && /^\s{0,3}[★☆]/.test(text.slice(at + 1, at + 5)))
    behind = backOver(text, behind - 1)
  const grade = text[behind - 1] ?? ''
  if (!'绝机秘'.includes(grade) || grade === '') return
  const start = behind - 1
  let end = at + 1
  const next = /^\s*[★☆]/.test(text.slice(end, end + 4))
    ? text.slice(end).search(/\S/) + end
    : onward(text, end)
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const before = folded(text.slice(Math.max(lineStart, start - 16), start)).trim()
  const isLabelled = /(?:密级|保密等级|秘密等级|涉密等级)[:：为是\s]{0,4}$/.test(before)
  const star = stars.includes(text[next] ?? '\n') && text[next] !== undefined
  if (star || period.test(folded(text.slice(next, next + 8)))) {
    const after = folded(text.slice(next, next + 12))
    const length =
      /^[★☆✩✪✫✬✭✮✯✰⭐*※]?\s*(?:长期|启封前?|[0-9一二三四五六七八九十]+(?:个?月|年|日|天))?/.exec(
        after,
      )
    end = next + Math.max(1, length?.[0].length ?? 1)
    const isWord = !star && isInSentence(before)
    add({ kind: 'secretMark', start, end, confidence: isWord ? 'low' : 'high' })
    return
  }
  const lineEnd = text.indexOf('\n', end)
  const rest = folded(
    text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + 20)),
  ).trim()
  const isBracketed = /[【[〔(（<《「]$/.test(before) && /^[】\]〕)）>》」]/.test(rest)
  const standsAlone = before === '' && (rest === '' || rest.startsWith('\t'))
  if (isLabelled || standsAlone || (isBracketed && !before.includes('《')))
    add({ kind: 'secretMark', start, end, confidence: 'high' })
  else if (grade === '绝' && !/[》」”]/.test(rest[0] ?? ''))
    add({ kind: 'secretMark', start, end, confidence: 'low' })
}

// 「国家秘密三年」 is a sentence, 「秘密三年」 at the head of a line a mark.
const isInSentence = (before: string): boolean => /[\p{Script=Han}\w]$/u.test(before)
