import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'

const lengths = [1, 3, 6, 12] as const
const dateOf = (month: number): CivilDate =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`

/** The day on which the period around today began, `away` periods from it; `c` is the cell. */
const beginning = (today: CivilDate, away: number): RawBuilder<unknown> => {
  const [year = 0, month = 0] = today.split('-').map(Number)
  const now = year * 12 + month - 1
  return sql`case c.period_months ${sql.join(
    lengths.map((months) => {
      const first = (Math.floor(now / months) + away) * months
      return sql`when ${sql.lit(months)} then ${sql.lit(dateOf(first))}::date`
    }),
    sql` `,
  )} end`
}

/** The day by which the period that begins on a day has to bring something; `m` is the cell. */
const dueIn = (from: RawBuilder<unknown>): RawBuilder<unknown> => {
  const after = (months: RawBuilder<unknown>) =>
    sql`(${from} + make_interval(months => ${months}))::date`
  return sql`case when m.due_day is null then ${after(sql`m.period_months`)} - 1
    -- The 31st of a shorter month is its last day.
    else least(${after(sql`m.due_month - 1`)} + m.due_day - 1, ${after(sql`m.due_month`)} - 1) end`
}

/** What a cell is judged by, from the duty `o`, its matter `m` and documents' tally of it `t`. */
export const grounds = sql`o.organization_id, o.matter_code, o.field_code, o.level,
  o.not_applicable_reason is not null as not_applicable, m.period_months, m.due_month, m.due_day,
  coalesce(t.documents, 0) as documents, coalesce(t.timed, 0) as timed,
  coalesce(t.on_time, 0) as on_time, t.last_published_at, t.last_published_on,
  coalesce(t.newest_late, false) as newest_late`

/**
 * Judges cells by their grounds and by what waits: standing, the day awaited, and the day on which the
 * clock alone will change it. README.md says the rule in words.
 */
export const judged = (
  cells: RawBuilder<unknown>,
  today: CivilDate,
  howMany: 'few' | 'many',
): RawBuilder<unknown> => {
  // Else the planner writes every inner expression out wherever it is named, which takes longer to plan
  // than a few cells take to judge. A million are worth it: only so they are shared among the cores.
  const fence = howMany === 'few' ? sql`offset 0` : sql``
  const isPast = (day: RawBuilder<unknown>) =>
    sql`coalesce(${day} < ${sql.lit(today)}::date, false)`
  // The period after that of the newest release is the next in which something had to come.
  const release = sql`m.last_published_on::timestamp`
  const expected = sql`(date_trunc('year', ${release}) + make_interval(months =>
    ((extract(month from ${release})::int - 1) / m.period_months + 1) * m.period_months))`
  return sql`
    select organization_id, matter_code, field_code, level,
      case
        when not_applicable then 'notApplicable'
        when ${isPast(sql`waiting_due_on`)} or is_missed then 'late'
        when waiting_due_on is not null or awaited_on is not null then 'due'
        when documents = 0 then 'blank'
        when newest_late then 'late'
        else 'met'
      end as standing,
      documents, on_time, timed, last_published_at,
      case when not not_applicable then least(waiting_due_on,
        case when is_missed then ${dueIn(expected)} else awaited_on end) end as due_on,
      -- What is late already stays so, whatever day comes.
      case when not (not_applicable or is_missed or ${isPast(sql`waiting_due_on`)})
        then least(waiting_due_on + 1, case when documents > 0 then coalesce(awaited_on + 1, next_from) end)
      end as turns_on
    from (
      select m.*,
        coalesce(last_published_on < previous_from, false) or ${isPast(sql`this_due_on`)} as is_missed,
        case when last_published_on >= previous_from and not ${isPast(sql`this_due_on`)}
          then this_due_on end as awaited_on
      from (
        -- Nothing yet in this period: the day by which it has to come.
        select m.*, case when last_published_on < this_from then ${dueIn(sql`m.this_from`)} end as this_due_on
        from (
          select c.*, ${beginning(today, -1)} as previous_from, ${beginning(today, 0)} as this_from,
            ${beginning(today, 1)} as next_from
          from (${cells}) c ${fence}
        ) m ${fence}
      ) m ${fence}
    ) m`
}
