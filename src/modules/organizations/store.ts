import { type Selectable, type SelectQueryBuilder, sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { OrganizationsOrganization, OrganizationsSite, Tables } from '#platform/tables'
import type { Organization, OrganizationNode, Site, UnitRegister } from './contract.ts'

/** Any constant: one act at a time changes the shape of the tree, so that paths stay true. */
const treeLock = 7_219_003

export const lockTree = async (tx: Tx): Promise<void> => {
  await sql`select pg_advisory_xact_lock(${treeLock})`.execute(tx)
}

type Row = Selectable<OrganizationsOrganization>

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

const nodeOf = (row: Pick<Row, (typeof nodeColumns)[number]>): OrganizationNode => ({
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

const organizationOf = (row: Row): Organization => ({
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

const byOrdinal = sql`ordinal, sort_key collate "C", id`

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

const isUnder = (paths: readonly string[]) =>
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
    .values({ ...(columnsOf(given) as Row), path: '' })
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

type OrganizationQuery = SelectQueryBuilder<Tables, 'organizations.organization', Row>

const narrowed = (query: OrganizationQuery, asked: UnitRegister, underPath: string | undefined) => {
  let narrow = query
  if (underPath) narrow = narrow.where(isUnder([underPath]))
  if (asked.kind) narrow = narrow.where('kind', '=', asked.kind)
  if (asked.level) narrow = narrow.where('level', '=', asked.level)
  if (asked.words) {
    const words = `%${asked.words.replace(/[\\%_]/g, '\\$&')}%`
    narrow = narrow.where((eb) =>
      eb.or([
        eb('name', 'like', words),
        eb('short_name', 'like', words),
        eb('duties', 'like', words),
      ]),
    )
  }
  return narrow
}

/** One page of the unit register, from after a cursor, in the order of the tree's levels. */
export const registerPage = async (
  db: Db,
  asked: UnitRegister,
  underPath: string | undefined,
  on: string,
  after: readonly [number, string, number] | null,
  limit: number,
): Promise<Organization[]> => {
  let query = narrowed(db.selectFrom('organizations.organization').selectAll(), asked, underPath)
    .where('valid_from', '<=', on)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', on)]))
  if (after)
    query = query.where(
      sql<boolean>`(ordinal, sort_key collate "C", id) > (${after[0]}, ${after[1]}, ${after[2]})`,
    )
  const rows = await query.orderBy(byOrdinal).limit(limit).execute()
  return rows.map(organizationOf)
}

const siteOf = (row: Selectable<OrganizationsSite>): Site => ({
  organizationId: row.organization_id,
  name: row.name,
  domain: row.domain,
  idCode: row.id_code,
  icp: row.icp,
  policeRecord: row.police_record,
  sponsor: row.sponsor,
  undertaker: row.undertaker,
  contact: row.contact,
})

export const findSite = async (db: Db, organizationId: number): Promise<Site | undefined> => {
  const row = await db
    .selectFrom('organizations.site')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .executeTakeFirst()
  return row && siteOf(row)
}

export const upsertSite = async (tx: Tx, given: Site): Promise<Site> => {
  const columns = {
    name: given.name,
    domain: given.domain,
    id_code: given.idCode,
    icp: given.icp,
    police_record: given.policeRecord,
    sponsor: given.sponsor,
    undertaker: given.undertaker,
    contact: given.contact,
  }
  const row = await tx
    .insertInto('organizations.site')
    .values({ organization_id: given.organizationId, ...columns })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(columns))
    .returningAll()
    .executeTakeFirstOrThrow()
  return siteOf(row)
}
