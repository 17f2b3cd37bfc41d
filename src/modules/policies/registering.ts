import type { Act } from '#platform/act'
import { type CivilDate, dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { policyClassOf } from './policy-kind.ts'
import { daysNamedIn, type NamedDays } from './reading-text.ts'
import type { PolicyRecord, PolicyText } from './record.ts'
import { type KeptPolicy, keepPolicy } from './store/policies.ts'
import { termFor } from './store/terms.ts'
import { endOfTerm } from './validity.ts'

export interface SuggestedDays extends NamedDays {
  readonly termArticle: string
}

const isTrial = (title: string): boolean => /试行|暂行/.test(title)

/**
 * The days of a policy as its text says, and where it is silent on its end, as the rule of the place
 * has it. Only normative documents run out by rule: a regulation lasts until it is repealed.
 */
export async function suggestedDays(
  { tx: db, today }: { readonly tx: Db; readonly today: CivilDate },
  text: PolicyText,
): Promise<SuggestedDays> {
  const issuedOn = text.writtenOn ?? (text.publishedAt ? dateAt(text.publishedAt) : today)
  const named = daysNamedIn(text.text, issuedOn)
  const effectiveOn = named.effectiveOn ?? issuedOn
  if (named.expiresOn !== null || policyClassOf(text) !== 'normative')
    return { effectiveOn, expiresOn: named.expiresOn, termArticle: '' }
  const term = await termFor(db, text.regionCode, effectiveOn)
  if (!term) return { effectiveOn, expiresOn: null, termArticle: '' }
  const years = isTrial(text.title) ? term.trialYears : term.years
  return { effectiveOn, expiresOn: endOfTerm(effectiveOn, years), termArticle: term.article }
}

/**
 * Puts a document in the register as the rule classes it and its text dates it, save what a person has
 * set. Null where it is no policy and was none.
 */
export async function register(
  act: Act,
  text: PolicyText,
  known: PolicyRecord | null,
): Promise<KeptPolicy | null> {
  const byRule = policyClassOf(text)
  if (byRule === null && known === null) return null
  const suggested = await suggestedDays(act, text)
  const kept: KeptPolicy = {
    documentId: text.documentId,
    organizationId: text.organizationId,
    class: known?.classByPerson ? known.class : (byRule ?? 'none'),
    classByPerson: known?.classByPerson ?? false,
    documentNumber: text.documentNumber,
    writtenOn: text.writtenOn,
    releasedAt: text.live ? text.publishedAt : null,
    ...daysOf(known, suggested),
  }
  await keepPolicy(act.tx, kept)
  return kept
}

const daysOf = (known: PolicyRecord | null, suggested: SuggestedDays) =>
  known?.datesByPerson
    ? {
        effectiveOn: known.effectiveOn,
        expiresOn: known.expiresOn,
        termArticle: known.termArticle,
        datesByPerson: true,
      }
    : { ...suggested, datesByPerson: false }
