import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'

/** Months of a matter's period (a yearly date has a period of a year), and where its day lies in it. */
export const rhythm = sql`
  case
    when m.time_rule ->> 'kind' = 'fixed_date' then 12
    when m.time_rule ->> 'kind' = 'periodic' then case m.time_rule ->> 'period'
      when 'month' then 1 when 'quarter' then 3 when 'half_year' then 6 when 'year' then 12 end
  end as months,
  case when m.time_rule ->> 'kind' = 'fixed_date' and m.time_rule ->> 'by' like '__-__'
    then least(greatest(left(m.time_rule ->> 'by', 2)::int, 1), 12) else 1 end as by_month,
  case when m.time_rule ->> 'kind' in ('fixed_date', 'periodic') and m.time_rule ->> 'by' <> ''
    then greatest(right(m.time_rule ->> 'by', 2)::int, 1) end as by_day`

/**
 * Judges cells that know their `rhythm`, what was released for them and what waits: standing, the day
 * awaited, and the day on which the clock alone will change it. README.md says the rule in words.
 */
export const judged = (cells: RawBuilder<unknown>, today: CivilDate): RawBuilder<unknown> => sql`
  select c.organization_id, c.matter_code, c.field_code, c.level, judge.standing, c.documents, c.on_time,
    c.timed, c.last_published_at,
    case when judge.standing <> 'notApplicable' then least(c.waiting_due_on, case when next.starts <= ${today}::date
      then next.due_on end) end as due_on,
    -- What is late already stays so, whatever day comes.
    case when judge.standing <> 'notApplicable' and not coalesce(c.waiting_due_on < ${today}::date, false)
        and not coalesce(next.due_on < ${today}::date, false)
      then least(c.waiting_due_on + 1, case when next.starts > ${today}::date then next.starts
        else next.due_on + 1 end) end as turns_on
  from (${cells}) c
  -- The period after the one of the newest release: the next in which something has to come.
  cross join lateral (
    select case when c.months is not null then (date_trunc('year', c.last_published_on::timestamp)
      + make_interval(months => (extract(month from c.last_published_on)::int - 1) / c.months * c.months + c.months))::date
    end as starts
  ) expected
  cross join lateral (
    select expected.starts, case
      when c.by_day is null then (expected.starts + make_interval(months => c.months))::date - 1
      else least((expected.starts + make_interval(months => c.by_month - 1))::date + c.by_day - 1,
        (expected.starts + make_interval(months => c.by_month))::date - 1)
    end as due_on
  ) next
  cross join lateral (
    select case
      when c.not_applicable then 'notApplicable'
      when c.waiting_due_on < ${today}::date or next.due_on < ${today}::date then 'late'
      when c.waiting_due_on is not null or next.starts <= ${today}::date then 'due'
      when c.documents = 0 then 'blank'
      when c.newest_late then 'late'
      else 'met'
    end as standing
  ) judge`
