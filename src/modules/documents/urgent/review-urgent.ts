import { sql } from 'kysely'
import type { z } from 'zod'
import { holds } from '#accounts'
import type { Act, Actor } from '#platform/act'
import { copyToDraft } from '../commands/start-correction.ts'
import type { reviewUrgent as contract } from '../contract/release-channels.ts'
import { factAbout } from '../edition.ts'
import { urgentReviewed } from '../life-cycle-facts.ts'
import { refuse } from '../life-cycle-refusals.ts'
import { takeOff } from '../releasing.ts'
import { editionById, lockLive } from '../store/editions.ts'
import { lockUrgent, type Urgent } from './store.ts'

/**
 * The named person reviews; where they are away, the disclosure office above may, so that nothing stays
 * unseen. Never whoever released it.
 */
export const mayReviewUrgent = (by: Actor, urgent: Urgent): boolean =>
  by.id !== null &&
  by.id !== urgent.releasedById &&
  (by.id === urgent.reviewer.id || holds(by, ['disclosureOffice'], urgent.path))

/** The second pair of eyes: confirms, has it corrected, or takes it off the site, with the reason. */
export async function reviewUrgent(
  act: Act,
  input: z.output<typeof contract.input>,
): Promise<z.output<typeof contract.output>> {
  const urgent = await lockUrgent(act.tx, input.id)
  if (!urgent) throw refuse('notFound')
  if (act.by.id === urgent.releasedById) throw refuse('ownRelease')
  if (!mayReviewUrgent(act.by, urgent)) throw refuse('notNamed')
  if (urgent.outcome !== null) throw refuse('reviewedAlready')
  const released = await editionById(act.tx, urgent.editionId)
  if (!released) throw refuse('notFound')
  // Corrected or withdrawn meanwhile by others: then only the finding is left to be noted.
  const isLive = released.document.liveEditionId === released.id
  if (isLive && input.outcome === 'withdraw')
    await takeOff(act, await lockLive(act.tx, urgent.documentId), {
      note: input.note,
      replacedById: null,
      because: 'person',
    })
  if (isLive && input.outcome === 'correct' && released.document.workingEditionId === null)
    await copyToDraft(act, released, `urgent/${urgent.id}`, {
      by: released.createdBy,
      content: { correctionNote: input.note },
    })
  await sql`update documents.urgent_release set outcome = ${input.outcome}, note = ${input.note},
      reviewed_at = ${act.at}, reviewed_by = ${act.by.id} where id = ${urgent.id}`.execute(act.tx)
  await act.announce(urgentReviewed, {
    ...factAbout(released),
    outcome: input.outcome,
    note: input.note,
  })
  return { documentId: urgent.documentId, outcome: input.outcome }
}
