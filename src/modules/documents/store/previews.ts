import { createHash } from 'node:crypto'
import type { Db, Tx } from '#platform/database'

/** Only the hash is kept: whoever reads the database cannot open a link. */
export const hashOfToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex')

export const addPreview = (
  tx: Tx,
  made: {
    readonly token: string
    readonly editionId: number
    readonly note: string
    readonly at: Date
    readonly by: number | null
    readonly expiresAt: Date
  },
): Promise<unknown> =>
  tx
    .insertInto('documents.preview_link')
    .values({
      token_hash: hashOfToken(made.token),
      edition_id: made.editionId,
      note: made.note,
      created_at: made.at,
      created_by: made.by,
      expires_at: made.expiresAt,
    })
    .execute()

export const previewsOf = (db: Db, editionId: number) =>
  db
    .selectFrom('documents.preview_link as p')
    .leftJoin('accounts.staff as s', 's.id', 'p.created_by')
    .select(['p.token_hash', 'p.note', 'p.created_at', 'p.expires_at', 'p.revoked_at', 's.name'])
    .where('p.edition_id', '=', editionId)
    .orderBy('p.created_at', 'desc')
    .execute()

export const previewByHash = (db: Db, hash: string) =>
  db
    .selectFrom('documents.preview_link')
    .select(['edition_id', 'expires_at', 'revoked_at'])
    .where('token_hash', '=', hash)
    .executeTakeFirst()

export const revokePreview = (tx: Tx, hash: string, at: Date): Promise<unknown> =>
  tx
    .updateTable('documents.preview_link')
    .set({ revoked_at: at })
    .where('token_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .execute()
