import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { Term } from '../contract/library.ts'

const columns = sql`region_code as "regionCode", from_on as "fromOn", years,
  trial_years as "trialYears", article`

/** The rule that reaches a place on a day: the nearest region first, then the latest. */
export const termFor = async (db: Db, regionCode: string, on: CivilDate): Promise<Term | null> => {
  const { rows } = await sql<Term>`select ${columns} from policies.term
    where ${regionCode} like region_code || '%' and from_on <= ${on}
    order by length(region_code) desc, from_on desc limit 1`.execute(db)
  return rows[0] ?? null
}

export const termsReaching = async (db: Db, regionCode: string): Promise<Term[]> => {
  const { rows } = await sql<Term>`select ${columns} from policies.term
    where ${regionCode} like region_code || '%' order by from_on desc, region_code`.execute(db)
  return rows
}

export const keepTerm = (tx: Tx, term: Term): Promise<unknown> =>
  sql`insert into policies.term (region_code, from_on, years, trial_years, article)
    values (${term.regionCode}, ${term.fromOn}, ${term.years}, ${term.trialYears}, ${term.article})
    on conflict (region_code, from_on) do update set years = excluded.years,
      trial_years = excluded.trial_years, article = excluded.article`.execute(tx)
