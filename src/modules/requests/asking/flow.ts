import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { clockLawOn, feePayment, type Limit } from '../clock/law.ts'
import { type Step, steps } from '../contract/nouns.ts'
import { stepLimitsOn } from '../store/rules.ts'

export const sideRoads = ['correction', 'thirdParty', 'coMaker', 'extension', 'fee'] as const
export type SideRoad = (typeof sideRoads)[number]

export interface FlowStep {
  readonly step: Step
  /** By which working day of the period, as the office has set it or the law does. */
  readonly days: number
  readonly source: string
  /** What may lead off from here and comes back. */
  readonly aside: readonly { readonly road: SideRoad; readonly limit: Limit }[]
}

// Where in the work each of the law's side roads leaves.
const leaves: Readonly<Record<SideRoad, Step>> = {
  correction: 'check',
  thirdParty: 'search',
  coMaker: 'search',
  extension: 'draft',
  fee: 'sign',
}

/** How a request goes through the house today: steps and limits as configured, side roads by the law. */
export const flowOf = async (
  db: Db,
  today: CivilDate,
): Promise<{ readonly steps: readonly FlowStep[]; readonly reply: Limit }> => {
  const law = clockLawOn(today)
  if (!law) return { steps: [], reply: { days: 0, article: '' } }
  const limits = await stepLimitsOn(db, today)
  const limitOf: Readonly<Record<SideRoad, Limit>> = {
    correction: law.correction,
    thirdParty: law.thirdParty,
    coMaker: law.coMaker,
    extension: law.extension,
    fee: { days: feePayment.days, article: feePayment.article },
  }
  return {
    reply: law.reply,
    steps: steps.flatMap((step) => {
      const limit = limits.find((one) => one.step === step)
      if (!limit) return []
      const aside = sideRoads
        .filter((road) => leaves[road] === step)
        .map((road) => ({ road, limit: limitOf[road] }))
      return [{ step, days: limit.days, source: limit.source, aside }]
    }),
  }
}
