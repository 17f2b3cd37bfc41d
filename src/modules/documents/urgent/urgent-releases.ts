import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type {
  urgentChoices as choicesContract,
  urgentReleases as listContract,
  urgentShape,
} from '../contract/release-channels.ts'
import { authorsOf } from '../edition.ts'
import { isVisible } from '../finding.ts'
import { refuse } from '../life-cycle-refusals.ts'
import { mayTake } from '../lifecycle.ts'
import { endOf, limitOn } from '../limits/limit.ts'
import { reachOfStaff, visibleTo, within, wrote } from '../policy.ts'
import { editionById } from '../store/editions.ts'
import { isPublisherApart } from '../store/settings.ts'
import { mayReleaseUrgently, secondEyes } from './release-urgently.ts'
import { mayReviewUrgent } from './review-urgent.ts'
import { type Urgent, unitStaff, urgentOnes } from './store.ts'

const shown = (by: Actor, now: Date, urgent: Urgent): z.output<typeof urgentShape> => {
  const { path, releasedById, ...rest } = urgent
  return {
    ...rest,
    releasedAt: urgent.releasedAt.toISOString(),
    dueAt: urgent.dueAt.toISOString(),
    reviewedAt: urgent.reviewedAt?.toISOString() ?? null,
    late: (urgent.reviewedAt ?? now) > urgent.dueAt,
    mayReview: urgent.outcome === null && mayReviewUrgent(by, urgent),
  }
}

/** Urgent releases that I may see: those that wait by their limit, the reviewed ones newest first. */
export async function urgentReleases(
  db: Db,
  by: Actor,
  input: z.output<typeof listContract.input>,
  now: Date,
): Promise<z.output<typeof listContract.output>> {
  const after = Number(input.after)
  const isWaiting = input.which === 'waiting'
  const behind =
    Number.isSafeInteger(after) && after > 0
      ? sql`and u.id ${isWaiting ? sql`>` : sql`<`} ${after}`
      : sql``
  const rows = await urgentOnes(db, {
    where: sql<boolean>`u.outcome is ${isWaiting ? sql`null` : sql`not null`}
      and (u.reviewer_id = ${by.id} or (${within(reachOfStaff(by))} and ${visibleTo({ kind: 'staff', by })}))
      ${behind}`,
    // The limit grows with the moment of release, so the order of ids is that of the limits.
    orderBy: isWaiting ? sql`u.id` : sql`u.id desc`,
    limit: input.limit + 1,
  })
  const items = rows.slice(0, input.limit).map((one) => shown(by, now, one))
  return { items, next: rows.length > input.limit ? String(items.at(-1)?.id ?? '') : null }
}

/** What the dialog of an urgent release needs, and the release that there was. */
export async function urgentChoices(
  db: Db,
  by: Actor,
  editionId: number,
  now: Date,
  today: CivilDate,
): Promise<z.output<typeof choicesContract.output>> {
  const edition = await editionById(db, editionId)
  if (!edition || !(await isVisible(db, editionId, { kind: 'staff', by }))) throw refuse('notFound')
  const [done] = await urgentOnes(db, {
    where: sql<boolean>`u.document_id = ${edition.document.id}`,
    orderBy: sql`u.id desc`,
    limit: 1,
  })
  const apart = wrote(by, edition) && (await isPublisherApart(db))
  const mayRelease =
    mayReleaseUrgently(by, edition) &&
    mayTake('urge', edition.state) &&
    edition.attribute === 'proactive' &&
    edition.document.workingEditionId === edition.id &&
    !apart
  const authors = authorsOf(edition)
  const limit = await limitOn(db, 'urgentReview', today)
  return {
    mayRelease,
    reviewers: mayRelease
      ? (await unitStaff(db, secondEyes, edition.document.owner.path)).filter(
          (one) => one.id !== by.id && !authors.includes(one.id),
        )
      : [],
    dueAt: endOf(limit, now, today).toISOString(),
    source: limit.source,
    release: done ? shown(by, now, done) : null,
  }
}

/** That the edition before the public was released ahead of review, and whether it was looked at since. */
export async function publicUrgent(
  db: Db,
  editionId: number,
): Promise<{ releasedAt: Date; reviewedAt: Date | null; confirmed: boolean } | null> {
  const { rows } = await sql<{ releasedAt: Date; reviewedAt: Date | null; confirmed: boolean }>`
    select released_at as "releasedAt", reviewed_at as "reviewedAt",
      coalesce(outcome = 'confirm', false) as confirmed
    from documents.urgent_release where edition_id = ${editionId}`.execute(db)
  return rows[0] ?? null
}
