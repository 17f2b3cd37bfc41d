import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { referDocument as contract } from '../contract/release.ts'
import { factAbout } from '../edition.ts'
import { documentReferred } from '../facts.ts'
import { mayDraftFor } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { columnsFor } from '../store/columns.ts'
import { lockLive } from '../store/editions.ts'
import { ownerById } from '../store/organizations.ts'
import { addReference } from '../store/placements.ts'
import { refreshShowing } from '../store/showing.ts'

export type ReferDocument = z.output<typeof contract.input>

/**
 * Shows another unit's live document under a unit's own matter (M14): one record in many columns, so
 * that a town and its village never say two things. The text stays the owner's and moves with it.
 */
export async function referDocument(
  act: Act,
  input: ReferDocument,
): Promise<z.output<typeof contract.output>> {
  const unit = await ownerById(act.tx, input.organizationId)
  if (!mayDraftFor(act.by, unit.path)) throw refuse('notYours')
  const edition = await lockLive(act.tx, input.id)
  if (edition.document.owner.id === unit.id) throw refuse('sameDocument')
  const [column] = await columnsFor(act.tx, [input.matterCode], [])
  if (!column) throw refuse('unknownMatter', { code: input.matterCode })

  await addReference(act.tx, {
    documentId: input.id,
    columnId: column.id,
    organizationId: unit.id,
    matterCode: input.matterCode,
    at: act.at,
  })
  const columnIds = await refreshShowing(act.tx, input.id)
  await act.announce(documentReferred, {
    ...factAbout(edition),
    organizationId: unit.id,
    columnIds,
    duties: [{ organizationId: unit.id, matterCode: input.matterCode }],
  })
  return { documentId: input.id, columnId: column.id }
}
