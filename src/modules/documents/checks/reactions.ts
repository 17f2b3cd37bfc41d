import type { Act } from '#platform/act'
import { on, type Reaction } from '#platform/fact'
import { type EditionFact, editionPublished, editionSubmitted, editionWithdrawn } from '../facts.ts'
import { refuse } from '../refusals.ts'
import { editionById } from '../store/editions.ts'
import { checkIssues, keysOf } from './checks.ts'
import { dropLikeness, keepLikeness } from './store.ts'

/** M46, M14: work news, misfits and copies go no further than the desk. */
async function stopSubmission(act: Act, { editionId }: EditionFact): Promise<void> {
  const edition = await editionById(act.tx, editionId)
  const issues = edition ? await checkIssues(act.tx, edition) : []
  if (issues.length > 0) throw refuse('notReady', { issues })
}

async function rememberLikeness(act: Act, { editionId, documentId }: EditionFact): Promise<void> {
  const edition = await editionById(act.tx, editionId)
  if (edition) await keepLikeness(act.tx, documentId, keysOf(edition))
}

/** What is stopped at its submission, and by what later texts find a live one. */
export const checkReactions: readonly Reaction[] = [
  on(editionSubmitted, stopSubmission),
  on(editionPublished, rememberLikeness),
  on(editionWithdrawn, async (act, { documentId }) => {
    await dropLikeness(act.tx, documentId)
  }),
]
