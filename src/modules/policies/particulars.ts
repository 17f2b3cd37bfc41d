import type { Actor } from '#platform/act'
import { type CivilDate, dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { Particulars } from './contract/particulars.ts'
import { endedValidities } from './contract/shapes.ts'
import { owesLegality } from './legality.ts'
import { mayDraft, mayKeepReleased } from './policy.ts'
import { policyClassOf } from './policy-kind.ts'
import { effectsNamedIn, numbersNamedIn } from './reading-text.ts'
import type { PolicyRecord, PolicyText } from './record.ts'
import { refuse } from './refusals.ts'
import { suggestedDays } from './registering.ts'
import { type Named, policiesNamed } from './store/citations.ts'
import { effectsOf } from './store/effects.ts'
import { foremostText, policyRow } from './store/policies.ts'
import { sinceOf, validityOn } from './validity.ts'

/** Whether a person may set down the particulars: a clerk's work until release, then the keepers'. */
export const mayKeep = (by: Actor, text: Pick<PolicyText, 'path' | 'live'>): boolean =>
  text.live ? mayKeepReleased(by, text.path) : mayDraft(by, text.path)

/** A document as a policy, for the desk: what is kept, what its text says, what stands against it. */
export async function particularsOf(
  db: Db,
  by: Actor,
  documentId: number,
  today: CivilDate = dateAt(new Date()),
): Promise<Particulars> {
  const reader = { kind: 'staff', by } as const
  const text = await foremostText(db, documentId, reader)
  if (!text) throw refuse('notFound')
  const policy = await policyRow(db, documentId)
  const [suggested, acts, suffers, named, ends] = await Promise.all([
    suggestedDays({ tx: db, today }, text),
    effectsOf(db, documentId, 'acts', reader),
    effectsOf(db, documentId, 'suffers', reader),
    policiesNamed(db, documentId, numbersNamedIn(text.text), reader),
    policiesNamed(db, documentId, effectsNamedIn(text.text), reader),
  ])
  const validity = policy?.releasedAt ? validityOn(policy, today) : null
  return {
    ...classAndDays(text, policy, suggested),
    documentId,
    documentNumber: text.documentNumber,
    released: text.live,
    validity,
    since: policy && validity ? sinceOf(policy, validity) : null,
    suggested,
    legality: {
      reviewedOn: policy?.legalityReviewedOn ?? null,
      reviewer: policy?.legalityReviewer ?? '',
      number: policy?.legalityNumber ?? '',
      opinion: policy?.legalityOpinion ?? '',
    },
    legalityOwed: owesLegality(text, policy),
    acts,
    suffers,
    suggestedEffects: suggestionsOf(text, ends),
    citesEnded: named.flatMap((one) => {
      const stands = validityOn(one, today)
      if (!endedValidities.includes(stands)) return []
      const { id, title, documentNumber, run } = one
      return [{ id, title, documentNumber, run, validity: stands, since: sinceOf(one, stands) }]
    }),
    mayKeep: mayKeep(by, text),
  }
}

const classAndDays = (
  text: PolicyText,
  policy: PolicyRecord | null,
  suggested: { readonly effectiveOn: CivilDate | null; readonly expiresOn: CivilDate | null },
) => {
  const kept = policy?.classByPerson ? policy.class : policyClassOf(text)
  const days = policy?.datesByPerson || policy?.releasedAt ? policy : suggested
  return {
    class: kept === 'none' ? null : kept,
    classByPerson: policy?.classByPerson ?? false,
    year: policy?.year ?? null,
    effectiveOn: days.effectiveOn,
    expiresOn: days.expiresOn,
    datesByPerson: policy?.datesByPerson ?? false,
  }
}

const suggestionsOf = (text: PolicyText, targets: readonly Named[]) => {
  const said = effectsNamedIn(text.text)
  return targets.flatMap(({ id, title, documentNumber, run }) => {
    const kind = said.find((effect) => effect.run === run)?.kind
    return kind ? [{ kind, target: { id, title, documentNumber } }] : []
  })
}
