import { type ChangedDays, loadEnteredYears } from '#calendar'
import { countClocksAnew } from '#documents'
import { countLimitsAnew } from '#interpretation'
import { theSystem } from '#platform/act'
import { addDays, type CivilDate, yearOf } from '#platform/civil-date'
import { turnUncounted } from '#requests'
import type { House } from '../house.ts'
import { turnAllRequests } from './turn-all-requests.ts'

export interface CountAnew {
  readonly days: ChangedDays
  /** Also what was counted over these days, for a notice that changes a known year. */
  readonly counted: boolean
}

/**
 * Counts what a year's notice makes countable, some at a time, each lot an act of its own. The years are
 * read first: this process may not have heard yet of the one that was entered.
 */
export const countAnew = async (
  house: House,
  asked: CountAnew,
  at: Date = new Date(),
): Promise<void> => {
  await loadEnteredYears(house.db)
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after
    const lot = await house.perform(
      theSystem,
      (act) => countClocksAnew(act, { ...asked, after: from }),
      at,
    )
    after = lot.after
  }
  await house.perform(theSystem, (act) => countLimitsAnew(act, asked), at)
  await house.perform(theSystem, (act) => turnUncounted(act, asked), at)
  await turnAllRequests(house, at)
}

/**
 * What is still unknown around a day, for a year that came with a new version of the program and for
 * what was written while a process had not heard yet.
 */
export const stillUnknown = (today: CivilDate): CountAnew => ({
  days: { from: `${yearOf(today) - 1}-01-01`, to: addDays(`${yearOf(today) + 2}-01-01`, -1) },
  counted: false,
})
