import type { Actor } from '#platform/act'
import { type CivilDate, yearOf } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { OutputOf } from '#platform/endpoint'
import { knownAmong } from './commands/enter-calendar-year.ts'
import type { calendarYears, ListedYear, previewNotice } from './contract.ts'
import { readNotice } from './notice/read-notice.ts'
import { mayEnter } from './policy.ts'
import { withShipped } from './statutory.ts'
import { enteredYears, topOrganization } from './store.ts'

// Since 2018 the notice came between 25 October and 8 December; from here on somebody should look.
const awaitedFrom = '11-01'

/** The year whose notice is missing: this one, or from November on the next. */
export const awaitedYear = (knows: (year: number) => boolean, today: CivilDate): number | null => {
  const year = yearOf(today)
  if (!knows(year)) return year
  return today.slice(5) >= awaitedFrom && !knows(year + 1) ? year + 1 : null
}

/** Every year that is counted with, newest first, and the one that is awaited. */
export const yearsKnown = async (
  db: Db,
  by: Actor,
  today: CivilDate,
): Promise<OutputOf<typeof calendarYears>> => {
  const entered = await enteredYears(db)
  const years = withShipped(entered.map(({ days }) => days)).map((days): ListedYear => {
    const found = entered.find((one) => one.days.year === days.year)
    return {
      days,
      source: found ? 'entered' : 'shipped',
      enteredAt: found?.enteredAt ?? null,
      enteredBy: found?.enteredBy ?? null,
    }
  })
  const top = await topOrganization(db)
  const known = new Set(years.map(({ days }) => days.year))
  return {
    years: years.reverse(),
    awaited: awaitedYear((year) => known.has(year), today),
    mayEnter: mayEnter(by, top),
    organizationId: top?.id ?? null,
  }
}

/** What a pasted notice would set; nothing is kept. */
export const noticePreview = async (
  db: Db,
  { text }: { readonly text: string },
): Promise<OutputOf<typeof previewNotice>> => {
  const entered = (await enteredYears(db)).map(({ days }) => days)
  const known = withShipped(entered)
  const { year, faults } = readNotice(text, knownAmong(known))
  const replaced = known.find((one) => one.year === year?.year)
  return {
    year,
    faults: faults.map(({ params, ...one }) => (params ? { ...one, params: { ...params } } : one)),
    replaces: !replaced ? null : entered.includes(replaced) ? 'entered' : 'shipped',
  }
}
