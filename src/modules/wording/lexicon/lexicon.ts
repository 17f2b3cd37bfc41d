/** What is wrong with a word, or why it asks for a second look. */
export const wordClasses = [
  /** A mistyped or misused word. */
  'misspelt',
  /** A name or title of a leader or an organ in a wrong form. */
  'title',
  /** An organ or a law that has another name since a day. */
  'renamed',
  /** A wording that offends: of peoples, regions, people with disabilities. */
  'offending',
  /** A wording that is wrong in matters of sovereignty. */
  'sovereignty',
  /** An office's own. */
  'own',
] as const
export type WordClass = (typeof wordClasses)[number]

/** One entry: what is found, what to write instead or to check. */
export interface LexiconWord {
  readonly word: string
  readonly class: WordClass
  /** What to write instead; empty where a person has to decide. */
  readonly instead: string
  /** The day since which it holds, for names that changed. */
  readonly since?: string
  /** Words in which it stands rightly: 「截止目前」 is wrong, 「截止目前期限」 no word at all. */
  readonly except?: readonly string[]
  /** Of an office's own: wrong beyond doubt, not only to be looked at twice. */
  readonly sure?: boolean
  /** Why, in a few words, if the replacement does not say it. */
  readonly note?: string
}

/** A dated collection of words. */
export interface Lexicon {
  /** The day of this state of it. */
  readonly datedOn: string
  readonly words: readonly LexiconWord[]
}
