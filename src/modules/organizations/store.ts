import { type Selectable, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { OrganizationsOrganization } from '#platform/tables'
import type { Organization, OrganizationNode } from './contract.ts'

/** Any constant: one act at a time changes the shape of the tree, so that paths stay true. */
const treeLock = 7_219_003

export const lockTree = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${treeLock})`.execute(tx)
}

export type OrganizationRow = Selectable<OrganizationsOrganization>

const nodeColumns = [
  'id',
  'code',
  'kind',
  'level',
  'name',
  'short_name',
  'sort_key',
  'parent_id',
  'path',
  'region_code',
  'credit_code',
  'subject_keys',
  'ordinal',
  'valid_from',
  'valid_to',
  'successor_id',
] as const

const nodeOf = (row: Pick<OrganizationRow, (typeof nodeColumns)[number]>): OrganizationNode => ({
  id: row.id,
  code: row.code,
  kind: row.kind as OrganizationNode['kind'],
  level: row.level as OrganizationNode['level'],
  name: row.name,
  shortName: row.short_name,
  sortKey: row.sort_key,
  parentId: row.parent_id,
  path: row.path,
  regionCode: row.region_code,
  creditCode: row.credit_code,
  subjectKeys: row.subject_keys,
  ordinal: row.ordinal,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  successorId: row.successor_id,
})

export const organizationOf = (row: OrganizationRow): Organization => ({
  ...nodeOf(row),
  duties: row.duties,
  address: row.address,
  hours: row.hours,
  telephone: row.telephone,
  fax: row.fax,
  email: row.email,
  postcode: row.postcode,
  headName: row.head_name,
  headTitle: row.head_title,
  version: row.version,
})

export const byOrdinal = sql`ordinal, sort_key collate "C", id`

/** Every organization, those abolished too, parents before children. */
export const allNodes = async (db: Db): Promise<OrganizationNode[]> => {
  const rows = await db
    .selectFrom('organizations.organization')
    .select(nodeColumns)
    .orderBy(sql`length(path) - length(replace(path, '/', ''))`)
    .orderBy(byOrdinal)
    .execute()
  return rows.map(nodeOf)
}

export const findOrganization = async (db: Db, id: number): Promise<Organization | undefined> => {
  const row = await db
    .selectFrom('organizations.organization')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && organizationOf(row)
}

export const lockOrganization = async (tx: Tx, id: number): Promise<Organization | undefined> => {
  const row = await tx
    .selectFrom('organizations.organization')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && organizationOf(row)
}

export const findByCode = async (db: Db, code: string): Promise<Organization | undefined> => {
  const row = await db
    .selectFrom('organizations.organization')
    .selectAll()
    .where('code', '=', code)
    .executeTakeFirst()
  return row && organizationOf(row)
}

export const isUnder = (paths: readonly string[]) =>
  sql<boolean>`path like any (${paths.map((path) => `${path}%`)}::text[])`

/** The ids of everything at or below the paths. */
export const idsUnder = async (db: Db, paths: readonly string[]): Promise<number[]> => {
  const rows = await db
    .selectFrom('organizations.organization')
    .select('id')
    .where(isUnder(paths))
    .execute()
  return rows.map((row) => row.id)
}

export const rootPaths = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom('organizations.organization')
    .select('path')
    .where('parent_id', 'is', null)
    .execute()
  return rows.map((row) => row.path)
}

export type NewOrganization = Omit<
  Organization,
  'id' | 'path' | 'version' | 'validTo' | 'successorId'
>

const columnsOf = (given: Partial<NewOrganization>): Updateable<OrganizationsOrganization> =>
  Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [
        key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        value,
      ]),
  )

export const insertOrganization = async (
  tx: Tx,
  given: NewOrganization,
  parentPath: string,
): Promise<Organization> => {
  const { id } = await tx
    .insertInto('organizations.organization')
    .values({ ...(columnsOf(given) as OrganizationRow), path: '' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const row = await tx
    .updateTable('organizations.organization')
    .set({ path: `${parentPath}${id}/` })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return organizationOf(row)
}

export const updateOrganization = async (
  tx: Tx,
  id: number,
  given: Partial<NewOrganization> & { validTo?: string; successorId?: number | null },
): Promise<Organization> => {
  const row = await tx
    .updateTable('organizations.organization')
    .set((eb) => ({ ...columnsOf(given), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return organizationOf(row)
}

/** Hangs a node under another one; the paths of all below it follow. */
export const hangUnder = async (
  tx: Tx,
  node: { readonly id: number; readonly path: string },
  parent: { readonly id: number; readonly path: string },
): Promise<string> => {
  const toPath = `${parent.path}${node.id}/`
  await tx
    .updateTable('organizations.organization')
    .set({ path: sql`${toPath}::text || substr(path, ${node.path.length + 1})` })
    .where(isUnder([node.path]))
    .execute()
  await tx
    .updateTable('organizations.organization')
    .set((eb) => ({ parent_id: parent.id, version: eb('version', '+', 1) }))
    .where('id', '=', node.id)
    .execute()
  return toPath
}

/** The children of a node that still exist on a day. */
export const childrenOn = async (
  db: Db,
  parentId: number,
  on: string,
): Promise<{ id: number; path: string; name: string }[]> =>
  db
    .selectFrom('organizations.organization')
    .select(['id', 'path', 'name'])
    .where('parent_id', '=', parentId)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
    .orderBy('id')
    .execute()
