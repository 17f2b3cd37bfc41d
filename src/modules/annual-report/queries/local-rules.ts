import type { z } from 'zod'
import { organizationTree } from '#organizations'
import type { Actor } from '#platform/act'
import type { Db } from '#platform/database'
import { publisherOf } from '../children.ts'
import type { listLocalRules as contract } from '../contract/doors.ts'
import { usualJumpPercent } from '../jumps.ts'
import { mayRead, maySetRules } from '../policy.ts'
import { everyLocalRule } from '../store/counts.ts'

/** Local dates and limits that bind this person's organs, or that this person may set. */
export const listLocalRules = async (
  db: Db,
  by: Actor,
): Promise<z.output<typeof contract.output>> => {
  const tree = await organizationTree(db)
  const reporting = tree.organizations.filter((organ) => publisherOf(organ) !== null)
  const read = reporting.filter(({ path }) => mayRead(by, path) || maySetRules(by, path))
  const all = await everyLocalRule(db)
  return {
    usualJumpPercent,
    rules: all
      .filter((rule) => read.some(({ path }) => path.startsWith(rule.path)))
      .map(({ path: _, ...rule }) => rule),
    // A date of its own is set for a government and everybody below it.
    may: reporting
      .filter(({ kind, path }) => kind === 'government' && maySetRules(by, path))
      .map(({ id, name }) => ({ id, name })),
  }
}
