import { organizationById } from '#organizations'
import type { Actor } from '#platform/act'
import { dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import {
  type HeldRole,
  type Keeper,
  type ListGrants,
  type ListKeepers,
  type ListStaff,
  type Me,
  roles,
  type Staff,
} from './contract.ts'
import { holds, reachOf } from './policy.ts'
import { refuse } from './refusals.ts'
import { rulesOn } from './rules.ts'
import type { SessionInfo } from './sessions.ts'
import { grantsReaching } from './store/grants.ts'
import { findKeeper, keeperPage } from './store/keepers.ts'
import { openSessions } from './store/sessions.ts'
import { findStaff, staffPage } from './store/staff.ts'

const pageSize = 50
const minuteMs = 60_000

/** Who is signed in, as the office shows it. */
export const meOf = async (db: Db, session: SessionInfo, at: Date = new Date()): Promise<Me> => {
  const staff = await findStaff(db, session.staffId)
  if (!staff) throw refuse('missing')
  return {
    staff,
    csrf: session.csrf,
    passwordOwed: session.passwordOwed,
    sessionExpiresAt: session.expiresAt.toISOString(),
    idleMinutes: rulesOn(dateAt(at)).idleMinutes,
  }
}

/** What a password must be. */
export const passwordRules = (at: Date = new Date()) => {
  const { minLength, minClasses, formerKept, maxAgeDays, source } = rulesOn(dateAt(at))
  return { minLength, minClasses, formerKept, maxAgeDays, source }
}

/** The own sessions that are open, the one in hand marked. */
export const sessionsOf = async (db: Db, session: SessionInfo, at: Date = new Date()) => {
  const idleMs = rulesOn(dateAt(at)).idleMinutes * minuteMs
  const rows = await openSessions(db, session.staffId, at, new Date(at.getTime() - idleMs))
  return {
    sessions: rows.map((row) => ({
      id: row.id,
      createdAt: row.created_at.toISOString(),
      seenAt: row.seen_at.toISOString(),
      expiresAt: row.expires_at.toISOString(),
      ip: row.ip,
      userAgent: row.user_agent,
      current: row.id === session.id,
    })),
  }
}

/** Colleagues at and below where one holds any role: names are needed to send work to somebody. */
export const staffOf = async (
  db: Db,
  by: Actor,
  asked: ListStaff,
): Promise<{ staff: Staff[]; next: number | null }> => {
  const reach = reachOf(by, roles)
  const top =
    asked.organizationId === undefined ? null : await organizationById(db, asked.organizationId)
  if (top && !holds(by, roles, top.path)) throw refuse('notYours')
  const limit = asked.limit ?? pageSize
  const found = await staffPage(db, asked, top ? [top.path] : reach, limit + 1)
  const staff = found.slice(0, limit)
  return { staff, next: found.length > limit ? (staff.at(-1)?.id ?? null) : null }
}

export const staffById = async (db: Db, by: Actor, id: number): Promise<Staff> => {
  const staff = await findStaff(db, id)
  if (!staff) throw refuse('missing')
  if (by.id === id) return staff
  const { path } = await organizationById(db, staff.organizationId)
  if (!holds(by, roles, path)) throw refuse('notYours')
  return staff
}

/** Who holds which role for a unit, for anyone who works there: given at it, or above it. */
export const rolesReaching = async (
  db: Db,
  by: Actor,
  asked: ListGrants,
): Promise<{ grants: HeldRole[]; next: number | null }> => {
  const { path } = await organizationById(db, asked.organizationId)
  if (!holds(by, roles, path)) throw refuse('notYours')
  const limit = asked.limit ?? pageSize
  const found = await grantsReaching(db, path, asked.after ?? 0, limit + 1)
  const grants = found.slice(0, limit)
  return { grants, next: found.length > limit ? (grants.at(-1)?.id ?? null) : null }
}

/** Who looks after the columns of a unit, now or ever. */
export const keepersOf = async (
  db: Db,
  asked: ListKeepers,
): Promise<{ keepers: Keeper[]; next: number | null }> => {
  const limit = asked.limit ?? pageSize
  const found = await keeperPage(db, asked, limit + 1)
  const keepers = found.slice(0, limit)
  return { keepers, next: found.length > limit ? (keepers.at(-1)?.id ?? null) : null }
}

/** The keeper of one column of a unit, if it has one. */
export const keeperOf = async (
  db: Db,
  organizationId: number,
  columnKey: string,
): Promise<Keeper | null> => (await findKeeper(db, organizationId, columnKey)) ?? null

// A person looks after dozens of columns, a county's disclosure office after a few hundred.
const mostKept = 2_000

/** The columns that someone keeps or stands in for, across units: what the desk of a clerk shows. */
export const columnsKeptBy = (db: Db, staffId: number): Promise<Keeper[]> =>
  keeperPage(db, { staffId }, mostKept)
