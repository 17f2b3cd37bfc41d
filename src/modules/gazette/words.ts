import { cut } from '#platform/segment'
import { simplifyInPlace } from '#platform/simplified'

// The same way as the search of the site (docs/decisions/0005-search-by-pairs.md): an index of pairs of
// characters finds, the folded text confirms.
const han = /\p{Script=Han}+/gu
const other = /[[\p{L}\p{N}]--\p{Script=Han}]+/gv
const setWide = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu

// A text beyond this is a book; a tsvector holds 1 MB.
const longestText = 150_000
const longestLexeme = 64
const longestQuestion = 100
const mostWords = 8

/** A text on one line, words set wide drawn together: passages are cut from it. */
export const onOneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\0', ' ')
    .replace(setWide, '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, longestText)

/**
 * Full-width signs as plain ones, lower case, one kind of brackets, Traditional characters as Simplified
 * ones. Keeps its length, so places stay.
 */
export const fold = (text: string): string =>
  simplifyInPlace(text)
    .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[[〔【〖]/g, '(')
    .replace(/[\]〕】〗]/g, ')')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** Pairs of Chinese characters, words of other scripts, numbers: as a tsvector reads them. */
export const lexemesOf = (folded: string): string[] => {
  const found = new Set<string>()
  for (const [run] of folded.matchAll(han)) {
    const characters = [...run]
    for (let at = 1; at < characters.length; at += 1)
      found.add(`${characters[at - 1]}${characters[at]}`)
  }
  for (const [word] of folded.matchAll(other)) found.add(word.slice(0, longestLexeme))
  return [...found]
}

/** What a question asks for: words of two characters and more, none left out unless nothing remains. */
export const soughtIn = (question: string): string[] => {
  const folded = fold(onOneLine(question.slice(0, longestQuestion)))
  const pieces = [...folded.matchAll(/\p{Script=Han}+|[[\p{L}\p{N}]--\p{Script=Han}]+/gv)]
  const words = pieces.flatMap(([piece]) => (/^\p{Script=Han}/u.test(piece) ? cut(piece) : [piece]))
  const long = words.filter((word) => [...word].length > 1)
  return [...new Set(long)].slice(0, mostWords)
}

const quoted = (lexeme: string): string =>
  `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

export const vectorOf = (folded: string): string => lexemesOf(folded).map(quoted).join(' ')
export const queryOf = (sought: readonly string[]): string =>
  [...new Set(sought.flatMap(lexemesOf))].map(quoted).join(' & ')

// Two lines on a telephone.
const excerptLength = 100
const leadIn = 20

/** Around the first word found, with the words marked. */
export const excerptOf = (
  text: string,
  sought: readonly string[],
): { readonly text: string; readonly found: boolean }[] => {
  const folded = fold(text)
  const places = sought.map((word) => folded.indexOf(word)).filter((at) => at >= 0)
  const from = Math.max(0, Math.min(...places, folded.length) - leadIn)
  const start = places.length === 0 ? 0 : from
  return markFound(text.slice(start, start + excerptLength), sought)
}

/** A text with the sought words marked, the longer of two that begin at one place. */
export const markFound = (
  text: string,
  sought: readonly string[],
): { readonly text: string; readonly found: boolean }[] => {
  const folded = fold(text)
  const words = [...sought].sort((one, two) => two.length - one.length)
  const pieces: { text: string; found: boolean }[] = []
  let plain = 0
  let at = 0
  while (at < folded.length) {
    const word = words.find((one) => folded.startsWith(one, at))
    if (!word) {
      at += 1
      continue
    }
    if (at > plain) pieces.push({ text: text.slice(plain, at), found: false })
    pieces.push({ text: text.slice(at, at + word.length), found: true })
    at += word.length
    plain = at
  }
  if (plain < text.length) pieces.push({ text: text.slice(plain), found: false })
  return pieces
}
