import type { CivilDate } from '#platform/civil-date'
import { type ResultCode, resultRule } from './result-codes.ts'

/** Whether reconsideration comes before a suit, or either may be taken; `none`: nothing was refused. */
export type RemedyOrder = 'first' | 'choice' | 'none'

/** How sure the reading is: said by the law, by the Supreme Court, or inferred; a lawyer may change it. */
export type Reading = 'law' | 'interpretation' | 'inference'

interface RemedyLaw {
  readonly from: CivilDate
  /** The order for a withholding ground, and for everything else. */
  readonly withheld: Exclude<RemedyOrder, 'none'>
  readonly reconsiderationDays: number
  readonly suitMonths: number
  readonly suitAfterDays: number
  /** A reply served online has to name the channel for the application. */
  readonly onlineChannel: boolean
  readonly articles: {
    /** Why reconsideration comes first for what is withheld, and why either may be taken otherwise. */
    readonly withheld: string
    readonly rest: string
    readonly period: string
    readonly authority: string
    readonly channel: string
  }
  readonly readings: { readonly withheld: Reading; readonly rest: Reading }
}

const choice = '《中华人民共和国行政诉讼法》第四十四条第一款'
const interpretation = '法释〔2025〕8号第一条'
const before = {
  withheld: `《中华人民共和国行政复议法》（2017年修正）第五条、${choice}`,
  rest: `《中华人民共和国行政复议法》（2017年修正）第五条、${choice}`,
  period:
    '《中华人民共和国行政复议法》（2017年修正）第九条、《中华人民共和国行政诉讼法》第四十六条',
  authority: '《中华人民共和国行政复议法》（2017年修正）第十二条、第十三条、第十五条',
  channel: '',
}
const since2024 = {
  withheld:
    '《中华人民共和国行政复议法》（2023年修订）第二十三条第一款第四项、《中华人民共和国行政诉讼法》第四十四条第二款',
  rest: choice,
  period:
    '《中华人民共和国行政复议法》（2023年修订）第二十条、《中华人民共和国行政诉讼法》第四十五条、第四十六条',
  authority: '《中华人民共和国行政复议法》（2023年修订）第二十四条、第二十七条',
  channel: '《中华人民共和国行政复议法》（2023年修订）第二十二条第三款',
}

const periods = { reconsiderationDays: 60, suitMonths: 6, suitAfterDays: 15 } as const

/** Newest last; the law of the day of the reply decides. */
export const remedyLaws: readonly RemedyLaw[] = [
  {
    from: '2019-05-15',
    ...periods,
    withheld: 'choice',
    onlineChannel: false,
    articles: before,
    readings: { withheld: 'law', rest: 'law' },
  },
  {
    from: '2024-01-01',
    ...periods,
    withheld: 'first',
    onlineChannel: true,
    articles: since2024,
    // "不予公开" was read as the grounds of art. 14–16 only from the interpretation of 2025 on.
    readings: { withheld: 'law', rest: 'inference' },
  },
  {
    from: '2025-06-01',
    ...periods,
    withheld: 'first',
    onlineChannel: true,
    articles: {
      ...since2024,
      withheld: `${since2024.withheld}、${interpretation}`,
      rest: `${since2024.rest}、${interpretation}`,
    },
    readings: { withheld: 'interpretation', rest: 'interpretation' },
  },
]

/** Whose reading is neither said by the law nor by the court. */
const inferred: readonly ResultCode[] = ['partial', 'refused/query_matter']

/** Who reconsiders; before 2024 a department's superior department as well, at the applicant's choice. */
export type Authority = 'sameLevelGovernment' | 'governmentAbove' | 'superiorDepartment'

/** By the kind of organ. Public enterprises answer to their sector's department (条例 art. 55). */
export const authoritiesOf = (kind: string, on: CivilDate): readonly Authority[] => {
  if (kind === 'vertical') return ['superiorDepartment']
  if (kind === 'government' || kind === 'township') return ['governmentAbove']
  if (kind === 'subdistrict' || kind === 'dispatched') return ['sameLevelGovernment']
  if (kind !== 'department' && kind !== 'office') return []
  return on >= '2024-01-01'
    ? ['sameLevelGovernment']
    : ['sameLevelGovernment', 'superiorDepartment']
}

export interface Remedy {
  readonly order: RemedyOrder
  readonly reading: Reading
  readonly reconsiderationDays: number
  readonly suitMonths: number
  readonly suitAfterDays: number
  readonly needsOnlineChannel: boolean
  readonly articles: readonly string[]
}

/** What may be done against a reply with this code, by the law of its day. */
export const remedyOf = (
  code: ResultCode,
  on: CivilDate,
  servedOnline: boolean,
): Remedy | undefined => {
  const law = remedyLaws.findLast(({ from }) => from <= on)
  const rule = resultRule(code, on)
  if (!law || !rule) return undefined
  const nothing = code === 'other/other'
  const needsOnlineChannel = !nothing && servedOnline && law.onlineChannel
  const { period, authority, channel } = law.articles
  const order = rule.withholds ? law.articles.withheld : law.articles.rest
  return {
    order: nothing ? 'none' : rule.withholds ? law.withheld : 'choice',
    reading:
      law.from >= '2024-01-01' && inferred.includes(code)
        ? 'inference'
        : law.readings[rule.withholds ? 'withheld' : 'rest'],
    reconsiderationDays: law.reconsiderationDays,
    suitMonths: law.suitMonths,
    suitAfterDays: law.suitAfterDays,
    needsOnlineChannel,
    articles: nothing ? [] : [order, period, authority, ...(needsOnlineChannel ? [channel] : [])],
  }
}

/** The remedy as the reply says it. Reconsideration first must be said so (行政复议法 art. 23). */
export const remedyText = (
  remedy: Remedy,
  names: {
    readonly authorities: readonly string[]
    readonly court: string
    readonly channel: string
  },
  what = '本答复',
): string => {
  if (remedy.order === 'none') return ''
  const before = names.authorities.join('或者')
  const online =
    remedy.needsOnlineChannel && names.channel
      ? `行政复议申请书可以通过以下互联网渠道提交：${names.channel}。`
      : ''
  const told =
    remedy.order === 'first'
      ? `如对${what}不服，应当自收到本答复之日起${remedy.reconsiderationDays}日内先向${before}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起${remedy.suitAfterDays}日内向${names.court}提起行政诉讼。`
      : `如对${what}不服，可以自收到本答复之日起${remedy.reconsiderationDays}日内向${before}申请行政复议，或者自收到本答复之日起${remedy.suitMonths}个月内向${names.court}提起行政诉讼。`
  return told + online
}
