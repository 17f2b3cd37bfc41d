import type { Act } from '#platform/act'
import { signedIn } from '../facts.ts'
import { refuse } from '../refusals.ts'
import { rulesOn } from '../rules.ts'
import { isPasswordOwed, type SessionInfo } from '../sessions.ts'
import { insertSession } from '../store/sessions.ts'
import { type Account, lockAccount, setAttempts } from '../store/staff.ts'
import { newToken, tokenHash } from '../tokens.ts'

/** Whence someone signs in. */
export interface From {
  readonly ip: string
  readonly userAgent: string
}

export interface OpenedSession {
  readonly token: string
  readonly session: SessionInfo
}

const minuteMs = 60_000

/** Nobody changed the password or closed the account while it was being looked at. */
const stillGood = async (act: Act, seen: Account): Promise<Account> => {
  const account = await lockAccount(act.tx, seen.id)
  if (!account || account.disabledAt || account.passwordHash !== seen.passwordHash)
    throw refuse('wrongNameOrPassword')
  return account
}

/** Opens a session for someone who has shown everything asked for; failures are forgotten. */
export async function openSession(
  act: Act,
  seen: Account,
  from: From,
  secondFactor: 'none' | 'totp' | 'recoveryCode',
): Promise<OpenedSession> {
  const account = await stillGood(act, seen)
  const rules = rulesOn(act.today)
  const token = newToken()
  const csrf = newToken()
  const expiresAt = new Date(act.at.getTime() + rules.sessionHours * 60 * minuteMs)
  await setAttempts(act.tx, account.id, { failures: 0, lockedUntil: null })
  const id = await insertSession(act.tx, {
    tokenHash: tokenHash(token),
    staffId: account.id,
    csrf,
    secondFactor: true,
    at: act.at,
    expiresAt,
    ...from,
  })
  await act.announce(signedIn, {
    subject: `staff/${account.id}`,
    organizationId: account.organizationId,
    staffId: account.id,
    ip: from.ip,
    secondFactor,
  })
  const passwordOwed = isPasswordOwed(account, act.at, rules)
  return {
    token,
    session: { id, staffId: account.id, csrf, createdAt: act.at, expiresAt, passwordOwed },
  }
}

/** A short-lived ticket for someone whose password was right and who owes the second factor. */
export async function openTicket(act: Act, seen: Account, from: From): Promise<string> {
  const account = await stillGood(act, seen)
  const ticket = newToken()
  await setAttempts(act.tx, account.id, {
    failures: Math.max(0, account.failures - 1),
    lockedUntil: null,
  })
  await insertSession(act.tx, {
    tokenHash: tokenHash(ticket),
    staffId: account.id,
    csrf: '',
    secondFactor: false,
    at: act.at,
    expiresAt: new Date(act.at.getTime() + rulesOn(act.today).ticketMinutes * minuteMs),
    ...from,
  })
  return ticket
}
