import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Tx } from '#platform/database'

export interface OpenReReview {
  readonly id: number
  readonly documentId: number
  readonly editionId: number
  readonly dueOn: CivilDate
}

/** The next look at what was decided not to be disclosed; at most one is open for a document. */
export const openReReview = (
  tx: Tx,
  about: { readonly documentId: number; readonly editionId: number; readonly dueOn: CivilDate },
): Promise<unknown> =>
  sql`insert into documents.re_review (document_id, edition_id, due_on)
    values (${about.documentId}, ${about.editionId}, ${about.dueOn})
    on conflict (document_id) where outcome is null
    do update set edition_id = excluded.edition_id, due_on = excluded.due_on`.execute(tx)

/** A document that is in work again, or public, is no longer waiting to be looked at. */
export const dropOpenReReview = (tx: Tx, documentId: number): Promise<unknown> =>
  sql`delete from documents.re_review where document_id = ${documentId} and outcome is null`.execute(
    tx,
  )

export async function lockOpenReReview(tx: Tx, id: number): Promise<OpenReReview | null> {
  const { rows } = await sql<OpenReReview>`
    select id, document_id as "documentId", edition_id as "editionId", due_on as "dueOn"
    from documents.re_review where id = ${id} and outcome is null for update`.execute(tx)
  return rows[0] ?? null
}

export const closeReReview = (
  tx: Tx,
  id: number,
  said: {
    readonly outcome: string
    readonly reason: string
    readonly at: Date
    readonly by: number | null
    readonly openedEditionId: number | null
  },
): Promise<unknown> =>
  sql`update documents.re_review set outcome = ${said.outcome}, reason = ${said.reason},
      decided_at = ${said.at}, decided_by = ${said.by}, opened_edition_id = ${said.openedEditionId}
    where id = ${id}`.execute(tx)

/** The decision that a draft came from: given up, the record is kept from the public as before. */
export async function reReviewThatOpened(
  tx: Tx,
  editionId: number,
): Promise<{ editionId: number } | null> {
  const { rows } = await sql<{ editionId: number }>`
    select edition_id as "editionId" from documents.re_review
    where opened_edition_id = ${editionId}`.execute(tx)
  return rows[0] ?? null
}

/**
 * The decided text makes room for a new draft. Concealed: a superseded edition of a document that goes
 * public would else be read in its public history.
 */
export const setAside = (tx: Tx, documentId: number, editionId: number): Promise<unknown> =>
  sql`with aside as (update documents.edition set state = 'superseded', concealed = true,
      version = version + 1 where id = ${editionId})
    update documents.document set working_edition_id = null where id = ${documentId}`.execute(tx)

export const bringBack = (tx: Tx, documentId: number, editionId: number): Promise<unknown> =>
  sql`with back as (update documents.edition set state = 'approved', concealed = false,
      version = version + 1 where id = ${editionId})
    update documents.document set working_edition_id = ${editionId} where id = ${documentId}`.execute(
    tx,
  )
