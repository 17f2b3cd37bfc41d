import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { ClosingRule, RetentionRule, ServingRule, StepLimit } from '../contract/handling.ts'
import type { Hand } from './handling.ts'

export const allStepLimits = async (db: Db): Promise<StepLimit[]> => {
  const { rows } = await sql<StepLimit>`
    select step, applies_from as "appliesFrom", days, source from requests.step_limit
    order by days, step, applies_from desc`.execute(db)
  return rows
}

/** The limit of each step in force on a day. */
export const stepLimitsOn = async (db: Db, on: CivilDate): Promise<StepLimit[]> => {
  const { rows } = await sql<StepLimit>`
    select distinct on (step) step, applies_from as "appliesFrom", days, source
    from requests.step_limit where applies_from <= ${on}::date
    order by step, applies_from desc`.execute(db)
  return rows
}

export const saveStepLimit = (tx: Tx, limit: StepLimit, hand: Hand): Promise<unknown> =>
  sql`insert into requests.step_limit (step, applies_from, days, source, set_at, set_by)
    values (${limit.step}, ${limit.appliesFrom}::date, ${limit.days}, ${limit.source}, ${hand.at},
      ${hand.staffId})
    on conflict (step, applies_from) do update set days = excluded.days, source = excluded.source,
      set_at = excluded.set_at, set_by = excluded.set_by`.execute(tx)

export const allRetentionRules = async (db: Db): Promise<RetentionRule[]> => {
  const { rows } = await sql<RetentionRule>`
    select applies_from as "appliesFrom", particulars_months as "particularsMonths",
      enclosures_months as "enclosuresMonths", source
    from requests.retention_rule order by applies_from desc`.execute(db)
  return rows
}

export const saveRetentionRule = (tx: Tx, rule: RetentionRule, hand: Hand): Promise<unknown> =>
  sql`insert into requests.retention_rule
      (applies_from, particulars_months, enclosures_months, source, set_at, set_by)
    values (${rule.appliesFrom}::date, ${rule.particularsMonths}, ${rule.enclosuresMonths},
      ${rule.source}, ${hand.at}, ${hand.staffId})
    on conflict (applies_from) do update set particulars_months = excluded.particulars_months,
      enclosures_months = excluded.enclosures_months, source = excluded.source,
      set_at = excluded.set_at, set_by = excluded.set_by`.execute(tx)

/** Rules that set a number of days, each from a day on, newest first. */
const rulesOfDays = <Rule extends { appliesFrom: CivilDate; days: number; source: string }>(
  name: 'closing_rule' | 'serving_rule',
) => {
  const table = sql.id('requests', name)
  return {
    all: async (db: Db): Promise<Rule[]> => {
      const { rows } = await sql<Rule>`select applies_from as "appliesFrom", days, source
        from ${table} order by applies_from desc`.execute(db)
      return rows
    },
    save: (tx: Tx, rule: Rule, hand: Hand): Promise<unknown> =>
      sql`insert into ${table} (applies_from, days, source, set_at, set_by)
        values (${rule.appliesFrom}::date, ${rule.days}, ${rule.source}, ${hand.at}, ${hand.staffId})
        on conflict (applies_from) do update set days = excluded.days, source = excluded.source,
          set_at = excluded.set_at, set_by = excluded.set_by`.execute(tx),
  }
}

export const { all: allClosingRules, save: saveClosingRule } =
  rulesOfDays<ClosingRule>('closing_rule')
export const { all: allServingRules, save: saveServingRule } =
  rulesOfDays<ServingRule>('serving_rule')

/** The rule in force on the day on which a reply was signed. */
export const servingRuleOn = async (db: Db, on: CivilDate): Promise<ServingRule | undefined> =>
  (await allServingRules(db)).find(({ appliesFrom }) => appliesFrom <= on)
