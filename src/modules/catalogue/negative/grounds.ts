import type { NegativeAttribute } from '../contract/negative-list.ts'

/** A ground of the law on which something is not disclosed proactively. */
export interface DisclosureGround {
  readonly code: string
  readonly article: string
  readonly attributes: readonly NegativeAttribute[]
}

const regulations = '政府信息公开条例'

const ground = (
  code: string,
  article: string,
  attributes: readonly NegativeAttribute[],
): DisclosureGround => ({ code, article: `${regulations}${article}`, attributes })

/**
 * 国令第711号 art. 14–16, and art. 13 with 27 for what is open on request only. Their words are
 * `documents.ground.<code>`.
 */
export const disclosureGrounds: readonly DisclosureGround[] = [
  ground('stateSecret', '第十四条', ['notDisclosed']),
  ground('prohibitedByLaw', '第十四条', ['notDisclosed']),
  ground('securityStability', '第十四条', ['notDisclosed']),
  ground('tradeSecret', '第十五条', ['notDisclosed', 'onRequest']),
  ground('privacy', '第十五条', ['notDisclosed', 'onRequest']),
  ground('internalAffairs', '第十六条第一款', ['notDisclosed', 'onRequest']),
  ground('processInformation', '第十六条第二款', ['notDisclosed', 'onRequest']),
  ground('caseFile', '第十六条第二款', ['notDisclosed', 'onRequest']),
  ground('particularPersons', '第十三条、第二十七条', ['onRequest']),
]
