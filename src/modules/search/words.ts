import { cut } from '#platform/segment'

const han = /\p{Script=Han}+/gu
const latin = /[a-z0-9]+(?:[.-][a-z0-9]+)*/g

// PostgreSQL bounds a tsvector at 1 MB; a book of 300,000 characters stays below it with its pairs.
const longestText = 300_000
// What a person types; more is a pasted document, and its first words are as good.
const longestQuestion = 100
const mostWords = 8

/** Full-width letters and digits as plain ones, lower case, so that both ways of typing meet. */
export const fold = (text: string): string => text.normalize('NFKC').toLowerCase()

const pairsOf = (run: string): string[] => {
  const characters = [...run]
  return characters.length === 1
    ? characters
    : characters.slice(1).map((character, at) => `${characters[at]}${character}`)
}

/** The distinct lexemes of a text: pairs of Chinese characters, Latin words, numbers. */
export const lexemesOf = (text: string): string[] => {
  const folded = fold(text.slice(0, longestText))
  const found = new Set<string>()
  for (const [run] of folded.matchAll(han)) for (const pair of pairsOf(run)) found.add(pair)
  for (const [word] of folded.matchAll(latin)) found.add(word)
  return [...found]
}

/** One thing that has to stand in the text: its lexemes lead to it, the text confirms it. */
export interface Sought {
  readonly text: string
  readonly lexemes: readonly string[]
}

const quoted = /["“”「『]([^"“”「」『』]+)["“”」』]/g

/** What a question asks for: quoted phrases whole, the rest word by word. One character alone is left out. */
export const soughtIn = (question: string): Sought[] => {
  const folded = fold(question.slice(0, longestQuestion))
  const phrases = [...folded.matchAll(quoted)].map((match) => (match[1] ?? '').trim())
  const rest = cut(folded.replace(quoted, ' ')).map((word) => word.trim())
  const words = [...new Set([...phrases, ...rest])].filter((word) => [...word].length > 1)
  // "路" alone is a word too when nothing else was asked for.
  const asked = words.length > 0 ? words : [...new Set([...phrases, ...rest])].filter(Boolean)
  return asked
    .slice(0, mostWords)
    .map((text) => ({ text, lexemes: lexemesOf(text) }))
    .filter((sought) => sought.lexemes.length > 0)
}

/** A tsquery in which every lexeme of every word must stand; quoting keeps operators out. */
export const tsqueryOf = (sought: readonly Sought[]): string =>
  [...new Set(sought.flatMap((word) => word.lexemes))]
    .map((lexeme) => `'${lexeme.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`)
    .join(' & ')
