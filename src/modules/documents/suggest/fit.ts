import { cutForSearch } from '#platform/segment'
import {
  bodySigns,
  type NewsSign,
  officialTitle,
  reportingMatter,
  titleSigns,
} from './news-signs.ts'
import type { MatterWords } from './suggest-matters.ts'
import { silentWords, synonyms } from './vocabulary.ts'

/** Why a text fits a matter or not; its words are `documents.fit.<reason>`. */
export interface FitReason {
  readonly reason:
    | 'saysMatter'
    | 'saysElement'
    | 'saysNothing'
    | 'officialTitle'
    | 'reportingMatter'
    | `news.${NewsSign['reports']}`
  /** The words of the text or of the matter that the reason rests on. */
  readonly term: string
}

export interface Fit {
  readonly verdict: 'fits' | 'doubtful' | 'workNews'
  readonly because: readonly FitReason[]
}

// A report gives itself away at once; what a long text quotes further down is no sign.
const openingChars = 600
const bodyChars = 5000

/**
 * Whether a text may stand in the column of a matter, or is news of the office's own work that only
 * fills it. 政务公开 inspections deduct for columns filled with meetings and visits.
 */
export function fitOf(text: { title: string; body: string }, matter: MatterWords): Fit {
  const title = text.title.trim()
  const news = [
    ...signsIn(title, titleSigns),
    ...signsIn(text.body.trim().slice(0, openingChars), bodySigns),
  ]
  const official = officialTitle.exec(title)?.[0]
  const wanted = reportingMatter.exec([matter.level2, ...matter.contentElements].join('，'))?.[0]
  const said = saidOf(text, matter)
  const saidAnything = said.some(({ reason }) => reason !== 'saysNothing')

  const because = [
    ...said,
    ...news,
    ...(official ? [{ reason: 'officialTitle' as const, term: official }] : []),
    ...(news.length > 0 && wanted ? [{ reason: 'reportingMatter' as const, term: wanted }] : []),
  ]
  const isNewsTitle = signsIn(title, titleSigns).length > 0
  if (official || news.length === 0) return { verdict: saidAnything ? 'fits' : 'doubtful', because }
  if (wanted) return { verdict: saidAnything ? 'fits' : 'doubtful', because }
  return { verdict: isNewsTitle || news.length > 1 ? 'workNews' : 'doubtful', because }
}

const signsIn = (text: string, signs: readonly NewsSign[]): FitReason[] =>
  signs.flatMap(({ pattern, reports }) => {
    const found = pattern.exec(text)?.[0]
    return found ? [{ reason: `news.${reports}` as const, term: found }] : []
  })

/** What of the matter the text says: words of its names, and elements said almost whole. */
function saidOf(text: { title: string; body: string }, matter: MatterWords): FitReason[] {
  const whole = `${text.title}\n${text.body.slice(0, bodyChars)}`
  const meant = synonyms.filter(([said]) => whole.includes(said)).map(([, words]) => words)
  const words = new Set(wordsOf([whole, ...meant].join('\n')))
  const names = [matter.level2, matter.level1, matter.field, ...(matter.aliases ?? [])]
  const named = [...new Set(names.flatMap(wordsOf))].filter((word) => words.has(word))
  const elements = matter.contentElements.filter((element) => {
    const parts = wordsOf(element)
    return parts.length > 1 && parts.filter((part) => words.has(part)).length >= parts.length * 0.75
  })
  const said: FitReason[] = [
    ...named.slice(0, 4).map((term) => ({ reason: 'saysMatter' as const, term })),
    ...elements.slice(0, 4).map((term) => ({ reason: 'saysElement' as const, term })),
  ]
  return said.length > 0 ? said : [{ reason: 'saysNothing', term: matter.level2 || matter.level1 }]
}

const wordsOf = (text: string): string[] =>
  cutForSearch(text).filter((word) => word.length >= 2 && !silentWords.has(word))
