import type { Lexicon } from './lexicon.ts'
import { misspelt } from './misspelt.ts'
import { offending, sovereignty } from './offending.ts'
import { renamed } from './renamed.ts'
import { titles } from './titles.ts'

/** The lexicon that comes with the house. Sources stand with each part. */
export const theLexicon: Lexicon = {
  datedOn: '2026-11-01',
  words: [...misspelt, ...titles, ...renamed, ...offending, ...sovereignty],
}

/** The house's lexicon with the words that an office keeps for itself. */
export const withOwnWords = (own: Lexicon['words']): Lexicon =>
  own.length === 0 ? theLexicon : { ...theLexicon, words: [...theLexicon.words, ...own] }
