import type { CivilDate } from '#platform/civil-date'

/** A limit with the article that sets it. */
export interface Limit {
  readonly days: number
  readonly article: string
}

/** What the clock of a request counts by, for requests received from `from` on. */
export interface ClockLaw {
  readonly from: CivilDate
  /** The one complete notice that a request is unclear, in working days from receipt. */
  readonly correctionNotice: Limit
  /** What an office gives the requester to correct, in working days, where it names no other time. */
  readonly correction: Limit
  readonly reply: Limit
  readonly extension: Limit
  readonly thirdParty: Limit
  readonly coMaker: Limit
}

const article = (text: string): string => `《中华人民共和国政府信息公开条例》${text}`

/** Newest last. A request is judged by the law of the day on which it was received. */
export const clockLaws: readonly ClockLaw[] = [
  {
    from: '2019-05-15',
    correctionNotice: { days: 7, article: article('第三十条') },
    // "合理的补正期限": the law names no number; fifteen working days are common practice.
    correction: { days: 15, article: article('第三十条') },
    reply: { days: 20, article: article('第三十三条') },
    extension: { days: 20, article: article('第三十三条') },
    thirdParty: { days: 15, article: article('第三十二条') },
    coMaker: { days: 15, article: article('第三十四条') },
  },
]

/** Days to pay in, by the calendar from the day after the notice came; notices before have no rule. */
export const feePayment = {
  from: '2021-01-01',
  days: 30,
  article: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第六条',
} as const

/** Which article makes a day count, or not, or begins the count. */
export const dayArticles = {
  received: article('第三十一条'),
  counted: article('第三十三条'),
  weekend: '《国务院关于职工工作时间的规定》第七条',
  thirdParty: article('第三十二条、第三十三条'),
  coMaker: article('第三十三条、第三十四条'),
  correction: article('第三十条'),
  restarted: article('第三十条'),
  fee: feePayment.article,
  paid: feePayment.article,
} as const

/** Which article an event offends that could not have happened so. */
export const eventArticles = {
  inForce: article('第五十六条'),
  asked: article('第二十七条'),
  submitted: article('第二十九条'),
  excessive: article('第三十五条'),
  // 登记、审核、办理、答复、归档: one after the other.
  order: article('第四十五条'),
  // Posting, or signing for what is handed over, meets the limit.
  served: '国办公开办函〔2016〕235号',
} as const

export const clockLawOn = (received: CivilDate): ClockLaw | undefined =>
  clockLaws.findLast((law) => law.from <= received)
