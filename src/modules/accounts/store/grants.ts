import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { HeldRole, Role } from '../contract.ts'

export interface HeldGrant {
  readonly id: number
  readonly staffId: number
  readonly staffOrganizationId: number
  readonly organizationId: number
  readonly path: string
  readonly role: Role
}

export const findGrant = async (db: Db, id: number): Promise<HeldGrant | undefined> => {
  const row = await db
    .selectFrom('accounts.role_grant as given')
    .innerJoin('organizations.organization as place', 'place.id', 'given.organization_id')
    .innerJoin('accounts.staff as staff', 'staff.id', 'given.staff_id')
    .select([
      'given.id',
      'given.staff_id as staffId',
      'staff.organization_id as staffOrganizationId',
      'given.organization_id as organizationId',
      'place.path',
      'given.role',
    ])
    .where('given.id', '=', id)
    .where('given.revoked_at', 'is', null)
    .executeTakeFirst()
  return row && { ...row, role: row.role as Role }
}

export const insertGrant = async (
  tx: Tx,
  given: {
    staffId: number
    organizationId: number
    role: Role
    grantedBy: number | null
    at: Date
  },
): Promise<number> => {
  const { id } = await tx
    .insertInto('accounts.role_grant')
    .values({
      staff_id: given.staffId,
      organization_id: given.organizationId,
      role: given.role,
      granted_by: given.grantedBy,
      granted_at: given.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const endGrant = async (tx: Tx, id: number, at: Date): Promise<void> => {
  await tx
    .updateTable('accounts.role_grant')
    .set({ revoked_at: at })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}

/** One page of the open roles that reach a path: given at it or above it. */
export const grantsReaching = async (
  db: Db,
  path: string,
  after: number,
  limit: number,
): Promise<HeldRole[]> => {
  const rows = await db
    .selectFrom('accounts.role_grant as given')
    .innerJoin('organizations.organization as place', 'place.id', 'given.organization_id')
    .innerJoin('accounts.staff as staff', 'staff.id', 'given.staff_id')
    .innerJoin('organizations.organization as home', 'home.id', 'staff.organization_id')
    .select([
      'given.id',
      'given.role',
      'given.organization_id as organizationId',
      'place.name as organizationName',
      'place.path',
      'given.granted_at',
      'staff.id as staffId',
      'staff.name as staffName',
      'staff.disabled_at',
      'home.id as staffOrganizationId',
      'home.name as staffOrganizationName',
    ])
    .where('given.revoked_at', 'is', null)
    .where('given.id', '>', after)
    .where(sql<boolean>`${path} like place.path || '%'`)
    .orderBy('given.id')
    .limit(limit)
    .execute()
  return rows.map(({ granted_at, disabled_at, ...row }) => ({
    ...row,
    role: row.role as Role,
    grantedAt: granted_at.toISOString(),
    disabledAt: disabled_at?.toISOString() ?? null,
  }))
}
