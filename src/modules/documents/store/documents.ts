import { sql } from 'kysely'
import type { Act } from '#platform/act'
import { yearOf } from '#platform/civil-date'
import type { Tx } from '#platform/database'
import type { Edition } from '../edition.ts'
import { formatIndexNumber } from '../text/index.ts'

/** The next index number of a unit in a year (M33): no gap, no number twice, whoever is quicker. */
export async function nextIndexNumber(act: Act, edition: Edition): Promise<string> {
  const { owner } = edition.document
  const year = yearOf(act.today)
  const { last } = await act.tx
    .insertInto('documents.index_counter')
    .values({ organization_id: owner.id, year, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['organization_id', 'year']).doUpdateSet({
        last: sql<number>`documents.index_counter.last + 1`,
      }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return formatIndexNumber({ organCode: owner.creditCode, year, serial: last })
}

/** The live edition makes room; what must not be public any more is concealed with all before it. */
export async function supersedeLive(tx: Tx, by: Edition): Promise<void> {
  const { id, liveEditionId } = by.document
  if (liveEditionId !== null)
    await sql`update documents.edition set state = 'superseded', version = version + 1
      where id = ${liveEditionId}`.execute(tx)
  if (by.concealPrevious)
    await sql`update documents.edition set concealed = true
      where document_id = ${id} and id <> ${by.id}`.execute(tx)
}

/** Makes an edition the live one. The date of the first release stays what it was. */
export async function goLive(
  tx: Tx,
  edition: Edition,
  indexNumber: string,
  at: Date,
): Promise<void> {
  await sql`update documents.document set live_edition_id = ${edition.id}, working_edition_id = null,
      index_number = ${indexNumber}, first_published_at = coalesce(first_published_at, ${at}),
      published_at = coalesce(published_at, ${at}), withdrawn_at = null, withdrawal_note = null,
      replaced_by_id = null
    where id = ${edition.document.id}`.execute(tx)
}

/** Leaves a tombstone where the live edition was. */
export async function goDown(
  tx: Tx,
  documentId: number,
  left: { readonly at: Date; readonly note: string; readonly replacedById: number | null },
): Promise<void> {
  await tx
    .updateTable('documents.document')
    .set({
      live_edition_id: null,
      withdrawn_at: left.at,
      withdrawal_note: left.note,
      replaced_by_id: left.replacedById,
    })
    .where('id', '=', documentId)
    .execute()
}

export const dropWorking = (tx: Tx, documentId: number): Promise<unknown> =>
  tx
    .updateTable('documents.document')
    .set({ working_edition_id: null })
    .where('id', '=', documentId)
    .execute()

/** Limits who reads the drafts of a document, or lifts the limit. */
export async function setReaders(
  tx: Tx,
  documentId: number,
  readers: {
    readonly limited: boolean
    readonly staffIds: readonly number[]
    readonly organizationIds: readonly number[]
  },
): Promise<void> {
  await tx
    .updateTable('documents.document')
    .set({ readers_limited: readers.limited })
    .where('id', '=', documentId)
    .execute()
  await tx.deleteFrom('documents.draft_reader').where('document_id', '=', documentId).execute()
  const rows = [
    ...readers.staffIds.map((staff_id) => ({ document_id: documentId, staff_id })),
    ...readers.organizationIds.map((organization_id) => ({
      document_id: documentId,
      organization_id,
    })),
  ]
  if (readers.limited && rows.length > 0)
    await tx.insertInto('documents.draft_reader').values(rows).execute()
}
