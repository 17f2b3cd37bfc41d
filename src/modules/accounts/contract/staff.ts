import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { id, version } from '#platform/shapes'
import { done, instant, limit, line } from './parts.ts'

export const roles = [
  'clerk',
  'sectionHead',
  'leader',
  'secrecyReviewer',
  'signer',
  'disclosureOffice',
  'supervisor',
  'assessor',
  'administrator',
] as const
export type Role = (typeof roles)[number]
export const role = z.enum(roles)

/** ASCII, so that it can be typed on any keyboard and read out on the telephone. */
const userName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9._-]{1,39}$/, 'userName')

export const roleGrant = z.object({
  id: z.int(),
  role,
  organizationId: z.int(),
  organizationName: z.string(),
  path: z.string(),
  grantedAt: instant,
})
export type RoleGrant = z.output<typeof roleGrant>

export const staff = z.object({
  id: z.int(),
  organizationId: z.int(),
  organizationName: z.string(),
  userName: z.string(),
  name: z.string(),
  telephone: z.string(),
  secondFactor: z.boolean(),
  passwordMustChange: z.boolean(),
  lockedUntil: instant.nullable(),
  disabledAt: instant.nullable(),
  createdAt: instant,
  version: z.int(),
  grants: z.array(roleGrant),
})
export type Staff = z.output<typeof staff>

export const listStaff = endpoint({
  method: 'GET',
  path: '/api/staff',
  summary: 'Staff of an organization and those below it, page by page',
  input: z.object({
    organizationId: id.optional(),
    words: line.optional(),
    role: role.optional(),
    /** Also those of the organizations above it, who may look after its columns. */
    above: z.stringbool().or(z.boolean()).optional(),
    disabled: z.stringbool().or(z.boolean()).optional(),
    after: id.optional(),
    limit,
  }),
  output: z.object({ staff: z.array(staff), next: z.int().nullable() }),
})
export type ListStaff = z.output<typeof listStaff.input>

export const getStaff = endpoint({
  method: 'GET',
  path: '/api/staff/:id',
  summary: 'One member of staff with roles',
  input: z.object({ id }),
  output: staff,
})

export const createStaff = endpoint({
  method: 'POST',
  path: '/api/staff',
  summary: 'Set up an account; its first password is shown this once and must be changed',
  input: z.object({
    organizationId: z.int().positive(),
    userName,
    name: line.min(1),
    telephone: line.optional(),
  }),
  output: z.object({ staff, temporaryPassword: z.string() }),
})
export type CreateStaff = z.output<typeof createStaff.input>

export const changeStaff = endpoint({
  method: 'PUT',
  path: '/api/staff/:id',
  summary: 'Correct name and telephone, or move to another organization (which ends the roles)',
  input: z.object({
    id,
    version,
    name: line.min(1).optional(),
    telephone: line.optional(),
    organizationId: z.int().positive().optional(),
  }),
  output: staff,
})
export type ChangeStaff = z.output<typeof changeStaff.input>

export const disableStaff = endpoint({
  method: 'POST',
  path: '/api/staff/:id/disable',
  summary: 'Close an account: sessions end, columns kept are shown for hand-over',
  input: z.object({ id }),
  output: z.object({ columnsToHandOver: z.int() }),
})

export const enableStaff = endpoint({
  method: 'POST',
  path: '/api/staff/:id/enable',
  summary: 'Open a closed account again',
  input: z.object({ id }),
  output: done,
})

export const resetPassword = endpoint({
  method: 'POST',
  path: '/api/staff/:id/password',
  summary: 'A new first password for someone who forgot theirs; also ends a lock',
  input: z.object({ id }),
  output: z.object({ temporaryPassword: z.string() }),
})

export const resetSecondFactor = endpoint({
  method: 'POST',
  path: '/api/staff/:id/second-factor/remove',
  summary: 'Take the second factor off someone who lost the device',
  input: z.object({ id }),
  output: done,
})

export const revokeStaffSessions = endpoint({
  method: 'POST',
  path: '/api/staff/:id/sessions/revoke',
  summary: 'End every session of a member of staff',
  input: z.object({ id }),
  output: z.object({ revoked: z.int() }),
})

export const grantRole = endpoint({
  method: 'POST',
  path: '/api/staff/:id/grants',
  summary: 'Give a role at a node of the tree; it reaches everything below',
  input: z.object({ id, organizationId: z.int().positive(), role }),
  output: roleGrant,
})
export type GrantRole = z.output<typeof grantRole.input>

export const revokeRole = endpoint({
  method: 'POST',
  path: '/api/grants/:id/revoke',
  summary: 'Take a role back',
  input: z.object({ id }),
  output: done,
})
export type RevokeRole = z.output<typeof revokeRole.input>

export const heldGrant = roleGrant.extend({
  staffId: z.int(),
  staffName: z.string(),
  staffOrganizationId: z.int(),
  staffOrganizationName: z.string(),
  disabledAt: instant.nullable(),
})
export type HeldRole = z.output<typeof heldGrant>

export const listGrants = endpoint({
  method: 'GET',
  path: '/api/grants',
  summary: 'Who holds which role for an organization: given there, or above and reaching it',
  input: z.object({ organizationId: id, after: id.optional(), limit }),
  output: z.object({ grants: z.array(heldGrant), next: z.int().nullable() }),
})
export type ListGrants = z.output<typeof listGrants.input>
