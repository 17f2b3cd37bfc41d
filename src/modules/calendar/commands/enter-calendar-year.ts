import type { Act } from '#platform/act'
import { yearOf } from '#platform/civil-date'
import { changedDays } from '../changed-days.ts'
import { type CalendarYear, calendarYear } from '../contract.ts'
import { calendarYearEntered } from '../facts.ts'
import { readNotice } from '../notice/read-notice.ts'
import { mayEnter } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { withShipped } from '../statutory.ts'
import { enteredYears, lockYears, putYear, topOrganization } from '../store.ts'
import { calendarOf } from '../working-days.ts'
import { statutoryYears } from '../years.ts'

/** The job that counts what could not be counted, or was counted over days that changed. */
export const countAnewJob = 'countAnew'

/**
 * Enters the days of a year, or corrects those of one that is known. Every process counts with them
 * from the commit on; what they change is counted anew by a job.
 */
export async function enterCalendarYear(
  act: Act,
  { year }: { readonly year: CalendarYear },
): Promise<{ year: number }> {
  const top = await topOrganization(act.tx)
  if (!top || !mayEnter(act.by, top)) throw refuse('notYours')
  // The State Council sets one year at a time; a later one is a slip of the keyboard.
  if (year.year > yearOf(act.today) + 1)
    throw refuse('tooFar', { year: year.year, last: yearOf(act.today) + 1 })
  const first = statutoryYears[0]?.year ?? year.year
  if (year.year < first) throw refuse('tooOld', { year: year.year, first })
  await lockYears(act.tx)
  const entered = (await enteredYears(act.tx)).map(({ days }) => days)
  const before = withShipped(entered)
  const now = before.find((one) => one.year === year.year)
  if (now && written(now) === written(year)) throw refuse('sameYear', { year: year.year })
  await putYear(act.tx, year, { at: act.at, by: act.by.id })
  await act.announce(calendarYearEntered, {
    subject: `calendar/${year.year}`,
    organizationId: top.id,
    year,
  })
  const changed = changedDays(
    calendarOf(before),
    calendarOf(withShipped([...entered, year])),
    year.year,
  )
  if (changed) await act.enqueue(countAnewJob, { days: changed, counted: true })
  return { year: year.year }
}

// Parsed, so that both have their fields in one order.
const written = (year: CalendarYear): string => JSON.stringify(calendarYear.parse(year))

/** Enters a notice as it was pasted; every fault of its text is refused with what to do. */
export async function enterNotice(
  act: Act,
  { text }: { readonly text: string },
): Promise<{ year: number }> {
  const entered = (await enteredYears(act.tx)).map(({ days }) => days)
  const { year, faults } = readNotice(text, knownAmong(withShipped(entered)))
  if (!year || faults.length > 0) throw refuse('noticeFaults', { issues: faults })
  return enterCalendarYear(act, { year })
}

/** The year that a changing notice rests on. */
export const knownAmong =
  (years: readonly CalendarYear[]) =>
  (year: number): CalendarYear | undefined =>
    years.find((one) => one.year === year)
