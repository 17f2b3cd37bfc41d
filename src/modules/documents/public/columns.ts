import { sql } from 'kysely'
import type { Db } from '#platform/database'

/** A column as readers meet it. */
export interface ColumnRow {
  readonly id: number
  readonly key: string
  readonly kind: 'field' | 'level1' | 'level2' | 'hand'
  readonly parentId: number | null
  readonly name: string
  readonly address: string
  readonly fieldCode: string | null
  readonly matterCode: string | null
  readonly description: string
  readonly columnType: string
  readonly documentCount: number
  readonly lastPublishedAt: Date | null
}

const columns = sql`c.id, c.key, c.kind, c.parent_id as "parentId", c.name, c.address,
  c.field_code as "fieldCode", c.matter_code as "matterCode", c.description,
  c.column_type as "columnType", c.document_count as "documentCount",
  c.last_published_at as "lastPublishedAt"`

/** Where an address that once worked leads now. */
export const redirectFor = async (db: Db, address: string): Promise<string | null> => {
  const { rows } = await sql<{ target: string }>`
    select target from documents.redirect where address = ${address}`.execute(db)
  return rows[0]?.target ?? null
}

/** The columns above one, highest first, itself last. */
export const columnTrail = async (db: Db, columnId: number): Promise<ColumnRow[]> => {
  const { rows } = await sql<ColumnRow>`
    with recursive up as (
      select s.*, 0 as depth from documents.site_column s where s.id = ${columnId}
      union all
      select p.*, up.depth + 1 from documents.site_column p join up on p.id = up.parent_id
    )
    select ${columns} from up c order by c.depth desc`.execute(db)
  return rows
}

export interface ColumnShare {
  readonly columnId: number
  readonly documentCount: number
  readonly lastPublishedAt: Date
}

/** How much of each field and hand-made column is an organization's. */
export const organizationColumns = async (
  db: Db,
  organizationId: number,
): Promise<ColumnShare[]> => {
  const { rows } = await sql<ColumnShare>`
    select s.column_id as "columnId", count(*)::int as "documentCount",
      max(s.published_at) as "lastPublishedAt"
    from documents.showing s
    join documents.site_column c on c.id = s.column_id and c.parent_id is null
    where s.organization_id = ${organizationId} group by s.column_id`.execute(db)
  return rows
}

/** How many documents stand in any of these columns, each counted once. */
export const documentsIn = async (db: Db, columnIds: readonly number[]): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(distinct document_id)::int as count from documents.showing
    where column_id = any(${columnIds}::bigint[])`.execute(db)
  return rows[0]?.count ?? 0
}

/** Every column in use, parents before children: about nine hundred rows for a county. */
export const liveColumns = async (db: Db): Promise<ColumnRow[]> => {
  const { rows } = await sql<ColumnRow>`
    select ${columns} from documents.site_column c where c.retired_at is null
    order by case c.kind when 'field' then 1 when 'level1' then 2 when 'level2' then 3 else 4 end,
      c.ordinal, c.id`.execute(db)
  return rows
}

/** Some of them as they are now. */
export const columnsOf = async (db: Db, ids: readonly number[]): Promise<ColumnRow[]> => {
  const { rows } = await sql<ColumnRow>`
    select ${columns} from documents.site_column c
    where c.id = any(${ids}::bigint[]) and c.retired_at is null`.execute(db)
  return rows
}
