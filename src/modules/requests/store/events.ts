import { sql } from 'kysely'
import type { Db } from '#platform/database'
import type { EventType } from '../clock/contract.ts'

interface Row {
  readonly id: number
  readonly type: EventType
  readonly on: string
  readonly note: string
  readonly at: Date
  readonly enteredBy: string | null
  readonly partyId: number | null
  readonly letterId: number | null
  readonly voidedAt: Date | null
  readonly voidedBy: string | null
  readonly voidedReason: string
}

/** The whole legal record with who entered it, entries that were taken back among them. */
export const allEventsOf = async (db: Db, requestId: number) => {
  const { rows } = await sql<Row>`
    select e.id, e.type, e.on_day as "on", e.note, e.at, s.name as "enteredBy", e.party_id as "partyId",
      e.letter_id as "letterId", e.voided_at as "voidedAt", v.name as "voidedBy",
      e.voided_reason as "voidedReason"
    from requests.event e left join accounts.staff s on s.id = e.staff_id
      left join accounts.staff v on v.id = e.voided_by
    where e.request_id = ${requestId} order by e.on_day, e.id`.execute(db)
  return rows.map(({ at, voidedAt, voidedBy, voidedReason, ...event }) => ({
    ...event,
    enteredAt: at.toISOString(),
    voided: voidedAt && { at: voidedAt.toISOString(), by: voidedBy, reason: voidedReason },
  }))
}
