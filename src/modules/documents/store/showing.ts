import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'

interface Shown {
  readonly column_id: number
  readonly document_id: number
}

/**
 * What lists show, derived from the placements of live documents: each column a document stands in
 * and every standing column above. Where the list is a level-1 column, the level-2 name goes before
 * the title (M13).
 */
const derived = (documents: RawBuilder<unknown>) => sql`
  select distinct on (up.id, p.document_id, p.organization_id)
    up.id, p.document_id, p.organization_id, d.published_at,
    case when up.kind = 'level1' and c.id <> up.id then c.name else '' end
  from documents.placement p
  join documents.document d on d.id = p.document_id and d.live_edition_id is not null
  join documents.site_column c on c.id = p.column_id
  cross join lateral (
    with recursive above(id, parent_id, kind, retired_at) as (
      select c.id, c.parent_id, c.kind, c.retired_at
      union all
      select a.id, a.parent_id, a.kind, a.retired_at
      from documents.site_column a join above on a.id = above.parent_id)
    select * from above where retired_at is null) up
  where p.published_at is not null and p.document_id in (${documents})
  order by up.id, p.document_id, p.organization_id, p.main desc, c.ordinal, c.id`

/**
 * Shows one document where its placements say, and keeps the counts of the columns by what came and
 * went: a count of everything would grow with the site. Answers with every column touched.
 */
export async function refreshShowing(tx: Tx, documentId: number): Promise<number[]> {
  const gone = await sql<Shown>`delete from documents.showing where document_id = ${documentId}
    returning column_id, document_id`.execute(tx)
  const come = await sql<Shown>`insert into documents.showing
    (column_id, document_id, organization_id, published_at, prefix)
    ${derived(sql`${documentId}`)} returning column_id, document_id`.execute(tx)
  const before = new Set(gone.rows.map((row) => row.column_id))
  const after = new Set(come.rows.map((row) => row.column_id))
  const touched = [...new Set([...before, ...after])].sort((a, b) => a - b)
  const changes = touched.map((id) => ({ id, by: Number(after.has(id)) - Number(before.has(id)) }))
  // Locked in one order, so that two releases never wait for each other.
  await sql`with w as (
      select c.id, w.by from documents.site_column c
      join jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as w(id bigint, by int) on w.id = c.id
      order by c.id for no key update of c)
    update documents.site_column c set document_count = c.document_count + w.by,
      last_published_at = (select s.published_at from documents.showing s
        where s.column_id = c.id order by s.published_at desc limit 1)
    from w where w.id = c.id`.execute(tx)
  return touched
}

/** Shows anew every document placed in one of these columns; for a changed catalogue, so rarely. */
export async function rebuildShowing(tx: Tx, columnIds: readonly number[]): Promise<void> {
  if (columnIds.length === 0) return
  const affected = sql`select q.document_id from documents.placement q
    where q.column_id = any(${columnIds}::bigint[])`
  const gone = await sql<{ column_id: number }>`with gone as (
      delete from documents.showing where document_id in (${affected}) returning column_id)
    select distinct column_id from gone`.execute(tx)
  await sql`insert into documents.showing
    (column_id, document_id, organization_id, published_at, prefix) ${derived(affected)}`.execute(
    tx,
  )
  const touched = [...new Set([...columnIds, ...gone.rows.map((row) => row.column_id)])]
  await recount(tx, touched)
}

/** Counts anew what these columns and those above them show. */
async function recount(tx: Tx, columnIds: readonly number[]): Promise<void> {
  await sql`with recursive above(id) as (
      select unnest(${columnIds}::bigint[])
      union select c.parent_id from documents.site_column c join above on c.id = above.id
      where c.parent_id is not null)
    update documents.site_column c set
      document_count = (select count(distinct s.document_id) from documents.showing s where s.column_id = c.id),
      last_published_at = (select max(s.published_at) from documents.showing s where s.column_id = c.id)
    where c.id in (select id from above)`.execute(tx)
}
