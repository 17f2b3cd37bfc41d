import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db, Tx } from '#platform/database'
import type { reprint } from '../contract/desk.ts'

type Reprint = z.output<typeof reprint>

export const addReprint = async (
  tx: Tx,
  made: Reprint & { readonly policyId: number; readonly at: Date; readonly by: number | null },
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`insert into interpretation.reprint
      (policy_id, kind, outlet, address, reprinted_on, reach, recorded_at, recorded_by)
    values (${made.policyId}, ${made.kind}, ${made.outlet}, ${made.address}, ${made.reprintedOn},
      ${made.reach}, ${made.at}, ${made.by}) returning id`.execute(tx)
  return rows[0]?.id ?? 0
}

export const reprintById = async (
  db: Db,
  id: number,
): Promise<{ policyId: number; outlet: string } | null> =>
  (
    await sql<{ policyId: number; outlet: string }>`select policy_id as "policyId", outlet
      from interpretation.reprint where id = ${id}`.execute(db)
  ).rows[0] ?? null

export const deleteReprint = async (tx: Tx, id: number): Promise<void> => {
  await sql`delete from interpretation.reprint where id = ${id}`.execute(tx)
}

// More than any policy of a county was ever reprinted; the sum counts them all.
const mostShown = 200

export const reprintsOf = async (
  db: Db,
  policyId: number,
): Promise<(Reprint & { id: number; recordedBy: string })[]> =>
  (
    await sql<Reprint & { id: number; recordedBy: string }>`
      select r.id, r.kind, r.outlet, r.address, r.reprinted_on as "reprintedOn", r.reach,
        coalesce(s.name, '') as "recordedBy"
      from interpretation.reprint r left join accounts.staff s on s.id = r.recorded_by
      where r.policy_id = ${policyId} order by r.reprinted_on desc, r.id desc limit ${mostShown}`.execute(
      db,
    )
  ).rows

export const reachOfPolicy = async (
  db: Db,
  policyId: number,
): Promise<{ count: number; reach: number }> => {
  const { rows } = await sql<{ count: number; reach: number }>`
    select count(*)::int as count, coalesce(sum(reach), 0)::bigint as reach
    from interpretation.reprint where policy_id = ${policyId}`.execute(db)
  return rows[0] ?? { count: 0, reach: 0 }
}
