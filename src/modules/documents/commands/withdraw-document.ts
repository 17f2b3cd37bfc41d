import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { withdrawDocument as contract } from '../contract/release.ts'
import { mayWithdraw } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { takeOff } from '../releasing.ts'
import { lockLive } from '../store/editions.ts'

export type WithdrawDocument = z.output<typeof contract.input>

/** Takes a live document off the site with a public note (M41); its text stays in the office. */
export async function withdrawDocument(
  act: Act,
  input: WithdrawDocument,
): Promise<z.output<typeof contract.output>> {
  const edition = await lockLive(act.tx, input.id)
  if (!mayWithdraw(act.by, edition)) throw refuse('notYours')
  if (input.replacedById !== null) await mustReplace(act, input.id, input.replacedById)
  await takeOff(act, edition, {
    note: input.note,
    replacedById: input.replacedById,
    because: 'person',
  })
  return { documentId: input.id, withdrawnOn: act.today }
}

/** A replacement has to be there for readers, and be another document. */
async function mustReplace(act: Act, id: number, replacedById: number): Promise<void> {
  if (id === replacedById) throw refuse('sameDocument')
  const found = await act.tx
    .selectFrom('documents.document')
    .select('id')
    .where('id', '=', replacedById)
    .where('live_edition_id', 'is not', null)
    .executeTakeFirst()
  if (!found) throw refuse('replacementNotLive')
}
