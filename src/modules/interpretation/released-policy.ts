import type { Act } from '#platform/act'
import { refuse } from './refusals.ts'
import { policyFor } from './store/policies.ts'

/** What is read together with a policy waits until the policy is out. */
export const mustBeOut = async (act: Act, policyId: number | null): Promise<void> => {
  if (policyId === null) return
  const policy = await policyFor(act.tx, policyId, { kind: 'staff', by: act.by })
  if (!policy) throw refuse('notFound')
  if (!policy.isLive) throw refuse('policyNotOut', { title: policy.title })
}
