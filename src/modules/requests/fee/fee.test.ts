import fc from 'fast-check'
import { expect, test } from 'vitest'
import { feeOf } from './fee.ts'

const today = '2026-11-22'

// 国办函〔2020〕109号: every edge of every band, and the worked examples of county notices.
const byItems: [number, number][] = [
  [0, 0],
  [1, 0],
  [10, 0],
  [11, 100],
  [20, 1_000],
  [30, 2_000],
  [31, 2_200],
  [35, 3_000],
  [40, 4_000],
  [41, 4_300],
  [45, 5_500],
  [50, 7_000],
  [51, 7_400],
  [60, 11_000],
  [61, 11_500],
  [100, 37_000],
]
const byPages: [number, number][] = [
  [0, 0],
  [1, 0],
  [30, 0],
  [31, 10],
  [100, 700],
  [101, 720],
  [200, 2_700],
  [201, 2_740],
  [230, 3_900],
  [500, 14_700],
  [1_000, 34_700],
]

test.each(byItems)('[M68] %i items of a month cost %i yuan', (count, amount) => {
  expect(feeOf('items', count, today).amountYuan).toBe(amount)
})

test.each(byPages)('[M68] %i pages of a request cost %i yuan', (count, amount) => {
  expect(feeOf('pages', count, today).amountYuan).toBe(amount)
})

test('[M68] shows each band with its rate', () => {
  expect(feeOf('items', 45, today).bands).toEqual([
    { from: 1, to: 10, rate: 0, count: 10, amountYuan: 0 },
    { from: 11, to: 30, rate: 100, count: 20, amountYuan: 2_000 },
    { from: 31, to: 40, rate: 200, count: 10, amountYuan: 2_000 },
    { from: 41, to: 50, rate: 300, count: 5, amountYuan: 1_500 },
  ])
  expect(feeOf('pages', 230, today).bands.at(-1)).toEqual({
    from: 201,
    to: null,
    rate: 40,
    count: 30,
    amountYuan: 1_200,
  })
})

test('[M68] one more never costs less, and never more than the dearest rate shown', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('items' as const, 'pages' as const),
      fc.integer({ min: 0, max: 5_000 }),
      (method, count) => {
        const fewer = feeOf(method, count, today)
        const more = feeOf(method, count + 1, today)
        const step = more.amountYuan - fewer.amountYuan
        expect(step).toBe(more.bands.at(-1)?.rate)
        expect(more.bands.reduce((sum, band) => sum + band.count, 0)).toBe(count + 1)
      },
    ),
  )
})

test('[M68] asks for a whole number, and knows no fee before the rule', () => {
  for (const count of [-1, 1.5, Number.NaN, 2_000_000])
    expect(() => feeOf('items', count, today)).toThrow(
      expect.objectContaining({
        code: 'requests.feeCount',
        params: { most: 1_000_000, article: expect.stringContaining('109号') },
      }),
    )
  expect(() => feeOf('items', 12, '2020-12-31')).toThrow(
    expect.objectContaining({ code: 'requests.feeBeforeRule' }),
  )
})
