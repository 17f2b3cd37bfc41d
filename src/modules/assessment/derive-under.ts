import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Tx } from '#platform/database'
import { cellOf, putCells } from './cell.ts'
import { grounds, judged } from './judge.ts'
import { retally } from './tally.ts'

// For this transaction. Memory enough to hash a city's cells without a disk (a county needs a
// twentieth); several cores, since few rows come back from them; no compiling, which costs more than it
// saves; and not the patience of a public page.
const settings = sql`select set_config('work_mem', '128MB', true),
  set_config('parallel_tuple_cost', '0', true), set_config('parallel_setup_cost', '0', true),
  set_config('jit', 'off', true), set_config('statement_timeout', '0', true)`

/**
 * Derives every cell of the units below a path from what the catalogue demands and what was released,
 * whatever stands there now: for a new catalogue, and for the proof that no event was missed. A
 * million cells are joined and compared in the database; only what differs is written. Returns how
 * many cells and tally lines differed.
 */
export const deriveUnder = async (tx: Tx, path: string, today: CivilDate): Promise<number> => {
  // Whoever publishes meanwhile waits; readers do not.
  await sql`lock table assessment.standing in exclusive mode`.execute(tx)
  await settings.execute(tx)
  const within = (alias: string) =>
    path === ''
      ? sql`true`
      : sql`${sql.ref(`${alias}.organization_id`)} in (
          select id from organizations.organization where path like ${`${path}%`})`
  await sql`drop table if exists pg_temp.changed_standing`.execute(tx)
  // Made as a table and not as part of the writing statement, since only so it runs on several cores.
  await sql`create temporary table changed_standing on commit drop as
    select f.* from (${judged(grouped(within), today, 'many')}) f
    left join assessment.standing s using (organization_id, matter_code)
    where s.standing is null or ${cellOf('f')} is distinct from ${cellOf('s')}`.execute(tx)
  const { rows } = await sql<{ differed: number }>`
    with gone as (
      delete from assessment.standing s where ${within('s')} and not exists (
        select from catalogue.obligation o
        where o.organization_id = s.organization_id and o.matter_code = s.matter_code)
      returning 1
    ),
    put as (${putCells(sql`changed_standing`)} returning 1)
    select ((select count(*) from gone) + (select count(*) from put))::int as differed`.execute(tx)
  return (rows[0]?.differed ?? 0) + (await retally(tx, path))
}

const grouped = (within: (alias: string) => RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select ${grounds}, w.due_on as waiting_due_on
  from catalogue.obligation o
  join catalogue.matter m on m.edition_id = o.edition_id and m.code = o.matter_code
  left join documents.duty_tally t using (organization_id, matter_code)
  left join (
    select w.organization_id, w.matter_code, min(w.due_on) as due_on
    from documents.running_clock w where ${within('w')}
    group by w.organization_id, w.matter_code
  ) w using (organization_id, matter_code)
  where ${within('o')}`
