import { type RawBuilder, sql } from 'kysely'
import type { Actor } from '#platform/act'
import { addDays, type CivilDate, daysBetween } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { type AnalysisGroup, type AnalysisShape, analysisGroups } from '../contract/analysis.ts'
import { frequencyRules } from '../frequency/thresholds.ts'
import { refuse } from '../learning-refusals.ts'
import { seenBy } from '../policy.ts'
import { likeGroups } from './like-groups.ts'

export interface Period {
  readonly organizationId?: number | undefined
  readonly from: CivilDate
  readonly to: CivilDate
}

/** What is counted: requests received in the period, a split one by its parts, a merged one once. */
export const tables = sql`requests.request r
  join organizations.organization o on o.id = r.organization_id
  left join organizations.organization u on u.id = r.unit_id
  join requests.requester q on q.id = r.requester_id
  left join requests.subject s on s.request_id = r.id`

export const within = (by: Actor, { organizationId, from, to }: Period): RawBuilder<boolean> =>
  sql<boolean>`${seenBy(by)} and coalesce(r.received_on, r.submitted_on) between ${from}::date and ${to}::date
    and r.merged_into_id is null
    and not exists (select from requests.request part
      where part.parent_id = r.id and part.merged_into_id is null)
    ${
      organizationId
        ? sql`and o.path like (select path from organizations.organization
            where id = ${organizationId}) || '%'`
        : sql``
    }`

const keyOf: Readonly<Record<AnalysisGroup, RawBuilder<string>>> = {
  subject: sql<string>`coalesce(s.field, '')`,
  unit: sql<string>`coalesce(u.id, o.id)::text`,
  result: sql<string>`coalesce(r.result_code, '')`,
  door: sql<string>`r.door`,
  requester: sql<string>`q.kind`,
}

/** The cases of one figure, as a condition. */
export const figureCondition = (by: string, key: string): RawBuilder<boolean> => {
  if ((analysisGroups as readonly string[]).includes(by))
    return sql<boolean>`${keyOf[by as AnalysisGroup]} = ${key}`
  const named: Readonly<Record<string, RawBuilder<boolean>>> = {
    late: isLate,
    lapsed: sql<boolean>`r.lapsed_on is not null`,
    answered: isAnswered,
    pending: isPending,
    stars: sql<boolean>`r.satisfaction::text = ${key}`,
  }
  return named[by] ?? sql<boolean>`true`
}

const isAnswered = sql<boolean>`r.standing in ('answered', 'answeredLate')`
const isLate = sql<boolean>`r.standing in ('answeredLate', 'overdue')`
const isPending = sql<boolean>`r.standing not in ('answered', 'answeredLate', 'lapsed', 'withdrawn')`

interface Totals {
  readonly received: number
  readonly answered: number
  readonly late: number
  readonly lapsed: number
  readonly pending: number
  readonly medianDays: number | null
}

const totalsOf = async (db: Db, where: RawBuilder<boolean>): Promise<Totals> => {
  const { rows } = await sql<Totals>`select count(*)::int as received,
      count(*) filter (where ${isAnswered})::int as answered,
      count(*) filter (where ${isLate})::int as late,
      count(*) filter (where r.lapsed_on is not null)::int as lapsed,
      count(*) filter (where ${isPending})::int as pending,
      (percentile_cont(0.5) within group (order by r.answered_on - r.received_on)
        filter (where r.answered_on is not null and r.received_on is not null))::float as "medianDays"
    from ${tables} where ${where}`.execute(db)
  return rows[0] ?? { received: 0, answered: 0, late: 0, lapsed: 0, pending: 0, medianDays: null }
}

const groupOf = async (db: Db, where: RawBuilder<boolean>, by: AnalysisGroup) => {
  const name = by === 'unit' ? sql`min(coalesce(u.name, o.name))` : keyOf[by]
  const { rows } = await sql<{ key: string; name: string; count: number }>`
    select ${keyOf[by]} as key, ${name} as name, count(*)::int as count
    from ${tables} where ${where} group by ${keyOf[by]} order by count desc, key limit 60`.execute(
    db,
  )
  return { by, figures: rows }
}

