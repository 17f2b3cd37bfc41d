import { sql } from 'kysely'
import { statutoryCalendar as calendar, endsAsCounted } from '#calendar'
import { addDays, type CivilDate, startOfDay, yearOf } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { Limit, LimitName } from '../contract/life-cycle.ts'

const hourMs = 3_600_000

/** The limit in force on a day, with the article or the rule that sets it. */
export async function limitOn(db: Db, name: LimitName, on: CivilDate): Promise<Limit> {
  const { rows } = await sql<Limit>`
    select name, applies_from as "appliesFrom", amount, unit, source from documents.limit_rule
    where name = ${name} and applies_from <= ${on}::date
    order by applies_from desc limit 1`.execute(db)
  const found = rows[0]
  if (!found) throw new Error(`no limit ${name} in force on ${on}`)
  return found
}

const yearLater = (on: CivilDate, years: number): CivilDate => {
  const same = `${yearOf(on) + years}${on.slice(4)}`
  return same.endsWith('-02-29') && !isLeap(yearOf(on) + years) ? same.replace('-29', '-28') : same
}
const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1

/** The last day of a limit that begins on a day. */
export function lastDay(limit: Limit, from: CivilDate): CivilDate {
  if (limit.unit === 'year') return yearLater(from, limit.amount)
  if (limit.unit === 'workingDay') return calendar.addWorkingDays(from, limit.amount)
  return addDays(from, limit.unit === 'hour' ? Math.ceil(limit.amount / 24) : limit.amount)
}

/** The day that lies a limit before another; days off count, so that nobody is given less. */
export const dayBefore = (limit: Limit, of: CivilDate): CivilDate =>
  limit.unit === 'workingDay'
    ? calendar.addWorkingDays(of, -limit.amount)
    : calendar.addCalendarDays(of, -limit.amount, endsAsCounted(limit.source))

/** The instant at which a limit ends; hours run through nights and holidays, days end at midnight. */
export const endOf = (limit: Limit, from: Date, today: CivilDate): Date =>
  limit.unit === 'hour'
    ? new Date(from.getTime() + limit.amount * hourMs)
    : startOfDay(addDays(lastDay(limit, today), 1))

/** Every limit with its history, newest first of each name. */
export const allLimits = async (db: Db): Promise<Limit[]> => {
  const { rows } = await sql<Limit>`
    select name, applies_from as "appliesFrom", amount, unit, source from documents.limit_rule
    order by name, applies_from desc`.execute(db)
  return rows
}
