import { sql } from 'kysely'
import type { Db } from '#platform/database'
import { type Reader, visibleTo } from '../policy.ts'

export interface HistoryEdition {
  readonly number: number
  readonly title: string
  readonly html: string
  readonly publishedAt: Date
  readonly live: boolean
  readonly note: string
}

export interface PublicHistory {
  readonly documentId: number
  readonly editions: readonly HistoryEdition[]
}

/** The editions that were before the public, newest first; concealed ones are left out. */
export const publicHistory = async (
  db: Db,
  documentId: number,
  reader: Reader,
): Promise<PublicHistory | null> => {
  const { rows } = await sql<HistoryEdition>`
    select e.number, e.title, e.html, e.published_at as "publishedAt", e.id = d.live_edition_id as live,
      e.correction_note as note
    from documents.edition e
    join documents.document d on d.id = e.document_id
    join organizations.organization o on o.id = d.organization_id
    where d.id = ${documentId} and e.published_at is not null and ${visibleTo(reader)}
    order by e.number desc limit 50`.execute(db)
  return rows.length === 0 ? null : { documentId, editions: rows }
}
