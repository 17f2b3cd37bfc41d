import { addDays, type CivilDate, daysBetween } from '#platform/civil-date'
import { Refusal } from '#platform/refusal'
import type { ReleaseDue, TrafficLight } from './contract.ts'
import { type Calendar, endsAsCounted, endsOnWorkingDay } from './working-days.ts'

/** What the release clock reads of a catalogue's time rule; the catalogue's own type fits into it. */
export interface ReleaseRule {
  readonly kind: string
  readonly days?: number | null
  readonly unit?: string | null
  readonly period?: string | null
  /** `MM-DD`: the yearly date of `fixed_date`, or the day in a period's first month as `DD`. */
  readonly by?: string | null
}

// 政府信息公开条例 art. 26: twenty working days from forming or change, unless a law sets another.
const statutory = { days: 20, article: '政府信息公开条例第二十六条' }

const monthsOf: Readonly<Record<string, number>> = {
  month: 1,
  quarter: 3,
  half_year: 6,
  year: 12,
}

/**
 * The day by which something triggered on `triggerOn` has to be public, and why that day. Whoever
 * computes a whole town's standing needs an answer for each row, so a year whose notice is missing
 * comes back as a reason (`unknownYear`, with the year) and not as a refusal; it is never guessed.
 */
export function releaseDueOn(
  rule: ReleaseRule,
  triggerOn: CivilDate | null,
  calendar: Calendar,
): ReleaseDue {
  if (triggerOn === null) return { dueOn: null, why: { code: 'noTrigger' } }
  try {
    return dueOf(rule, triggerOn, calendar)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { dueOn: null, why: { code: 'unknownYear', year: Number(error.params.year) } }
  }
}

function dueOf(rule: ReleaseRule, triggerOn: CivilDate, calendar: Calendar): ReleaseDue {
  const { kind, days, unit } = rule
  if (days && kind === 'before') return dueBefore(triggerOn, days, unit, calendar)
  // An event with a number ("within five working days of the survey's end") is a period like any.
  if (days && ['within', 'on_event', 'inherit', 'external'].includes(kind))
    return dueWithin(triggerOn, days, unit, calendar)
  if (kind === 'fixed_date' && rule.by) return dueOnDate(triggerOn, rule.by)
  if (kind === 'periodic' && monthsOf[rule.period ?? '']) return dueInPeriod(triggerOn, rule)
  return {
    dueOn: calendar.addWorkingDays(triggerOn, statutory.days),
    why: { code: 'statutoryDefault', ...statutory, assumed: true },
  }
}

function dueWithin(
  from: CivilDate,
  days: number,
  unit: ReleaseRule['unit'],
  calendar: Calendar,
): ReleaseDue {
  if (unit === 'hour') {
    // Hours run through holidays (国办发〔2016〕61号); the day on which the last of them can end.
    return { dueOn: addDays(from, Math.ceil(days / 24)), why: { code: 'withinHours', days } }
  }
  if (unit === 'calendar') {
    const { article } = endsOnWorkingDay
    const dueOn = calendar.addCalendarDays(from, days, endsOnWorkingDay)
    return { dueOn, why: { code: 'withinCalendar', days, article } }
  }
  return { dueOn: calendar.addWorkingDays(from, days), why: { code: 'within', days } }
}

function dueBefore(
  event: CivilDate,
  days: number,
  unit: ReleaseRule['unit'],
  calendar: Calendar,
): ReleaseDue {
  if (unit === 'calendar') {
    const asCounted = endsAsCounted('counted back from the event, so a day off does not shorten it')
    const dueOn = calendar.addCalendarDays(event, -days, asCounted)
    return { dueOn, why: { code: 'beforeCalendar', days } }
  }
  return { dueOn: calendar.addWorkingDays(event, -days), why: { code: 'before', days } }
}

/** The next such date of the calendar, the day itself included. */
function dueOnDate(from: CivilDate, by: string): ReleaseDue {
  const monthAndDay = by.slice(-5)
  const year = Number(from.slice(0, 4))
  const thisYear = `${year}-${monthAndDay}`
  const dueOn = thisYear >= from ? thisYear : `${year + 1}-${monthAndDay}`
  return { dueOn, why: { code: 'fixedDate' } }
}

/** The end of the period that runs on the day, or the day in its first month where one is named. */
function dueInPeriod(from: CivilDate, rule: ReleaseRule): ReleaseDue {
  const months = monthsOf[rule.period ?? ''] ?? 12
  const year = Number(from.slice(0, 4))
  const start = Math.floor((Number(from.slice(5, 7)) - 1) / months) * months
  const day = rule.by ? Number(rule.by.slice(-2)) : 0
  const dueIn = (first: number) =>
    day > 0 ? dayOf(year, first, day) : addDays(dayOf(year, first + months, 1), -1)
  const dueOn = dueIn(start) >= from ? dueIn(start) : dueIn(start + months)
  return { dueOn, why: { code: 'periodEnd' } }
}

/** `month` counts from 0 and may pass the year's end. */
const dayOf = (year: number, month: number, day: number): CivilDate => {
  const date = new Date(Date.UTC(year, month, day))
  return date.toISOString().slice(0, 10)
}

/**
 * Working days left at which each colour begins; the row in force on the day of looking applies.
 * Source: internal alert practice of disclosure offices (五日黄灯、三日橙灯、一日红灯).
 */
export const trafficLightSteps: readonly {
  readonly from: CivilDate
  readonly yellow: number
  readonly orange: number
  readonly red: number
}[] = [{ from: '2019-05-15', yellow: 5, orange: 3, red: 1 }]

// Five working days never span more days than this: the longest stretch since 2019 took eighteen.
const surelyGreenDays = 30

/** How near a due day is, in working days left after today. */
export function trafficLight(
  dueOn: CivilDate | null,
  today: CivilDate,
  calendar: Calendar,
): TrafficLight {
  if (dueOn === null) return 'none'
  if (today > dueOn) return 'overdue'
  const steps = trafficLightSteps.findLast((row) => row.from <= today) ?? trafficLightSteps[0]
  // Far dates need no count, so next year's missing notice does not darken this year's lights.
  if (daysBetween(today, dueOn) > surelyGreenDays) return 'green'
  const left = calendar.workingDaysBetween(today, dueOn)
  if (!steps || left > steps.yellow) return 'green'
  if (left > steps.orange) return 'yellow'
  return left > steps.red ? 'orange' : 'red'
}
