import type { Db } from '#platform/database'
import { type ReviewRole, reviewRole } from './contract/shapes.ts'
import { trailOf } from './store/columns.ts'
import { type Plan, planFor } from './store/reviews.ts'

/**
 * The steps where no unit has set its own: section head, leader in charge, secrecy review, signature.
 * Three reviews by three persons are the common core of local rules (三审三校); the secrecy review is
 * 政府信息公开条例 art. 17.
 */
export const usualSteps: readonly ReviewRole[] = [
  'sectionHead',
  'leader',
  'secrecyReviewer',
  'signer',
]

/** The plan for texts of a unit in a column: the column's own, that of one above it, the unit's. */
export async function planOf(db: Db, path: string, columnId: number | null): Promise<Plan | null> {
  const trail = columnId === null ? [] : await trailOf(db, columnId)
  return planFor(db, path, ['', ...trail.map((column) => column.key)])
}

export async function stepsFor(
  db: Db,
  path: string,
  columnId: number | null,
): Promise<ReviewRole[]> {
  const plan = await planOf(db, path, columnId)
  return plan ? reviewRole.array().parse(plan.steps) : [...usualSteps]
}
