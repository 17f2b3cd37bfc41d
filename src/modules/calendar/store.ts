import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import { type CalendarYear, calendarYear } from './contract.ts'

export interface EnteredYear {
  readonly days: CalendarYear
  readonly enteredAt: Date
  readonly enteredBy: string | null
}

/** Years that the office entered, each with who and when. */
export const enteredYears = async (db: Db): Promise<EnteredYear[]> => {
  const { rows } = await sql<{ days: unknown; enteredAt: Date; enteredBy: string | null }>`
    select y.days, y.entered_at as "enteredAt", s.name as "enteredBy"
    from calendar.year y left join accounts.staff s on s.id = y.entered_by
    order by y.year`.execute(db)
  return rows.map((row) => ({ ...row, days: calendarYear.parse(row.days) }))
}

/** Whoever enters a year waits for whoever enters one already. */
export const lockYears = (tx: Tx): Promise<unknown> =>
  sql`lock table calendar.year in share row exclusive mode`.execute(tx)

export const putYear = (
  tx: Tx,
  days: CalendarYear,
  entered: { readonly at: Date; readonly by: number | null },
): Promise<unknown> =>
  sql`insert into calendar.year (year, days, entered_at, entered_by)
    values (${days.year}, ${JSON.stringify(days)}::jsonb, ${entered.at}, ${entered.by})
    on conflict (year) do update set days = excluded.days, entered_at = excluded.entered_at,
      entered_by = excluded.entered_by`.execute(tx)

/** The government at the top, whose disclosure office answers for the calendar. */
export const topOrganization = async (db: Db): Promise<{ id: number; path: string } | null> => {
  const { rows } = await sql<{ id: number; path: string }>`
    select id, path from organizations.organization where parent_id is null
    order by id limit 1`.execute(db)
  return rows[0] ?? null
}
