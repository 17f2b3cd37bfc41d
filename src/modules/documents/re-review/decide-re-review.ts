import type { z } from 'zod'
import { holds } from '#accounts'
import type { Act, Actor } from '#platform/act'
import { copyToDraft } from '../commands/start-correction.ts'
import type { decideReReview as contract } from '../contract/life-cycle.ts'
import { type Edition, factAbout } from '../edition.ts'
import { findEdition } from '../finding.ts'
import { attributeIssues } from '../grounds.ts'
import { reReviewDecided } from '../life-cycle-facts.ts'
import { refuse } from '../life-cycle-refusals.ts'
import { lastDay, limitOn } from '../limits/limit.ts'
import { closeReReview, lockOpenReReview, openReReview, setAside } from './store.ts'

export type DecideReReview = z.output<typeof contract.input>

/** Who looks again: whoever answers for the unit's texts, not the clerk alone. */
export const reReviewers = ['sectionHead', 'leader', 'signer', 'disclosureOffice'] as const

export const mayReReview = (by: Actor, edition: Edition): boolean =>
  holds(by, reReviewers, edition.document.owner.path)

/**
 * 政府信息公开条例 art. 18: what is not disclosed is looked at again regularly, and disclosed when the
 * reason has fallen away. Release and change begin a draft that passes review as any other: what was
 * signed is not altered.
 */
export async function decideReReview(
  act: Act,
  input: DecideReReview,
): Promise<z.output<typeof contract.output>> {
  const open = await lockOpenReReview(act.tx, input.id)
  if (!open) throw refuse('noReReview')
  const edition = await findEdition(act, { id: open.editionId }, mayReReview)
  const opened = input.outcome === 'keep' ? null : await begin(act, edition, input)
  await closeReReview(act.tx, open.id, {
    outcome: input.outcome,
    reason: input.reason,
    at: act.at,
    by: act.by.id,
    openedEditionId: opened?.id ?? null,
  })
  const limit = await limitOn(act.tx, 'reReview', act.today)
  const nextDueOn = opened ? null : lastDay(limit, act.today)
  if (nextDueOn)
    await openReReview(act.tx, {
      documentId: open.documentId,
      editionId: edition.id,
      dueOn: nextDueOn,
    })
  await act.announce(reReviewDecided, {
    ...factAbout(edition),
    outcome: input.outcome,
    reason: input.reason,
    nextDueOn,
  })
  return { documentId: open.documentId, editionId: opened?.id ?? null, nextDueOn }
}

async function begin(act: Act, edition: Edition, input: DecideReReview): Promise<Edition> {
  const chosen =
    input.outcome === 'release'
      ? { attribute: 'proactive' as const, attributeGround: '', attributeReason: '' }
      : {
          attribute: input.attribute ?? edition.attribute,
          attributeGround: input.ground || edition.attributeGround,
          attributeReason: input.reason,
        }
  if (chosen.attribute === edition.attribute && chosen.attributeGround === edition.attributeGround)
    throw refuse('nothingChanged')
  const issues = attributeIssues(chosen)
  if (issues.length > 0) throw refuse('notReady', { issues })
  const { document } = edition
  await setAside(act.tx, document.id, edition.id)
  const free = { ...edition, document: { ...document, workingEditionId: null } }
  // Whoever drafted it goes on with it; who decided may still pass or sign it. What may be disclosed
  // from today on is owed from today on (art. 26: formed or changed).
  return copyToDraft(act, free, `re-review/${edition.id}`, {
    by: edition.createdBy,
    content: { ...chosen, ...(input.outcome === 'release' && { formedOn: act.today }) },
  })
}
