import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'

/** The first day of a month counted from year 0. */
const firstOf = (month: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`make_date((${month}) / 12, (${month}) % 12 + 1, 1)`

/** The day by which the period that begins with a month has to bring something. */
const dueIn = (month: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  case when m.by_day is null then ${firstOf(sql`${month} + m.months`)} - 1
    -- The 31st of a shorter month is its last day.
    else least(${firstOf(sql`${month} + m.by_month`)} + m.by_day - 1,
      ${firstOf(sql`${month} + m.by_month + 1`)} - 1) end`

/**
 * The rhythm of matters: months of a period (a yearly date has a period of a year), where in it the day
 * lies, and the periods around today. `offset 0` has it computed once for each matter, and not again in
 * every expression for each of a million cells.
 */
export const rhythmsOf = (which: RawBuilder<unknown>, today: CivilDate): RawBuilder<unknown> => {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const now = sql`(${year * 12 + month - 1}::int / m.months * m.months)`
  return sql`
    select m.*, ${firstOf(sql`${now} - m.months`)} as previous_from, ${firstOf(now)} as this_from,
      ${firstOf(sql`${now} + m.months`)} as next_from, ${dueIn(now)} as this_due_on
    from (
      select m.edition_id, m.code,
        case
          when m.time_rule ->> 'kind' = 'fixed_date' then 12
          when m.time_rule ->> 'kind' = 'periodic' then case m.time_rule ->> 'period'
            when 'month' then 1 when 'quarter' then 3 when 'half_year' then 6 when 'year' then 12 end
        end as months,
        case when m.time_rule ->> 'kind' = 'fixed_date' and m.time_rule ->> 'by' like '__-__'
          then least(greatest(left(m.time_rule ->> 'by', 2)::int, 1), 12) - 1 else 0 end as by_month,
        case when m.time_rule ->> 'kind' in ('fixed_date', 'periodic') and m.time_rule ->> 'by' <> ''
          then greatest(right(m.time_rule ->> 'by', 2)::int, 1) end as by_day
      from catalogue.matter m where ${which}
      offset 0
    ) m
    offset 0`
}

/** What was released for a duty, from `t`, its line of documents' tally. */
export const tallied = sql`coalesce(t.documents, 0) as documents, coalesce(t.timed, 0) as timed,
  coalesce(t.on_time, 0) as on_time, t.last_published_at, t.last_published_on,
  coalesce(t.newest_late, false) as newest_late`

/**
 * Judges cells that know the rhythm of their matter, what was released for them and what waits:
 * standing, the day awaited, and the day on which the clock alone will change it. README.md says the
 * rule in words.
 */
export const judged = (cells: RawBuilder<unknown>, today: CivilDate): RawBuilder<unknown> => {
  const isPast = (day: RawBuilder<unknown>) => sql`${day} < ${today}::date`
  // The period after that of the newest release: the next in which something had to come.
  const released = sql`(extract(year from m.last_published_on)::int * 12
    + extract(month from m.last_published_on)::int - 1)`
  const expected = sql`(${released} / m.months * m.months + m.months)`
  return sql`
    select organization_id, matter_code, field_code, level,
      case
        when not_applicable then 'notApplicable'
        when ${isPast(sql`waiting_due_on`)} or is_missed then 'late'
        when waiting_due_on is not null or is_open then 'due'
        when documents = 0 then 'blank'
        when newest_late then 'late'
        else 'met'
      end as standing,
      documents, on_time, timed, last_published_at,
      case when not not_applicable then least(waiting_due_on, case
        when is_open then this_due_on
        when is_missed then ${dueIn(expected)} end) end as due_on,
      -- What is late already stays so, whatever day comes.
      case when not (not_applicable or coalesce(${isPast(sql`waiting_due_on`)}, false) or is_missed)
        then least(waiting_due_on + 1, case when is_open then this_due_on + 1
          when documents > 0 then next_from end) end as turns_on
    from (
      select c.*,
        coalesce(c.last_published_on < c.previous_from
          or (c.last_published_on < c.this_from and ${isPast(sql`c.this_due_on`)}), false) as is_missed,
        coalesce(c.last_published_on >= c.previous_from and c.last_published_on < c.this_from
          and not ${isPast(sql`c.this_due_on`)}, false) as is_open
      from (${cells}) c
      offset 0
    ) m`
}
