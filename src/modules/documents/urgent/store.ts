import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import { holdersOf, type Person } from '../store/people.ts'

/** People who hold one of these roles where a unit lies, each once. */
export async function unitStaff(db: Db, roles: readonly string[], path: string): Promise<Person[]> {
  const held = await holdersOf(db, roles, path)
  return [...new Map([...held.values()].flat().map((one) => [one.id, one])).values()]
}

export interface Urgent {
  readonly id: number
  readonly documentId: number
  readonly editionId: number
  readonly title: string
  readonly organization: { readonly id: number; readonly code: string; readonly name: string }
  readonly path: string
  readonly reason: string
  readonly releasedAt: Date
  readonly releasedById: number | null
  readonly releasedBy: string
  readonly reviewer: { readonly id: number; readonly name: string }
  readonly dueAt: Date
  readonly outcome: 'confirm' | 'correct' | 'withdraw' | null
  readonly note: string
  readonly reviewedAt: Date | null
  readonly reviewedBy: string
}

/** Urgent releases that meet a condition on `u`, `d`, `e`, `o`, in an order. */
export async function urgentOnes(
  db: Db,
  asked: {
    readonly where: RawBuilder<boolean>
    readonly orderBy: RawBuilder<unknown>
    readonly limit: number
  },
): Promise<Urgent[]> {
  const { rows } = await sql<Urgent>`
    select u.id, u.document_id as "documentId", u.edition_id as "editionId", e.title, o.path,
      json_build_object('id', o.id, 'code', o.code, 'name', coalesce(nullif(o.short_name, ''), o.name))
        as organization,
      u.reason, u.released_at as "releasedAt", u.released_by as "releasedById",
      coalesce(p.name, '') as "releasedBy", json_build_object('id', s.id, 'name', s.name) as reviewer,
      u.due_at as "dueAt", u.outcome, u.note, u.reviewed_at as "reviewedAt",
      coalesce(w.name, '') as "reviewedBy"
    from documents.urgent_release u
    join documents.edition e on e.id = u.edition_id
    join documents.document d on d.id = u.document_id
    join organizations.organization o on o.id = d.organization_id
    join accounts.staff s on s.id = u.reviewer_id
    left join accounts.staff p on p.id = u.released_by
    left join accounts.staff w on w.id = u.reviewed_by
    where ${asked.where} order by ${asked.orderBy} limit ${asked.limit}`.execute(db)
  return rows
}

export async function lockUrgent(tx: Tx, id: number): Promise<Urgent | null> {
  await sql`select from documents.urgent_release where id = ${id} for update`.execute(tx)
  const [found] = await urgentOnes(tx, {
    where: sql<boolean>`u.id = ${id}`,
    orderBy: sql`u.id`,
    limit: 1,
  })
  return found ?? null
}
