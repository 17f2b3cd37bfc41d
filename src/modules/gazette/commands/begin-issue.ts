import type { z } from 'zod'
import type { Act } from '#platform/act'
import type * as contract from '../contract/issues.ts'
import type { IssueShape } from '../contract/shapes.ts'
import { gazetteNamed } from '../facts.ts'
import { findGazette, tellChange } from '../finding.ts'
import { mayCompile, mayPublish } from '../policy.ts'
import { issueShown } from '../queries.ts'
import { refuse } from '../refusals.ts'
import {
  addCompiler,
  addIssue,
  issueRow,
  nextNumbers,
  numbersTaken,
  putGazette,
} from '../store/issues.ts'

/** Names the gazette and its sponsor, as covers show them. */
export async function nameGazette(
  act: Act,
  input: z.output<typeof contract.nameGazette.input>,
): Promise<z.output<typeof contract.nameGazette.output>> {
  const { organizationId } = await findGazette(act.tx, act.by, mayPublish)
  await putGazette(act, { organizationId, ...input })
  await act.announce(gazetteNamed, {
    subject: `organization/${organizationId}`,
    organizationId,
    title: input.title,
  })
  return input
}

/** Two issues with one number cannot be cited apart. */
export const mustBeFree = async (
  act: Act,
  one: { organizationId: number; year: number; number: number; total: number },
): Promise<void> => {
  const taken = await numbersTaken(act.tx, one)
  const { year, number, total } = one
  if (taken.number) throw refuse('numberTaken', { year, number })
  if (taken.total) throw refuse('totalTaken', { total })
}

/** Begins an issue; it takes the next numbers unless others are given. */
export async function beginIssue(
  act: Act,
  input: z.output<typeof contract.beginIssue.input>,
): Promise<IssueShape> {
  const gazette = await findGazette(act.tx, act.by, mayCompile)
  const { organizationId } = gazette
  await putGazette(act, gazette)
  const next = await nextNumbers(act.tx, organizationId, input.year)
  const number = input.number ?? next.number
  const total = input.total ?? next.total
  await mustBeFree(act, { organizationId, year: input.year, number, total })
  // Readers cite by number and libraries count by it: a gap looks like a lost issue. The first issue
  // of all that is kept here may begin anywhere.
  if (number > next.number && next.total > 1) throw refuse('numberSkipped', { number: next.number })
  const id = await addIssue(act, {
    organizationId,
    year: input.year,
    number,
    total,
    origin: 'compiled',
    state: 'planning',
    publishedOn: input.publishedOn,
  })
  await addCompiler(act, id)
  const found = await issueRow(act.tx, id)
  if (!found) throw refuse('notFound')
  await tellChange(act, found, 'begun')
  return issueShown(act.tx, act.by, id)
}
