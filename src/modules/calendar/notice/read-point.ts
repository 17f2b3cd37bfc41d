import { type CivilDate, daysBetween, isCivilDate, weekdayOf } from '#platform/civil-date'
import { type Fault, faults, type Place } from './faults.ts'
import type { Point } from './lines.ts'

/** What one point says: a holiday, and the weekend days that are worked for it. */
export interface ReadPoint extends Place {
  readonly name: string
  readonly from: CivilDate
  readonly to: CivilDate
  /** Lengthens the holiday of this name that was set before. */
  readonly extends: boolean
  /** 与周末连休: the weekend beside it is off as any weekend is, and belongs to the holiday. */
  readonly joinsWeekend: boolean
  /** 共3天: with the weekend that it joins. */
  readonly saidDays: number | null
  readonly makeUpDays: readonly CivilDate[]
}

const weekdays = '日一二三四五六'
export const weekdayName = (on: CivilDate): string => `周${weekdays[weekdayOf(on)]}`

const day = String.raw`(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日(?:\([^)]*\))?`
const dayParts = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?/g
const backToWork = new RegExp(`${day}起(?:恢复)?(?:正常)?上班`, 'g')
const worked = new RegExp(`((?:${day}[、,和及]?)+)(?:正常|调休)?上班`, 'g')
const holiday = new RegExp(`(${day})(?:[至到~—–-]+(${day}))?(?:调休)?放假(?:调休)?(?:(\\d+)天)?`)
const extension = new RegExp(`延长(?:\\d{4}年)?([^\\d:]{2,12}?)假期至(${day})`)
const numbering = /^\(?[一二三四五六七八九十\d]{1,3}[)、.]/
const headed = /^((?:(?!\d{1,2}[月日])[^:。,]){2,40}):(.+)$/
// Said to employers, of days that are working days in law (2024: New Year's Eve).
const encouraged = /^(?:鼓励|提倡)/

/** Reads the days of a point in order: a month or year that is left out is that of the day before. */
const dayReader = (year: number, name: string, place: Place, found: Fault[]) => {
  let month: number | null = null
  return (text: string): CivilDate[] =>
    [...text.matchAll(dayParts)].flatMap(([words, saidYear, saidMonth, saidDay, beside]) => {
      month = saidMonth ? Number(saidMonth) : month
      // A New Year's holiday may begin in the December before.
      const isBefore = month === 12 && name.includes('元旦')
      const inYear = saidYear ? Number(saidYear) : isBefore ? year - 1 : year
      const two = (n: number | null) => String(n ?? 0).padStart(2, '0')
      const on = `${inYear}-${two(month)}-${two(Number(saidDay))}`
      if (!isCivilDate(on)) {
        found.push(faults.noSuchDay(place, words))
        return []
      }
      const said = /(?:周|星期|礼拜)([一二三四五六日天])/.exec(beside ?? '')?.[1]
      if (said && weekdays.indexOf(said.replace('天', '日')) !== weekdayOf(on))
        found.push(faults.weekday(place, on, `周${said.replace('天', '日')}`, weekdayName(on)))
      if (on < `${year - 1}-12-01` || on > `${year}-12-31`)
        found.push(faults.outsideYear(place, on))
      return [on]
    })
}

/** Takes what a pattern finds out of a text, so that at the end nothing is left unread. */
const taker = (text: string) => {
  let rest = text
  return {
    take(pattern: RegExp): RegExpExecArray | null {
      const match = new RegExp(pattern.source).exec(rest)
      if (match) rest = rest.replace(match[0], '')
      return match
    },
    rest: () => rest.replace(/[,。;、:]/g, ''),
  }
}

/** Reads one point of a notice for `year`; null where it sets no days. Faults are added to `found`. */
export const readPoint = (
  point: Point,
  year: number,
  /** The holiday that the title names, for notices that change one. */
  titled: string,
  found: Fault[],
): ReadPoint | null => {
  const place = { line: point.line, quote: point.text }
  const text = point.text.replace(numbering, '')
  const [, head = titled, body = text] = headed.exec(text) ?? []
  const sentences = body.split(/[。;]/).filter((sentence) => !encouraged.test(sentence))
  const { take, rest } = taker(sentences.join('。'))
  if (!/放假|上班|假期|\d日/.test(sentences.join('。'))) return null

  while (take(backToWork));
  const lengthened = take(extension)
  const name = lengthened?.[1] ?? head
  const read = dayReader(year, name, place, found)
  const makeUps: string[] = []
  for (let match = take(worked); match; match = take(worked)) makeUps.push(match[1] ?? '')
  const off = lengthened ? null : take(holiday)
  const saidDays = take(/共(\d+)天/)
  const joinsWeekend = take(/与周末连休/) !== null
  take(/不调休/)
  const left = rest()
  // Prose with the word in it ("未休假期的工资") sets no days.
  if (!off && !lengthened && makeUps.length === 0 && !/\d日/.test(left)) return null
  if (left !== '' || name === '') found.push(faults.unread(place, left || point.text))
  const before = found.length
  const [from, to = from] = read(lengthened?.[2] ?? `${off?.[1] ?? ''}${off?.[2] ?? ''}`)
  const makeUpDays = makeUps.flatMap(read)
  if (!off && !lengthened) found.push(faults.noHoliday(place))
  if (!from || !to) return null
  if (to < from) found.push(faults.endsBefore(place))
  // 放假1天 is said of the days themselves, 共3天 with the weekend that they join.
  const bare = off?.[3] ? Number(off[3]) : null
  const days = daysBetween(from, to) + 1
  if (bare !== null && bare !== days && found.length === before)
    found.push(faults.dayCount(place, bare, days))
  return {
    ...place,
    name,
    from,
    to,
    extends: lengthened !== null,
    joinsWeekend,
    saidDays: saidDays ? Number(saidDays[1]) : null,
    makeUpDays,
  }
}
