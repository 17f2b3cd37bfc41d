import { sql } from 'kysely'
import type { Tx } from '#platform/database'

/**
 * The index made anew beside the one that is read, and put in its place at the end. Rows go in without
 * an index, and GIN sorts all lexemes once: row by row it takes four times as long.
 */

// Of the machine's memory, for as long as it takes; more would be no quicker.
const sortMemory = '512MB'

/** An empty table beside the index, as the index is; what was there by then is known by transaction number. */
export const openAnew = async (tx: Tx): Promise<string> => {
  // The timeout is for readers' questions; building takes a minute in a large place.
  await sql`set local statement_timeout = 0`.execute(tx)
  // Two at once would want one name.
  await sql`select pg_advisory_xact_lock(hashtext('search.entry_anew'))`.execute(tx)
  await sql`create table search.entry_anew (like search.entry including defaults including storage)
    with (toast_tuple_target = 128)`.execute(tx)
  const { rows } = await sql<{ since: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as since`.execute(tx)
  return rows[0]?.since ?? '0'
}

interface IndexRow {
  readonly name: string
  readonly definition: string
}

/** Gives the new table the indexes of the old, each under its name and an ending. */
export const indexAnew = async (tx: Tx): Promise<void> => {
  await sql`select set_config('maintenance_work_mem', ${sortMemory}, true)`.execute(tx)
  const { rows } = await sql<IndexRow>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'search' and tablename = 'entry' order by indexname`.execute(tx)
  for (const { name, definition } of rows) {
    const made = definition.replace(
      `INDEX ${name} ON search.entry `,
      `INDEX ${name}_anew ON search.entry_anew `,
    )
    await sql.raw(made).execute(tx)
  }
  await sql`analyze search.entry_anew`.execute(tx)
}

/** Documents put into or taken out of the index since it was begun anew, by whoever has committed. */
export const changedSince = async (tx: Tx, since: string): Promise<number[]> => {
  // Who writes now has to wait; who searches does not.
  await sql`lock table search.entry in share row exclusive mode`.execute(tx)
  const { rows } = await sql<{ id: number }>`
    select document_id::int as id from search.entry
      where age(xmin) <= age(${since}::text::xid8::xid)
    union
    select document_id::int from search.entry_anew n
      where not exists (select from documents.live_text t where t.document_id = n.document_id)
    union
    select document_id::int from documents.live_text t
      where not exists (select from search.entry_anew n where n.document_id = t.document_id)`.execute(
    tx,
  )
  return rows.map((row) => row.id)
}

/**
 * Rights that somebody gave on the index by hand, for tables and for single columns, go over to the new
 * table as they are, with who may pass them on.
 */
const takeGrants = async (tx: Tx): Promise<void> => {
  const { rows } = await sql<{ grant: string }>`
    with given as (
      select acl.grantee, acl.privilege_type, acl.is_grantable, null::name as "column"
      from pg_class c cross join lateral aclexplode(c.relacl) acl
      where c.oid = 'search.entry'::regclass and acl.grantee <> c.relowner
      union all
      select acl.grantee, acl.privilege_type, acl.is_grantable, a.attname
      from pg_attribute a cross join lateral aclexplode(a.attacl) acl
      where a.attrelid = 'search.entry'::regclass and a.attnum > 0 and not a.attisdropped
    )
    select format('grant %s%s on search.entry_anew to %s%s', privilege_type,
      case when "column" is null then '' else format(' (%I)', "column") end,
      case when grantee = 0 then 'public' else quote_ident(pg_get_userbyid(grantee)) end,
      case when is_grantable then ' with grant option' else '' end) as grant
    from given`.execute(tx)
  for (const { grant } of rows) await sql.raw(grant).execute(tx)
}

/** Puts the new table in the place of the old, names, rights and all: the only moment for which a search waits. */
export const takePlace = async (tx: Tx): Promise<void> => {
  await takeGrants(tx)
  const { rows } = await sql<{ name: string }>`
    select indexname as name from pg_indexes
    where schemaname = 'search' and tablename = 'entry_anew'`.execute(tx)
  await sql`drop table search.entry`.execute(tx)
  await sql`alter table search.entry_anew rename to entry`.execute(tx)
  for (const { name } of rows)
    await sql`alter index ${sql.id('search', name)} rename to ${sql.id(name.replace(/_anew$/, ''))}`.execute(
      tx,
    )
  await sql`alter table search.entry add constraint entry_pkey primary key using index entry_pkey`.execute(
    tx,
  )
}
