import type { Actor } from '#platform/act'
import type { Db } from '#platform/database'
import type { LikeRequest, Resemblance } from '../contract/frequency.ts'
import { refuse } from '../learning-refusals.ts'
import { mayHandle, maySee } from '../policy.ts'
import type { Request } from '../request.ts'
import { requestRow } from '../store/requests.ts'
import { excessiveOf } from './excessive-store.ts'
import { shareOf } from './signature.ts'
import {
  type Beside,
  countsOf,
  likeOfOthers,
  minimaOfRequest,
  ofSameRequester,
  partsOf,
} from './store.ts'
import { type FrequencyRule, frequencyRuleOn, repeatArticle } from './thresholds.ts'

const hundred = 100

const line = ({ minima, ...one }: Beside, own: readonly number[]): LikeRequest => ({
  id: one.id,
  number: one.number,
  title: one.title,
  organization: { id: one.organizationId, name: one.organizationName },
  submittedOn: one.submittedOn,
  answeredOn: one.answeredOn,
  resultCode: one.resultCode,
  percent: Math.round(shareOf(own, minima) * hundred),
})

const atLeast = (lines: LikeRequest[], share: number): LikeRequest[] =>
  lines.filter(({ percent }) => percent >= share * hundred).sort((a, b) => b.percent - a.percent)

/** Whether an asker is beyond the numbers from which a person has to look. */
export const isFrequent = (
  counts: { readonly month: number; readonly year: number },
  rule: FrequencyRule | null,
): boolean => rule !== null && (counts.month > rule.month || counts.year > rule.year)

/**
 * What a request resembles (M74): earlier ones of the same asker, open ones of others, and how often
 * this asker comes. Found by marks alone; nothing sealed is opened.
 */
export const resemblanceOf = async (db: Db, by: Actor, id: number): Promise<Resemblance> => {
  const request = await requestRow(db, id)
  if (!request || !maySee(by, request)) throw refuse('notFound')
  const counts = await countsOf(db, id)
  const rule = frequencyRuleOn(counts.on)
  const [own, same, others, parts, excessive] = await Promise.all([
    minimaOfRequest(db, id),
    ofSameRequester(db, id),
    likeOfOthers(db, id),
    partsOf(db, id),
    excessiveOf(db, id),
  ])
  // A repeat is one at the same organ; and nobody sees another office's cases by way of this one.
  const alike = (beside: readonly Beside[]) =>
    atLeast(
      beside
        .filter(({ organizationId }) => organizationId === request.organizationId)
        .map((one) => line(one, own)),
      rule?.likeShare ?? 1,
    )
  const linkOf = async (otherId: number | null) => {
    const other = otherId === null ? null : await requestRow(db, otherId)
    return other && { id: other.id, number: other.number, title: other.title }
  }
  return {
    version: request.version,
    mayHandle: mayHandle(by, request),
    repeatShare: Math.round((rule?.repeatShare ?? 1) * hundred),
    repeats: alike(same),
    othersOpen: alike(others),
    counts: { month: counts.month, year: counts.year },
    limits: rule && { month: rule.month, year: rule.year, article: rule.article },
    frequent: isFrequent(counts, rule),
    repeatArticle,
    repeatOf: await linkOf(request.repeatOfId),
    parent: await linkOf(request.parentId),
    mergedInto: await linkOf(request.mergedIntoId),
    parts,
    excessive,
    dueOn: request.dueOn,
  }
}

/** Whether a request is over in the law's eyes: nothing about it can be arranged anew. */
export const isOver = (request: Request): boolean =>
  request.answeredOn !== null ||
  request.lapsedOn !== null ||
  request.standing === 'withdrawn' ||
  request.stage === 'closed' ||
  request.stage === 'archived'
