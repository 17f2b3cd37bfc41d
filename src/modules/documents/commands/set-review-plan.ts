import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { setReviewPlan as contract, reviewPlanShape } from '../contract/release.ts'
import { reviewPlanSet } from '../facts.ts'
import { maySetPlan } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { ownerById } from '../store/organizations.ts'
import { setPlan } from '../store/reviews.ts'

export type SetReviewPlan = z.output<typeof contract.input>

/** Sets the steps for a unit and everything below it that has no plan of its own. */
export async function setReviewPlan(
  act: Act,
  input: SetReviewPlan,
): Promise<z.output<typeof reviewPlanShape>> {
  const owner = await ownerById(act.tx, input.organizationId)
  if (!maySetPlan(act.by, owner.path)) throw refuse('notYours')
  // 政府信息公开条例 art. 17: review comes before disclosure, whatever else a unit does.
  if (!input.steps.includes('secrecyReviewer')) throw refuse('planNeedsSecrecy')
  if (new Set(input.steps).size < input.steps.length) throw refuse('planRepeatsRole')
  await setPlan(act.tx, { ...input, at: act.at, by: act.by.id })
  await act.announce(reviewPlanSet, { subject: `organization/${owner.id}`, ...input })
  return { ...input, setBy: { id: owner.id, name: owner.name } }
}
