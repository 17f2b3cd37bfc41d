import type { Lexicon, LexiconWord } from '../lexicon/lexicon.ts'
import { builtInWords } from './built-in.ts'
import { signs, wordStart } from './signs.ts'

/** A word to look for, with what a hit means. */
export type Sought =
  | { readonly word: string; readonly means: 'internalMark' | 'homeLabel' | 'health' | 'minor' }
  | { readonly word: string; readonly means: 'wording'; readonly entry: LexiconWord }

/**
 * Words by their first two characters, in flat tables: a map asked at every second character of a text
 * was most of its cost (17 MB a CPU second with five thousand words, with these tables 59).
 */
export interface Matcher {
  /** What each unit can begin, words of the lexicon among it. */
  readonly flags: Uint8Array
  /** Where the words of each pair begin in `words`; those of one pair end where the next begin. */
  readonly starts: Uint32Array
  /** The third character of each word, 0 of a word of two: refuses almost all that are not there. */
  readonly thirds: Uint16Array
  /** The longest first, because the longest word at a place is the one meant. */
  readonly words: readonly Sought[]
}

const pairs = 65_536
const pairOf = (first: number, second: number): number => ((first * 31) ^ (second * 257)) & 0xffff

const compile = (sought: readonly Sought[]): Matcher => {
  const pairOfWord = ({ word }: Sought): number => pairOf(word.charCodeAt(0), word.charCodeAt(1))
  const words = sought
    .filter(({ word }) => word.length > 1)
    .sort((a, b) => pairOfWord(a) - pairOfWord(b) || b.word.length - a.word.length)
  const flags = signs.slice()
  const starts = new Uint32Array(pairs + 1)
  for (const one of words) {
    const first = one.word.charCodeAt(0)
    flags[first] = (flags[first] ?? 0) | wordStart
    const pair = pairOfWord(one)
    starts[pair + 1] = (starts[pair + 1] ?? 0) + 1
  }
  for (let pair = 0; pair < pairs; pair++)
    starts[pair + 1] = (starts[pair + 1] ?? 0) + (starts[pair] ?? 0)
  const thirds = Uint16Array.from(words, ({ word }) => (word.length > 2 ? word.charCodeAt(2) : 0))
  return { flags, starts, thirds, words }
}

const compiled = new WeakMap<Lexicon, Matcher>()

/** The matcher of a lexicon, compiled once for as long as the lexicon is kept. */
export function matcherFor(lexicon: Lexicon): Matcher {
  const known = compiled.get(lexicon)
  if (known) return known
  const made = compile([
    ...builtInWords,
    ...lexicon.words.map((entry) => ({ word: entry.word, means: 'wording' as const, entry })),
  ])
  compiled.set(lexicon, made)
  return made
}

/** The longest word that begins at `at`. */
export function wordAt(matcher: Matcher, text: string, at: number): Sought | undefined {
  const { starts, thirds, words } = matcher
  const pair = pairOf(text.charCodeAt(at), text.charCodeAt(at + 1))
  const end = starts[pair + 1] ?? 0
  for (let k = starts[pair] ?? 0; k < end; k++) {
    const third = thirds[k] ?? 0
    if (third !== 0 && third !== text.charCodeAt(at + 2)) continue
    const found = words[k]
    if (found && text.startsWith(found.word, at)) return found
  }
  return
}
