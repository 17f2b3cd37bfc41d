import type { CivilDate } from '#platform/civil-date'
import { refuse } from '../refusals.ts'
import { type FeeMethod, type Step, type Tariff, tariffs } from './tariff.ts'

/** One band of a fee: so many at one rate. `to` is null where the band has no end. */
export interface FeeBand {
  readonly from: number
  readonly to: number | null
  /** Yuan for each item or page. */
  readonly rate: number
  readonly count: number
  readonly amountYuan: number
}

export interface Fee {
  readonly amountYuan: number
  readonly bands: readonly FeeBand[]
}

// A request of a million pages is a mistake in typing.
export const largestCount = 1_000_000

const tariffOn = (on: CivilDate): Tariff => {
  const tariff = tariffs.findLast((one) => one.since <= on)
  if (!tariff)
    throw refuse('feeBeforeRule', {
      on,
      from: tariffs[0]?.since ?? '',
      article: tariffs[0]?.article ?? '',
    })
  return tariff
}

/** The steps of a method up to a count, those that go on by rule written out. */
const stepsTo = (tariff: Tariff, method: FeeMethod, count: number): Step[] => {
  const { steps, onward } = tariff[method]
  const out = [...steps]
  for (
    let last = out.at(-1);
    onward && last && last.from + onward.every <= count;
    last = out.at(-1)
  )
    out.push({ from: last.from + onward.every, rate: last.rate + onward.more })
  return out
}

/**
 * The processing fee for a number of items (of one requester in one calendar month) or pages (of one
 * request): each band at its own rate, added up (超额累进).
 *
 * Source: 国办函〔2020〕109号 art. 3–5. Amounts in whole yuan.
 */
export const feeOf = (method: FeeMethod, count: number, on: CivilDate): Fee => {
  const tariff = tariffOn(on)
  if (!Number.isInteger(count) || count < 0 || count > largestCount)
    throw refuse('feeCount', { most: largestCount, article: tariff.article })
  const steps = stepsTo(tariff, method, count)
  const bands = steps
    .filter(({ from }) => from <= count)
    .map(({ from, rate }): FeeBand => {
      const at = steps.findIndex((step) => step.from === from)
      const following = steps[at + 1]?.from
      const every = tariff[method].onward?.every
      const to = following ? following - 1 : every ? from + every - 1 : null
      const held = Math.min(count, to ?? count) - from + 1
      return { from, to, rate, count: held, amountYuan: held * rate }
    })
  return { amountYuan: bands.reduce((sum, band) => sum + band.amountYuan, 0), bands }
}
