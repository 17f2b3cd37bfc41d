import type { CivilDate } from '#platform/civil-date'

export const ways = ['online', 'email', 'post', 'pickUp', 'fax', 'onSite'] as const
export type Way = (typeof ways)[number]
export const carriers = ['ems', 'registered'] as const
export type Carrier = (typeof carriers)[number]

export interface ServiceRule {
  /** Which day meets the limit, and from which the remedies run. */
  readonly met: 'postedOn' | 'signedOn'
  readonly proof: readonly ('carrier' | 'waybill' | 'signedBy' | 'address')[]
  readonly article: string
}

const letter2016 = '国办公开办函〔2016〕235号'
const counting = '《中华人民共和国民事诉讼法》关于送达的规定（行政复议法第八十八条参照）'

/** How a letter is served and what proves it; newest last, by the day of service. */
export const serviceRules: readonly {
  readonly from: CivilDate
  readonly ways: Readonly<Record<Way, ServiceRule>>
}[] = [
  {
    from: '2016-01-01',
    ways: {
      // Served by the postal enterprise and no other courier; the day of posting meets the limit.
      post: { met: 'postedOn', proof: ['carrier', 'waybill'], article: letter2016 },
      pickUp: { met: 'signedOn', proof: ['signedBy'], article: `${letter2016}；${counting}` },
      onSite: { met: 'signedOn', proof: ['signedBy'], article: `${letter2016}；${counting}` },
      email: { met: 'postedOn', proof: ['address'], article: counting },
      fax: { met: 'postedOn', proof: ['address'], article: counting },
      online: { met: 'postedOn', proof: [], article: counting },
    },
  },
]

export const serviceRule = (way: Way, on: CivilDate): ServiceRule | undefined =>
  serviceRules.findLast(({ from }) => from <= on)?.ways[way]
