import { sql } from 'kysely'
import type { Db } from '#platform/database'

export interface Person {
  readonly id: number
  readonly name: string
}

/** Names of staff by id. */
export async function namesOf(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts.staff')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** Who holds these roles where `path` lies, a few for each: whom to ask. */
export async function holdersOf(
  db: Db,
  roles: readonly string[],
  path: string,
): Promise<Map<string, Person[]>> {
  const { rows } = await sql<Person & { role: string }>`
    select distinct g.role, s.id, s.name
    from accounts.role_grant g
    join accounts.staff s on s.id = g.staff_id
    join organizations.organization o on o.id = g.organization_id
    where g.revoked_at is null and s.disabled_at is null
      and g.role = any(${roles}::text[]) and starts_with(${path}, o.path)
    order by g.role, s.id limit 200`.execute(db)
  const people = rows.map(({ role, id, name }) => ({ role, person: { id, name } }))
  return new Map(
    [...Map.groupBy(people, ({ role }) => role)].map(([role, held]) => [
      role,
      held.map(({ person }) => person),
    ]),
  )
}

/** Who besides the unit's own people may read a limited draft. */
export async function readersOf(
  db: Db,
  documentId: number,
): Promise<{ staff: Person[]; organizations: Person[] }> {
  const rows = await db
    .selectFrom('documents.draft_reader as r')
    .leftJoin('accounts.staff as s', 's.id', 'r.staff_id')
    .leftJoin('organizations.organization as o', 'o.id', 'r.organization_id')
    .select(['s.id as staffId', 's.name as staffName', 'o.id as unitId', 'o.name as unitName'])
    .where('r.document_id', '=', documentId)
    .execute()
  return {
    staff: rows.flatMap((row) =>
      row.staffId === null ? [] : [{ id: row.staffId, name: row.staffName ?? '' }],
    ),
    organizations: rows.flatMap((row) =>
      row.unitId === null ? [] : [{ id: row.unitId, name: row.unitName ?? '' }],
    ),
  }
}

/** The editions of a document, newest first. */
export const editionLines = (db: Db, documentId: number) =>
  db
    .selectFrom('documents.edition as e')
    .leftJoin('accounts.staff as s', 's.id', 'e.updated_by')
    .select(['e.id', 'e.number', 'e.state', 'e.title', 'e.correction_note', 'e.updated_at'])
    .select(['e.updated_by', 's.name', 'e.published_at'])
    .where('e.document_id', '=', documentId)
    .orderBy('e.number', 'desc')
    // Every edition is kept; a desk shows as many as a person looks over.
    .limit(50)
    .execute()
