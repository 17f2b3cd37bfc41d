import type { CivilDate } from '#platform/civil-date'
import type { Pace } from '#platform/tally'

export interface AskingRules {
  readonly from: CivilDate
  /** A form begun is kept so long after the last change; at a kiosk only while somebody stands there. */
  readonly draftDays: number
  readonly kioskMinutes: number
  readonly kioskIdleSeconds: number
  /** The receipt can be opened again from the same browser so long. */
  readonly receiptHours: number
  /** A progress page once opened stays open so long. */
  readonly progressMinutes: number
  /** A form that was drawn longer ago has to be sent once more. */
  readonly formHours: number
  /** Uploads of one address: megabytes instead of tries. */
  readonly uploads: Pace
  readonly drafts: Pace
  readonly submissions: Pace
  /** Of one requester, whatever the address. */
  readonly ofOnePerson: Pace
  /** Wrong number or check code, by the address that tries. */
  readonly guesses: Pace
  /** Wrong check codes for one number, whoever tries: never shut, or a stranger could shut the owner out. */
  readonly guessesAtNumber: Pace
  /** A form filled in faster than this was filled in by a machine. */
  readonly fastSeconds: number
  /** Addresses of the web in a request; more is advertising. */
  readonly links: number
}

/**
 * Our own rules, no law sets them. A lawful request may not be refused for its looks or number
 * (政府信息公开条例 art. 35 asks for reasons, art. 36 and 39 name what ends otherwise), so pace makes
 * people wait or answer a question and marks a request for the office, and never turns one away.
 */
export const askingRules: readonly AskingRules[] = [
  {
    from: '2026-11-22',
    draftDays: 30,
    kioskMinutes: 30,
    kioskIdleSeconds: 120,
    receiptHours: 24,
    progressMinutes: 30,
    formHours: 12,
    uploads: { minutes: 60, easy: 100, most: 100 },
    drafts: { minutes: 60, easy: 60, most: 60 },
    // A school or an office behind one address asks more than once an hour; thirty is no household.
    submissions: { minutes: 60, easy: 3, most: 30 },
    ofOnePerson: { minutes: 24 * 60, easy: 5, most: 1_000 },
    // Eight signs of 32: at sixty guesses a quarter of an hour, half a million years for one number.
    guesses: { minutes: 15, easy: 5, most: 60 },
    guessesAtNumber: { minutes: 60, easy: 5, most: Number.MAX_SAFE_INTEGER },
    fastSeconds: 4,
    links: 3,
  },
]

export const askingRulesOn = (on: CivilDate): AskingRules => {
  const rules = askingRules.findLast((one) => one.from <= on) ?? askingRules[0]
  if (!rules) throw new Error('no rules of asking')
  return rules
}
