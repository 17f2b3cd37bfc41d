import { theSystem } from '#platform/act'
import { dateAt } from '#platform/civil-date'
import type { Tx } from '#platform/database'
import { type Counted, minutesLeft, networkOf, talliesIn } from '#platform/tally'
import type { Desk } from './guesses.ts'
import { refuse } from './refusals.ts'
import { rulesOn } from './rules.ts'

const tallies = talliesIn('accounts')

const triesFrom = (ip: string, at: Date): Counted => ({
  what: 'signIn',
  of: networkOf(ip),
  pace: rulesOn(dateAt(at)).failuresOfAddress,
})

const secondsPerMinute = 60

/**
 * Counts a try from an address before anything of it is looked at, so that many at once gain nothing,
 * and refuses where there were too many: in the same words whether the account exists or not. Whoever
 * tries one password on many accounts never fails five times at one of them.
 */
export const beginTry = async (desk: Desk, ip: string, at: Date): Promise<void> => {
  const counted = triesFrom(ip, at)
  const before = await desk.perform(
    theSystem,
    (act) => tallies.count(act, counted, desk.secret),
    at,
  )
  if (before < counted.pace.most) return
  const minutes = minutesLeft(counted.pace, at)
  throw refuse('tooManyFromAddress', { minutes, retryAfterSeconds: minutes * secondsPerMinute })
}

/** A try that was right is no failure: an office behind one address signs in as often as it likes. */
export const giveBackTry = async (desk: Desk, ip: string, at: Date): Promise<void> => {
  const counted = triesFrom(ip, at)
  await desk.perform(theSystem, (act) => tallies.count(act, counted, desk.secret, -1), at)
}

export const sweepTries = (tx: Tx, at: Date): Promise<void> => tallies.sweep(tx, at)
