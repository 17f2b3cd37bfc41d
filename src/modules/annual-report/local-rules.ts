import { type Deadline, statutoryDeadlines } from './contract/deadlines.ts'
import type { Publisher } from './contract/form.ts'
import type { LocalRule } from './store/counts.ts'

/**
 * The local rules for the reports on a year, nearest organ first: of each organ the one set last before
 * those reports were due. What was set for earlier years, or is to hold later, is left out.
 */
export const rulesFor = (
  rules: readonly LocalRule[],
  publisher: Publisher,
  year: number,
): readonly LocalRule[] => {
  const last =
    statutoryDeadlines.findLast((one) => one.publisher === publisher)?.monthDay ?? '12-31'
  const inForce = rules.filter(({ fromOn }) => fromOn <= `${year + 1}-${last}`)
  return inForce.filter(
    (rule, at) =>
      inForce.findIndex(({ organizationId }) => organizationId === rule.organizationId) === at,
  )
}

/** The deadlines that reach an organ on a year: the statutory ones and, where set, earlier local ones. */
export const deadlinesFrom = (rules: readonly LocalRule[], year: number): Deadline[] => [
  ...statutoryDeadlines,
  ...(['department', 'township', 'government'] as const).flatMap((publisher) => {
    const rule = rulesFor(rules, publisher, year).find((one) => one[`${publisher}Day`] !== null)
    const monthDay = rule?.[`${publisher}Day`]
    return rule && monthDay
      ? [{ from: rule.fromOn, publisher, monthDay, article: rule.source }]
      : []
  }),
]
