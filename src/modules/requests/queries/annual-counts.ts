import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { resultRulesOn } from '../decision/result-codes.ts'
import { seenBy } from '../policy.ts'

/** Cases of some organs that came in by the end of a year and were not done with before it began. */
const casesOf = (organizationIds: readonly number[], year: number): RawBuilder<unknown> => {
  const rules = resultRulesOn(`${year}-12-31`)
  return sql`
  select r.id, r.organization_id, r.number, r.title, r.received_on, done.on_day, q.kind,
    case
      when done.on_day is null or done.on_day > ${`${year}-12-31`}::date then 'r4'
      when leaf.row is not null then leaf.row
      -- Withdrawn, or handled with another: 3.其他 of (六).
      when r.standing = 'withdrawn' or r.merged_into_id is not null then 'r3.6.3'
      when r.standing = 'lapsed' then case when exists (select from requests.event f
        where f.request_id = r.id and f.type = 'feeNoticed' and f.voided_at is null)
        then 'r3.6.2' else 'r3.6.1' end
      else 'unknown'
    end as row
  from requests.request r
  join requests.requester q on q.id = r.requester_id
  left join unnest(${rules.map(({ code }) => code)}::text[],
    ${rules.map(({ reportRow }) => reportRow)}::text[]) leaf(code, row) on leaf.code = r.result_code
  cross join lateral (select case
    when r.standing = 'withdrawn' and r.answered_on is null and r.lapsed_on is null then
      (select min(w.on_day) from requests.event w
        where w.request_id = r.id and w.type = 'withdrawn' and w.voided_at is null)
    else coalesce(r.answered_on, r.lapsed_on) end as on_day) done
  where r.organization_id = any(${organizationIds}::bigint[])
    and r.received_on <= ${`${year}-12-31`}::date
    -- A split request counts by its parts, and parts put together again by the whole.
    and r.merged_into_id is distinct from coalesce(r.parent_id, 0)
    and not exists (select from requests.request part
      where part.parent_id = r.id and part.merged_into_id is null)
    -- What was over before the year began goes first, by its own row alone.
    and coalesce(r.answered_on, r.lapsed_on, 'infinity') >= ${`${year}-01-01`}::date
    and (done.on_day is null or done.on_day >= ${`${year}-01-01`}::date)`
}

/** How many cases of a class of requesters came in (r1, r2) and how they ended (a leaf, r4, unknown). */
export interface AnnualCount {
  readonly organizationId: number
  readonly kind: string
  /** r1 or r2. */
  readonly from: 'r1' | 'r2'
  readonly row: string
  readonly count: number
}

/** The year's cases of some organs, counted in one read. */
export const annualCounts = async (
  db: Db,
  organizationIds: readonly number[],
  year: number,
): Promise<AnnualCount[]> => {
  const { rows } = await sql<AnnualCount>`
    select c.organization_id as "organizationId", c.kind,
      case when c.received_on >= ${`${year}-01-01`}::date then 'r1' else 'r2' end as "from", c.row,
      count(*)::int as count
    from (${casesOf(organizationIds, year)}) c group by 1, 2, 3, 4`.execute(db)
  return rows
}

/** One case behind a figure, with nothing of the requester's but the class. */
export interface AnnualCase {
  readonly id: number
  readonly number: string
  readonly title: string
  readonly receivedOn: CivilDate
  readonly doneOn: CivilDate | null
  readonly kind: string
  readonly row: string
}

