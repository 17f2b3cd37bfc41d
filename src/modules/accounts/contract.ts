import { z } from 'zod'
import { endpoint } from '#platform/endpoint'

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

/** An id that may arrive as a part of the address. */
const id = z.coerce.number<number | string>().int().positive()
const version = z.int().positive()
const instant = z.iso.datetime()
const line = z.string().trim().max(200)
const limit = z.coerce.number<number | string>().int().min(1).max(200).optional()
const password = z.string().min(1).max(200)
const done = z.object({ done: z.literal(true) })

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

export const session = z.object({
  id: z.int(),
  createdAt: instant,
  seenAt: instant,
  expiresAt: instant,
  ip: z.string(),
  userAgent: z.string(),
  current: z.boolean(),
})
export type SessionView = z.output<typeof session>

export const me = z.object({
  staff,
  /** Goes back in the header `x-csrf-token` with everything but GET. */
  csrf: z.string(),
  /** True: until a new password is set, nothing else is open. */
  passwordOwed: z.boolean(),
  sessionExpiresAt: instant,
  idleMinutes: z.int(),
})
export type Me = z.output<typeof me>

// Sign-in

export const signIn = endpoint({
  method: 'POST',
  path: '/api/sign-in',
  summary: 'Sign in by user name and password; with a second factor a ticket is answered instead',
  open: true,
  input: z.object({ userName: z.string().trim().toLowerCase().max(40), password }),
  output: z.discriminatedUnion('state', [
    z.object({ state: z.literal('signedIn'), me }),
    z.object({ state: z.literal('secondFactorOwed'), ticket: z.string() }),
  ]),
})
export type SignIn = z.output<typeof signIn.input>

export const signInSecondFactor = endpoint({
  method: 'POST',
  path: '/api/sign-in/second-factor',
  summary: 'Finish signing in with the six digits, or with a recovery code',
  open: true,
  input: z.object({ ticket: z.string().min(1).max(100), code: z.string().trim().min(6).max(30) }),
  output: z.object({ me }),
})
export type SignInSecondFactor = z.output<typeof signInSecondFactor.input>

export const signOut = endpoint({
  method: 'POST',
  path: '/api/sign-out',
  summary: 'End this session',
  input: z.object({}),
  output: done,
})

export const getMe = endpoint({
  method: 'GET',
  path: '/api/me',
  summary: 'Who is signed in, with which roles',
  input: z.object({}),
  output: me,
})

export const passwordRules = endpoint({
  method: 'GET',
  path: '/api/password-rules',
  summary: 'What a password must be, with the source of the rule',
  open: true,
  input: z.object({}),
  output: z.object({
    minLength: z.int(),
    minClasses: z.int(),
    formerKept: z.int(),
    maxAgeDays: z.int(),
    source: z.string(),
  }),
})

export const changePassword = endpoint({
  method: 'POST',
  path: '/api/me/password',
  summary: 'Change the own password; other sessions end',
  input: z.object({ current: password, next: password }),
  output: done,
})
export type ChangePassword = z.output<typeof changePassword.input>

export const listSessions = endpoint({
  method: 'GET',
  path: '/api/me/sessions',
  summary: 'The own open sessions',
  input: z.object({}),
  output: z.object({ sessions: z.array(session) }),
})

export const revokeSession = endpoint({
  method: 'POST',
  path: '/api/me/sessions/:id/revoke',
  summary: 'End one of the own sessions',
  input: z.object({ id }),
  output: done,
})

export const revokeOtherSessions = endpoint({
  method: 'POST',
  path: '/api/me/sessions/revoke-others',
  summary: 'End all own sessions but this one',
  input: z.object({}),
  output: z.object({ revoked: z.int() }),
})

export const enrolSecondFactor = endpoint({
  method: 'POST',
  path: '/api/me/second-factor',
  summary: 'Begin with a second factor: a secret as QR code; it counts once confirmed',
  input: z.object({ password }),
  output: z.object({ secret: z.string(), url: z.string(), qrSvg: z.string() }),
})
export type EnrolSecondFactor = z.output<typeof enrolSecondFactor.input>

export const confirmSecondFactor = endpoint({
  method: 'POST',
  path: '/api/me/second-factor/confirm',
  summary: 'Confirm the second factor by its first code; recovery codes are shown this once',
  input: z.object({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, 'sixDigits'),
  }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
})
export type ConfirmSecondFactor = z.output<typeof confirmSecondFactor.input>

export const renewRecoveryCodes = endpoint({
  method: 'POST',
  path: '/api/me/second-factor/recovery-codes',
  summary: 'New recovery codes in place of the old',
  input: z.object({ password }),
  output: z.object({ recoveryCodes: z.array(z.string()) }),
})

export const removeSecondFactor = endpoint({
  method: 'POST',
  path: '/api/me/second-factor/remove',
  summary: 'Do without the second factor',
  input: z.object({ password }),
  output: done,
})

// Staff

export const listStaff = endpoint({
  method: 'GET',
  path: '/api/staff',
  summary: 'Staff of an organization and those below it, page by page',
  input: z.object({
    organizationId: id.optional(),
    words: line.optional(),
    role: role.optional(),
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

// Roles

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

// Keepers

const columnKey = z.string().trim().min(1).max(200)

export const keeper = z.object({
  id: z.int(),
  organizationId: z.int(),
  columnKey: z.string(),
  staffId: z.int(),
  staffName: z.string(),
  standInId: z.int().nullable(),
  standInName: z.string().nullable(),
  since: instant,
  until: instant.nullable(),
  note: z.string(),
})
export type Keeper = z.output<typeof keeper>

export const listKeepers = endpoint({
  method: 'GET',
  path: '/api/keepers',
  summary:
    'Who looks after which column of an organization, and who stands in; with history if asked',
  input: z.object({
    organizationId: id,
    columnKey: columnKey.optional(),
    staffId: id.optional(),
    history: z.stringbool().or(z.boolean()).optional(),
    after: id.optional(),
    limit,
  }),
  output: z.object({ keepers: z.array(keeper), next: z.int().nullable() }),
})
export type ListKeepers = z.output<typeof listKeepers.input>

export const assignKeeper = endpoint({
  method: 'PUT',
  path: '/api/keepers',
  summary: 'Name the keeper of a column and the one who stands in',
  input: z.object({
    organizationId: z.int().positive(),
    columnKey,
    staffId: z.int().positive(),
    standInId: z.int().positive().nullable(),
    note: line.optional(),
  }),
  output: keeper,
})
export type AssignKeeper = z.output<typeof assignKeeper.input>

export const handOverColumns = endpoint({
  method: 'POST',
  path: '/api/keepers/hand-over',
  summary: 'Hand columns over to a colleague: the ones named, or all that a person keeps',
  input: z.object({
    fromStaffId: z.int().positive(),
    toStaffId: z.int().positive(),
    organizationId: z.int().positive().optional(),
    columnKeys: z.array(columnKey).max(2000).optional(),
    note: line,
  }),
  output: z.object({ handedOver: z.int() }),
})
export type HandOverColumns = z.output<typeof handOverColumns.input>
