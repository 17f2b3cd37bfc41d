import type { Act } from '#platform/act'
import { announceChange, lockDraft, recordDeviations } from '../draft.ts'
import { refuse } from '../refusals.ts'
import { deleteMatters, findMatter } from '../store/matters.ts'
import { dropQuestions } from '../store/questions.ts'

/** Takes a matter out of a draft; its code is never given to another. */
export async function removeMatter(
  act: Act,
  input: { readonly editionId: number; readonly code: string; readonly reason: string },
): Promise<void> {
  const { draft } = await lockDraft(act, input.editionId)
  const matter = await findMatter(act.tx, draft.id, input.code)
  if (!matter) throw refuse('noMatter', { code: input.code })

  await deleteMatters(act.tx, draft.id, [matter.code])
  await dropQuestions(act.tx, draft.id, [matter.code])
  await recordDeviations(act, draft, [matter.code], input.reason)
  await announceChange(act, draft, 'removed', [matter.code], input.reason)
}
