import { fact } from '#platform/fact'

export const standingsRebuilt = fact<{
  readonly subject: string
  readonly cells: number
  readonly differed: number
}>('assessment.standingsRebuilt')

/** The clock alone changed cells: nobody did anything, and that is the point. */
export const standingsTurned = fact<{ readonly subject: string; readonly cells: number }>(
  'assessment.standingsTurned',
)

/** Other units owe other matters now, so their cells came, went or changed. */
export const standingsMoved = fact<{
  readonly subject: string
  readonly organizationId: number
  readonly cells: number
}>('assessment.standingsMoved')
