import type { Found } from './contract.ts'
import { fold } from './words.ts'

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

// Long enough to judge a hit by, two lines on a telephone.
const excerptLength = 110
const leadIn = 24

/** A text with the sought words marked, longest words first. */
export const markFound = (text: string, words: readonly string[]): Found => {
  if (words.length === 0 || text === '') return text === '' ? [] : [{ text, found: false }]
  const pattern = [...words]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
  return text
    .split(new RegExp(`(${pattern})`, 'giu'))
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, found: words.includes(fold(piece)) }))
}

/** The stretch of a text around the first sought word, on one line. */
export const excerptOf = (text: string, words: readonly string[]): Found => {
  const flat = text.replace(/\s+/g, ' ').trim()
  const folded = fold(flat)
  // Folding may change lengths (ligatures); then positions would be off, so begin at the beginning.
  const at = folded.length === flat.length ? firstOf(folded, words) : 0
  const from = Math.max(0, at - leadIn)
  const cut = flat.slice(from, from + excerptLength)
  return markFound(
    `${from > 0 ? '…' : ''}${cut}${from + excerptLength < flat.length ? '…' : ''}`,
    words,
  )
}

const firstOf = (text: string, words: readonly string[]): number => {
  const places = words.map((word) => text.indexOf(word)).filter((place) => place >= 0)
  return places.length === 0 ? 0 : Math.min(...places)
}
