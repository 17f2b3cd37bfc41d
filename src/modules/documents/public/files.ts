import { sql } from 'kysely'
import type { Db } from '#platform/database'
import { type Reader, visibleTo } from '../policy.ts'

export interface PublicFile {
  readonly id: number
  readonly name: string
  readonly mediaType: string
  /** Bytes. */
  readonly size: number
  readonly sha256: string
}

/**
 * A file of an edition that this reader may see; the same rule as for the page on which it stands.
 */
export const publicFile = async (
  db: Db,
  wanted: { readonly documentId: number; readonly id: number },
  reader: Reader,
): Promise<PublicFile | null> => {
  const { rows } = await sql<PublicFile>`
    select a.id, a.name, a.media_type as "mediaType", a.size, a.sha256
    from documents.attachment a
    join documents.edition e on e.id = a.edition_id
    join documents.document d on d.id = e.document_id
    join organizations.organization o on o.id = d.organization_id
    where a.id = ${wanted.id} and d.id = ${wanted.documentId} and ${visibleTo(reader)}`.execute(db)
  return rows[0] ?? null
}
