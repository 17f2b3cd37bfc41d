import type { Act } from '#platform/act'
import { policyClassOf } from './policy-kind.ts'
import type { PolicyRecord, PolicyText } from './record.ts'
import { refuse } from './refusals.ts'
import { foremostText, liveText, policyRow } from './store/policies.ts'

/**
 * 国办发〔2018〕115号: a normative document passes the legality review before it goes to the meeting;
 * without it, or with a mere note of the department that signs it, it is not deliberated.
 */
export const owesLegality = (text: PolicyText, policy: PolicyRecord | null): boolean => {
  const isNormative = policy?.classByPerson
    ? policy.class === 'normative'
    : policyClassOf(text) === 'normative'
  return isNormative && (policy?.legalityReviewedOn ?? null) === null && !text.live
}

/** A text sent up without it comes back at once. */
export async function mustHaveLegality(act: Act, documentId: number): Promise<void> {
  const text = await foremostText(act.tx, documentId, null)
  if (text && owesLegality(text, await policyRow(act.tx, documentId)))
    throw refuse('legalityMissing')
}

/** Asked again as it goes out for the first time: what is urgent was never sent up. */
export async function mustGoOutWithLegality(act: Act, documentId: number): Promise<void> {
  const text = await liveText(act.tx, documentId)
  if (text && owesLegality({ ...text, live: false }, await policyRow(act.tx, documentId)))
    throw refuse('legalityMissing')
}
