import { sql } from 'kysely'
import type { Db } from '#platform/database'
import { thePublic, visibleTo } from '../policy.ts'

/** What is sealed of an edition as it goes before the public. */
export interface SealedText {
  readonly documentId: number
  readonly editionId: number
  readonly number: number
  readonly indexNumber: string
  readonly title: string
  readonly html: string
  /** SHA-256 of its files in their order, pictures of the text included. */
  readonly files: readonly string[]
  readonly concealPrevious: boolean
}

const fields = sql`d.id as "documentId", e.id as "editionId", e.number,
  coalesce(d.index_number, '') as "indexNumber", e.title, e.html,
  array(select a.sha256 from documents.attachment a where a.edition_id = e.id
    order by a.ordinal, a.id) as files, e.conceal_previous as "concealPrevious"`

const joined = sql`documents.edition e
  join documents.document d on d.id = e.document_id
  join organizations.organization o on o.id = d.organization_id`

/** One edition, in the transaction that releases or withdraws it. */
export const sealedText = async (db: Db, editionId: number): Promise<SealedText | null> => {
  const { rows } = await sql<SealedText>`select ${fields} from ${joined}
    where e.id = ${editionId}`.execute(db)
  return rows[0] ?? null
}

/** Live editions by the number of their document, for comparing what is shown with what was sealed. */
export const liveTexts = async (db: Db, after: number, limit: number): Promise<SealedText[]> => {
  const { rows } = await sql<SealedText>`select ${fields} from ${joined}
    where d.id > ${after} and e.id = d.live_edition_id and ${visibleTo(thePublic)}
    order by d.id limit ${limit}`.execute(db)
  return rows
}
