import type { Act } from '#platform/act'
import { accountLocked, signInFailed } from '../facts.ts'
import { type Attempts, counted, isLocked } from '../lockout.ts'
import { refuse } from '../refusals.ts'
import { rulesOn } from '../rules.ts'
import { type Account, lockAccount, setAttempts } from '../store/staff.ts'

export type GuessKind = 'password' | 'code'

/** Counts one guess at an account, unless it is locked. Answers how it stood before. */
export async function countGuess(act: Act, staffId: number): Promise<Attempts> {
  const account = await lockAccount(act.tx, staffId)
  if (!account) throw refuse('missing')
  if (!isLocked(account, act.at))
    await setAttempts(act.tx, staffId, counted(account, act.at, rulesOn(act.today)))
  return account
}

/** A guess that was right is no failure; a lock that it alone had set falls. */
export async function giveBackGuess(act: Act, staffId: number): Promise<void> {
  const account = await lockAccount(act.tx, staffId)
  if (!account) throw refuse('missing')
  await setAttempts(act.tx, staffId, {
    failures: Math.max(0, account.failures - 1),
    lockedUntil: null,
  })
}

/** Records a wrong guess, and the lock that it brought. */
export async function failGuess(
  act: Act,
  { id }: Account,
  what: GuessKind,
  ip: string,
): Promise<void> {
  const account = await lockAccount(act.tx, id)
  if (!account) throw refuse('missing')
  const about = {
    subject: `staff/${id}`,
    organizationId: account.organizationId,
    staffId: id,
    ip,
  }
  await act.announce(signInFailed, { ...about, what })
  if (account.lockedUntil && isLocked(account, act.at))
    await act.announce(accountLocked, { ...about, until: account.lockedUntil.toISOString() })
}
