import type { Act, Actor } from '#platform/act'
import { theSystem } from '#platform/act'
import { refuse } from './refusals.ts'
import { lockPolicy, type PolicyRow, policyFor } from './store/policies.ts'

/**
 * The document that a command is about, locked: what a person may not see does not exist for them,
 * what they may not touch is refused.
 */
export async function findPolicy(
  act: Act,
  documentId: number,
  may: (by: Actor, path: string) => boolean,
): Promise<PolicyRow> {
  await lockPolicy(act.tx, documentId)
  const reader = act.by === theSystem ? 'system' : ({ kind: 'staff', by: act.by } as const)
  const policy = await policyFor(act.tx, documentId, reader)
  if (!policy) throw refuse('notFound')
  if (!may(act.by, policy.path)) throw refuse('notYours')
  return policy
}

/** What every fact about a policy carries. */
export const factAbout = (policy: PolicyRow) => ({
  subject: `document/${policy.documentId}`,
  organizationId: policy.organizationId,
  policyId: policy.documentId,
})
