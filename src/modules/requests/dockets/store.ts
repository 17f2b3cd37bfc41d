import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { DocketLine, DocketParticulars } from '../contract/dockets.ts'

export interface DocketRow extends Omit<DocketLine, 'dates' | 'next' | 'filedLate' | 'mayChange'> {
  readonly organizationPath: string
  readonly previousDecidedOn: CivilDate | null
}

const columns = sql`d.id, jsonb_build_object('id', o.id, 'name', o.name) as organization,
  o.path as "organizationPath",
  case when r.id is null then null else jsonb_build_object('id', r.id, 'number', r.number,
    'title', r.title, 'resultCode', r.result_code) end as request,
  d.duty, d.kind, d.previous_id as "previousId", before.decided_on as "previousDecidedOn",
  d.authority, d.case_number as "caseNumber", d.summary, d.told_on as "toldOn",
  d.filed_on as "filedOn", d.received_on as "receivedOn", d.accepted_on as "acceptedOn", d.prolonged,
  d.outcome, d.decided_on as "decidedOn", d.wrong, d.lesson, d.version`

export const docketRows = async (
  db: Db,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<DocketRow[]> => {
  const { rows } = await sql<DocketRow>`select ${columns}
    from requests.docket d
    join organizations.organization o on o.id = d.organization_id
    left join requests.request r on r.id = d.request_id
    left join requests.docket before on before.id = d.previous_id
    where ${where} order by d.filed_on desc, d.id desc limit ${limit}`.execute(db)
  return rows
}

export const lockDocket = async (tx: Tx, id: number): Promise<DocketRow | null> => {
  await sql`select from requests.docket where id = ${id} for update`.execute(tx)
  return (await docketRows(tx, sql`d.id = ${id}`, 1))[0] ?? null
}

export const insertDocket = async (
  tx: Tx,
  one: DocketParticulars & {
    readonly organizationId: number
    readonly requestId: number | null
    readonly duty: string
  },
  at: Date,
  by: number | null,
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into requests.docket (organization_id, request_id, duty, kind, previous_id, authority,
      case_number, summary, told_on, filed_on, received_on, accepted_on, created_at, created_by,
      updated_at)
    values (${one.organizationId}, ${one.requestId}, ${one.duty}, ${one.kind}, ${one.previousId},
      ${one.authority}, ${one.caseNumber}, ${one.summary}, ${one.toldOn}::date,
      ${one.filedOn}::date, ${one.receivedOn}::date, ${one.acceptedOn}::date, ${at}, ${by}, ${at})
    returning id`.execute(tx)
  return rows[0]?.id ?? 0
}

export const saveDocket = (
  tx: Tx,
  id: number,
  one: DocketParticulars & { readonly prolonged: boolean },
  at: Date,
): Promise<unknown> =>
  sql`update requests.docket set kind = ${one.kind}, previous_id = ${one.previousId},
    authority = ${one.authority}, case_number = ${one.caseNumber}, summary = ${one.summary},
    told_on = ${one.toldOn}::date, filed_on = ${one.filedOn}::date,
    received_on = ${one.receivedOn}::date, accepted_on = ${one.acceptedOn}::date,
    prolonged = ${one.prolonged}, updated_at = ${at}, version = version + 1
    where id = ${id}`.execute(tx)

export const closeDocket = (
  tx: Tx,
  id: number,
  one: {
    readonly outcome: string
    readonly decidedOn: CivilDate
    readonly wrong: readonly string[]
    readonly lesson: string
  },
  at: Date,
): Promise<unknown> =>
  sql`update requests.docket set outcome = ${one.outcome}, decided_on = ${one.decidedOn}::date,
    wrong = ${[...one.wrong]}::text[], lesson = ${one.lesson}, updated_at = ${at},
    version = version + 1 where id = ${id}`.execute(tx)
