import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { approveStep as contract } from '../contract/release.ts'
import type { EditionMark, SecrecyAnswers } from '../contract/shapes.ts'
import { type Edition, factAbout } from '../edition.ts'
import { editionApproved, stepApproved } from '../facts.ts'
import { markOf } from '../filling.ts'
import { findEdition } from '../finding.ts'
import { take } from '../lifecycle.ts'
import { holdsStep, wrote } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { saveEdition } from '../store/editions.ts'
import { addReview, hasPassedAStep } from '../store/reviews.ts'

export type ApproveStep = z.output<typeof contract.input>

/** Passes the step that waits. The last one approves the text. */
export async function approveStep(act: Act, input: ApproveStep): Promise<EditionMark> {
  const edition = await findEdition(
    act,
    input,
    (by, found) => by.id !== null && mayCheck(by, found),
  )
  const isLast = edition.step + 1 >= edition.steps.length
  const state = take(isLast ? 'approve' : 'pass', edition.state)
  if (wrote(act.by, edition)) throw refuse('ownText')
  if (await hasPassedAStep(act.tx, edition, act.by.id)) throw refuse('oneStepEach')
  const role = edition.steps[edition.step] ?? ''
  const secrecy = role === 'secrecyReviewer' ? answered(edition, input.secrecy) : null

  const staffId = act.by.id ?? 0
  const { opinion } = input
  await addReview(act.tx, edition, {
    verdict: 'approved',
    opinion,
    secrecy,
    at: act.at,
    staffId,
    role,
  })
  // Who edited last stays who typed: passing a step is not writing.
  const passed = await saveEdition(act.tx, edition, { state, step: edition.step + 1 })
  const told = { ...factAbout(edition), round: edition.round }
  await act.announce(stepApproved, { ...told, step: edition.step, role, note: opinion })
  if (isLast) await act.announce(editionApproved, told)
  return markOf(passed)
}

/** Outside a review nobody holds a step; then the state is what stands in the way, not the person. */
const mayCheck: typeof holdsStep = (by, edition) =>
  edition.state !== 'inReview' || holdsStep(by, edition)

/** 政府信息公开条例 art. 14, 15, 17: what is against it keeps a text from being disclosed. */
function answered(edition: Edition, answers: SecrecyAnswers | undefined): SecrecyAnswers {
  if (!answers) throw refuse('secrecyUnanswered')
  const { stateSecret, tradeSecret, privacy, securityStability, othersConsulted } = answers
  const isAgainst =
    stateSecret || tradeSecret || privacy || securityStability || othersConsulted === 'objected'
  if (isAgainst && edition.attribute === 'proactive')
    throw refuse('secrecyStandsAgainst', { details: { secrecy: answers } })
  return answers
}
