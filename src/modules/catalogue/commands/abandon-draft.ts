import type { Act } from '#platform/act'
import { lockDraft } from '../draft.ts'
import { draftAbandoned } from '../facts.ts'
import { setState } from '../store/editions.ts'

/** Gives a draft up; it stays on file, but nothing can be done with it any more. */
export async function abandonDraft(act: Act, input: { readonly editionId: number }): Promise<void> {
  const { draft } = await lockDraft(act, input.editionId)
  await setState(act.tx, draft.id, 'abandoned')
  await act.announce(draftAbandoned, {
    subject: `edition/${draft.id}`,
    organizationId: draft.organizationId,
    editionId: draft.id,
  })
}
