import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { FeeAssessment, FeeState } from '../contract/charging.ts'

const columns = sql`request_id as "requestId", method, month, item_ordinal as "itemOrdinal", pages, bands,
  amount_fen as "amountFen", article, state, charges, reason, assessed_on as "assessedOn",
  proposed_by as "proposedBy", decided_by as "decidedBy", decided_on as "decidedOn",
  noticed_on as "noticedOn", due_on as "dueOn", paid_on as "paidOn",
  receipt_number as "receiptNumber", version`

export const assessmentOf = async (db: Db, requestId: number): Promise<FeeAssessment | null> => {
  const { rows } = await sql<FeeAssessment>`
    select ${columns} from requests.fee_assessment where request_id = ${requestId}`.execute(db)
  const row = rows[0]
  return row ? { ...row, amountFen: Number(row.amountFen) } : null
}

const told: readonly FeeState[] = ['noticed', 'paid', 'lapsed']

/** Whether the requester was told of a fee: from then on it stands as it was told. */
export const isNoticed = async (db: Db, requestId: number): Promise<boolean> => {
  const assessment = await assessmentOf(db, requestId)
  return assessment !== null && told.includes(assessment.state)
}

export interface Counted {
  readonly method: 'items' | 'pages'
  readonly month: string
  readonly itemOrdinal: number
  readonly pages: number | null
  readonly bands: readonly unknown[]
  readonly amountFen: number
  readonly article: string
  readonly assessedOn: CivilDate
}

/** A draft in place of what was there; nobody has proposed or approved this amount yet. */
export const putAssessment = (tx: Tx, requestId: number, one: Counted): Promise<unknown> =>
  sql`insert into requests.fee_assessment (request_id, method, month, item_ordinal, pages, bands,
      amount_fen, article, assessed_on)
    values (${requestId}, ${one.method}, ${one.month}, ${one.itemOrdinal}, ${one.pages},
      ${JSON.stringify(one.bands)}::jsonb, ${one.amountFen}, ${one.article}, ${one.assessedOn}::date)
    on conflict (request_id) do update set method = excluded.method, month = excluded.month,
      item_ordinal = excluded.item_ordinal, pages = excluded.pages, bands = excluded.bands,
      amount_fen = excluded.amount_fen, article = excluded.article,
      assessed_on = excluded.assessed_on, state = 'draft', charges = null, reason = '',
      proposed_by = null, decided_by = null, decided_on = null,
      version = requests.fee_assessment.version + 1`.execute(tx)

export interface Change {
  readonly state: FeeState
  readonly charges?: boolean | null
  readonly reason?: string
  readonly proposedBy?: number | null
  readonly decidedBy?: number | null
  readonly decidedOn?: CivilDate | null
  readonly noticedOn?: CivilDate | null
  readonly dueOn?: CivilDate | null
  readonly paidOn?: CivilDate | null
  readonly receiptNumber?: string
}

export const moveAssessment = async (tx: Tx, requestId: number, change: Change): Promise<void> => {
  const values: Readonly<Record<string, unknown>> = {
    state: change.state,
    charges: change.charges,
    reason: change.reason,
    proposed_by: change.proposedBy,
    decided_by: change.decidedBy,
    decided_on: change.decidedOn,
    noticed_on: change.noticedOn,
    due_on: change.dueOn,
    paid_on: change.paidOn,
    receipt_number: change.receiptNumber,
  }
  const sets = Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`update requests.fee_assessment set ${sql.join([...sets, sql`version = version + 1`])}
    where request_id = ${requestId}`.execute(tx)
}

/** One item of an asker's month at an organ. */
export interface MonthItem {
  readonly id: number
  readonly number: string
  readonly title: string
  readonly receivedOn: CivilDate
  readonly ordinal: number
  readonly state: FeeState | null
  readonly method: 'items' | 'pages' | null
}

/**
 * The items of one asker at one organ in the month of a request's receipt, in the order in which they
 * came (国办函〔2020〕109号 art. 4). A split request counts by its parts, a merged one with the other.
 */
export const monthItems = async (db: Db, requestId: number): Promise<MonthItem[]> => {
  const { rows } = await sql<MonthItem>`
    select r.id, r.number, r.title, r.received_on as "receivedOn",
      (row_number() over (order by r.received_on, r.id))::int as ordinal, f.state, f.method
    from requests.request own
    join requests.requester me on me.id = own.requester_id
    join requests.requester he on he.fingerprint = me.fingerprint
    join requests.request r on r.requester_id = he.id and r.organization_id = own.organization_id
      and date_trunc('month', r.received_on) = date_trunc('month', own.received_on)
    left join requests.fee_assessment f on f.request_id = r.id
    where own.id = ${requestId} and r.merged_into_id is null
      and not exists (select from requests.request part
        where part.parent_id = r.id and part.merged_into_id is null)
    order by ordinal`.execute(db)
  return rows
}

/** Items of the same asker's month whose fee nobody was told of yet. */
export const untoldInMonth = async (db: Db, requestId: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select f.request_id as id
    from requests.request own
    join requests.requester me on me.id = own.requester_id
    join requests.requester he on he.fingerprint = me.fingerprint
    join requests.request r on r.requester_id = he.id and r.organization_id = own.organization_id
      and date_trunc('month', r.received_on) = date_trunc('month', own.received_on)
    join requests.fee_assessment f on f.request_id = r.id
    where own.id = ${requestId} and f.state in ('draft', 'proposed', 'approved', 'waived')
      and f.method = 'items'
    order by r.received_on, r.id`.execute(db)
  return rows.map(({ id }) => id)
}
