import type { CivilDate } from '#platform/civil-date'

/** How a processing fee is counted: items of one requester in a calendar month, or pages of one request. */
export const feeMethods = ['items', 'pages'] as const
export type FeeMethod = (typeof feeMethods)[number]

/** From the `from`-th item or page on, each costs `rate` yuan. */
export interface Step {
  readonly from: number
  readonly rate: number
}

/** The steps of a method; `onward` repeats a band of so many, each dearer by so much, without end. */
export interface Tariff {
  readonly since: CivilDate
  readonly article: string
  readonly items: {
    readonly steps: readonly Step[]
    readonly onward: { every: number; more: number }
  }
  readonly pages: { readonly steps: readonly Step[]; readonly onward: null }
}

/** Newest last: a fee is counted by the tariff in force on the day of its notice. */
export const tariffs: readonly Tariff[] = [
  {
    since: '2021-01-01',
    article: '《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第四条、第五条',
    items: {
      steps: [
        { from: 1, rate: 0 },
        { from: 11, rate: 100 },
        { from: 31, rate: 200 },
      ],
      onward: { every: 10, more: 100 },
    },
    pages: {
      steps: [
        { from: 1, rate: 0 },
        { from: 31, rate: 10 },
        { from: 101, rate: 20 },
        { from: 201, rate: 40 },
      ],
      onward: null,
    },
  },
]
