import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { CatalogueEdition } from '../contract.ts'

const editionColumns = sql`
  edition.id, edition.organization_id as "organizationId", edition.number, edition.title,
  edition.state, edition.base_id as "baseId",
  (select base.title from catalogue.edition base where base.id = edition.base_id) as "baseTitle",
  edition.supersedes_id as "supersedesId",
  edition.source, edition.effective_on as "effectiveOn", edition.adopted_at as "adoptedAt",
  (select name from accounts.staff where staff.id = edition.adopted_by) as "adoptedBy",
  edition.created_at as "createdAt", edition.version,
  (select count(*)::int from catalogue.matter where edition_id = edition.id) as "matterCount",
  (select count(*)::int from catalogue.open_question
    where edition_id = edition.id and settled_at is null) as "openQuestionCount",
  (select count(*)::int from catalogue.deviation where edition_id = edition.id)
    as "deviationCount"`

interface EditionRow extends Omit<CatalogueEdition, 'adoptedAt' | 'createdAt'> {
  readonly adoptedAt: Date | null
  readonly createdAt: Date
}

const editionsWhere = async (
  db: Db,
  condition: ReturnType<typeof sql>,
): Promise<CatalogueEdition[]> => {
  const { rows } = await sql<EditionRow>`
    select ${editionColumns} from catalogue.edition where ${condition}
    order by edition.number desc, edition.id desc limit 200`.execute(db)
  return rows.map((row) => ({
    ...row,
    adoptedAt: row.adoptedAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  }))
}

export const findEdition = async (db: Db, id: number): Promise<CatalogueEdition | undefined> =>
  (await editionsWhere(db, sql`edition.id = ${id}`))[0]

export const editionsOf = (db: Db, organizationId: number): Promise<CatalogueEdition[]> =>
  editionsWhere(db, sql`edition.organization_id = ${organizationId}`)

/** The edition of a government (null: the reference catalogue) in a state of which it has at most one. */
export const editionInState = async (
  db: Db,
  organizationId: number | null,
  state: 'draft' | 'inForce',
): Promise<CatalogueEdition | undefined> =>
  (
    await editionsWhere(
      db,
      sql`edition.organization_id is not distinct from ${organizationId}
        and edition.state = ${state}`,
    )
  )[0]

/** The edition in force of the nearest government above a place in the tree. */
export const editionInForceAbove = async (
  db: Db,
  path: string,
): Promise<CatalogueEdition | undefined> => {
  const { rows } = await sql<{ id: number }>`
    select edition.id from catalogue.edition
    join organizations.organization above on above.id = edition.organization_id
    where edition.state = 'inForce' and ${path} like above.path || '%' and above.path <> ${path}
    order by length(above.path) desc limit 1`.execute(db)
  return rows[0] && findEdition(db, rows[0].id)
}

/** Which of some organizations have a catalogue of their own in force. */
export const withOwnCatalogue = async (
  db: Db,
  organizationIds: readonly number[],
): Promise<{ editionId: number; organizationId: number }[]> => {
  const { rows } = await sql<{ editionId: number; organizationId: number }>`
    select id as "editionId", organization_id as "organizationId" from catalogue.edition
    where state = 'inForce' and organization_id = any(${[...organizationIds]}::bigint[])`.execute(
    db,
  )
  return rows
}

/** Holds an edition until the act is over, so that nobody adopts it under another's change. */
export const lockEdition = async (tx: Tx, id: number): Promise<CatalogueEdition | undefined> => {
  await sql`select 1 from catalogue.edition where id = ${id} for update`.execute(tx)
  return findEdition(tx, id)
}

/** One act at a time opens drafts or adopts for a government (0: the reference catalogue). */
export const lockCatalogueOf = async (tx: Tx, organizationId: number | null): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext('catalogue.edition'), ${organizationId ?? 0})`.execute(
    tx,
  )
}

export interface NewEdition {
  readonly organizationId: number | null
  readonly title: string
  readonly state: 'draft' | 'inForce'
  readonly baseId: number | null
  readonly supersedesId: number | null
  readonly source: string
  readonly createdAt: Date
  readonly createdBy: number | null
}

export const nextNumber = async (tx: Tx, organizationId: number | null): Promise<number> => {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(number), 0) + 1 as next from catalogue.edition
    where organization_id is not distinct from ${organizationId}`.execute(tx)
  return rows[0]?.next ?? 1
}

export const insertEdition = async (
  tx: Tx,
  edition: NewEdition & { readonly number: number },
): Promise<number> => {
  const row = await tx
    .insertInto('catalogue.edition')
    .values({
      organization_id: edition.organizationId,
      number: edition.number,
      title: edition.title,
      state: edition.state,
      base_id: edition.baseId,
      supersedes_id: edition.supersedesId,
      source: edition.source,
      effective_on: null,
      adopted_at: edition.state === 'inForce' ? edition.createdAt : null,
      adopted_by: null,
      created_at: edition.createdAt,
      created_by: edition.createdBy,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export const setState = async (
  tx: Tx,
  id: number,
  state: CatalogueEdition['state'],
): Promise<void> => {
  await tx
    .updateTable('catalogue.edition')
    .set((eb) => ({ state, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export const putInForce = async (
  tx: Tx,
  id: number,
  adopted: {
    readonly effectiveOn: string
    readonly at: Date
    readonly by: number | null
    readonly supersedesId: number | null
  },
): Promise<void> => {
  await tx
    .updateTable('catalogue.edition')
    .set((eb) => ({
      state: 'inForce',
      effective_on: adopted.effectiveOn,
      adopted_at: adopted.at,
      adopted_by: adopted.by,
      supersedes_id: adopted.supersedesId,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

/** The way an edition came, itself first: what it was tailored from, what that was, and so on. */
export const wayOf = async (
  db: Db,
  editionId: number,
): Promise<{ id: number; organizationId: number | null }[]> => {
  const { rows } = await sql<{ id: number; organizationId: number | null }>`
    with recursive way as (
      select id, organization_id, base_id, 0 as step from catalogue.edition where id = ${editionId}
      union all
      select edition.id, edition.organization_id, edition.base_id, way.step + 1
      from way join catalogue.edition on edition.id = way.base_id
    )
    select id, organization_id as "organizationId" from way order by step`.execute(db)
  return rows
}
