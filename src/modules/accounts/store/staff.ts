import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { AccountsStaff } from '#platform/tables'
import type { ListStaff, Role, RoleGrant, Staff } from '../contract.ts'

/** An account as the module works with it; what leaves the house is `Staff`. */
export interface Account {
  readonly id: number
  readonly organizationId: number
  /** Where its organization lies. */
  readonly path: string
  readonly userName: string
  readonly name: string
  readonly telephone: string
  readonly passwordHash: string
  readonly passwordSetAt: Date
  readonly passwordMustChange: boolean
  readonly formerHashes: readonly string[]
  readonly totpSealed: string | null
  readonly totpConfirmedAt: Date | null
  readonly failures: number
  readonly lockedUntil: Date | null
  readonly disabledAt: Date | null
  readonly createdAt: Date
  readonly version: number
}

type Row = Selectable<AccountsStaff> & { path: string }

const accountOf = (row: Row): Account => ({
  id: row.id,
  organizationId: row.organization_id,
  path: row.path,
  userName: row.user_name,
  name: row.name,
  telephone: row.telephone,
  passwordHash: row.password_hash,
  passwordSetAt: row.password_set_at,
  passwordMustChange: row.password_must_change,
  formerHashes: row.former_hashes,
  totpSealed: row.totp_sealed,
  totpConfirmedAt: row.totp_confirmed_at,
  failures: row.failures,
  lockedUntil: row.locked_until,
  disabledAt: row.disabled_at,
  createdAt: row.created_at,
  version: row.version,
})

const accounts = (db: Db) =>
  db
    .selectFrom('accounts.staff as staff')
    .innerJoin('organizations.organization as place', 'place.id', 'staff.organization_id')
    .selectAll('staff')
    .select('place.path')

export const findAccount = async (db: Db, id: number): Promise<Account | undefined> => {
  const row = await accounts(db).where('staff.id', '=', id).executeTakeFirst()
  return row && accountOf(row)
}

export const findByUserName = async (db: Db, userName: string): Promise<Account | undefined> => {
  const row = await accounts(db).where('staff.user_name', '=', userName).executeTakeFirst()
  return row && accountOf(row)
}

export const lockAccount = async (tx: Tx, id: number): Promise<Account | undefined> => {
  const row = await accounts(tx).where('staff.id', '=', id).forUpdate('staff').executeTakeFirst()
  return row && accountOf(row)
}

export const anyStaff = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('accounts.staff').select('id').limit(1).executeTakeFirst()) !== undefined

