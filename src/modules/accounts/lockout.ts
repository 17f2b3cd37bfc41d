import type { SignInRules } from './rules.ts'

export interface Attempts {
  readonly failures: number
  readonly lockedUntil: Date | null
}

const minuteMs = 60_000

export const isLocked = (attempts: Attempts, at: Date): boolean =>
  attempts.lockedUntil !== null && at < attempts.lockedUntil

/**
 * One more guess at a password or a six-digit code, counted before it is looked at, so that many at
 * once gain nothing. The first five cost 15 minutes, each five after that an hour, until someone
 * signs in: at most ten guesses in any hour.
 */
export const counted = (attempts: Attempts, at: Date, rules: SignInRules): Attempts => {
  const failures = attempts.failures + 1
  if (failures % rules.failuresToLock !== 0) return { failures, lockedUntil: null }
  const minutes = failures === rules.failuresToLock ? rules.lockMinutes : rules.longLockMinutes
  return { failures, lockedUntil: new Date(at.getTime() + minutes * minuteMs) }
}
