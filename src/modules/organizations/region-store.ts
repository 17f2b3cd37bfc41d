import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { OrganizationsRegion } from '#platform/tables'
import type { Region } from './contract.ts'
import type { RegionLine } from './region-list.ts'

const regionOf = (row: Selectable<OrganizationsRegion>): Region => ({
  code: row.code,
  name: row.name,
  level: row.level as Region['level'],
  parentCode: row.parent_code,
  validTo: row.valid_to,
  successorCode: row.successor_code,
})

/** The divisions directly below one; without one, those that have none above. */
export const regionsBelow = async (db: Db, parentCode: string | undefined): Promise<Region[]> => {
  const rows = await db
    .selectFrom('organizations.region')
    .selectAll()
    .where('parent_code', parentCode === undefined ? 'is' : '=', parentCode ?? null)
    .orderBy(sql`code collate "C"`)
    .execute()
  return rows.map(regionOf)
}

export const findRegion = async (db: Db, code: string): Promise<Region | undefined> => {
  const row = await db
    .selectFrom('organizations.region')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
  return row && regionOf(row)
}

/** The names of those among the codes that are known. */
export const knownRegions = async (
  db: Db,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('organizations.region')
    .select(['code', 'name'])
    .where('code', '=', sql<string>`any(${codes}::text[])`)
    .execute()
  return new Map(rows.map((row) => [row.code, row.name]))
}

/** Writes the lines in one statement; parents may come in the same list. */
export const upsertRegions = async (
  tx: Tx,
  lines: readonly (RegionLine & { readonly parentCode: string | null })[],
): Promise<void> => {
  await sql`
    insert into organizations.region (code, name, level, parent_code)
    select * from unnest(${lines.map((one) => one.code)}::text[], ${lines.map((one) => one.name)}::text[],
      ${lines.map((one) => one.level)}::text[], ${lines.map((one) => one.parentCode)}::text[])
    on conflict (code) do update set name = excluded.name, valid_to = null
  `.execute(tx)
}
