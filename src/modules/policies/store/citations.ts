import { sql } from 'kysely'
import { type Reader, visibleTo } from '#documents'
import type { Db, Tx } from '#platform/database'
import type { NamedNumber } from '../reading-text.ts'
import type { PolicyRecord } from '../record.ts'

/** What a live text names, in place of what it named before. */
export async function keepCitations(
  tx: Tx,
  documentId: number,
  named: readonly NamedNumber[],
): Promise<void> {
  await tx.deleteFrom('policies.citation').where('document_id', '=', documentId).execute()
  if (named.length === 0) return
  await tx
    .insertInto('policies.citation')
    .values(named.map(({ tail, run }) => ({ document_id: documentId, tail, run })))
    .execute()
}

export interface Named
  extends Pick<
    PolicyRecord,
    'effectiveOn' | 'expiresOn' | 'repealedOn' | 'declaredExpiredOn' | 'amendedOn'
  > {
  readonly id: number
  readonly title: string
  readonly documentNumber: string
  readonly run: string
}

/**
 * The released policies that a text names by number, the text itself left out, and those left out that
 * it ends itself: it has to name them.
 */
export const policiesNamed = async (
  db: Db,
  documentId: number,
  named: readonly NamedNumber[],
  reader: Reader,
): Promise<Named[]> => {
  if (named.length === 0) return []
  const { rows } = await sql<Named>`
    select distinct on (d.id) d.id, e.title, p.document_number as "documentNumber", c.run,
      p.effective_on as "effectiveOn", p.expires_on as "expiresOn", p.repealed_on as "repealedOn",
      p.declared_expired_on as "declaredExpiredOn", p.amended_on as "amendedOn"
    from unnest(${named.map(({ tail }) => tail)}::text[], ${named.map(({ run }) => run)}::text[])
      as c (tail, run)
    join policies.policy p on p.number_tail = c.tail and c.run like '%' || p.document_number
      and p.released_at is not null and p.class <> 'none' and p.document_id <> ${documentId}
    join documents.document d on d.id = p.document_id
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    where ${visibleTo(reader)} and not exists (select from policies.effect f
      where f.acting_document_id = ${documentId} and f.target_document_id = d.id)
    order by d.id limit 50`.execute(db)
  return rows
}

/** What the live text of a document names, as kept at its release. */
export const citationsOf = async (db: Db, documentId: number): Promise<NamedNumber[]> => {
  const { rows } = await sql<NamedNumber>`select tail, run from policies.citation
    where document_id = ${documentId} order by run`.execute(db)
  return rows
}
