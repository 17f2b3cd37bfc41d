import type { z } from 'zod'
import type { Db } from '#platform/database'
import type { reviewPlan as contract } from '../contract/release.ts'
import { reviewRole } from '../contract/shapes.ts'
import { usualSteps } from '../review-plan.ts'
import { ownerById } from '../store/organizations.ts'
import { planFor } from '../store/reviews.ts'

/** The plan that applies to a unit, and whose it is. */
export async function reviewPlanOf(
  db: Db,
  input: z.output<typeof contract.input>,
): Promise<z.output<typeof contract.output>> {
  const owner = await ownerById(db, input.organizationId)
  const plan = await planFor(db, owner.path, ['', input.columnKey])
  return {
    organizationId: owner.id,
    columnKey: input.columnKey,
    steps: plan ? reviewRole.array().parse(plan.steps) : [...usualSteps],
    setBy: plan && { id: plan.organizationId, name: plan.organizationName },
  }
}
