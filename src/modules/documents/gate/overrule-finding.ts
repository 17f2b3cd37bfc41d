import type { z } from 'zod'
import { holds } from '#accounts'
import type { Act, Actor } from '#platform/act'
import { stands } from '#wording'
import type {
  overruleFinding as contract,
  reinstateFinding as reinstateContract,
} from '../contract/gate.ts'
import { type Edition, factAbout, isWorking } from '../edition.ts'
import { findingOverruled, findingReinstated } from '../facts.ts'
import { findEdition } from '../finding.ts'
import { holdsStep, mayEdit, wrote } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { type Examined, examined, keyOf } from './examining.ts'
import { dropOverruled, putOverruled } from './store.ts'

export type OverruleFinding = z.output<typeof contract.input>

const reviewsSecrecy = (by: Actor, edition: Edition): boolean =>
  holds(by, 'secrecyReviewer', edition.document.owner.path)

/** Whoever writes the text or checks it may answer for what stands in it. */
const mayAnswer = (by: Actor, edition: Edition): boolean =>
  by.id !== null && (mayEdit(by, edition) || reviewsSecrecy(by, edition) || holdsStep(by, edition))

/**
 * A mark of secrecy is lifted by the organ that set it (保守国家秘密法 art. 26), never by the drafter:
 * the secrecy reviewer says that it is none, and that person is not the author.
 */
export const mayAnswerFor = (by: Actor, edition: Edition, kind: Examined['kind']): boolean =>
  mayAnswer(by, edition) &&
  (kind !== 'secretMark' || (reviewsSecrecy(by, edition) && !wrote(by, edition)))

/** Lets a finding stand because the law wants it public; who says so and why is kept for good. */
export async function overruleFinding(
  act: Act,
  input: OverruleFinding,
): Promise<{ overruled: boolean }> {
  const edition = await findOpen(act, input.id)
  const key = keyOf(edition.document.id, input.kind, input.value)
  const found = examined(edition).find((one) => one.key === key && stands(one))
  if (!found) throw refuse('findingGone')
  if (!mayAnswerFor(act.by, edition, found.kind)) throw refuse('secretMarkStands')
  const { ground, reason } = input
  await putOverruled(act.tx, {
    documentId: edition.document.id,
    ...{ key, masked: found.masked, ground, reason, at: act.at },
    staffId: act.by.id ?? 0,
  })
  await act.announce(findingOverruled, {
    ...factAbout(edition),
    ...{ kind: found.kind, ground, reason },
  })
  return { overruled: true }
}

/** Takes such an answer back: the finding stands in the way again. */
export async function reinstateFinding(
  act: Act,
  input: z.output<typeof reinstateContract.input>,
): Promise<{ overruled: boolean }> {
  const edition = await findOpen(act, input.id)
  const key = keyOf(edition.document.id, input.kind, input.value)
  if (!(await dropOverruled(act.tx, edition.document.id, key))) throw refuse('findingGone')
  await act.announce(findingReinstated, { ...factAbout(edition), kind: input.kind })
  return { overruled: false }
}

async function findOpen(act: Act, editionId: number): Promise<Edition> {
  const edition = await findEdition(act, { id: editionId }, mayAnswer)
  if (!isWorking(edition)) throw refuse('readOnly', { state: edition.state })
  return edition
}
