import { addDays, type CivilDate, daysBetween, isCivilDate, weekdayOf } from '#platform/civil-date'
import type { CalendarYear } from '../contract.ts'
import { amended } from './amend.ts'
import { type Fault, faults } from './faults.ts'
import { type NoticeText, pointsOf } from './lines.ts'
import { type ReadPoint, readPoint, weekdayName } from './read-point.ts'

/** A notice as read, and everything that keeps it from being entered. */
export interface ReadNotice {
  readonly year: CalendarYear | null
  readonly faults: readonly Fault[]
}

export type Notice = CalendarYear['notices'][number]

// 全国年节及纪念日放假办法 art. 2: the days on which everybody is off. A notice for a year sets each.
const yearly = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const

const isWeekend = (on: CivilDate): boolean => [0, 6].includes(weekdayOf(on))

/**
 * Reads the text of a notice of the State Council's office (国务院办公厅关于…年部分节假日安排的通知), or
 * of one that changes such a notice (关于调整…, 关于延长…), and checks it against itself: the days said
 * against the days read, weekdays against the calendar. `known` gives the year that a change rests on.
 */
export const readNotice = (
  pasted: string,
  known: (year: number) => CalendarYear | undefined,
): ReadNotice => {
  const text = pointsOf(pasted)
  const found: Fault[] = []
  const head = headOf(text, found)
  if (!head.year) return { year: null, faults: found }
  const titled = /(?:元旦|春节|清明节|劳动节|端午节|中秋节|国庆节)/.exec(head.title)?.[0] ?? ''
  const read = text.points.flatMap(
    (point) => readPoint(point, head.year as number, titled, found) ?? [],
  )
  for (const line of text.prose)
    if (/\d日.*(?:放假|上班)/.test(line.text) && !line.text.includes('通知如下'))
      found.push(faults.unread({ line: line.line, quote: line.text }, line.text))
  if (read.length === 0) {
    if (found.every(({ code }) => code !== 'noticeUnread')) found.push(faults.nothingRead())
    return { year: null, faults: found }
  }
  const points = joined(read)
  check(points, found)
  const { year } = head
  const notice = { number: head.number, on: head.on, title: head.title }
  const isChange = /调整|延长|补充/.test(head.title) || points.some((point) => point.extends)
  if (isChange) {
    const base = known(year)
    if (!base) found.push(faults.baseMissing(year))
    return { year: base ? amended(base, points, notice) : null, faults: found }
  }
  for (const name of yearly)
    if (!points.some((point) => point.name.includes(name)))
      found.push(faults.holidayMissing(name === '元旦' || name === '春节' ? name : `${name}节`))
  return {
    year: {
      year,
      notices: [notice],
      holidays: points.map(({ name, from, to }) => ({ name, from, to })),
      makeUpDays: points.flatMap((point) => point.makeUpDays).sort(),
    },
    faults: found,
  }
}

/** Title, number and day of issue; a page breaks the title over lines and the number into a table. */
const headOf = (
  { whole, prose }: NoticeText,
  found: Fault[],
): Notice & { readonly year: number | null } => {
  const title = /国务院办公厅关于[^。,:;]{2,40}?的通知/.exec(whole)?.[0] ?? ''
  const year = /(20\d\d)年/.exec(title)?.[1] ?? /现将(20\d\d)年/.exec(whole)?.[1]
  const [, of, n] = /国办发(?:明电)?[〔[(【](\d{4})[〕\])】](\d+)号/.exec(whole) ?? []
  const series = whole.includes('国办发明电') ? '国办发明电' : '国办发'
  const dates = prose.flatMap(({ text }) => {
    const date = /^(?:国务院办公厅)?(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text)
    return date ? [date] : []
  })
  const date =
    dates.at(-1) ??
    /(?:成文日期:|国务院办公厅)(\d{4})年(\d{1,2})月(\d{1,2})日/.exec(whole) ??
    undefined
  const on = date
    ? date
        .slice(1, 4)
        .map((part) => part.padStart(2, '0'))
        .join('-')
    : ''
  if (!title) found.push(faults.titleMissing())
  if (!year) found.push(faults.yearMissing())
  if (!of) found.push(faults.numberMissing())
  if (!isCivilDate(on)) found.push(faults.dateMissing())
  const number = of ? `${series}〔${of}〕${n}号` : ''
  return { year: year ? Number(year) : null, title, number, on }
}

/** A holiday that joins the weekend (与周末连休) has it as part of it, on whichever side it lies. */
const joined = (points: readonly ReadPoint[]): ReadPoint[] => {
  const worked = new Set(points.flatMap((point) => point.makeUpDays))
  const isOff = (on: CivilDate) => isWeekend(on) && !worked.has(on)
  return points.map((point) => {
    if (!point.joinsWeekend) return point
    let { from, to } = point
    while (isOff(addDays(from, -1))) from = addDays(from, -1)
    while (isOff(addDays(to, 1))) to = addDays(to, 1)
    return { ...point, from, to }
  })
}

/** What a notice says twice has to agree: days and their number, make-up days and weekends. */
const check = (points: readonly ReadPoint[], found: Fault[]): void => {
  const off = new Set<CivilDate>()
  for (const point of points) {
    const days = daysBetween(point.from, point.to) + 1
    if (days > 0 && point.saidDays !== null && point.saidDays !== days)
      found.push(faults.dayCount(point, point.saidDays, days))
    for (let on = point.from; on <= point.to; on = addDays(on, 1)) {
      if (off.has(on)) found.push(faults.twice(point, on))
      off.add(on)
    }
  }
  for (const point of points)
    for (const on of point.makeUpDays) {
      if (!isWeekend(on)) found.push(faults.makeUpNotWeekend(point, on, weekdayName(on)))
      if (off.has(on)) found.push(faults.makeUpInHoliday(point, on))
    }
}
