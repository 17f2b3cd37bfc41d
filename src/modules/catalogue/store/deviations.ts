import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { MatterElements } from '../contract.ts'

export interface DeviationRow {
  readonly id: number
  readonly editionId: number
  readonly code: string
  readonly kind: 'added' | 'changed' | 'removed'
  readonly reason: string
  readonly before: MatterElements | null
  readonly after: MatterElements | null
  readonly at: Date
  readonly staffName: string | null
}
export type DeviationToKeep = Pick<DeviationRow, 'code' | 'kind' | 'before' | 'after'>

const columns = sql`deviation.id, deviation.edition_id as "editionId", deviation.matter_code as code,
  deviation.kind, deviation.reason, deviation.before, deviation.after, deviation.at,
  staff.name as "staffName"`

export const deviationsPage = async (
  db: Db,
  editionIds: readonly number[],
  asked: {
    readonly field?: string | undefined
    readonly codes?: readonly string[] | undefined
    readonly after: number
    readonly limit: number
  },
): Promise<DeviationRow[]> => {
  const { rows } = await sql<DeviationRow>`
    select ${columns} from catalogue.deviation
      left join accounts.staff on staff.id = deviation.staff_id
    where deviation.edition_id = any(${[...editionIds]}::bigint[]) and deviation.id > ${asked.after}
      ${asked.field ? sql`and deviation.matter_code like ${`${asked.field}-%`}` : sql``}
      ${asked.codes ? sql`and deviation.matter_code = any(${[...asked.codes]}::text[])` : sql``}
    order by deviation.id limit ${asked.limit}`.execute(db)
  return rows
}

/** The latest reasons given for matters of some editions. */
export const reasonsFor = async (
  db: Db,
  editionIds: readonly number[],
  codes?: readonly string[],
): Promise<Map<string, string>> => {
  const { rows } = await sql<{ code: string; reason: string }>`
    select matter_code as code, reason from catalogue.deviation
    where edition_id = any(${[...editionIds]}::bigint[])
      ${codes ? sql`and matter_code = any(${[...codes]}::text[])` : sql``}
    order by id`.execute(db)
  return new Map(rows.map((row) => [row.code, row.reason]))
}

/** Puts what now differs in place of what was recorded for these matters. */
export const replaceDeviations = async (
  tx: Tx,
  editionId: number,
  codes: readonly string[],
  deviations: readonly (DeviationToKeep & { readonly reason: string })[],
  by: { readonly at: Date; readonly staffId: number | null },
): Promise<void> => {
  await sql`delete from catalogue.deviation
    where edition_id = ${editionId} and matter_code = any(${[...codes]}::text[])`.execute(tx)
  if (deviations.length === 0) return
  await sql`
    insert into catalogue.deviation (edition_id, matter_code, kind, reason, before, after, at, staff_id)
    select ${editionId}::bigint, code, kind, reason, nullif(before, 'null'), nullif(after, 'null'),
      ${by.at}::timestamptz, ${by.staffId}::bigint
    from jsonb_to_recordset(${JSON.stringify(deviations)}::jsonb)
      as given (code text, kind text, reason text, before jsonb, after jsonb)`.execute(tx)
}
