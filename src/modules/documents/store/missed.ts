import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'

/** A moment of release that passed, and the refusal that stood in the way. */
export interface MissedRelease {
  readonly publishAt: Date
  readonly missedAt: Date
  readonly code: string
  readonly params: Readonly<Record<string, unknown>>
}

export const keepMissed = (
  tx: Tx,
  editionId: number,
  version: number,
  missed: MissedRelease,
): Promise<unknown> =>
  sql`insert into documents.missed_release
      (edition_id, edition_version, publish_at, missed_at, code, params)
    values (${editionId}, ${version}, ${missed.publishAt}, ${missed.missedAt}, ${missed.code},
      ${JSON.stringify(missed.params)}::jsonb)
    on conflict (edition_id) do update set edition_version = excluded.edition_version,
      publish_at = excluded.publish_at, missed_at = excluded.missed_at, code = excluded.code,
      params = excluded.params`.execute(tx)

/** Null once anybody has moved the edition on: then it no longer waits because of this. */
export const missedOf = async (
  db: Db,
  edition: { readonly id: number; readonly version: number },
): Promise<MissedRelease | null> => {
  const { rows } = await sql<MissedRelease>`
    select publish_at as "publishAt", missed_at as "missedAt", code, params
    from documents.missed_release
    where edition_id = ${edition.id} and edition_version = ${edition.version}`.execute(db)
  return rows[0] ?? null
}
