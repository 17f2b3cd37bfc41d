import { cut, cutForSearch } from '#platform/segment'
import { simplify } from '#platform/simplified'

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
export const longestText = 300_000
// PostgreSQL bounds a tsvector at 1 MB, whatever the text repeats.
const mostLexemeBytes = 1_000_000
// And a lexeme at 2,046 bytes: a pasted key or picture is one "word" of many thousand letters.
const longestLexeme = 64
// What a person types; more is a pasted document, and its first words are as good.
const longestQuestion = 100
const mostWords = 8

/**
 * Full-width letters and digits as plain ones, lower case, one kind of brackets (〔2026〕, [2026]),
 * Traditional characters as Simplified ones, so that every way of typing meets.
 */
export const fold = (text: string): string =>
  simplify(
    text
      .toWellFormed()
      .normalize('NFKC')
      .toLowerCase()
      .replaceAll('\0', ' ')
      .replace(/[[〔【〖]/g, '(')
      .replace(/[\]〕】〗]/g, ')'),
  )

/** A text as it is indexed and confirmed: folded, words set wide drawn together. */
export const foldText = (text: string): string =>
  fold(text.slice(0, longestText)).replace(setWide, '')

/** A text on one line, words set wide drawn together and nothing else changed: as passages are cut from it. */
export const onOneLine = (text: string): string =>
  text.toWellFormed().replaceAll('\0', ' ').replace(setWide, '').replace(/\s+/g, ' ').trim()

// Characters beyond the first plane take two units; only then is it worth looking at each.
const isWide = /[\ud800-\udfff]/

const addPairs = (run: string, found: Set<string>): void => {
  if (isWide.test(run)) {
    const characters = [...run]
    for (let at = 1; at < characters.length; at += 1)
      found.add(`${characters[at - 1]}${characters[at]}`)
    return
  }
  for (let at = 1; at < run.length; at += 1) found.add(run.slice(at - 1, at + 1))
}

const bytesOf = (lexemes: Iterable<string>): number => {
  let bytes = 0
  for (const lexeme of lexemes) bytes += Buffer.byteLength(lexeme)
  return bytes
}

/** The distinct lexemes of a text: pairs of Chinese characters, words of other scripts, numbers. */
export const lexemesOf = (text: string): string[] => lexemesOfFolded(foldText(text))

/** The same of a text that is folded already. */
export const lexemesOfFolded = (folded: string): string[] => {
  const found = new Set<string>()
  for (const [run] of folded.matchAll(han)) addPairs(run, found)
  for (const [word] of folded.matchAll(other))
    found.add(word.length > longestLexeme ? word.slice(0, longestLexeme).toWellFormed() : word)
  const all = [...found]
  // No character takes more than four bytes, so most texts need no counting.
  return folded.length * 8 <= mostLexemeBytes || bytesOf(all) <= mostLexemeBytes
    ? all
    : all.slice(0, fittingOf(all))
}

const fittingOf = (lexemes: readonly string[]): number => {
  let bytes = 0
  const over = lexemes.findIndex((lexeme) => {
    bytes += Buffer.byteLength(lexeme)
    return bytes > mostLexemeBytes
  })
  return over < 0 ? lexemes.length : over
}

/** The characters of a title one by one: a single character is looked for in titles only. */
export const charactersOf = (title: string): string[] => [
  ...new Set([...foldText(title).matchAll(han)].flatMap(([run]) => [...run])),
]

// Begins with a colon, as the marks of time and place do and no lexeme of a text.
const inTitle = (lexeme: string): string =>
  hanRun.test(lexeme) && [...lexeme].length === 1 ? lexeme : `:t${lexeme}`

/** Lexemes of a title once more, marked: what has the words in its title is shown before the rest. */
export const titleLexemesOf = (title: string): string[] => lexemesOf(title).map(inTitle)

/** One thing that has to stand in the text: its lexemes lead to it, the text confirms it. */
export interface Sought {
  readonly text: string
  readonly lexemes: readonly string[]
  /** Asked for in quotes: never taken apart. */
  readonly whole?: boolean
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
    .map((text) => ({
      text,
      lexemes: lexemesSought(text),
      ...(phrases.includes(text) && { whole: true }),
    }))
    .filter((sought) => sought.lexemes.length > 0)
    .slice(0, mostWords)
}

/** A text sought as it stands. */
export const phraseOf = (text: string): Sought => {
  const folded = foldText(text).trim()
  return { text: folded, lexemes: lexemesSought(folded), whole: true }
}

/**
 * The same question with long words taken apart: 镇政府 is one word to the dictionary, and 云岚镇2026年政府预算公开
 * has its parts only. Null where nothing can be taken apart.
 */
export const takenApart = (sought: readonly Sought[]): Sought[] | null => {
  const parts = sought.flatMap((word) => partsOf(word) ?? [word])
  const isSame = parts.length === sought.length && parts.every((part, at) => part === sought[at])
  const distinct = [...new Map(parts.map((part) => [part.text, part])).values()]
  return isSame ? null : distinct.slice(0, mostWords)
}

const partsOf = ({ text, whole }: Sought): Sought[] | null => {
  if (whole || !/^\p{Script=Han}{3,}$/u.test(text)) return null
  const words = cutForSearch(text).filter((part) => part !== text && [...part].length > 1)
  // A part within a part says nothing more.
  const outer = words.filter(
    (part) => !words.some((other) => other !== part && other.includes(part)),
  )
  if (outer.length === 0) return null
  // 镇 of 镇政府: looked for in titles, as any single character.
  const rest = [...outer.reduce((left, part) => left.replaceAll(part, ''), text)]
  return [...outer, ...rest].map((part) => ({ text: part, lexemes: lexemesSought(part) }))
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

/** Every lexeme of every word. */
export const lexemesIn = (sought: readonly Sought[]): string[] => [
  ...new Set(sought.flatMap((word) => word.lexemes)),
]

/** The same as titles bear them. */
export const titleLexemesIn = (sought: readonly Sought[]): string[] =>
  lexemesIn(sought).map(inTitle)

const allOf = (lexemes: readonly string[]): string => lexemes.map(quotedLexeme).join(' & ')

/** A tsquery in which every lexeme of every word must stand. */
export const tsqueryOf = (sought: readonly Sought[]): string => allOf(lexemesIn(sought))

/** The same in the title. */
export const titleQueryOf = (sought: readonly Sought[]): string => allOf(titleLexemesIn(sought))
