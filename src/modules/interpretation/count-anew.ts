import type { ChangedDays } from '#calendar'
import type { Act } from '#platform/act'
import { yearOf } from '#platform/civil-date'
import { limitsCounted } from './facts.ts'
import { dueOnOf } from './limits.ts'
import { dutiesToCount, putDues } from './store/plans.ts'

/**
 * Counts the limits of interpretations anew once a year's notice is in: those that could not be counted
 * and, `counted`, open ones whose days changed. A few days' releases, so all at once.
 */
export async function countLimitsAnew(
  act: Act,
  asked: { readonly days: ChangedDays; readonly counted: boolean },
): Promise<void> {
  const dues = (await dutiesToCount(act.tx, asked))
    .map((duty) => ({ ...duty, was: duty.dueOn, dueOn: dueOnOf(duty.releasedOn) }))
    .filter(({ was, dueOn }) => was !== dueOn)
  if (dues.length === 0) return
  await putDues(act.tx, dues)
  const subject = `calendar/${yearOf(asked.days.to)}`
  await act.announce(limitsCounted, { subject, policies: dues.length })
}
