import type { CivilDate } from '#platform/civil-date'

/** From how many requests an asker is very frequent, and from which share of words one is like another. */
export interface FrequencyRule {
  readonly from: CivilDate
  /** Items of one asker at one organ in a calendar month. */
  readonly month: number
  /** … in the twelve months before. */
  readonly year: number
  /** Of the same asker: the same thing again. */
  readonly repeatShare: number
  /** Of whomever: about the same thing. */
  readonly likeShare: number
  readonly article: string
}

/**
 * 政府信息公开条例 art. 35 names no number ("数量、频次明显超过合理范围"): these only bring a case before
 * a person, who decides. The month's number is the end of the band without a fee (国办函〔2020〕109号
 * art. 4); the year's is a county's practice. The shares: measured on the pairs of frequency.test.ts.
 */
export const frequencyRules: readonly FrequencyRule[] = [
  {
    from: '2019-05-15',
    month: 10,
    year: 40,
    repeatShare: 0.6,
    likeShare: 0.4,
    article: '《中华人民共和国政府信息公开条例》第三十五条',
  },
]

export const frequencyRuleOn = (on: CivilDate): FrequencyRule | null =>
  frequencyRules.findLast((rule) => rule.from <= on) ?? null

export const repeatArticle = '《中华人民共和国政府信息公开条例》第三十六条第（六）项'
