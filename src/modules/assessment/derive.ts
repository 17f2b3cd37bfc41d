import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Tx } from '#platform/database'
import { cellOf, putCells } from './cell.ts'
import { judged, rhythm } from './judge.ts'
import { addToTally } from './tally.ts'

/** Which cells to derive. */
export type Cells =
  | { readonly kind: 'organization'; readonly organizationId: number }
  | { readonly kind: 'turning'; readonly today: CivilDate }
  | {
      readonly kind: 'these'
      readonly duties: readonly { readonly organizationId: number; readonly matterCode: string }[]
    }

const asked = (cells: Cells): RawBuilder<unknown> => {
  switch (cells.kind) {
    case 'organization':
      return sql`select organization_id, matter_code from catalogue.obligation
        where organization_id = ${cells.organizationId}`
    case 'turning':
      return sql`select organization_id, matter_code from assessment.standing
        where turns_on <= ${cells.today}`
    case 'these':
      return sql`select distinct * from unnest(
        ${cells.duties.map((duty) => duty.organizationId)}::bigint[],
        ${cells.duties.map((duty) => duty.matterCode)}::text[]) as duty (organization_id, matter_code)`
  }
}

/**
 * Two releases for one duty at the same time: the second has to see the first, so whoever derives a
 * cell waits here, before the statement that reads. In one order, so that nobody waits in a circle.
 */
const lockCells = (tx: Tx, cells: Cells): Promise<unknown> =>
  sql`select from assessment.standing where (organization_id, matter_code) in (${asked(cells)})
    order by organization_id, matter_code for update`.execute(tx)

// One look into an index for each cell, however many documents serve it: the counts are kept.
const looked = (cells: Cells) => sql`
  select o.organization_id, o.matter_code, o.field_code, o.level,
    o.not_applicable_reason is not null as not_applicable, ${rhythm},
    coalesce(t.documents, 0) as documents, coalesce(t.timed, 0) as timed, coalesce(t.on_time, 0) as on_time,
    newest.published_at as last_published_at, newest.published_on as last_published_on,
    coalesce(newest.is_late, false) as newest_late, waiting.due_on as waiting_due_on
  from (${asked(cells)}) asked
  join catalogue.obligation o using (organization_id, matter_code)
  join catalogue.matter m on m.edition_id = o.edition_id and m.code = o.matter_code
  left join documents.duty_tally t using (organization_id, matter_code)
  left join lateral (
    -- Of two released at one moment the late one counts.
    select r.published_at, r.published_on, r.published_on > r.due_on as is_late
    from documents.release_for_duty r
    where r.organization_id = o.organization_id and r.matter_code = o.matter_code
    order by r.published_at desc, coalesce(r.published_on > r.due_on, false) desc limit 1
  ) newest on true
  cross join lateral (
    select min(w.due_on) as due_on from documents.running_clock w
    where w.organization_id = o.organization_id and w.matter_code = o.matter_code
  ) waiting`

/** Derives some cells and puts them in place where they changed. Returns how many did. */
export const deriveStandings = async (tx: Tx, cells: Cells, today: CivilDate): Promise<number> => {
  if (cells.kind === 'these' && cells.duties.length === 0) return 0
  await lockCells(tx, cells)
  const { rows } = await sql<{ changed: number }>`
    with fresh as materialized (${judged(looked(cells), today)}),
    changed as materialized (
      select f.*, s.field_code as was_field, s.level as was_level, s.standing as was_standing,
        s.documents as was_documents, s.on_time as was_on_time, s.timed as was_timed
      from fresh f left join assessment.standing s using (organization_id, matter_code)
      where s.standing is null or ${cellOf('f')} is distinct from ${cellOf('s')}
    ),
    put as (${putCells(sql`changed`)}),
    tallied as (${addToTally(sql`changed`)})
    select count(*)::int as changed from changed`.execute(tx)
  return rows[0]?.changed ?? 0
}
