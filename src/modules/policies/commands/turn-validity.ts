import type { Act } from '#platform/act'
import { settle } from '../settling.ts'
import { turningBy } from '../store/policies.ts'

/** What the day alone changes: policies that take effect, run out, end or are amended today. */
export async function turnValidity(act: Act): Promise<{ readonly turned: number }> {
  return { turned: await settle(act, await turningBy(act.tx, act.today)) }
}
