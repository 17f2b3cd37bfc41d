import { simplifiedOf } from '#platform/simplified'
import type { Found } from './contract.ts'
import { fold } from './words.ts'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

// Long enough to judge a hit by, two lines on a telephone.
const excerptLength = 110
const leadIn = 24

// The common Chinese characters fold to themselves, or to their Simplified form.
const isPlainHan = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff'
const isSpace = /\s/
// Common characters, Chinese punctuation, ASCII and its full-width forms: each folds to one unit, so that
// places need no counting. Nine of ten lines are such; it spares a millisecond a page.
const isPlain = /^[\u4e00-\u9fff\u3000-\u3029\uff01-\uff5e\u2014\u2018-\u201d\u00b7\x20-\x7e]*$/
const isSetWide = /\p{Script=Han}\s+\p{Script=Han}/u
/** The place in the text of a folded unit. */
type PlaceOf = (unit: number) => number
const isHan = /\p{Script=Han}/u
const hanAhead = /\s+\p{Script=Han}/uy

/**
 * A text folded as the index folds it, with the place in the text of every folded unit: ＡＢＣ is found
 * by abc, 李　强 by 李强, and the mark must fall on what is written.
 */
const foldWithPlaces = (text: string): { folded: string; placeOf: PlaceOf } => {
  if (isPlain.test(text) && !isSetWide.test(text))
    return { folded: fold(text), placeOf: (unit) => unit }
  let folded = ''
  let previous = ''
  const places: number[] = []
  let at = 0
  const isGap = (): boolean => {
    hanAhead.lastIndex = at
    return isHan.test(previous) && hanAhead.test(text)
  }
  for (const character of text) {
    const isWide = !isPlainHan(character) && isSpace.test(character) && isGap()
    const own = isPlainHan(character) ? simplifiedOf(character) : fold(character)
    const piece = isWide ? '' : own
    folded += piece
    for (let unit = 0; unit < piece.length; unit++) places.push(at)
    if (!isWide) previous = character
    at += character.length
  }
  return { folded, placeOf: (unit) => places[unit] ?? at }
}

/** A text with the sought words marked, the longer of two that begin at one place. */
export const markFound = (text: string, words: readonly string[]): Found => {
  if (text === '') return []
  if (words.length === 0) return [{ text, found: false }]
  const pattern = [...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
  const { folded, placeOf } = foldWithPlaces(text)
  const pieces: { text: string; found: boolean }[] = []
  let done = 0
  for (const match of folded.matchAll(new RegExp(pattern, 'gu'))) {
    const from = placeOf(match.index)
    const last = placeOf(match.index + match[0].length - 1)
    const until = last + ((text.codePointAt(last) ?? 0) > 0xffff ? 2 : 1)
    if (from < done) continue
    if (from > done) pieces.push({ text: text.slice(done, from), found: false })
    pieces.push({ text: text.slice(from, until), found: true })
    done = until
  }
  if (done < text.length) pieces.push({ text: text.slice(done), found: false })
  return pieces
}

/** The stretch of a text around the first sought word, on one line. */
export const excerptOf = (text: string, words: readonly string[]): Found => {
  const flat = text.replace(/\s+/g, ' ').trim()
  const from = Math.max(0, firstOf(flat, words) - leadIn)
  const cut = flat.slice(from, from + excerptLength)
  const omitted = { text: '…', found: false }
  return [
    ...(from > 0 ? [omitted] : []),
    ...markFound(cut.toWellFormed(), words),
    ...(from + excerptLength < flat.length ? [omitted] : []),
  ]
}

/** Where the first sought word stands; as a rule it is written as it was asked for. */
const firstOf = (text: string, words: readonly string[]): number => {
  const written = words.map((word) => text.indexOf(word)).filter((place) => place >= 0)
  if (written.length > 0) return Math.min(...written)
  const { folded, placeOf } = foldWithPlaces(text)
  const folds = words.map((word) => folded.indexOf(word)).filter((place) => place >= 0)
  return folds.length === 0 ? 0 : placeOf(Math.min(...folds))
}
