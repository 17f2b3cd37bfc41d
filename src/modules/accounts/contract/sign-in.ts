import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { id } from '#platform/shapes'
import { done, instant, password } from './parts.ts'
import { staff } from './staff.ts'

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
