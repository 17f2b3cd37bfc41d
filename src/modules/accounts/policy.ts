import type { Actor } from '#platform/act'
import * as grants from '#platform/holds'
import type { Role } from './contract.ts'

/**
 * Whether an actor holds a role (or one of several) where `path` lies: a grant reaches every
 * organization whose path starts with the grant's path.
 */
export const holds = (by: Actor, role: Role | readonly Role[], path: string): boolean =>
  grants.holds(by, role, path)

/** The paths at which an actor holds one of the roles; each covers its subtree. */
export const reachOf = (by: Actor, role: Role | readonly Role[]): string[] =>
  grants.reachOf(by, role)

/** Accounts of a unit are kept by an administrator at or above it. */
export const mayKeepStaff = (by: Actor, path: string): boolean => holds(by, 'administrator', path)

/** An administrator grants only below the own path, and nobody grants to oneself. */
export const mayGrant = (by: Actor, staffId: number, path: string): boolean =>
  by.id !== staffId && holds(by, 'administrator', path)

/** Who looks after a column is settled by the unit's head of section, the office above or an administrator. */
export const mayAssignKeepers = (by: Actor, path: string): boolean =>
  holds(by, ['sectionHead', 'leader', 'disclosureOffice', 'administrator'], path)
