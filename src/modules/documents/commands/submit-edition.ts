import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { submitEdition as contract } from '../contract/release.ts'
import type { EditionMark } from '../contract/shapes.ts'
import { factAbout } from '../edition.ts'
import { editionSubmitted } from '../facts.ts'
import { markOf } from '../filling.ts'
import { findEdition } from '../finding.ts'
import { take } from '../lifecycle.ts'
import { mayEdit } from '../policy.ts'
import { draftIssues } from '../readiness.ts'
import { refuse } from '../refusals.ts'
import { stepsFor } from '../review-plan.ts'
import { saveEdition } from '../store/editions.ts'
import { settingFor } from '../surroundings.ts'

export type SubmitEdition = z.output<typeof contract.input>

/** Sends a draft into a new round of review, by the plan that applies today. */
export async function submitEdition(act: Act, input: SubmitEdition): Promise<EditionMark> {
  const edition = await findEdition(act, input, mayEdit)
  const state = take('submit', edition.state)
  const { around, places } = await settingFor(act, edition)
  const issues = draftIssues(edition, around)
  if (issues.length > 0) throw refuse('notReady', { issues })

  const main = places.find((place) => place.main) ?? places[0]
  const steps = await stepsFor(act.tx, edition.document.owner.path, main?.columnId ?? null)
  const submitted = await saveEdition(act.tx, edition, {
    state,
    round: edition.round + 1,
    step: 0,
    steps,
    submittedBy: act.by.id,
    submittedAt: act.at,
  })
  await act.announce(editionSubmitted, { ...factAbout(edition), round: submitted.round, steps })
  return markOf(submitted)
}
