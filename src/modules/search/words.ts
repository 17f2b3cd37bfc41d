import { cut } from '#platform/segment'

const han = /\p{Script=Han}+/gu
const hanRun = /^\p{Script=Han}/u
// Letters and numbers of any other script: words as they stand.
const other = /[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+/gv
// Typed in one piece: 9704-2012, covid-19, www.gov.cn.
const pieces =
  /\p{Script=Han}+|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+(?:[\-._\/:][[\p{L}\p{N}\p{M}]--\p{Script=Han}]+)*/gv
const runs = /[\p{L}\p{N}\p{M}]+/gu
// 公　告, 李　强: set wide by hand, one word all the same.
const setWide = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu

// A text beyond this is a book; its first half million bytes of lexemes lead to it.
const longestText = 300_000
// PostgreSQL bounds a tsvector at 1 MB, whatever the text repeats.
const mostLexemeBytes = 1_000_000
// And a lexeme at 2,046 bytes: a pasted key or picture is one "word" of many thousand letters.
const longestLexeme = 64
// What a person types; more is a pasted document, and its first words are as good.
const longestQuestion = 100
const mostWords = 8

/**
 * Full-width letters and digits as plain ones, lower case, one kind of brackets (〔2026〕, [2026]), so
 * that every way of typing meets.
 */
export const fold = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('\0', ' ')
    .replace(/[[〔【〖]/g, '(')
    .replace(/[\]〕】〗]/g, ')')

/** A text as it is indexed and confirmed: folded, words set wide drawn together. */
export const foldText = (text: string): string =>
  fold(text.slice(0, longestText)).replace(setWide, '')

const pairsOf = (run: string): string[] => {
  const characters = [...run]
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

function* lexemesIn(folded: string): Generator<string> {
  for (const [run] of folded.matchAll(han)) yield* pairsOf(run)
  for (const [word] of folded.matchAll(other))
    yield word.length > longestLexeme ? word.slice(0, longestLexeme).toWellFormed() : word
}

/** The distinct lexemes of a text: pairs of Chinese characters, words of other scripts, numbers. */
export const lexemesOf = (text: string): string[] => {
  const found = new Set<string>()
  let bytes = 0
  for (const lexeme of lexemesIn(foldText(text))) {
    if (found.has(lexeme)) continue
    bytes += Buffer.byteLength(lexeme)
    if (bytes > mostLexemeBytes) break
    found.add(lexeme)
  }
  return [...found]
}

/** The characters of a title one by one: a single character is looked for in titles only. */
export const charactersOf = (title: string): string[] => [
  ...new Set([...foldText(title).matchAll(han)].flatMap(([run]) => [...run])),
]

/** One thing that has to stand in the text: its lexemes lead to it, the text confirms it. */
export interface Sought {
  readonly text: string
  readonly lexemes: readonly string[]
}

// Of a question put as people speak, these only say that it is one; official texts lack them.
const asking =
  /^(怎么|怎样|怎么办|如何|什么|为什么|哪里|哪儿|哪些|哪个|多少|是否|能否|可否|请问|我想|我要)$/

const quoted = /["“”「『]([^"“”「」『』]+)["“”」』]/g

/**
 * What a question asks for: quoted phrases whole, the rest word by word. One character alone is left
 * out among longer words (我要办低保: 低保), and taken together where there is nothing else (的通).
 */
export const soughtIn = (question: string): Sought[] => {
  const folded = fold(question.slice(0, longestQuestion))
  const phrases = [...folded.matchAll(quoted)].map((match) => foldText(match[1] ?? '').trim())
  const rest = folded.replace(quoted, ' ')
  const words = [...rest.matchAll(pieces)].flatMap(([piece]) =>
    hanRun.test(piece) ? cut(piece) : [piece],
  )
  const long = [...phrases, ...words].filter((word) => [...word].length > 1)
  const telling = long.filter((word) => !asking.test(word))
  const whole = [...phrases, ...(rest.match(runs) ?? [])]
  const asked = [telling, long].find((some) => some.length > 0) ?? whole
  return [...new Set(asked)]
    .map((text) => ({ text, lexemes: lexemesSought(text) }))
    .filter((sought) => sought.lexemes.length > 0)
    .slice(0, mostWords)
}

/** A text sought as it stands. */
export const phraseOf = (text: string): Sought => {
  const folded = foldText(text).trim()
  return { text: folded, lexemes: lexemesSought(folded) }
}

const lexemesSought = (text: string): string[] => {
  const lexemes = lexemesOf(text)
  return lexemes.length === 0 && [...text].length === 1 && hanRun.test(text) ? [text] : lexemes
}

/** True where the lexeme is the word, so that the text need not be asked. */
export const isCertain = ({ text, lexemes }: Sought): boolean =>
  lexemes.length === 1 && lexemes[0] === text

/** Lexemes as a tsquery reads them; quoting keeps operators out. */
export const quotedLexeme = (lexeme: string): string =>
  `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`

/** A tsquery in which every lexeme of every word must stand. */
export const tsqueryOf = (sought: readonly Sought[]): string =>
  [...new Set(sought.flatMap((word) => word.lexemes))].map(quotedLexeme).join(' & ')
