import type { z } from 'zod'
import type { Db } from '#platform/database'
import type { reviewPlan as contract, reviewPlans } from '../contract/release.ts'
import { reviewRole } from '../contract/shapes.ts'
import { planOf, usualSteps } from '../review-plan.ts'
import { columnByKey } from '../store/columns.ts'
import { ownerById } from '../store/organizations.ts'
import { plansFor } from '../store/reviews.ts'

/** The plan that applies to a unit, in a column if one is named, and whose it is. */
export async function reviewPlanOf(
  db: Db,
  input: z.output<typeof contract.input>,
): Promise<z.output<typeof contract.output>> {
  const owner = await ownerById(db, input.organizationId)
  const column = input.columnKey === '' ? null : await columnByKey(db, input.columnKey)
  const plan = await planOf(db, owner.path, column?.id ?? null)
  return {
    organizationId: owner.id,
    columnKey: input.columnKey,
    steps: plan ? reviewRole.array().parse(plan.steps) : [...usualSteps],
    setBy: plan && { id: plan.organizationId, name: plan.organizationName },
  }
}

/** Every plan that reaches a unit, by column. */
export async function reviewPlansOf(
  db: Db,
  input: z.output<typeof reviewPlans.input>,
): Promise<z.output<typeof reviewPlans.output>> {
  const owner = await ownerById(db, input.organizationId)
  const plans = await plansFor(db, owner.path)
  return {
    plans: plans.map((plan) => ({
      columnKey: plan.columnKey,
      columnName: plan.columnName,
      steps: reviewRole.array().parse(plan.steps),
      setBy: { id: plan.organizationId, name: plan.organizationName },
    })),
  }
}
