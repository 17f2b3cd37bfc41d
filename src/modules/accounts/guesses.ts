import type { Actor, Perform } from '#platform/act'
import { dateAt } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { countGuess, failGuess, type GuessKind, giveBackGuess } from './commands/count-guess.ts'
import { isLocked } from './lockout.ts'
import { matchesPassword } from './password.ts'
import { refuse } from './refusals.ts'
import { rulesOn } from './rules.ts'
import { type Account, findAccount } from './store/staff.ts'

/**
 * What signing in works with. Hashing takes a while and a failed guess must be kept although the
 * answer is no, so it is not one act but several short ones around the hashing.
 */
export interface Desk {
  readonly db: Db
  readonly perform: Perform
  /** The installation's key. */
  readonly secret: Buffer
}

const minuteMs = 60_000

/** The account itself as an actor, before any role counts. */
export const asActor = (account: Account): Actor => ({
  id: account.id,
  name: account.name,
  organizationId: account.organizationId,
  grants: [],
})

/** Counts a guess before it is looked at; a locked account is refused unlooked. */
export const beginGuess = async (desk: Desk, account: Account, at: Date): Promise<void> => {
  const before = await desk.perform(asActor(account), (act) => countGuess(act, account.id), at)
  if (!isLocked(before, at)) return
  const leftMs = (before.lockedUntil?.getTime() ?? 0) - at.getTime()
  throw refuse('locked', {
    minutes: Math.ceil(leftMs / minuteMs),
    tries: rulesOn(dateAt(at)).failuresToLock,
  })
}

export const recordFailure = (
  desk: Desk,
  account: Account,
  what: GuessKind,
  ip: string,
  at: Date,
): Promise<void> => desk.perform(asActor(account), (act) => failGuess(act, account, what, ip), at)

/** Asks for the own password again before something that an open desk must not allow. */
export const confirmOwnPassword = async (
  desk: Desk,
  by: Actor,
  password: string,
  ip: string,
  at: Date,
): Promise<Account> => {
  const account = by.id === null ? undefined : await findAccount(desk.db, by.id)
  if (!account) throw refuse('missing')
  await beginGuess(desk, account, at)
  if (!(await matchesPassword(account.passwordHash, password))) {
    await recordFailure(desk, account, 'password', ip, at)
    throw refuse('wrongPassword')
  }
  await desk.perform(by, (act) => giveBackGuess(act, account.id), at)
  return account
}
