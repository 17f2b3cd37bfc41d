import type { z } from 'zod'
import type { Act, Actor } from '#platform/act'
import type { returnEdition as contract } from '../contract/release.ts'
import type { EditionMark } from '../contract/shapes.ts'
import { type Edition, factAbout, waitsFor } from '../edition.ts'
import { editionReturned } from '../facts.ts'
import { markOf } from '../filling.ts'
import { findEdition } from '../finding.ts'
import { take } from '../lifecycle.ts'
import { holdsStep, isPublisher } from '../policy.ts'
import { saveEdition } from '../store/editions.ts'
import { addReview } from '../store/reviews.ts'

export type ReturnEdition = z.output<typeof contract.input>

/** In review, who holds the step; once approved, who may publish. */
const mayReturn = (by: Actor, edition: Edition): boolean =>
  by.id !== null && (edition.state === 'inReview' ? holdsStep : isPublisher)(by, edition)

/** Sends a text back to its drafter with a reason. The round is over; the next one begins anew. */
export async function returnEdition(act: Act, input: ReturnEdition): Promise<EditionMark> {
  const edition = await findEdition(act, input, mayReturn)
  const state = take('return', edition.state)
  const role = waitsFor(edition) ?? 'publisher'
  await addReview(act.tx, edition, {
    verdict: 'returned',
    opinion: input.reason,
    secrecy: input.secrecy ?? null,
    at: act.at,
    staffId: act.by.id ?? 0,
    role,
  })
  const returned = await saveEdition(act.tx, edition, { state, publishAt: null })
  await act.announce(editionReturned, {
    ...factAbout(edition),
    round: edition.round,
    step: edition.step,
    role,
    note: input.reason,
  })
  return markOf(returned)
}
