import { cut, cutForSearch } from '#platform/segment'
import { kindCues, silentWords, synonyms } from './vocabulary.ts'

/** A matter of the catalogue as far as its words go. */
export interface MatterWords {
  readonly code: string
  /** Name of the field 领域. */
  readonly field: string
  readonly level1: string
  readonly level2: string
  readonly contentElements: readonly string[]
  readonly aliases?: readonly string[]
}

export type MatchedIn = 'level2' | 'level1' | 'element' | 'field'

/** One word of the text that speaks for a matter, and where the matter says it. */
export interface Because {
  readonly term: string
  readonly where: 'title' | 'body'
  readonly matches: MatchedIn
}

export interface Suggestion {
  readonly code: string
  /** 0 to 1; above a half the text names the matter almost in the catalogue's words. */
  readonly score: number
  readonly because: readonly Because[]
}

/** The catalogue turned round: from a word to the matters that say it. Built once per edition. */
export interface MatterIndex {
  readonly matters: readonly MatterWords[]
  readonly postings: ReadonlyMap<string, readonly Posting[]>
  /** What the names of each matter weigh, to tell how much of them a text covers. */
  readonly nameWeight: readonly number[]
  /** The field in which a matter stands. */
  fieldOf(code: string): string | undefined
}
interface Posting {
  readonly matter: number
  readonly matches: MatchedIn
  readonly weight: number
}

// A word in the name of a matter says more than one among its twenty elements.
const weights: Readonly<Record<MatchedIn, number>> = {
  level2: 3,
  level1: 2,
  field: 1.5,
  element: 1,
}
// The title says what a text is; the body, with all it mentions in passing, less.
const [titleWeight, bodyWeight, cueWeight, synonymWeight] = [1, 0.25, 0.3, 0.8]
// The opening of a text holds its subject; reading on costs time and adds noise.
const bodyChars = 3000
// Calibrated on the reference catalogue: half of it is reached by a title in the catalogue's words.
const halfScore = 40
const reasons = 6

const usable = (term: string): boolean =>
  term.length >= 2 && !silentWords.has(term) && !/^[\d年月日]+$/.test(term)
const termsOf = (text: string): string[] => cutForSearch(text).filter(usable)

/** Indexes the matters of a catalogue for `suggestMatters` and `fitOf`. */
export function matterIndex(matters: readonly MatterWords[]): MatterIndex {
  const told = matters.map(wordsOf)
  const frequency = new Map<string, number>()
  for (const words of told) {
    for (const term of words.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  }
  const rarity = (term: string) => Math.log(1 + matters.length / (frequency.get(term) ?? 1))
  const postings = new Map<string, Posting[]>()
  const nameWeight = matters.map(() => 0)
  for (const [matter, words] of told.entries()) {
    for (const [term, matches] of words) {
      const weight = rarity(term) * weights[matches]
      const list = postings.get(term)
      if (list) list.push({ matter, matches, weight })
      else postings.set(term, [{ matter, matches, weight }])
      if (matches === 'level2' || matches === 'level1')
        nameWeight[matter] = (nameWeight[matter] ?? 0) + weight
    }
  }
  const fields = new Map(matters.map(({ code, field }) => [code, field]))
  return { matters, postings, nameWeight, fieldOf: (code) => fields.get(code) }
}

/** The words of a matter, each with the most telling place it stands in. */
function wordsOf(matter: MatterWords): Map<string, MatchedIn> {
  const words = new Map<string, MatchedIn>()
  const read = (text: string, matches: MatchedIn) => {
    for (const term of termsOf(text)) if (!words.has(term)) words.set(term, matches)
  }
  read([matter.level2, ...(matter.aliases ?? [])].join('，'), 'level2')
  read(matter.level1, 'level1')
  read(matter.field, 'field')
  read(matter.contentElements.join('，'), 'element')
  return words
}

/** The words of a text with what each counts, and what the clerk wrote that stands behind it. */
function askOf(text: { title: string; body: string }) {
  const asked = new Map<string, { weight: number; where: 'title' | 'body'; said: string }>()
  const ask = (
    terms: readonly string[],
    where: 'title' | 'body',
    weight: number,
    said?: string,
  ) => {
    for (const term of terms) {
      if ((asked.get(term)?.weight ?? 0) < weight)
        asked.set(term, { weight, where, said: said ?? term })
    }
  }
  const body = text.body.slice(0, bodyChars)
  ask(termsOf(text.title), 'title', titleWeight)
  const counts = new Map<string, number>()
  for (const term of cut(body).filter(usable)) counts.set(term, (counts.get(term) ?? 0) + 1)
  for (const [term, count] of counts) ask([term], 'body', bodyWeight * (1 + Math.log10(count)))
  for (const [said, meant] of synonyms) {
    if (text.title.includes(said)) ask(termsOf(meant), 'title', titleWeight * synonymWeight, said)
    else if (body.includes(said)) ask(termsOf(meant), 'body', bodyWeight * synonymWeight, said)
  }
  for (const [pattern, cue] of kindCues) {
    const said = pattern.exec(text.title)?.[0]
    if (said) ask(termsOf(cue), 'title', cueWeight, said)
  }
  return asked
}

/** Matters that a text seems to serve, best first, each with the words that speak for it. */
export function suggestMatters(
  text: { title: string; body: string },
  index: MatterIndex,
  limit: number,
): Suggestion[] {
  const found = new Map<
    number,
    { sum: number; named: number; because: (Because & { weight: number })[] }
  >()
  for (const [term, { weight, where, said }] of askOf(text)) {
    for (const posting of index.postings.get(term) ?? []) {
      const entry = found.get(posting.matter) ?? { sum: 0, named: 0, because: [] }
      const gain = posting.weight * weight
      entry.sum += gain
      if (posting.matches === 'level2' || posting.matches === 'level1') entry.named += gain
      entry.because.push({ term: said, where, matches: posting.matches, weight: gain })
      found.set(posting.matter, entry)
    }
  }
  return [...found]
    .map(([matter, { sum, named, because }]) => {
      // A matter whose whole name is said stands before one of which a part is said.
      const covered = Math.min(1, named / (index.nameWeight[matter] || 1))
      const raw = sum * (0.4 + 0.6 * covered)
      return { matter, raw, because }
    })
    .sort((a, b) => b.raw - a.raw || a.matter - b.matter)
    .slice(0, limit)
    .map(({ matter, raw, because }) => ({
      code: index.matters[matter]?.code ?? '',
      score: Math.round((raw / (raw + halfScore)) * 1000) / 1000,
      because: strongest(because),
    }))
}

function strongest(because: (Because & { weight: number })[]): Because[] {
  const byTerm = new Map<string, Because>()
  for (const { term, where, matches } of because.sort((a, b) => b.weight - a.weight)) {
    if (!byTerm.has(term)) byTerm.set(term, { term, where, matches })
  }
  return [...byTerm.values()].slice(0, reasons)
}