const starsMost = 5

const satisfactionOf = async (
  db: Db,
  where: RawBuilder<boolean>,
): Promise<AnalysisShape['satisfaction']> => {
  const { rows } = await sql<{ stars: number; name: string; count: number }>`
    select r.satisfaction as stars, coalesce(u.name, o.name) as name, count(*)::int as count
    from ${tables} where ${where} and r.satisfaction is not null group by 1, 2`.execute(db)
  const sums = (some: typeof rows) => ({
    rated: some.reduce((sum, row) => sum + row.count, 0),
    points: some.reduce((sum, row) => sum + row.count * row.stars, 0),
  })
  const tenths = 10
  const averageOf = ({ rated, points }: { rated: number; points: number }) =>
    Math.round((points / rated) * tenths) / tenths
  const all = sums(rows)
  return {
    rated: all.rated,
    average: all.rated > 0 ? averageOf(all) : null,
    stars: Array.from({ length: starsMost }, (_, at) =>
      rows.filter((row) => row.stars === at + 1).reduce((sum, row) => sum + row.count, 0),
    ),
    byUnit: [...Map.groupBy(rows, (row) => row.name)].map(([name, some]) => ({
      name,
      rated: sums(some).rated,
      average: averageOf(sums(some)),
    })),
  }
}

/** Askers beyond the month's number, as numbers: nobody is named, nothing is opened. */
const frequentOf = async (db: Db, where: RawBuilder<boolean>) => {
  const most = frequencyRules.at(-1)?.month ?? 0
  const { rows } = await sql<{
    month: string
    organization: { id: number; name: string }
    items: number
  }>`select to_char(coalesce(r.received_on, r.submitted_on), 'YYYY-MM') as month,
      jsonb_build_object('id', o.id, 'name', min(o.name)) as organization, count(*)::int as items
    from ${tables} where ${where}
    group by q.fingerprint, o.id, 1 having count(*) > ${most} order by items desc limit 20`.execute(
    db,
  )
  return rows
}

/** What a period's requests teach (M75): figures that open to their cases, and what many ask for. */
export const analysisOf = async (db: Db, by: Actor, period: Period): Promise<AnalysisShape> => {
  if (period.from > period.to) throw refuse('periodBackwards')
  const where = within(by, period)
  const before = {
    ...period,
    from: addDays(period.from, -daysBetween(period.from, period.to) - 1),
    to: addDays(period.from, -1),
  }
  const [totals, earlier, groups, satisfaction, frequent, likes] = await Promise.all([
    totalsOf(db, where),
    totalsOf(db, within(by, before)),
    Promise.all(analysisGroups.map((group) => groupOf(db, where, group))),
    satisfactionOf(db, where),
    frequentOf(db, where),
    likeGroups(db, where, tables),
  ])
  return { ...totals, receivedBefore: earlier.received, groups, satisfaction, frequent, likes }
}

/** The cases behind a figure, newest first. */
export const casesOf = async (
  db: Db,
  by: Actor,
  asked: Period & {
    readonly by: string
    readonly key: string
    readonly after?: number | undefined
    readonly limit: number
  },
) => {
  const { rows } = await sql<{
    id: number
    number: string
    title: string
    submittedOn: string
    standing: 'running'
    resultCode: string | null
  }>`select r.id, r.number, r.title, r.submitted_on as "submittedOn", r.standing,
      r.result_code as "resultCode"
    from ${tables}
    where ${within(by, asked)} and ${figureCondition(asked.by, asked.key)}
      ${asked.after ? sql`and r.id < ${asked.after}` : sql``}
    order by r.id desc limit ${asked.limit + 1}`.execute(db)
  const items = rows.slice(0, asked.limit)
  return { items, next: rows.length > asked.limit ? (items.at(-1)?.id ?? null) : null }
}
