import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Tx } from '#platform/database'
import { cellOf, putCells } from './cell.ts'
import { judged, rhythm } from './judge.ts'
import { retally } from './tally.ts'

// Enough to hash a city's cells without a disk; a county needs a twentieth. Compiling the plan would
// cost more than it saves.
const settings = sql`select set_config('work_mem', '128MB', true), set_config('jit', 'off', true)`

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
    select f.* from (${judged(grouped(within), today)}) f
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
  select o.organization_id, o.matter_code, o.field_code, o.level,
    o.not_applicable_reason is not null as not_applicable, m.months, m.by_month, m.by_day,
    coalesce(r.documents, 0) as documents, coalesce(r.timed, 0) as timed, coalesce(r.on_time, 0) as on_time,
    r.last_published_at, r.last_published_on, coalesce(r.last_late_at = r.last_published_at, false) as newest_late,
    w.due_on as waiting_due_on
  from catalogue.obligation o
  join (select m.edition_id, m.code, ${rhythm} from catalogue.matter m) m
    on m.edition_id = o.edition_id and m.code = o.matter_code
  left join (
    select r.organization_id, r.matter_code, count(*)::int as documents, count(r.due_on)::int as timed,
      count(*) filter (where r.published_on <= r.due_on)::int as on_time,
      max(r.published_at) as last_published_at, max(r.published_on) as last_published_on,
      max(r.published_at) filter (where r.published_on > r.due_on) as last_late_at
    from documents.release_for_duty r where ${within('r')}
    group by r.organization_id, r.matter_code
  ) r using (organization_id, matter_code)
  left join (
    select w.organization_id, w.matter_code, min(w.due_on) as due_on
    from documents.running_clock w where ${within('w')}
    group by w.organization_id, w.matter_code
  ) w using (organization_id, matter_code)
  where ${within('o')}`