export const insertStaff = async (
  tx: Tx,
  given: {
    organizationId: number
    userName: string
    name: string
    telephone: string
    passwordHash: string
    passwordMustChange: boolean
    at: Date
  },
): Promise<number> => {
  const { id } = await tx
    .insertInto('accounts.staff')
    .values({
      organization_id: given.organizationId,
      user_name: given.userName,
      name: given.name,
      telephone: given.telephone,
      password_hash: given.passwordHash,
      password_set_at: given.at,
      password_must_change: given.passwordMustChange,
      created_at: given.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const updateStaff = async (
  tx: Tx,
  id: number,
  given: { name?: string; telephone?: string; organizationId?: number; disabledAt?: Date | null },
): Promise<void> => {
  await tx
    .updateTable('accounts.staff')
    .set((eb) => ({
      ...(given.name !== undefined && { name: given.name }),
      ...(given.telephone !== undefined && { telephone: given.telephone }),
      ...(given.organizationId !== undefined && { organization_id: given.organizationId }),
      ...(given.disabledAt !== undefined && { disabled_at: given.disabledAt }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export const setAttempts = async (
  tx: Tx,
  id: number,
  attempts: { readonly failures: number; readonly lockedUntil: Date | null },
): Promise<void> => {
  await tx
    .updateTable('accounts.staff')
    .set({ failures: attempts.failures, locked_until: attempts.lockedUntil })
    .where('id', '=', id)
    .execute()
}

export const setPasswordHash = async (
  tx: Tx,
  id: number,
  given: { passwordHash: string; formerHashes: readonly string[]; mustChange: boolean; at: Date },
): Promise<void> => {
  await tx
    .updateTable('accounts.staff')
    .set({
      password_hash: given.passwordHash,
      former_hashes: [...given.formerHashes],
      password_must_change: given.mustChange,
      password_set_at: given.at,
    })
    .where('id', '=', id)
    .execute()
}

/** The open roles of several people, with where each is held; one read for a page of staff. */
export const grantsOf = async (
  db: Db,
  staffIds: readonly number[],
): Promise<ReadonlyMap<number, RoleGrant[]>> => {
  if (staffIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('accounts.role_grant as given')
    .innerJoin('organizations.organization as place', 'place.id', 'given.organization_id')
    .select([
      'given.id',
      'given.staff_id',
      'given.role',
      'given.organization_id',
      'given.granted_at',
      'place.name',
      'place.path',
    ])
    .where('given.revoked_at', 'is', null)
    .where('given.staff_id', 'in', staffIds)
    .orderBy('given.id')
    .execute()
  const grants = new Map<number, RoleGrant[]>()
  for (const row of rows) {
    const grant: RoleGrant = {
      id: row.id,
      role: row.role as Role,
      organizationId: row.organization_id,
      organizationName: row.name,
      path: row.path,
      grantedAt: row.granted_at.toISOString(),
    }
    grants.set(row.staff_id, [...(grants.get(row.staff_id) ?? []), grant])
  }
  return grants
}

const staffOf = (row: Row & { place_name: string }, grants: RoleGrant[]): Staff => ({
  id: row.id,
  organizationId: row.organization_id,
  organizationName: row.place_name,
  userName: row.user_name,
  name: row.name,
  telephone: row.telephone,
  secondFactor: row.totp_confirmed_at !== null,
  passwordMustChange: row.password_must_change,
  lockedUntil: row.locked_until?.toISOString() ?? null,
  disabledAt: row.disabled_at?.toISOString() ?? null,
  createdAt: row.created_at.toISOString(),
  version: row.version,
  grants,
})

export const findStaff = async (db: Db, id: number): Promise<Staff | undefined> => {
  const row = await accounts(db)
    .select('place.name as place_name')
    .where('staff.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  return staffOf(row, (await grantsOf(db, [id])).get(id) ?? [])
}

/** One page of the staff at or below the paths. */
export const staffPage = async (
  db: Db,
  asked: ListStaff,
  paths: readonly string[],
  limit: number,
): Promise<Staff[]> => {
  const prefixes = paths.map((path) => `${path}%`)
  const isBelow = sql<boolean>`place.path like any (${prefixes}::text[])`
  const isAbove = sql<boolean>`exists (
    select from unnest(${[...paths]}::text[]) as one(path) where one.path like place.path || '%')`
  let query = accounts(db)
    .select('place.name as place_name')
    .where((eb) => (asked.above ? eb.or([isBelow, isAbove]) : isBelow))
    .where('staff.id', '>', asked.after ?? 0)
  if (!asked.disabled) query = query.where('staff.disabled_at', 'is', null)
  if (asked.words) {
    const words = `%${asked.words.replace(/[\\%_]/g, '\\$&')}%`
    query = query.where((eb) =>
      eb.or([eb('staff.name', 'like', words), eb('staff.user_name', 'like', words)]),
    )
  }
  const role = asked.role
  if (role)
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom('accounts.role_grant as given')
          .select('given.id')
          .whereRef('given.staff_id', '=', 'staff.id')
          .where('given.role', '=', role)
          .where('given.revoked_at', 'is', null),
      ),
    )
  const rows = await query.orderBy('staff.id').limit(limit).execute()
  const grants = await grantsOf(
    db,
    rows.map((row) => row.id),
  )
  return rows.map((row) => staffOf(row, grants.get(row.id) ?? []))
}
