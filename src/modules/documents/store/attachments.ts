import { type RawBuilder, sql } from 'kysely'
import type { StoredBlob } from '#platform/blob-store'
import type { Db, Tx } from '#platform/database'
import { editionsWithDocuments } from './editions.ts'

export interface Attachment {
  readonly id: number
  readonly editionId: number
  readonly sha256: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
  readonly inline: boolean
}

const fields = [
  'a.id',
  'a.edition_id as editionId',
  'a.sha256',
  'a.name',
  'a.media_type as mediaType',
  'a.size',
  'a.inline',
] as const

/** The files of an edition in their order. */
export const attachmentsOf = (db: Db, editionId: number): Promise<Attachment[]> =>
  db
    .selectFrom('documents.attachment as a')
    .select(fields)
    .where('a.edition_id', '=', editionId)
    .orderBy('a.ordinal')
    .orderBy('a.id')
    .execute()

export async function attachmentById(db: Db, id: number): Promise<Attachment | null> {
  const found = await db
    .selectFrom('documents.attachment as a')
    .select(fields)
    .where('a.id', '=', id)
    .executeTakeFirst()
  return found ?? null
}

/** Notes a file of the store and attaches it, last in order. */
export async function addAttachment(
  tx: Tx,
  made: {
    readonly editionId: number
    readonly blob: StoredBlob
    readonly name: string
    readonly mediaType: string
    readonly inline: boolean
    readonly at: Date
  },
): Promise<Attachment> {
  const { sha256, size } = made.blob
  await tx
    .insertInto('documents.blob')
    .values({ sha256, size, media_type: made.mediaType, stored_at: made.at })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { id } = await tx
    .insertInto('documents.attachment')
    .values({
      edition_id: made.editionId,
      sha256,
      name: made.name,
      media_type: made.mediaType,
      size,
      inline: made.inline,
      ordinal: sql<number>`(select coalesce(max(ordinal), 0) + 1 from documents.attachment
                            where edition_id = ${made.editionId})`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { editionId, name, mediaType, inline } = made
  return { id, editionId, sha256, size, name, mediaType, inline }
}

export const renameAttachment = (tx: Tx, id: number, name: string): Promise<unknown> =>
  tx.updateTable('documents.attachment').set({ name }).where('id', '=', id).execute()

/** Takes a file off an edition; the file itself stays for the editions that have it too. */
export const removeAttachment = (tx: Tx, id: number): Promise<unknown> =>
  tx.deleteFrom('documents.attachment').where('id', '=', id).execute()

/** Sets the order; files not named keep theirs after those named. */
export const orderAttachments = (
  tx: Tx,
  editionId: number,
  ids: readonly number[],
): Promise<unknown> =>
  sql`update documents.attachment a
    set ordinal = coalesce(array_position(${ids}::bigint[], a.id), ${ids.length} + a.ordinal)
    where a.edition_id = ${editionId}`.execute(tx)

export const copyAttachments = (tx: Tx, from: number, to: number): Promise<unknown> =>
  sql`insert into documents.attachment (edition_id, sha256, name, media_type, size, inline, ordinal)
    select ${to}, sha256, name, media_type, size, inline, ordinal
    from documents.attachment where edition_id = ${from}`.execute(tx)

/** A file of a visible edition, by its hash; of one document or of any. */
export async function visibleAttachment(
  db: Db,
  sha256: string,
  documentId: number | null,
  visible: RawBuilder<boolean>,
): Promise<(Attachment & { readonly storedAt: Date }) | null> {
  const found = await editionsWithDocuments(db)
    .innerJoin('documents.attachment as a', 'a.edition_id', 'e.id')
    .innerJoin('documents.blob as b', 'b.sha256', 'a.sha256')
    .select([...fields, 'b.stored_at as storedAt'])
    .where('a.sha256', '=', sha256)
    .$if(documentId !== null, (query) => query.where('d.id', '=', documentId))
    .where(visible)
    .orderBy('e.id', 'desc')
    .executeTakeFirst()
  return found ?? null
}
