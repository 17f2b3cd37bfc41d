import { fact } from '#platform/fact'

/** The days up to this one are sealed. */
export const daySealed = fact<{
  readonly subject: string
  readonly organizationId: null
  readonly day: string
  readonly days: number
}>('seals.daySealed')
