import type { Db } from '#platform/database'
import { type Issue, issue } from '#platform/refusal'
import type { CheckVerdict } from '../contract/checks.ts'
import type { Edition } from '../edition.ts'
import {
  bandsOf,
  folded,
  type Likeness,
  likenessOf,
  shinglesOf,
  shortestText,
} from '../likeness/index.ts'
import { type Fit, fitOf, type MatterWords } from '../suggest/index.ts'
import { type CatalogueWords, matterShown, wordsInForce } from './catalogue-words.ts'
import {
  type Alike,
  alikeDocuments,
  type LikenessKeys,
  type Overruling,
  overrulingsOf,
} from './store.ts'

export interface MatterFit {
  readonly matter: MatterWords
  readonly fit: Fit
  readonly instead: MatterWords | null
}

export interface TextUnderMatters {
  readonly title: string
  readonly text: string
  readonly matterCodes: readonly string[]
}

/** How a text fits each of the matters under which it was put, as a catalogue words them. */
export function fitsIn({ index, byCode }: CatalogueWords, text: TextUnderMatters): MatterFit[] {
  if (text.text.trim() === '') return []
  return text.matterCodes.flatMap((code) => {
    const matter = byCode.get(code)
    if (!matter) return []
    const fit = fitOf({ title: text.title, body: text.text }, matter, index)
    return [{ matter, fit, instead: (fit.instead && byCode.get(fit.instead)) || null }]
  })
}

/** The same by the catalogue in force for the unit. */
export async function fitsOf(db: Db, edition: Edition): Promise<MatterFit[]> {
  if (edition.matterCodes.length === 0) return []
  const words = await wordsInForce(db, edition.document.owner.path)
  return words ? fitsIn(words, edition) : []
}

/** By which a text is found among others. */
export const keysOf = (text: {
  title: string
  documentNumber: string
  text: string
}): LikenessKeys => ({
  documentNumber: text.documentNumber,
  titleKey: folded(text.title),
  bands: folded(text.text).length < shortestText ? [] : bandsOf(shinglesOf(text.text)),
})

export interface Met {
  readonly document: Alike
  readonly likeness: Likeness
  /** Another unit's text told again: 同源管理, one record referred to, not copied. */
  readonly stops: boolean
}

/** Live documents that say the same. */
export async function likeTo(db: Db, edition: Edition): Promise<Met[]> {
  const found = await alikeDocuments(db, keysOf(edition), edition.document.id)
  return found
    .flatMap((document) => {
      const likeness = likenessOf(edition, document)
      if (!likeness) return []
      // A unit's own lists of each quarter are alike by right; whoever repeats another's text is stopped.
      const isOthers = document.organizationId !== edition.document.owner.id
      const isLong = folded(edition.text).length >= shortestText
      return [{ document, likeness, stops: isOthers && isLong && likeness.kind === 'copy' }]
    })
    .sort((a, b) => Number(b.stops) - Number(a.stops) || b.likeness.share - a.likeness.share)
}

export const overruledIn = (
  overrulings: readonly Overruling[],
  verdict: CheckVerdict,
  about: string,
): Overruling | undefined =>
  overrulings.find((one) => one.verdict === verdict && one.about === about)

const fewTerms = 3

/** What stands between a text and its review: news, a misfit, a copy that nobody let pass. */
export async function checkIssues(db: Db, edition: Edition): Promise<Issue[]> {
  // What stays inside fills no column.
  if (edition.attribute !== 'proactive') return []
  const overrulings = await overrulingsOf(db, edition.document.id)
  const fits = (await fitsOf(db, edition)).flatMap(({ matter, fit, instead }) => {
    if (fit.verdict !== 'workNews' && fit.verdict !== 'misfit') return []
    if (overruledIn(overrulings, fit.verdict, matter.code)) return []
    const { name } = matterShown(matter)
    if (fit.verdict === 'misfit')
      return [
        issue('matterCodes', 'otherMatter', {
          name,
          other: instead ? matterShown(instead).name : '',
        }),
      ]
    const terms = fit.because.filter(({ reason }) => reason.startsWith('news.'))
    const words = terms.map(({ term }) => `“${term}”`).slice(0, fewTerms)
    return [issue('matterCodes', 'newsInColumn', { name, words: words.join('') })]
  })
  const copies = (await likeTo(db, edition)).flatMap(({ document, stops }) =>
    stops && !overruledIn(overrulings, 'copy', `document/${document.documentId}`)
      ? [issue('html', 'copyOfOther', { title: document.title, unit: document.organizationName })]
      : [],
  )
  return [...fits, ...copies]
}
