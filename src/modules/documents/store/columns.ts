import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { PlannedColumn } from '../columns/derive.ts'
import type { ColumnSync, Redirect, StandingColumn } from '../columns/sync.ts'
import type { Column } from '../contract/columns.ts'
import { refuse } from '../refusals.ts'

/** Every column with its parent's key, retired ones too. */
export async function standingColumns(db: Db): Promise<StandingColumn[]> {
  const { rows } = await sql<StandingColumn>`
    select c.id, c.key, c.kind, c.parent_id as "parentId", p.key as "parentKey", c.name, c.address,
           c.field_code as "fieldCode", c.matter_code as "matterCode", c.ordinal,
           c.retired_at is not null as retired
    from documents.site_column c left join documents.site_column p on p.id = c.parent_id`.execute(
    db,
  )
  return rows
}

/** Two readers of a changing tree at once would each see half of it. */
export const lockColumns = (tx: Tx) =>
  sql`lock table documents.site_column in share row exclusive mode`.execute(tx)

/** Writes a sync; addresses first go aside, because two columns may take each other's. */
export async function applySync(tx: Tx, sync: ColumnSync, at: Date): Promise<void> {
  const leaving = [...sync.changed, ...sync.retired].map((column) => column.id)
  await sql`update documents.site_column set address = 'aside:' || key
    where id = any(${leaving}::bigint[])`.execute(tx)
  await sql`update documents.site_column set retired_at = ${at}, document_count = 0
    where id = any(${sync.retired.map((column) => column.id)}::bigint[])`.execute(tx)
  // Parents first: each row finds its parent by key.
  for (const kind of ['field', 'level1', 'level2'] as const)
    await putColumns(
      tx,
      [...sync.added, ...sync.changed].filter((column) => column.kind === kind),
    )
  await addRedirects(tx, sync.redirects, at)
  await dropIdleRedirects(tx)
}

async function putColumns(tx: Tx, columns: readonly PlannedColumn[]): Promise<void> {
  if (columns.length === 0) return
  await sql`
    insert into documents.site_column
      (key, kind, parent_id, name, address, field_code, matter_code, ordinal)
    select w.key, w.kind, p.id, w.name, w.address, w."fieldCode", w."matterCode", w.ordinal
    from jsonb_to_recordset(${JSON.stringify(columns)}::jsonb) as w(key text, kind text,
      "parentKey" text, name text, address text, "fieldCode" text, "matterCode" text, ordinal int)
    left join documents.site_column p on p.key = w."parentKey"
    on conflict (key) do update set kind = excluded.kind, parent_id = excluded.parent_id,
      name = excluded.name, address = excluded.address, field_code = excluded.field_code,
      matter_code = excluded.matter_code, ordinal = excluded.ordinal, retired_at = null`.execute(tx)
}

/** Old addresses lead straight to where things are now: chains collapse, loops cannot arise. */
export async function addRedirects(
  tx: Tx,
  redirects: readonly Redirect[],
  at: Date,
): Promise<void> {
  if (redirects.length === 0) return
  const rows = sql`jsonb_to_recordset(${JSON.stringify(redirects)}::jsonb) as w(address text, target text)`
  await sql`update documents.redirect r set target = w.target from ${rows}
    where r.target = w.address`.execute(tx)
  await sql`insert into documents.redirect (address, target, since)
    select w.address, w.target, ${at} from ${rows}
    on conflict (address) do update set target = excluded.target, since = excluded.since`.execute(
    tx,
  )
  await dropIdleRedirects(tx)
}

/** An address that is a column again leads nowhere else. */
export const dropIdleRedirects = (tx: Tx): Promise<unknown> =>
  sql`delete from documents.redirect r where r.address = r.target
    or exists (select from documents.site_column c where c.address = r.address)`.execute(tx)

const columnFields = [
  'id',
  'key',
  'kind',
  'parent_id as parentId',
  'name',
  'address',
  'field_code as fieldCode',
  'matter_code as matterCode',
  'description',
  'column_type as columnType',
  'document_count as documentCount',
  'last_published_at',
  'retired_at',
] as const

const columns = (db: Db) => db.selectFrom('documents.site_column').select(columnFields)
type ColumnRow = Awaited<ReturnType<ReturnType<typeof columns>['executeTakeFirstOrThrow']>>

const toColumn = ({ last_published_at, retired_at, kind, ...row }: ColumnRow): Column => ({
  ...row,
  kind: kind as Column['kind'],
  lastPublishedAt: last_published_at?.toISOString() ?? null,
  retired: retired_at !== null,
})

/** Every column that stands, parents before children, siblings in their order. */
export async function allColumns(db: Db, { retired = false } = {}): Promise<Column[]> {
  const rows = await columns(db)
    .$if(!retired, (query) => query.where('retired_at', 'is', null))
    .orderBy(
      sql`case kind when 'field' then 0 when 'level1' then 1 when 'level2' then 2 else 3 end`,
    )
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map(toColumn)
}

export async function columnById(db: Db, id: number): Promise<Column> {
  const row = await columns(db).where('id', '=', id).executeTakeFirst()
  if (!row) throw refuse('unknownColumn')
  return toColumn(row)
}

export async function columnAt(db: Db, address: string): Promise<Column | null> {
  const row = await columns(db)
    .where('address', '=', address)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return row ? toColumn(row) : null
}

/** The columns above one, highest first, itself last. */
export async function trailOf(db: Db, columnId: number): Promise<Column[]> {
  const { rows } = await sql<{ id: number; depth: number }>`
    with recursive up(id, parent_id, depth) as (
      select id, parent_id, 0 from documents.site_column where id = ${columnId}
      union all
      select c.id, c.parent_id, up.depth + 1 from documents.site_column c join up on c.id = up.parent_id)
    select id, depth from up order by depth desc`.execute(db)
  const ids = rows.map((row) => row.id)
  if (ids.length === 0) return []
  const found = await columns(db).where('id', 'in', ids).execute()
  const byId = new Map(found.map((row) => [row.id, toColumn(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The column of a key, retired ones too. */
export async function columnByKey(db: Db, key: string): Promise<Column | null> {
  const row = await columns(db).where('key', '=', key).executeTakeFirst()
  return row ? toColumn(row) : null
}

/** Columns that a text would stand in: those of its matters, and hand-made ones by key. */
export async function columnsFor(
  db: Db,
  matterCodes: readonly string[],
  columnKeys: readonly string[],
): Promise<{ id: number; key: string; matterCode: string | null }[]> {
  return db
    .selectFrom('documents.site_column')
    .select(['id', 'key', 'matter_code as matterCode'])
    .where('retired_at', 'is', null)
    .where((where) =>
      where.or([
        where('matter_code', '=', sql<string>`any(${matterCodes}::text[])`),
        where.and([
          where('kind', '=', 'hand'),
          where('key', '=', sql<string>`any(${columnKeys}::text[])`),
        ]),
      ]),
    )
    .orderBy('id')
    .execute()
}

/** An address that is a page again leads nowhere else. */
export const dropRedirect = (tx: Tx, address: string): Promise<unknown> =>
  tx.deleteFrom('documents.redirect').where('address', '=', address).execute()
