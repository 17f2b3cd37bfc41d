import type { Act } from '#platform/act'
import { sessionsRevoked, signedOut } from '../facts.ts'
import { mayKeepStaff } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { endSessions } from '../store/sessions.ts'
import { findAccount } from '../store/staff.ts'

const ownId = (act: Act): number => {
  if (act.by.id === null) throw refuse('missing')
  return act.by.id
}

const tellRevoked = async (act: Act, staffId: number, count: number): Promise<void> => {
  const account = await findAccount(act.tx, staffId)
  await act.announce(sessionsRevoked, {
    subject: `staff/${staffId}`,
    organizationId: account?.organizationId ?? 0,
    staffId,
    count,
  })
}

/** Ends the session in hand. */
export async function signOut(act: Act, sessionId: number): Promise<{ done: true }> {
  const staffId = ownId(act)
  await endSessions(act.tx, staffId, act.at, { only: sessionId })
  await act.announce(signedOut, {
    subject: `staff/${staffId}`,
    organizationId: act.by.organizationId ?? 0,
    staffId,
  })
  return { done: true }
}

/** Ends one of the own sessions. */
export async function revokeSession(
  act: Act,
  input: { readonly id: number },
): Promise<{ done: true }> {
  const count = await endSessions(act.tx, ownId(act), act.at, { only: input.id })
  if (count === 0) throw refuse('missing')
  await tellRevoked(act, ownId(act), count)
  return { done: true }
}

/** Ends all own sessions but the one in hand. */
export async function revokeOtherSessions(
  act: Act,
  sessionId: number,
): Promise<{ revoked: number }> {
  const revoked = await endSessions(act.tx, ownId(act), act.at, { except: sessionId })
  if (revoked > 0) await tellRevoked(act, ownId(act), revoked)
  return { revoked }
}

/** Ends every session of a member of staff, by an administrator. */
export async function revokeStaffSessions(
  act: Act,
  input: { readonly id: number },
): Promise<{ revoked: number }> {
  const account = await findAccount(act.tx, input.id)
  if (!account) throw refuse('missing')
  if (!mayKeepStaff(act.by, account.path)) throw refuse('notYours')
  const revoked = await endSessions(act.tx, account.id, act.at)
  if (revoked > 0) await tellRevoked(act, account.id, revoked)
  return { revoked }
}
