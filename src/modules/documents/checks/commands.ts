import type { z } from 'zod'
import { holds } from '#accounts'
import type { Act, Actor } from '#platform/act'
import { refusals } from '#platform/refusal'
import { abandonDraft } from '../commands/abandon-draft.ts'
import { referDocument } from '../commands/refer-document.ts'
import type {
  overruleCheck as overruleContract,
  placeInstead as placeContract,
} from '../contract/checks.ts'
import { type Edition, factAbout } from '../edition.ts'
import { findEdition } from '../finding.ts'
import { mayTake } from '../lifecycle.ts'
import { mayEdit, wrote } from '../policy.ts'
import { refuse as refuseDocument } from '../refusals.ts'
import { fitsOf, likeTo } from './checks.ts'
import { checkOverruled } from './facts.ts'
import { keepOverruling } from './store.ts'

const refuse = refusals('documents', { nothingToOverrule: 'conflict', placeNeedsMatter: 'invalid' })

const reviewers = [
  'sectionHead',
  'leader',
  'secrecyReviewer',
  'signer',
  'disclosureOffice',
] as const

/** Who may let a stopped text pass: whoever reviews the unit's texts. */
export const mayReview = (by: Actor, edition: Edition): boolean =>
  by.id !== null && holds(by, reviewers, edition.document.owner.path)

export type OverruleCheck = z.output<typeof overruleContract.input>

/** Lets a text pass that a check stopped. The reason is kept, chained in the log and shown. */
export async function overruleCheck(
  act: Act,
  input: OverruleCheck,
): Promise<z.output<typeof overruleContract.output>> {
  const edition = await findEdition(act, { id: input.id }, mayReview)
  if (!mayTake('save', edition.state)) throw refuseDocument('readOnly', { state: edition.state })
  if (wrote(act.by, edition)) throw refuseDocument('ownText')
  if (!(await isStopped(act, edition, input))) throw refuse('nothingToOverrule')
  const { verdict, about, reason } = input
  await keepOverruling(act.tx, {
    documentId: edition.document.id,
    ...{ verdict, about, reason, at: act.at, staffId: act.by.id ?? 0 },
  })
  await act.announce(checkOverruled, { ...factAbout(edition), verdict, about, note: reason })
  return { reason, at: act.at.toISOString() }
}

/** A reason given for nothing would lie ready for the next text. */
async function isStopped(act: Act, edition: Edition, input: OverruleCheck): Promise<boolean> {
  if (input.verdict === 'copy')
    return (await likeTo(act.tx, edition)).some(
      ({ document, stops }) => stops && `document/${document.documentId}` === input.about,
    )
  return (await fitsOf(act.tx, edition)).some(
    ({ matter, fit }) => matter.code === input.about && fit.verdict === input.verdict,
  )
}

export type PlaceInstead = z.output<typeof placeContract.input>

/** M14: a draft that repeats a live document of another unit makes way for a reference to it. */
export async function placeInstead(
  act: Act,
  input: PlaceInstead,
): Promise<z.output<typeof placeContract.output>> {
  const edition = await findEdition(act, { id: input.id }, mayEdit)
  if (!mayTake('abandon', edition.state)) throw refuseDocument('readOnly', { state: edition.state })
  if (edition.matterCodes.length === 0) throw refuse('placeNeedsMatter')
  const columnIds: number[] = []
  for (const matterCode of edition.matterCodes) {
    const placed = await referDocument(act, {
      id: input.documentId,
      organizationId: edition.document.owner.id,
      matterCode,
    })
    columnIds.push(placed.columnId)
  }
  await abandonDraft(act, {
    id: edition.id,
    version: edition.version,
    reason: `document/${input.documentId}`,
  })
  return { documentId: input.documentId, columnIds }
}
