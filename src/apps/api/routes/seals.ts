import * as seals from '#seals'
import { verifySeals } from '#seals/contract'
import type { Answer } from '../answer.ts'

/** The public record of releases, walked for those who oversee it. */
export const sealsRoutes = (answer: Answer): void => {
  answer(verifySeals, async ({ by, db }) => {
    const { wrongDays, changed, brokenAt, ...report } = await seals.overseenChain(db, by)
    return { ...report, brokenAt, wrongDays: [...wrongDays], changed: [...changed] }
  })
}
