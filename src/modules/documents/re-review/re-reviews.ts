import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { holds } from '#accounts'
import { idsUnder } from '#organizations'
import type { Actor } from '#platform/act'
import { addDays, type CivilDate, daysBetween } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { reReviews as contract, ReReviewLine } from '../contract/life-cycle.ts'
import { limitOn } from '../limits/limit.ts'
import { reachOfStaff, visibleTo } from '../policy.ts'
import { ownerById } from '../store/organizations.ts'
import { reReviewers } from './decide-re-review.ts'

// A reminder a month ahead: time to ask the unit that once objected.
export const reminderDays = 30

const most = 500

interface Row extends Omit<ReReviewLine, 'lateDays' | 'mayDecide' | 'decidedAt'> {
  readonly decidedAt: Date | null
  readonly path: string
}

const conditionOf = (which: string, today: CivilDate): RawBuilder<boolean> =>
  which === 'decided'
    ? sql<boolean>`r.outcome is not null`
    : which === 'late'
      ? sql<boolean>`r.outcome is null and r.due_on < ${today}::date`
      : sql<boolean>`r.outcome is null`

/** Units of mine, or those of them under one. */
async function unitsOf(db: Db, by: Actor, under: number | undefined): Promise<number[]> {
  const reach = reachOfStaff(by)
  if (under === undefined) return idsUnder(db, reach)
  const { path } = await ownerById(db, under)
  return idsUnder(
    db,
    reach.some((one) => path.startsWith(one))
      ? [path]
      : reach.filter((one) => one.startsWith(path)),
  )
}

/** What is kept from the public, by the day on which it is looked at again; decided ones newest first. */
export async function reReviews(
  db: Db,
  by: Actor,
  input: z.output<typeof contract.input>,
  today: CivilDate,
): Promise<z.output<typeof contract.output>> {
  const ids = await unitsOf(db, by, input.organizationId)
  const [afterDay = '', afterId = ''] = (input.after ?? '').split('~')
  const isDecided = input.which === 'decided'
  const behind = !/^\d+$/.test(afterId)
    ? sql``
    : isDecided
      ? sql`and r.id < ${Number(afterId)}`
      : sql`and (r.due_on, r.id) > (${afterDay}::date, ${Number(afterId)})`
  const visible = visibleTo({ kind: 'staff', by })
  const { rows } = await sql<Row>`
    select r.id, r.document_id as "documentId", r.edition_id as "editionId", e.title,
      e.document_number as "documentNumber", e.attribute, e.attribute_ground as ground,
      e.attribute_reason as reason, r.due_on as "dueOn", r.outcome, r.reason as "outcomeReason",
      r.decided_at as "decidedAt", coalesce(s.name, '') as "decidedBy", o.path,
      json_build_object('id', o.id, 'code', o.code, 'name', coalesce(nullif(o.short_name, ''), o.name))
        as organization,
      (select (max(p.decided_at) at time zone 'Asia/Shanghai')::date from documents.re_review p
        where p.document_id = r.document_id and p.id < r.id) as "lastReviewedOn"
    from documents.re_review r
    join documents.edition e on e.id = r.edition_id
    join documents.document d on d.id = r.document_id
    join organizations.organization o on o.id = d.organization_id
    left join accounts.staff s on s.id = r.decided_by
    where d.organization_id = any(${ids}::bigint[]) and ${visible}
      and ${conditionOf(input.which, today)} ${behind}
    order by ${isDecided ? sql`r.id desc` : sql`r.due_on, r.id`}
    limit ${input.limit + 1}`.execute(db)
  const items = rows.slice(0, input.limit).map(({ path, ...row }) => ({
    ...row,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    lateDays: row.outcome === null ? Math.max(0, daysBetween(row.dueOn, today)) : 0,
    mayDecide: row.outcome === null && holds(by, reReviewers, path),
  }))
  const last = items.at(-1)
  return {
    items,
    next: rows.length > input.limit && last ? `${last.dueOn}~${last.id}` : null,
    source: (await limitOn(db, 'reReview', today)).source,
    counts: await countsOf(db, ids, visible, today),
  }
}

/** Open, late and near, counted up to a bound that a screen can say. */
async function countsOf(
  db: Db,
  ids: readonly number[],
  visible: RawBuilder<boolean>,
  today: CivilDate,
): Promise<{ open: number; late: number; soon: number }> {
  const { rows } = await sql<{ open: number; late: number; soon: number }>`
    select count(*)::int as open, count(*) filter (where due_on < ${today}::date)::int as late,
      count(*) filter (where due_on between ${today}::date and ${addDays(today, reminderDays)}::date)::int
        as soon
    from (select r.due_on from documents.re_review r
      join documents.edition e on e.id = r.edition_id
      join documents.document d on d.id = r.document_id
      join organizations.organization o on o.id = d.organization_id
      where r.outcome is null and d.organization_id = any(${ids}::bigint[]) and ${visible}
      order by r.due_on limit ${most}) counted`.execute(db)
  return rows[0] ?? { open: 0, late: 0, soon: 0 }
}
