import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { recordReprint as contract, removeReprint as removing } from '../contract/desk.ts'
import { reprintRecorded, reprintRemoved } from '../facts.ts'
import { factAbout, findPolicy } from '../finding.ts'
import { mayPlan } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { addReprint, deleteReprint, reprintById } from '../store/reprints.ts'

/** Records where a policy was reprinted or forwarded, and whom that reached (M55). */
export async function recordReprint(
  act: Act,
  { id, ...reprint }: z.output<typeof contract.input>,
): Promise<{ id: number }> {
  const policy = await findPolicy(act, id, mayPlan)
  if (!policy.isLive) throw refuse('policyNotOut', { title: policy.title })
  if (reprint.reprintedOn > act.today) throw refuse('dayToCome')
  const reprintId = await addReprint(act.tx, {
    ...reprint,
    policyId: id,
    at: act.at,
    by: act.by.id,
  })
  await act.announce(reprintRecorded, { ...factAbout(policy), reprintId })
  return { id: reprintId }
}

/** Takes a reprint recorded by mistake off the record. */
export async function removeReprint(
  act: Act,
  input: z.output<typeof removing.input>,
): Promise<Record<string, never>> {
  const reprint = await reprintById(act.tx, input.id)
  if (!reprint) throw refuse('notFound')
  const policy = await findPolicy(act, reprint.policyId, mayPlan)
  await deleteReprint(act.tx, input.id)
  const { outlet } = reprint
  await act.announce(reprintRemoved, { ...factAbout(policy), reprintId: input.id, outlet })
  return {}
}
