import type { CivilDate } from '#platform/civil-date'
import type { Pace } from '#platform/tally'

/** What sign-in demands, by the day on which it began to. */
export interface SignInRules {
  readonly validFrom: CivilDate
  readonly source: string
  readonly minLength: number
  /** Of lower case, upper case, digits, signs. */
  readonly minClasses: number
  /** So many last passwords may not come again. */
  readonly formerKept: number
  readonly maxAgeDays: number
  readonly failuresToLock: number
  readonly lockMinutes: number
  /** Each further row of failures without a sign-in between: no more than ten guesses an hour. */
  readonly longLockMinutes: number
  /** Failures from one address, whatever the accounts: password spraying fails once at each of many. */
  readonly failuresOfAddress: Pace
  readonly idleMinutes: number
  readonly sessionHours: number
  /** How long one may take from the password to the second factor. */
  readonly ticketMinutes: number
}

/**
 * 等保 asks for complexity, regular change, limits on failed sign-in and time-outs, without figures;
 * the figures are those that assessors of level 3 commonly expect. Newest first.
 */
const signInRules: readonly SignInRules[] = [
  {
    validFrom: '2019-12-01',
    source: 'GB/T 22239-2019《信息安全技术 网络安全等级保护基本要求》8.1.4.1 身份鉴别',
    minLength: 12,
    minClasses: 3,
    formerKept: 5,
    maxAgeDays: 90,
    failuresToLock: 5,
    lockMinutes: 15,
    longLockMinutes: 60,
    // A whole office sits behind one address: fifty slips in a quarter of an hour are none of hers. Our own
    // figure; the standard asks for a limit and names none.
    failuresOfAddress: { minutes: 15, easy: 50, most: 50 },
    idleMinutes: 30,
    sessionHours: 12,
    ticketMinutes: 5,
  },
]

/** The rules in force on a day; before the first, the first. */
export const rulesOn = (on: CivilDate): SignInRules => {
  const rules = signInRules.find((one) => one.validFrom <= on) ?? signInRules.at(-1)
  if (!rules) throw new Error('no sign-in rules')
  return rules
}
