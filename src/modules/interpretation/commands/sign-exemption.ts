import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { signExemption as contract, revokeExemption as revoking } from '../contract/desk.ts'
import { deriveDuty } from '../derive.ts'
import { exemptionRevoked, exemptionSigned } from '../facts.ts'
import { factAbout, findPolicy } from '../finding.ts'
import { maySign } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { dropExemption, planOf, putExemption } from '../store/plans.ts'

// Shorter than this no sentence says why.
const shortestReason = 6

/**
 * Signs that a policy goes out without an interpretation. A named person answers for it, and nobody
 * exempts a text of their own.
 */
export async function signExemption(
  act: Act,
  input: z.output<typeof contract.input>,
): Promise<{ signedBy: string }> {
  const policy = await findPolicy(act, input.id, maySign)
  if (act.by.id === null) throw refuse('notYours')
  if (policy.authors.includes(act.by.id)) throw refuse('ownText')
  if (input.reason.length < shortestReason) throw refuse('reasonTooShort')
  if ((await planOf(act.tx, policy.documentId)).length > 0) throw refuse('exemptedWithPlan')
  const signed = { reason: input.reason, by: act.by.id, name: act.by.name, at: act.at }
  await putExemption(act.tx, policy.documentId, signed)
  await deriveDuty(act, policy.documentId)
  await act.announce(exemptionSigned, { ...factAbout(policy), reason: input.reason })
  return { signedBy: act.by.name }
}

/** Takes it back: from now the policy needs its interpretation again. */
export async function revokeExemption(
  act: Act,
  input: z.output<typeof revoking.input>,
): Promise<Record<string, never>> {
  const policy = await findPolicy(act, input.id, maySign)
  if (!(await dropExemption(act.tx, policy.documentId))) return {}
  await deriveDuty(act, policy.documentId)
  await act.announce(exemptionRevoked, factAbout(policy))
  return {}
}
