import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Tx } from '#platform/database'

/** Which cells to derive. */
export type Cells =
  | { readonly kind: 'all' }
  | { readonly kind: 'organization'; readonly organizationId: number }
  | { readonly kind: 'government'; readonly editionId: number }
  | { readonly kind: 'turning'; readonly today: CivilDate }
  | {
      readonly kind: 'these'
      readonly duties: readonly { readonly organizationId: number; readonly matterCode: string }[]
    }

const touched = (cells: Cells): RawBuilder<unknown> => {
  switch (cells.kind) {
    case 'all':
      return sql`true`
    case 'organization':
      return sql`o.organization_id = ${cells.organizationId}`
    case 'government':
      return sql`o.edition_id = ${cells.editionId}`
    case 'turning':
      return sql`(o.organization_id, o.matter_code) in
        (select organization_id, matter_code from assessment.standing where turns_on <= ${cells.today})`
    case 'these':
      return sql`(o.organization_id, o.matter_code) in (select * from unnest(
        ${cells.duties.map((duty) => duty.organizationId)}::bigint[],
        ${cells.duties.map((duty) => duty.matterCode)}::text[]))`
  }
}

/** Months in a period of a periodic rule; a yearly date is a period of a year. */
const months = sql`case
    when m.time_rule ->> 'kind' = 'fixed_date' then 12
    when m.time_rule ->> 'kind' <> 'periodic' then null
    else case m.time_rule ->> 'period' when 'month' then 1 when 'quarter' then 3
      when 'half_year' then 6 when 'year' then 12 end
  end`

/**
 * Derives cells in one statement, whatever their number: what the catalogue demands, what was
 * released, what is formed and waits. `today` decides what is late. Written as SQL because a city has
 * a million cells; README.md says the rule in words, derive.test.ts holds it to the words.
 */
const derived = (cells: Cells, today: CivilDate): RawBuilder<unknown> => sql`
  with cell as (
    select o.organization_id, o.matter_code, o.field_code, o.level, o.not_applicable_reason,
           period.start as period_start, period.months
    from catalogue.obligation o
    join catalogue.matter m on m.edition_id = o.edition_id and m.code = o.matter_code
    cross join lateral (
      select ${months} as months,
        (date_trunc('year', ${today}::date) + make_interval(months =>
          (extract(month from ${today}::date)::int - 1) / ${months} * ${months}))::date as start
    ) period
    -- 政府信息公开条例 art. 10: of a joint matter the lead organ discloses, so joint bodies owe nothing.
    where o.part = 'lead' and ${touched(cells)}
  ), released as (
    select r.organization_id, r.matter_code, count(*)::int as documents,
           count(r.due_on)::int as timed,
           count(*) filter (where r.published_on <= r.due_on)::int as on_time,
           max(r.published_at) as last_published_at,
           max(r.published_on) as last_published_on,
           (array_agg(r.published_on > r.due_on order by r.published_at desc, r.document_id desc))[1] as newest_late
    from documents.release_for_duty r
    ${cells.kind === 'all' ? sql`` : sql`join cell using (organization_id, matter_code)`}
    group by r.organization_id, r.matter_code
  ), waiting as (
    select w.organization_id, w.matter_code, min(w.due_on) as due_on
    from documents.running_clock w
    ${cells.kind === 'all' ? sql`` : sql`join cell using (organization_id, matter_code)`}
    group by w.organization_id, w.matter_code
  ), judged as (
    select c.*, r.documents, r.timed, r.on_time, r.last_published_at, w.due_on as waiting_due_on,
      case
        when c.not_applicable_reason is not null then 'notApplicable'
        when w.due_on < ${today}::date then 'late'
        when w.matter_code is not null then 'due'
        when r.documents is null then 'blank'
        when c.months is not null and r.last_published_on < c.period_start - make_interval(months => c.months)
          then 'late'
        when c.months is not null and r.last_published_on < c.period_start then 'due'
        when r.newest_late then 'late'
        else 'met'
      end as standing
    from cell c
    left join released r using (organization_id, matter_code)
    left join waiting w using (organization_id, matter_code)
  )
  select organization_id, matter_code, field_code, level, standing,
    coalesce(documents, 0) as documents, coalesce(on_time, 0) as on_time, coalesce(timed, 0) as timed,
    last_published_at,
    case when standing = 'notApplicable' then null
      else coalesce(waiting_due_on,
        case when standing in ('due', 'late') and months is not null and documents is not null
          then (period_start + make_interval(months => months) - interval '1 day')::date end)
    end as due_on,
    case
      when standing = 'notApplicable' then null
      when standing = 'due' and waiting_due_on is not null then waiting_due_on + 1
      when months is not null and documents is not null
        then (period_start + make_interval(months => months))::date
    end as turns_on
  from judged`

/** Derives cells and puts them in place; cells whose obligation is gone go. Returns how many changed. */
export const deriveStandings = async (tx: Tx, cells: Cells, today: CivilDate): Promise<number> => {
  if (cells.kind === 'these' && cells.duties.length === 0) return 0
  const { rows } = await sql<{ changed: number }>`
    with fresh as (${derived(cells, today)}),
    put as (
      insert into assessment.standing as s (organization_id, matter_code, field_code, level, standing,
        documents, on_time, timed, last_published_at, due_on, turns_on)
      select * from fresh
      on conflict (organization_id, matter_code) do update set
        field_code = excluded.field_code, level = excluded.level, standing = excluded.standing,
        documents = excluded.documents, on_time = excluded.on_time, timed = excluded.timed,
        last_published_at = excluded.last_published_at, due_on = excluded.due_on,
        turns_on = excluded.turns_on
      where (s.field_code, s.level, s.standing, s.documents, s.on_time, s.timed, s.last_published_at,
             s.due_on, s.turns_on) is distinct from
            (excluded.field_code, excluded.level, excluded.standing, excluded.documents,
             excluded.on_time, excluded.timed, excluded.last_published_at, excluded.due_on, excluded.turns_on)
      returning 1
    )
    select count(*)::int as changed from put`.execute(tx)
  return rows[0]?.changed ?? 0
}

/** Takes out cells whose obligation no longer exists, after a new edition. */
export const dropOrphans = async (tx: Tx): Promise<number> => {
  const { rows } = await sql<{ gone: number }>`
    with gone as (
      delete from assessment.standing s where not exists (
        select 1 from catalogue.obligation o
        where o.organization_id = s.organization_id and o.matter_code = s.matter_code and o.part = 'lead')
      returning 1)
    select count(*)::int as gone from gone`.execute(tx)
  return rows[0]?.gone ?? 0
}
