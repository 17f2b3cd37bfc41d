import { countedOr, lightOn, releaseDueOn, statutoryCalendar, trafficLightSteps } from '#calendar'
import { addDays, type CivilDate } from '#platform/civil-date'
import { clauseFor, clausesOf, type Subject, type Timed } from './clauses.ts'
import type { Clock } from './contract/drafting.ts'

/** A matter as far as a document that serves it needs to know it. */
export interface Matter extends Subject {
  readonly fieldCode: string
  readonly timeLimit: string
}

/**
 * The release clock of a text: each matter it serves sets a day by the clause that fits, the earliest is
 * its own. A text that serves none has no statutory day.
 */
export function clockOf(
  matters: readonly Matter[],
  text: Timed & { readonly formedOn: CivilDate | null },
  today: CivilDate,
): Clock {
  const { formedOn } = text
  const rules = matters.map((matter) => {
    const { clause, by } = clauseFor(matter, text)
    const all = clausesOf(matter)
    const { dueOn, why } = releaseDueOn(clause.rule, formedOn, statutoryCalendar)
    return {
      matterCode: matter.code,
      name: matter.name,
      timeLimit: matter.timeLimit,
      dueOn,
      why,
      ...(all.length > 1
        ? {
            clause: { when: clause.when, by },
            clauses: all.map(({ when, rule }) => ({
              when,
              ...releaseDueOn(rule, formedOn, statutoryCalendar),
            })),
          }
        : { clause: null, clauses: [] }),
    }
  })
  const days = rules.map((rule) => rule.dueOn).filter((day) => day !== null)
  const dueOn = days.sort()[0] ?? null
  return { formedOn, dueOn, light: lightOn(dueOn, today), rules }
}

// Where next year's holidays are unknown: a week of calendar days holds five working days or fewer.
const aboutAWeek = 7

/** The last day that already shows yellow: what falls due by then is about to be late. */
export function soonUntil(today: CivilDate): CivilDate {
  const steps = trafficLightSteps.findLast((row) => row.from <= today)
  return countedOr(
    () => statutoryCalendar.addWorkingDays(today, steps?.yellow ?? 0),
    addDays(today, aboutAWeek),
  )
}
