import { type Calendar, endsOnWorkingDay } from '#calendar'
import { addDays, type CivilDate } from '#platform/civil-date'
import type { DocketDate } from '../contract/dockets.ts'

interface Limit {
  readonly days?: number
  readonly months?: number
  /** 行政复议法 art. 88: periods of 3, 5, 7 and 10 days are working days. */
  readonly working?: true
  readonly article: string
}

/** Periods of reconsideration and suit, for what began on `from` or later; newest last. */
export interface ReviewLaw {
  readonly from: CivilDate
  readonly file: Limit
  readonly reply: Limit
  readonly summaryReply: Limit | null
  readonly decide: Limit
  readonly prolong: Limit
  readonly summaryDecide: Limit | null
}

const now = (article: string) => `《中华人民共和国行政复议法》（2023年修订）${article}`
const then = (article: string) => `《中华人民共和国行政复议法》（2017年修正）${article}`
const suits = (article: string) => `《中华人民共和国行政诉讼法》（2017年修正）${article}`

export const reviewLaws: readonly ReviewLaw[] = [
  {
    from: '2017-09-01',
    file: { days: 60, article: then('第九条') },
    reply: { days: 10, working: true, article: then('第二十三条') },
    summaryReply: null,
    decide: { days: 60, article: then('第三十一条') },
    prolong: { days: 30, article: then('第三十一条') },
    summaryDecide: null,
  },
  {
    from: '2024-01-01',
    file: { days: 60, article: now('第二十条') },
    reply: { days: 10, working: true, article: now('第四十八条') },
    summaryReply: { days: 5, working: true, article: now('第五十四条') },
    decide: { days: 60, article: now('第六十二条') },
    prolong: { days: 30, article: now('第六十二条') },
    summaryDecide: { days: 30, article: now('第六十二条') },
  },
]

/** 行政诉讼法 art. 45–46, 67, 81, 83: unchanged since 2017-07-01. */
export const suitLaw = {
  file: { months: 6, article: suits('第四十六条') },
  fileAfter: { days: 15, article: suits('第四十五条') },
  reply: { days: 15, article: suits('第六十七条') },
  judge: { months: 6, article: suits('第八十一条') },
  summaryJudge: { days: 45, article: suits('第八十三条') },
} as const

export const reviewLawOn = (on: CivilDate): ReviewLaw =>
  reviewLaws.findLast((law) => law.from <= on) ?? (reviewLaws[0] as ReviewLaw)

/** The same day so many months on, or the last of the month where there is no such day. */
const addMonths = (on: CivilDate, months: number): CivilDate => {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0))
  const text = last.toISOString()
  return `${text.slice(0, 8)}${String(Math.min(day, last.getUTCDate())).padStart(2, '0')}`
}

/** The period's last day; null while the holidays of its year are not loaded. */
const endOf = (from: CivilDate, limit: Limit, calendar: Calendar): CivilDate | null => {
  try {
    if (limit.working) return calendar.addWorkingDays(from, limit.days ?? 0)
    if (limit.days !== undefined)
      return calendar.addCalendarDays(from, limit.days, endsOnWorkingDay)
    const end = addMonths(from, limit.months ?? 0)
    return calendar.addCalendarDays(addDays(end, -1), 1, endsOnWorkingDay)
  } catch {
    return null
  }
}

/** What of a docket the periods hang on. */
export interface DocketDays {
  readonly kind: 'reconsideration' | 'litigation'
  readonly summary: boolean
  readonly toldOn: CivilDate | null
  readonly filedOn: CivilDate
  readonly receivedOn: CivilDate | null
  readonly acceptedOn: CivilDate | null
  readonly prolonged: boolean
  readonly decidedOn: CivilDate | null
  /** Of the reconsideration before a suit. */
  readonly previousDecidedOn: CivilDate | null
}

const filing = (of: DocketDays, law: ReviewLaw): [CivilDate, Limit] | null => {
  if (of.kind === 'reconsideration') return of.toldOn ? [of.toldOn, law.file] : null
  if (of.previousDecidedOn) return [of.previousDecidedOn, suitLaw.fileAfter]
  return of.toldOn ? [of.toldOn, suitLaw.file] : null
}

const deciding = (of: DocketDays, law: ReviewLaw): Limit => {
  if (of.kind === 'litigation') return of.summary ? suitLaw.summaryJudge : suitLaw.judge
  if (of.summary && law.summaryDecide) return law.summaryDecide
  const days = (law.decide.days ?? 0) + (of.prolonged ? (law.prolong.days ?? 0) : 0)
  return { days, article: law.decide.article }
}

/**
 * The days of a docket: until when it could be filed, until when the office has to answer the papers,
 * until when it is decided, and until when the other side may go on to court. Each with its article.
 */
export const datesOf = (of: DocketDays, calendar: Calendar): DocketDate[] => {
  const law = reviewLawOn(of.filedOn)
  const reply =
    of.kind === 'litigation'
      ? suitLaw.reply
      : of.summary && law.summaryReply
        ? law.summaryReply
        : law.reply
  const found: [DocketDate['what'], CivilDate, Limit][] = []
  const file = filing(of, law)
  if (file) found.push(['file', ...file])
  if (of.receivedOn) found.push(['reply', of.receivedOn, reply])
  if (of.acceptedOn) found.push(['decide', of.acceptedOn, deciding(of, law)])
  if (of.kind === 'reconsideration' && of.decidedOn)
    found.push(['goOn', of.decidedOn, suitLaw.fileAfter])
  return found.map(([what, from, limit]) => ({
    what,
    from,
    on: endOf(from, limit, calendar),
    article: limit.article,
  }))
}
