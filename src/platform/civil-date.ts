/**
 * A civil date of Asia/Shanghai as `YYYY-MM-DD`. Law counts in days of the calendar, so dates stay
 * strings; they sort and compare as text. Never put one through `new Date(...)` with a local zone.
 */
export type CivilDate = string

const dayMs = 86_400_000
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/
// China has kept one zone without summer time since 1991, so a fixed offset is exact for our dates.
const shanghaiOffsetMs = 8 * 3_600_000

const toEpochDay = (date: CivilDate): number => Date.parse(`${date}T00:00:00Z`) / dayMs
const fromEpochDay = (day: number): CivilDate => new Date(day * dayMs).toISOString().slice(0, 10)

/** True for a real day of the calendar written `YYYY-MM-DD` (2026-02-30 is not one). */
export const isCivilDate = (text: string): text is CivilDate => {
  if (!pattern.test(text)) return false
  const parsed = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().slice(0, 10) === text
}

export const addDays = (date: CivilDate, days: number): CivilDate =>
  fromEpochDay(toEpochDay(date) + days)

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number =>
  toEpochDay(to) - toEpochDay(from)

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4))

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (date: CivilDate): number => (((toEpochDay(date) + 4) % 7) + 7) % 7

/** The civil date in Shanghai at an instant. */
export const dateAt = (instant: Date): CivilDate =>
  new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10)

/** `YYYY-MM-DD HH:mm` in Shanghai, the form that 政府网站发展指引 asks of PubDate. */
export const minuteAt = (instant: Date): string =>
  new Date(instant.getTime() + shanghaiOffsetMs).toISOString().slice(0, 16).replace('T', ' ')

/** The instant at which a civil date begins in Shanghai. */
export const startOfDay = (date: CivilDate): Date => new Date(`${date}T00:00:00+08:00`)
