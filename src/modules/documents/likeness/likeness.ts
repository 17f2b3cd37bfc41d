import { folded, jaccard, shinglesOf } from '#platform/min-hash'

/** A text as far as its likeness goes. */
export interface Told {
  readonly title: string
  readonly documentNumber: string
  readonly text: string
}

export interface Likeness {
  /** 0 to 1: the share of the text that both have. */
  readonly share: number
  readonly sameNumber: boolean
  readonly sameTitle: boolean
  /**
   * `copy`: the same record told again. `similar`: much the same words about other particulars, as
   * the lists of every quarter and of every town are.
   */
  readonly kind: 'copy' | 'similar'
}

// Measured on the made pairs of likeness.test.ts: copies with edits stay above, siblings from one
// template below one of the two.
const copyShare = 0.75
const copyParticulars = 0.5
const similarShare = 0.5
// With fewer figures than this, figures say nothing.
const fewFigures = 3
/** Texts shorter than this resemble each other by their phrases alone. */
export const shortestText = 100

const figuresOf = (text: string): Set<string> =>
  new Set(text.normalize('NFKC').match(/\d+(?:\.\d+)?/g) ?? [])

const titlesAlike = (a: string, b: string): boolean =>
  jaccard(new Set(folded(a)), new Set(folded(b))) >= 0.6

/** How two texts resemble each other; null where they do not. */
export function likenessOf(own: Told, other: Told): Likeness | null {
  const share = jaccard(shinglesOf(own.text), shinglesOf(other.text))
  const sameTitle = own.title !== '' && folded(own.title) === folded(other.title)
  const sameNumber = own.documentNumber !== '' && own.documentNumber === other.documentNumber
  const [mine, theirs] = [figuresOf(own.text), figuresOf(other.text)]
  const sameParticulars =
    (mine.size < fewFigures && theirs.size < fewFigures) || jaccard(mine, theirs) >= copyParticulars
  // A list of this year beside last year's has its own figures, and often its own title.
  const isCopy =
    (share >= copyShare && sameParticulars) ||
    // 发文字号 is given once: who bears it is the same document, retyped or cut.
    (sameNumber && titlesAlike(own.title, other.title))
  if (isCopy) return { share, sameNumber, sameTitle, kind: 'copy' }
  if (share >= similarShare || sameNumber || sameTitle)
    return { share, sameNumber, sameTitle, kind: 'similar' }
  return null
}
