import { cutForSearch } from '#platform/segment'
import {
  bodySigns,
  type NewsSign,
  officialTitle,
  reportingMatter,
  titleSigns,
} from './news-signs.ts'
import { type MatterIndex, type MatterWords, suggestMatters } from './suggest-matters.ts'
import { toneOf } from './tone.ts'
import { silentWords, synonyms } from './vocabulary.ts'

/** Why a text fits a matter or not; its words are `documents.fit.<reason>`. */
export interface FitReason {
  readonly reason:
    | 'saysMatter'
    | 'saysElement'
    | 'saysNothing'
    | 'saysOther'
    | 'officialTitle'
    | 'reportingMatter'
    | 'news.tone'
    | `news.${NewsSign['reports']}`
  /** The words of the text or of the matter that the reason rests on. */
  readonly term: string
}

export interface Fit {
  readonly verdict: 'fits' | 'doubtful' | 'workNews' | 'misfit'
  readonly because: readonly FitReason[]
  /** The matter whose words the text says, where it is not the one that it was put under. */
  readonly instead: string | null
}

// A report gives itself away at once; what a long text quotes further down is no sign.
const openingChars = 600
const bodyChars = 5000

// In the log-odds of `toneOf`, weighed on test/fixtures/misfit/tuning.txt.
const newsOdds = 3
// Tone alone, without one phrase that a person could point at, has to be unmistakable; under an official
// title (通告, 答复) it says nothing.
const toneAloneOdds = 5.5
const titleSignOdds = 3
const bodySignOdds = 1.5
const officialTitleOdds = -4
// A text is another matter's when that one is said clearly and this one hardly at all.
const otherScore = 0.28
const ownShare = 0.25
// Who says this many words of a matter's names writes about it; 社会, 服务, 环境 stand in the names of many
// fields and count for none.
const enoughNamed = 3
const fewFields = 6

/**
 * Whether a text may stand in the column of a matter, is news of the office's own work that only
 * fills it, or belongs to another matter. With an `index` the whole catalogue is compared; without,
 * only news can be told. 政务公开 inspections deduct for columns filled with meetings and visits.
 */
export function fitOf(
  text: { title: string; body: string },
  matter: MatterWords,
  index?: MatterIndex,
): Fit {
  const title = text.title.trim()
  const opening = text.body.trim().slice(0, openingChars)
  const ofTitle = signsIn(title, titleSigns)
  const ofBody = signsIn(opening, bodySigns)
  const news = [...ofTitle, ...ofBody]
  const tone = toneOf(text)
  const official = officialTitle.exec(title)?.[0]
  const wanted = reportingMatter.exec([matter.level2, ...matter.contentElements].join('，'))?.[0]
  const said = saidOf(text, matter)

  const odds =
    tone.score +
    (ofTitle.length > 0 ? titleSignOdds : 0) +
    ofBody.length * bodySignOdds +
    (official ? officialTitleOdds : 0)
  // Where the catalogue itself asks for what was done, a report is what people are to read; only
  // who travelled and who was praised is news there too.
  const asked = wanted === '会议' ? 'news.meeting' : 'news.activity'
  const isNews =
    odds >= (news.length > 0 ? newsOdds : toneAloneOdds) &&
    (news.length > 0 || !official) &&
    (!wanted || ofTitle.some(({ reason }) => reason !== asked))
  const named = said.filter(
    ({ reason, term }) => reason === 'saysMatter' && (!index || isTelling(term, index)),
  ).length
  const other = index && !isNews && named < enoughNamed ? otherMatter(text, matter, index) : null
  const instead = other?.code ?? null

  const because: FitReason[] = [
    ...said,
    ...(other ? [{ reason: 'saysOther' as const, term: other.term }] : []),
    ...news,
    ...(isNews ? tone.words.map((term) => ({ reason: 'news.tone' as const, term })) : []),
    ...(official ? [{ reason: 'officialTitle' as const, term: official }] : []),
    ...(news.length > 0 && wanted ? [{ reason: 'reportingMatter' as const, term: wanted }] : []),
  ]
  if (isNews) return { verdict: 'workNews', because, instead: null }
  if (other) return { verdict: 'misfit', because, instead }
  const saidAnything = said.some(({ reason }) => reason !== 'saysNothing')
  // Leans towards a report, and is not one for certain.
  const leans = odds > 0 && news.length > 0 && !wanted
  return { verdict: saidAnything && !leans ? 'fits' : 'doubtful', because, instead: null }
}

const signsIn = (text: string, signs: readonly NewsSign[]): FitReason[] =>
  signs.flatMap(({ pattern, reports }) => {
    const found = pattern.exec(text)?.[0]
    return found ? [{ reason: `news.${reports}` as const, term: found }] : []
  })

/** A word that stands in the names of a few fields only. */
const isTelling = (term: string, index: MatterIndex): boolean => {
  const fields = new Set<string | undefined>()
  for (const { matter, matches } of index.postings.get(term) ?? [])
    if (matches !== 'element') fields.add(index.matters[matter]?.field)
  return fields.size <= fewFields
}

/** A matter of another field that the text says clearly, while it hardly says this one. */
function otherMatter(
  text: { title: string; body: string },
  matter: MatterWords,
  index: MatterIndex,
): { code: string; term: string } | null {
  const found = suggestMatters(text, index, index.matters.length)
  const [best] = found
  if (!best || best.score < otherScore) return null
  const own = found.find((one) => one.code === matter.code)?.score ?? 0
  const same = found.find((one) => index.fieldOf(one.code) === matter.field)?.score ?? 0
  // Neighbours in one field share their words: telling those apart is left to the reviewer.
  if (Math.max(own, same * ownOfField) >= best.score * ownShare) return null
  if (index.fieldOf(best.code) === matter.field) return null
  return { code: best.code, term: best.because[0]?.term ?? '' }
}
// A word that only a neighbour in the field says speaks half for this matter too.
const ownOfField = 0.5

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
