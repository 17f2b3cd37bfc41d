import type { Announcement } from '#platform/act'
import type { Db } from '#platform/database'
import type { CalendarYear } from './contract.ts'
import { calendarYearEntered } from './facts.ts'
import { countWith, countWithAlso } from './statutory.ts'
import { enteredYears } from './store.ts'

/** Counts in this process with the years that the office entered: at the start, before a recount. */
export const loadEnteredYears = async (db: Db): Promise<void> =>
  countWith((await enteredYears(db)).map(({ days }) => days))

/**
 * Takes up a year that this or another process has just committed. After a lost connection (`null`) the
 * table is read again; a database that is still away is heard of again as soon as it is back.
 */
export const hearEnteredYears =
  (db: Db) =>
  (announced: readonly Announcement[] | null): void => {
    if (announced === null) return void loadEnteredYears(db).catch(() => undefined)
    for (const { kind, payload } of announced)
      if (kind === calendarYearEntered.kind)
        countWithAlso((payload as { readonly year: CalendarYear }).year)
  }
