import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'

/** Who did something, and when. */
export interface Hand {
  readonly at: Date
  readonly staffId: number | null
}

export const insertAssignment = (
  tx: Tx,
  requestId: number,
  to: { readonly unitId: number; readonly handlerId: number | null; readonly note: string },
  hand: Hand,
): Promise<unknown> =>
  sql`insert into requests.assignment (request_id, unit_id, handler_id, note, at, staff_id)
    values (${requestId}, ${to.unitId}, ${to.handlerId}, ${to.note}, ${hand.at}, ${hand.staffId})`.execute(
    tx,
  )

export interface AssignmentRow extends Hand {
  readonly unitId: number
  readonly unitName: string
  readonly handler: string | null
  readonly note: string
  readonly by: string | null
}

export const assignmentsOf = async (db: Db, requestId: number): Promise<AssignmentRow[]> => {
  const { rows } = await sql<AssignmentRow>`
    select a.unit_id as "unitId", u.name as "unitName", h.name as handler, a.note, a.at, s.name as by,
      a.staff_id as "staffId"
    from requests.assignment a join organizations.organization u on u.id = a.unit_id
      left join accounts.staff h on h.id = a.handler_id left join accounts.staff s on s.id = a.staff_id
    where a.request_id = ${requestId} order by a.id`.execute(db)
  return rows
}

export const insertCoUnit = (
  tx: Tx,
  requestId: number,
  asked: { readonly unitId: number; readonly question: string; readonly dueOn: CivilDate },
  hand: Hand,
): Promise<unknown> =>
  sql`insert into requests.co_unit (request_id, unit_id, question, due_on, asked_at, asked_by)
    values (${requestId}, ${asked.unitId}, ${asked.question}, ${asked.dueOn}::date, ${hand.at},
      ${hand.staffId})
    on conflict (request_id, unit_id) do update set question = excluded.question,
      due_on = excluded.due_on, asked_at = excluded.asked_at, asked_by = excluded.asked_by,
      opinion = '', answered_at = null, answered_by = null`.execute(tx)

export interface CoUnitRow {
  readonly id: number
  readonly unitId: number
  readonly unitName: string
  readonly unitPath: string
  readonly question: string
  readonly dueOn: CivilDate
  readonly askedAt: Date
  readonly opinion: string
  readonly answeredAt: Date | null
  readonly answeredBy: string | null
}

export const coUnitsOf = async (db: Db, requestId: number): Promise<CoUnitRow[]> => {
  const { rows } = await sql<CoUnitRow>`
    select c.id, c.unit_id as "unitId", u.name as "unitName", u.path as "unitPath", c.question,
      c.due_on as "dueOn", c.asked_at as "askedAt", c.opinion, c.answered_at as "answeredAt",
      s.name as "answeredBy"
    from requests.co_unit c join organizations.organization u on u.id = c.unit_id
      left join accounts.staff s on s.id = c.answered_by
    where c.request_id = ${requestId} order by c.id`.execute(db)
  return rows
}

export const saveOpinion = (tx: Tx, id: number, opinion: string, hand: Hand): Promise<unknown> =>
  sql`update requests.co_unit set opinion = ${opinion}, answered_at = ${hand.at},
    answered_by = ${hand.staffId} where id = ${id}`.execute(tx)

export interface Elements {
  readonly identity: boolean
  readonly description: boolean
  readonly form: boolean
  readonly missing: string
}

export const insertCheck = (
  tx: Tx,
  requestId: number,
  check: Elements,
  hand: Hand,
): Promise<unknown> =>
  sql`insert into requests.completeness (request_id, identity, description, form, missing, at, staff_id)
    values (${requestId}, ${check.identity}, ${check.description}, ${check.form}, ${check.missing},
      ${hand.at}, ${hand.staffId})`.execute(tx)

export const checksOf = async (
  db: Db,
  requestId: number,
): Promise<(Elements & { readonly at: Date; readonly by: string | null })[]> => {
  const { rows } = await sql<Elements & { at: Date; by: string | null }>`
    select c.identity, c.description, c.form, c.missing, c.at, s.name as by
    from requests.completeness c left join accounts.staff s on s.id = c.staff_id
    where c.request_id = ${requestId} order by c.id`.execute(db)
  return rows
}

export const insertSearch = (
  tx: Tx,
  requestId: number,
  search: { readonly outcome: string; readonly searchedOn: CivilDate; readonly sealed: string },
  hand: Hand,
): Promise<unknown> =>
  sql`insert into requests.search (request_id, outcome, searched_on, sealed, at, staff_id)
    values (${requestId}, ${search.outcome}, ${search.searchedOn}::date, ${search.sealed}, ${hand.at},
      ${hand.staffId})`.execute(tx)

export interface SearchRow {
  readonly id: number
  readonly outcome: 'found' | 'foundInPart' | 'notFound'
  readonly searchedOn: CivilDate
  readonly sealed: string | null
  readonly by: string | null
}

export const searchesOf = async (db: Db, requestId: number): Promise<SearchRow[]> => {
  const { rows } = await sql<SearchRow>`
    select x.id, x.outcome, x.searched_on as "searchedOn", x.sealed, s.name as by
    from requests.search x left join accounts.staff s on s.id = x.staff_id
    where x.request_id = ${requestId} order by x.searched_on, x.id`.execute(db)
  return rows
}

export const insertNote = (
  tx: Tx,
  requestId: number,
  sealed: string,
  hand: Hand,
): Promise<unknown> =>
  sql`insert into requests.note (request_id, sealed, at, staff_id)
    values (${requestId}, ${sealed}, ${hand.at}, ${hand.staffId})`.execute(tx)

export interface NoteRow {
  readonly id: number
  readonly sealed: string | null
  readonly at: Date
  readonly by: string | null
}

export const notesOf = async (db: Db, requestId: number): Promise<NoteRow[]> => {
  const { rows } = await sql<NoteRow>`select n.id, n.sealed, n.at, s.name as by
    from requests.note n left join accounts.staff s on s.id = n.staff_id
    where n.request_id = ${requestId} order by n.id`.execute(db)
  return rows
}

/** How many sealed records a case has: a figure that everybody who sees the case may know. */
export const countsOf = async (
  db: Db,
  requestId: number,
): Promise<{
  searches: number
  notes: number
  enclosures: number
}> => {
  const { rows } = await sql<{
    searches: number
    notes: number
    enclosures: number
  }>`select (select count(*)::int from requests.search where request_id = ${requestId}) as searches,
      (select count(*)::int from requests.note where request_id = ${requestId}) as notes,
      (select count(*)::int from requests.enclosure
        where request_id = ${requestId} and removed_at is null) as enclosures`.execute(db)
  return rows[0] ?? { searches: 0, notes: 0, enclosures: 0 }
}
