import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Tx } from '#platform/database'
import { cellOf, putCells } from './cell.ts'
import { grounds, judged } from './judge.ts'
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
      return sql`select distinct * from ${listed(cells.duties)} as duty (organization_id, matter_code)`
  }
}

type Duties = Extract<Cells, { kind: 'these' }>['duties']

// Of an array PostgreSQL supposes ten and never trusts a kept plan: it plans each release anew, half of
// what a cell costs. Values it can count.
const mostCounted = 8
const listed = (duties: Duties): RawBuilder<unknown> =>
  duties.length <= mostCounted
    ? sql`(values ${sql.join(
        duties.map((duty) => sql`(${duty.organizationId}::bigint, ${duty.matterCode}::text)`),
      )})`
    : sql`unnest(${duties.map((duty) => duty.organizationId)}::bigint[],
        ${duties.map((duty) => duty.matterCode)}::text[])`

/**
 * Two releases for one duty at the same time: the second has to see the first, so whoever derives a
 * cell waits here, before the statement that reads. In one order, so that nobody waits in a circle.
 */
const lockCells = (tx: Tx, cells: Cells): Promise<unknown> =>
  sql`select from assessment.standing where (organization_id, matter_code) in (${asked(cells)})
    order by organization_id, matter_code for update`.execute(tx)

// One look into an index for each cell, however many documents serve it: the counts are kept. Without
// `offset 0` the planner would repeat the look at what waits in every expression that asks for it.
const looked = (cells: Cells) => sql`
  select ${grounds},
    (select min(w.due_on) from documents.running_clock w
     where w.organization_id = o.organization_id and w.matter_code = o.matter_code) as waiting_due_on
  from (${asked(cells)}) asked
  join catalogue.obligation o using (organization_id, matter_code)
  join catalogue.matter m on m.edition_id = o.edition_id and m.code = o.matter_code
  left join documents.duty_tally t using (organization_id, matter_code)
  offset 0`

/** Derives some cells and puts them in place where they changed. Returns how many did. */
export const deriveStandings = async (tx: Tx, cells: Cells, today: CivilDate): Promise<number> => {
  if (cells.kind === 'these' && cells.duties.length === 0) return 0
  await lockCells(tx, cells)
  const { rows } = await sql<{ changed: number }>`
    with fresh as materialized (${judged(looked(cells), today, 'few')}),
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