/** The cases behind one cell that this person may see, and how many the cell holds in all. */
export const annualCases = async (
  db: Db,
  by: Actor,
  asked: {
    readonly organizationIds: readonly number[]
    readonly year: number
    /** r1, r2, r4, a leaf, r3.7 or unknown. */
    readonly row: string
    /** A class of requesters; all of them without one. */
    readonly kind: string | null
    readonly after: number
    readonly limit: number
  },
): Promise<{ readonly items: AnnualCase[]; readonly next: number | null }> => {
  const start = `${asked.year}-01-01`
  const inRow: Readonly<Record<string, RawBuilder<boolean>>> = {
    r1: sql<boolean>`c.received_on >= ${start}::date`,
    r2: sql<boolean>`c.received_on < ${start}::date`,
    'r3.7': sql<boolean>`c.row <> 'r4'`,
  }
  const { rows } = await sql<AnnualCase>`
    select c.id, c.number, c.title, c.received_on as "receivedOn",
      case when c.row <> 'r4' then c.on_day end as "doneOn", c.kind, c.row
    from (${casesOf(asked.organizationIds, asked.year)}) c
    join requests.request r on r.id = c.id
    join organizations.organization o on o.id = r.organization_id
    left join organizations.organization u on u.id = r.unit_id
    where ${inRow[asked.row] ?? sql<boolean>`c.row = ${asked.row}`}
      ${asked.kind === null ? sql`` : sql`and c.kind = ${asked.kind}`}
      and c.id > ${asked.after} and ${seenBy(by)}
    order by c.id limit ${asked.limit + 1}`.execute(db)
  const items = rows.slice(0, asked.limit)
  return { items, next: rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null }
}

/** A group of the fourth table: reconsideration, suits without it, suits after it. */
export interface AnnualOutcome {
  readonly organizationId: number
  readonly group: 'reconsideration' | 'direct' | 'afterReconsideration'
  readonly outcome: 'upheld' | 'corrected' | 'other' | 'pending'
  readonly count: number
}

const docketsOf = (organizationIds: readonly number[], year: number): RawBuilder<unknown> => sql`
  select d.id, d.organization_id, d.case_number, d.authority, d.filed_on, d.decided_on,
    case when d.kind = 'reconsideration' then 'reconsideration'
      when d.previous_id is null then 'direct' else 'afterReconsideration' end as "group",
    case when d.decided_on is null or d.decided_on > ${`${year}-12-31`}::date then 'pending'
      else d.outcome end as outcome
  from requests.docket d
  where d.organization_id = any(${organizationIds}::bigint[])
    and d.filed_on <= ${`${year}-12-31`}::date
    and (d.decided_on is null or d.decided_on >= ${`${year}-01-01`}::date)`

/** Reconsideration and suits as they stood on 31 December. */
export const annualOutcomes = async (
  db: Db,
  organizationIds: readonly number[],
  year: number,
): Promise<AnnualOutcome[]> => {
  const { rows } = await sql<AnnualOutcome>`
    select d.organization_id as "organizationId", d."group", d.outcome, count(*)::int as count
    from (${docketsOf(organizationIds, year)}) d group by 1, 2, 3`.execute(db)
  return rows
}

/** One docket behind a figure of the fourth table. */
export interface AnnualDocket {
  readonly id: number
  readonly caseNumber: string
  readonly authority: string
  readonly filedOn: CivilDate
  readonly decidedOn: CivilDate | null
  readonly outcome: string
}

export const annualDockets = async (
  db: Db,
  asked: {
    readonly organizationIds: readonly number[]
    readonly year: number
    readonly group: string
    /** `total` for all of the group. */
    readonly outcome: string
    readonly limit: number
  },
): Promise<AnnualDocket[]> => {
  const { rows } = await sql<AnnualDocket>`
    select d.id, d.case_number as "caseNumber", d.authority, d.filed_on as "filedOn",
      d.decided_on as "decidedOn", d.outcome
    from (${docketsOf(asked.organizationIds, asked.year)}) d
    where d."group" = ${asked.group}
      ${asked.outcome === 'total' ? sql`` : sql`and d.outcome = ${asked.outcome}`}
    order by d.id limit ${asked.limit}`.execute(db)
  return rows
}

/** Processing fees paid in a year, in fen, by organ. */
export const annualFees = async (
  db: Db,
  organizationIds: readonly number[],
  year: number,
): Promise<{ readonly organizationId: number; readonly fen: number }[]> => {
  const { rows } = await sql<{ organizationId: number; fen: number }>`
    select r.organization_id as "organizationId", sum(f.amount_fen)::bigint as fen
    from requests.fee_assessment f join requests.request r on r.id = f.request_id
    where f.paid_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date
      and r.organization_id = any(${organizationIds}::bigint[])
    group by 1`.execute(db)
  return rows
}
