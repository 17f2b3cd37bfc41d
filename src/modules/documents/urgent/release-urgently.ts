import { sql } from 'kysely'
import type { z } from 'zod'
import { holds } from '#accounts'
import type { Act, Actor } from '#platform/act'
import type { releaseUrgently as contract } from '../contract/release-channels.ts'
import { addressOf, authorsOf, type Edition, factAbout } from '../edition.ts'
import { markOf } from '../filling.ts'
import { findEdition } from '../finding.ts'
import { urgentlyReleased } from '../life-cycle-facts.ts'
import { refuse } from '../life-cycle-refusals.ts'
import { take } from '../lifecycle.ts'
import { endOf, limitOn } from '../limits/limit.ts'
import { isPublisher, wrote } from '../policy.ts'
import { blockers } from '../readiness.ts'
import { refuse as refuseDocument } from '../refusals.ts'
import { release } from '../releasing.ts'
import { saveEdition } from '../store/editions.ts'
import { addReview } from '../store/reviews.ts'
import { isPublisherApart } from '../store/settings.ts'
import { settingFor } from '../surroundings.ts'
import { unitStaff } from './store.ts'

/** Who may be the second pair of eyes. */
export const secondEyes = [
  'sectionHead',
  'leader',
  'secrecyReviewer',
  'signer',
  'disclosureOffice',
] as const

/** Who may release ahead of review: whoever may publish, and the leader in charge. */
export const mayReleaseUrgently = (by: Actor, edition: Edition): boolean =>
  by.id !== null && (isPublisher(by, edition) || holds(by, ['leader'], edition.document.owner.path))

/**
 * Releases at once (M38). Only the steps of review are put off: what a text must say, agreement of
 * others and the secrecy review stand, for art. 17 of the 条例 knows no haste. The one who releases
 * answers it; a named second person looks at everything afterwards.
 */
export async function releaseUrgently(
  act: Act,
  input: z.output<typeof contract.input>,
): Promise<z.output<typeof contract.output>> {
  const edition = await findEdition(act, input, mayReleaseUrgently)
  const state = take('urge', edition.state)
  if (wrote(act.by, edition) && (await isPublisherApart(act.tx)))
    throw refuseDocument('publisherWroteIt')
  if (edition.attribute !== 'proactive') throw refuse('notProactive')
  const { stateSecret, tradeSecret, privacy, securityStability, othersConsulted } = input.secrecy
  if (stateSecret || tradeSecret || privacy || securityStability || othersConsulted === 'objected')
    throw refuse('secrecyStandsAgainst')
  const isAuthor = authorsOf(edition).includes(input.reviewerId)
  const staff = await unitStaff(act.tx, secondEyes, edition.document.owner.path)
  if (
    isAuthor ||
    input.reviewerId === act.by.id ||
    !staff.some((one) => one.id === input.reviewerId)
  )
    throw refuse('reviewerUnfit')

  const approved = await saveEdition(act.tx, edition, {
    state,
    publishAt: null,
    round: edition.round + 1,
    step: 1,
    steps: ['secrecyReviewer'],
    submittedBy: edition.submittedBy ?? edition.updatedBy,
    submittedAt: act.at,
  })
  await addReview(
    act.tx,
    { ...approved, step: 0 },
    {
      verdict: 'approved',
      opinion: input.reason,
      secrecy: input.secrecy,
      at: act.at,
      staffId: act.by.id ?? 0,
      role: 'secrecyReviewer',
    },
  )
  const setting = await settingFor(act, approved)
  const issues = blockers(approved, setting.around)
  if (issues.length > 0) throw refuseDocument('notReady', { issues })
  const published = await release(act, approved, setting)

  const dueAt = endOf(await limitOn(act.tx, 'urgentReview', act.today), act.at, act.today)
  await sql`insert into documents.urgent_release
      (document_id, edition_id, reason, released_at, released_by, reviewer_id, due_at)
    values (${edition.document.id}, ${edition.id}, ${input.reason}, ${act.at}, ${act.by.id},
      ${input.reviewerId}, ${dueAt})`.execute(act.tx)
  await act.announce(urgentlyReleased, {
    ...factAbout(edition),
    reason: input.reason,
    reviewerId: input.reviewerId,
    dueAt: dueAt.toISOString(),
  })
  return {
    ...markOf(published),
    address: addressOf(edition.document.id),
    dueAt: dueAt.toISOString(),
  }
}
