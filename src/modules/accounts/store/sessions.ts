import { sql } from 'kysely'
import type { Grant } from '#platform/act'
import type { Db, Tx } from '#platform/database'

export interface NewSession {
  readonly tokenHash: string
  readonly staffId: number
  readonly csrf: string
  /** False: the password was right, the second factor is still owed. */
  readonly secondFactor: boolean
  readonly at: Date
  readonly expiresAt: Date
  readonly ip: string
  readonly userAgent: string
}

// A browser names itself in 100–300 characters; the rest is not worth keeping.
const longestUserAgent = 300

export const insertSession = async (tx: Tx, given: NewSession): Promise<number> => {
  const { id } = await tx
    .insertInto('accounts.session')
    .values({
      token_hash: given.tokenHash,
      staff_id: given.staffId,
      csrf: given.csrf,
      second_factor: given.secondFactor,
      created_at: given.at,
      seen_at: given.at,
      expires_at: given.expiresAt,
      ip: given.ip,
      user_agent: given.userAgent.slice(0, longestUserAgent),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The session that still owes its second factor, by the ticket given for it. */
export const findTicket = (db: Db, tokenHash: string, at: Date) =>
  db
    .selectFrom('accounts.session')
    .select(['id', 'staff_id'])
    .where('token_hash', '=', tokenHash)
    .where('second_factor', '=', false)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst()

export interface FoundSession {
  readonly id: number
  readonly staff_id: number
  readonly csrf: string
  readonly created_at: Date
  readonly seen_at: Date
  readonly expires_at: Date
  readonly name: string
  readonly organization_id: number
  readonly password_must_change: boolean
  readonly password_set_at: Date
  readonly grants: Grant[]
}

/** An open session with who it is and the roles held, in one read. */
export const findSession = async (
  db: Db,
  tokenHash: string,
  at: Date,
): Promise<FoundSession | undefined> => {
  const { rows } = await sql<FoundSession>`
    select session.id, session.staff_id, session.csrf, session.created_at, session.seen_at,
      session.expires_at, staff.name, staff.organization_id, staff.password_must_change,
      staff.password_set_at,
      coalesce((
        select json_agg(json_build_object('role', given.role, 'organizationId', given.organization_id,
          'path', place.path) order by given.id)
        from accounts.role_grant given
        join organizations.organization place on place.id = given.organization_id
        where given.staff_id = staff.id and given.revoked_at is null), '[]') as grants
    from accounts.session
    join accounts.staff on staff.id = session.staff_id
    where session.token_hash = ${tokenHash} and session.second_factor
      and session.revoked_at is null and session.expires_at > ${at} and staff.disabled_at is null
  `.execute(db)
  return rows[0]
}

/** Notes that a session is in use. Not an act: nobody did anything, and nothing else hangs on it. */
export const touchSession = async (db: Db, id: number, at: Date): Promise<void> => {
  await db
    .updateTable('accounts.session')
    .set({ seen_at: at })
    .where('id', '=', id)
    .where('seen_at', '<', at)
    .execute()
}

export const openSessions = (db: Db, staffId: number, at: Date, seenSince: Date) =>
  db
    .selectFrom('accounts.session')
    .select(['id', 'created_at', 'seen_at', 'expires_at', 'ip', 'user_agent'])
    .where('staff_id', '=', staffId)
    .where('second_factor', '=', true)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .where('seen_at', '>', seenSince)
    .orderBy('seen_at', 'desc')
    .limit(100)
    .execute()

/** Ends sessions of a member of staff: all, one, or all but one. Returns how many were open. */
export const endSessions = async (
  tx: Tx,
  staffId: number,
  at: Date,
  which: { readonly only?: number; readonly except?: number } = {},
): Promise<number> => {
  let query = tx
    .updateTable('accounts.session')
    .set({ revoked_at: at })
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null)
  if (which.only !== undefined) query = query.where('id', '=', which.only)
  if (which.except !== undefined) query = query.where('id', '!=', which.except)
  const result = await query.executeTakeFirst()
  return Number(result.numUpdatedRows)
}
