import type { CivilDate } from '#platform/civil-date'

export const ways = ['online', 'email', 'post', 'pickUp', 'fax', 'onSite'] as const
export type Way = (typeof ways)[number]
export const carriers = ['ems', 'registered'] as const
export type Carrier = (typeof carriers)[number]

export interface ServiceRule {
  /** Which day meets the limit. */
  readonly met: 'postedOn' | 'signedOn'
  /** From which the remedies run: the day that met the limit, or the one on which it was received. */
  readonly known: 'metOn' | 'signedOn'
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
      post: {
        met: 'postedOn',
        known: 'signedOn',
        proof: ['carrier', 'waybill'],
        article: letter2016,
      },
      pickUp: {
        met: 'signedOn',
        known: 'metOn',
        proof: ['signedBy'],
        article: `${letter2016}；${counting}`,
      },
      onSite: {
        met: 'signedOn',
        known: 'metOn',
        proof: ['signedBy'],
        article: `${letter2016}；${counting}`,
      },
      email: { met: 'postedOn', known: 'metOn', proof: ['address'], article: counting },
      fax: { met: 'postedOn', known: 'metOn', proof: ['address'], article: counting },
      // 民事诉讼法 art. 90: electronic service by a way that shows that it was received. What lies ready on
      // the progress page is received when number and check code open it; a reading, not a ruling.
      online: { met: 'postedOn', known: 'signedOn', proof: [], article: counting },
    },
  },
]

export const serviceRule = (way: Way, on: CivilDate): ServiceRule | undefined =>
  serviceRules.findLast(({ from }) => from <= on)?.ways[way]
