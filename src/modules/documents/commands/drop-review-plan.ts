import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { dropReviewPlan as contract, reviewPlanShape } from '../contract/release.ts'
import { reviewPlanDropped } from '../facts.ts'
import { maySetPlan } from '../policy.ts'
import { reviewPlanOf } from '../reading/review-plan.ts'
import { refuse } from '../refusals.ts'
import { ownerById } from '../store/organizations.ts'
import { dropPlan } from '../store/reviews.ts'

/** Takes back the plan of a unit: that of the unit above applies again, or the usual one. */
export async function dropReviewPlan(
  act: Act,
  input: z.output<typeof contract.input>,
): Promise<z.output<typeof reviewPlanShape>> {
  const owner = await ownerById(act.tx, input.organizationId)
  if (!maySetPlan(act.by, owner.path)) throw refuse('notYours')
  await dropPlan(act.tx, input)
  await act.announce(reviewPlanDropped, { subject: `organization/${owner.id}`, ...input })
  return reviewPlanOf(act.tx, input)
}
