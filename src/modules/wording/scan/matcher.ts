import type { Lexicon, LexiconWord } from '../lexicon/lexicon.ts'
import { builtInWords } from './built-in.ts'
import { signs, wordStart } from './signs.ts'

/** A word to look for, with what a hit means. */
export type Sought =
  | { readonly word: string; readonly means: 'internalMark' | 'homeLabel' | 'health' | 'minor' }
  | { readonly word: string; readonly means: 'wording'; readonly entry: LexiconWord }

/**
 * Words by their first two characters. The flags say in one look that no word begins here, a table of
 * 64 K bits for the pair says so again before the map is asked.
 */
export interface Matcher {
  readonly flags: Uint8Array
  readonly pairs: Uint8Array
  readonly byPair: ReadonlyMap<number, readonly Sought[]>
}

export const pairBit = (first: number, second: number): number =>
  ((first * 31) ^ (second * 17)) & 0xffff

const compile = (sought: readonly Sought[]): Matcher => {
  const flags = signs.slice()
  const pairs = new Uint8Array(65_536)
  const byPair = new Map<number, Sought[]>()
  for (const one of sought) {
    if (one.word.length < 2) continue
    const first = one.word.charCodeAt(0)
    const second = one.word.charCodeAt(1)
    flags[first] = (flags[first] ?? 0) | wordStart
    pairs[pairBit(first, second)] = 1
    const key = first * 65_536 + second
    const known = byPair.get(key)
    if (known) known.push(one)
    else byPair.set(key, [one])
  }
  // The longest word at a place is the one meant.
  for (const list of byPair.values()) list.sort((a, b) => b.word.length - a.word.length)
  return { flags, pairs, byPair }
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
  const first = text.charCodeAt(at)
  const second = text.charCodeAt(at + 1)
  if (!matcher.pairs[pairBit(first, second)]) return
  return matcher.byPair.get(first * 65_536 + second)?.find(({ word }) => text.startsWith(word, at))
}
