import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { Keeper, ListKeepers } from '../contract.ts'

const keepers = (db: Db) =>
  db
    .selectFrom('accounts.keeper as kept')
    .innerJoin('accounts.staff as staff', 'staff.id', 'kept.staff_id')
    .leftJoin('accounts.staff as stand_in', 'stand_in.id', 'kept.stand_in_id')
    .selectAll('kept')
    .select(['staff.name as staff_name', 'stand_in.name as stand_in_name'])

type Row = Awaited<ReturnType<ReturnType<typeof keepers>['execute']>>[number]

const keeperOf = (row: Row): Keeper => ({
  id: row.id,
  organizationId: row.organization_id,
  columnKey: row.column_key,
  staffId: row.staff_id,
  staffName: row.staff_name,
  standInId: row.stand_in_id,
  standInName: row.stand_in_name,
  since: row.since.toISOString(),
  until: row.until?.toISOString() ?? null,
  note: row.note,
})

export const keeperPage = async (
  db: Db,
  asked: Partial<ListKeepers>,
  limit: number,
): Promise<Keeper[]> => {
  const { staffId } = asked
  let query = keepers(db).where('kept.id', '>', asked.after ?? 0)
  if (asked.organizationId !== undefined)
    query = query.where('kept.organization_id', '=', asked.organizationId)
  if (asked.columnKey !== undefined) query = query.where('kept.column_key', '=', asked.columnKey)
  if (staffId !== undefined)
    query = query.where((eb) =>
      eb.or([eb('kept.staff_id', '=', staffId), eb('kept.stand_in_id', '=', staffId)]),
    )
  if (!asked.history) query = query.where('kept.until', 'is', null)
  const rows = await query.orderBy('kept.id').limit(limit).execute()
  return rows.map(keeperOf)
}

export const findKeeper = async (
  db: Db,
  organizationId: number,
  columnKey: string,
): Promise<Keeper | undefined> => (await keeperPage(db, { organizationId, columnKey }, 1))[0]

export const countKept = async (db: Db, staffId: number): Promise<number> => {
  const { count } = await db
    .selectFrom('accounts.keeper')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('staff_id', '=', staffId)
    .where('until', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const endKeeping = async (
  tx: Tx,
  organizationId: number,
  columnKey: string,
  at: Date,
): Promise<void> => {
  await tx
    .updateTable('accounts.keeper')
    .set({ until: at })
    .where('organization_id', '=', organizationId)
    .where('column_key', '=', columnKey)
    .where('until', 'is', null)
    .execute()
}

export const insertKeeper = async (
  tx: Tx,
  given: {
    organizationId: number
    columnKey: string
    staffId: number
    standInId: number | null
    note: string
    at: Date
  },
): Promise<void> => {
  await tx
    .insertInto('accounts.keeper')
    .values({
      organization_id: given.organizationId,
      column_key: given.columnKey,
      staff_id: given.staffId,
      stand_in_id: given.standInId,
      since: given.at,
      note: given.note,
    })
    .execute()
}

export interface KeptColumn {
  readonly id: number
  readonly organizationId: number
  readonly path: string
  readonly columnKey: string
}

/** The columns that a person keeps now, locked, with where each organization lies. */
export const lockKept = (
  tx: Tx,
  staffId: number,
  only: { readonly organizationId?: number; readonly columnKeys?: readonly string[] },
): Promise<KeptColumn[]> => {
  let query = tx
    .selectFrom('accounts.keeper as kept')
    .innerJoin('organizations.organization as place', 'place.id', 'kept.organization_id')
    .select([
      'kept.id',
      'kept.organization_id as organizationId',
      'place.path',
      'kept.column_key as columnKey',
    ])
    .where('kept.staff_id', '=', staffId)
    .where('kept.until', 'is', null)
    .forUpdate('kept')
  if (only.organizationId !== undefined)
    query = query.where('kept.organization_id', '=', only.organizationId)
  if (only.columnKeys)
    query = query.where('kept.column_key', '=', sql<string>`any(${[...only.columnKeys]}::text[])`)
  return query.execute()
}

/** Ends the rows and opens the same columns for someone else; a stand-in who takes over stands in no more. */
export const passOn = async (
  tx: Tx,
  ids: readonly number[],
  given: { toStaffId: number; handedOverBy: number | null; note: string; at: Date },
): Promise<void> => {
  await tx
    .updateTable('accounts.keeper')
    .set({ until: given.at, handed_over_by: given.handedOverBy })
    .where('id', '=', sql<number>`any(${[...ids]}::bigint[])`)
    .execute()
  await sql`
    insert into accounts.keeper (organization_id, column_key, staff_id, stand_in_id, since, note)
    select organization_id, column_key, ${given.toStaffId}::bigint,
      nullif(stand_in_id, ${given.toStaffId}::bigint), ${given.at}, ${given.note}
    from accounts.keeper where id = any(${[...ids]}::bigint[]) order by id
  `.execute(tx)
}
