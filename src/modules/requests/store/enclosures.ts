import { sql } from 'kysely'
import type { Act } from '#platform/act'
import type { Db } from '#platform/database'

export interface Enclosure {
  readonly id: number
  readonly name: string
  readonly mediaType: string
  readonly size: number
  /** Of the sealed bytes. */
  readonly sha256: string
  readonly purpose: 'identity' | 'enclosure' | 'letter' | 'proof' | 'redacted'
  readonly addedAt: Date
}

export const insertEnclosure = async (
  act: Act,
  requestId: number,
  file: Omit<Enclosure, 'id' | 'addedAt'>,
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into requests.enclosure (request_id, name, media_type, size, sha256, purpose, added_at)
    values (${requestId}, ${file.name}, ${file.mediaType}, ${file.size}, ${file.sha256},
      ${file.purpose}, ${act.at}) returning id`.execute(act.tx)
  return rows[0]?.id ?? 0
}

/** What came with a request and was not removed. */
export const enclosuresOf = async (db: Db, requestId: number): Promise<Enclosure[]> => {
  const { rows } = await sql<Enclosure>`
    select id, name, media_type as "mediaType", size::float8 as size, sha256, purpose,
      added_at as "addedAt"
    from requests.enclosure where request_id = ${requestId} and removed_at is null order by id`.execute(
    db,
  )
  return rows
}
