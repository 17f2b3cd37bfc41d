import { addDays, type CivilDate } from '#platform/civil-date'
import type { Validity } from './contract/shapes.ts'

/** The days that decide whether a policy is in force. */
export interface ValidityDates {
  readonly effectiveOn: CivilDate | null
  /** The last day in force. */
  readonly expiresOn: CivilDate | null
  readonly repealedOn: CivilDate | null
  readonly declaredExpiredOn: CivilDate | null
  readonly amendedOn: CivilDate | null
}

const reached = (day: CivilDate | null, today: CivilDate): boolean => day !== null && day <= today

/** 有效性 on a given day. What ended it by an act of an organ counts before what ran out by itself. */
export function validityOn(dates: ValidityDates, today: CivilDate): Validity {
  if (reached(dates.repealedOn, today)) return 'repealed'
  if (reached(dates.declaredExpiredOn, today)) return 'declaredExpired'
  if (dates.expiresOn !== null && dates.expiresOn < today) return 'expired'
  if (dates.effectiveOn !== null && dates.effectiveOn > today) return 'pending'
  return reached(dates.amendedOn, today) ? 'amended' : 'inForce'
}

/** The next day on which the clock alone changes the answer; null where it never will. */
export function turnsOn(dates: ValidityDates, today: CivilDate): CivilDate | null {
  const { expiresOn, ...others } = dates
  const days = [...Object.values(others), expiresOn && addDays(expiresOn, 1)]
  const coming = days.filter((day) => day !== null && day > today) as CivilDate[]
  return coming.sort()[0] ?? null
}

/** The day since which a policy has stood as it stands. */
export function sinceOf(dates: ValidityDates, validity: Validity): CivilDate | null {
  const since: Readonly<Record<Validity, CivilDate | null>> = {
    pending: null,
    inForce: dates.effectiveOn,
    amended: dates.amendedOn,
    repealed: dates.repealedOn,
    expired: dates.expiresOn && addDays(dates.expiresOn, 1),
    declaredExpired: dates.declaredExpiredOn,
  }
  return since[validity]
}

/** The last day of a term of whole years: from 1 May 2024 five years last until 30 April 2029. */
export function endOfTerm(from: CivilDate, years: number): CivilDate {
  const [year = '', month = '', day = ''] = from.split('-')
  const target = String(Number(year) + years)
  // From 29 February the term runs out with the last of February.
  const isLeapDay = month === '02' && day === '29'
  return addDays(isLeapDay ? `${target}-03-01` : `${target}-${month}-${day}`, -1)
}
