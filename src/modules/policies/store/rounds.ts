import { sql } from 'kysely'
import { type Reader, visibleTo } from '#documents'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { Decision, RoundItem } from '../contract/rounds.ts'

export interface Round {
  readonly id: number
  readonly organizationId: number
  readonly organizationName: string
  readonly path: string
  readonly title: string
  readonly ground: string
  readonly fromYear: number
  readonly toYear: number
  readonly dueOn: CivilDate
  readonly openedAt: Date
  readonly signedAt: Date | null
  readonly signedBy: string | null
  readonly resultDocumentId: number | null
  readonly publishedAt: Date | null
  readonly documents: number
  readonly owed: number
}

const rounds = sql`
  select r.id, o.id as "organizationId", o.name as "organizationName", o.path, r.title, r.ground,
    r.from_year as "fromYear", r.to_year as "toYear", r.due_on as "dueOn", r.opened_at as "openedAt",
    r.signed_at as "signedAt", s.name as "signedBy", r.result_document_id as "resultDocumentId",
    r.published_at as "publishedAt",
    (select count(*)::int from policies.round_item i where i.round_id = r.id) as documents,
    (select count(*)::int from policies.round_item i
      where i.round_id = r.id and i.decision is null) as owed
  from policies.round r
  join organizations.organization o on o.id = r.organization_id
  left join accounts.staff s on s.id = r.signed_by`

/** Rounds of these units, those under way first. */
export const roundsOf = async (db: Db, paths: readonly string[]): Promise<Round[]> => {
  const { rows } = await sql<Round>`${rounds}
    where exists (select from unnest(${[...paths]}::text[]) as own (path)
      where o.path like own.path || '%' or own.path like o.path || '%')
    order by r.published_at is not null, r.opened_at desc limit 200`.execute(db)
  return rows
}

export const roundById = async (db: Db, id: number): Promise<Round | null> => {
  const { rows } = await sql<Round>`${rounds} where r.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Locks a round against a second pair of hands. */
export const lockRound = async (tx: Tx, id: number): Promise<Round | null> => {
  await sql`select from policies.round where id = ${id} for update`.execute(tx)
  return roundById(tx, id)
}

export const roundByResult = async (db: Db, documentId: number): Promise<Round | null> => {
  const { rows } = await sql<Round>`${rounds} where r.result_document_id = ${documentId}
    and r.published_at is null`.execute(db)
  return rows[0] ?? null
}

/** A new round with every released policy of its range that still stands; how many those are. */
export async function addRound(
  tx: Tx,
  round: {
    readonly organizationId: number
    readonly path: string
    readonly title: string
    readonly ground: string
    readonly fromYear: number
    readonly toYear: number
    readonly dueOn: CivilDate
    readonly at: Date
    readonly by: number | null
  },
): Promise<{ readonly id: number; readonly documents: number }> {
  const { id } = await tx
    .insertInto('policies.round')
    .values({
      organization_id: round.organizationId,
      title: round.title,
      ground: round.ground,
      from_year: round.fromYear,
      to_year: round.toYear,
      due_on: round.dueOn,
      opened_at: round.at,
      opened_by: round.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { rows } = await sql<{ id: number }>`
    insert into policies.round_item (round_id, document_id)
    select ${id}, p.document_id from policies.policy p
    join organizations.organization o on o.id = p.organization_id
    where p.released_at is not null and p.class in ('normative', 'other', 'regulation')
      and p.validity in ('pending', 'inForce', 'amended')
      and p.year between ${round.fromYear} and ${round.toYear} and o.path like ${`${round.path}%`}
    returning document_id as id`.execute(tx)
  return { id, documents: rows.length }
}

/** An item with the path of its unit, by which may decide is asked. */
export type ItemRow = Omit<RoundItem, 'mayDecide'> & { readonly path: string }

export const itemsOf = async (db: Db, roundId: number, reader: Reader): Promise<ItemRow[]> => {
  const { rows } = await sql<ItemRow>`
    select d.id, e.title, p.document_number as "documentNumber", p.class, p.year, p.validity,
      p.effective_on as "effectiveOn", p.expires_on as "expiresOn", o.short_name as unit, o.path,
      i.decision, i.reason, s.name as "decidedBy"
    from policies.round_item i
    join policies.policy p on p.document_id = i.document_id
    join documents.document d on d.id = i.document_id
    join documents.edition e on e.id = coalesce(d.live_edition_id,
      (select max(x.id) from documents.edition x where x.document_id = d.id))
    join organizations.organization o on o.id = d.organization_id
    left join accounts.staff s on s.id = i.decided_by
    where i.round_id = ${roundId} and ${visibleTo(reader)}
    order by o.path, p.year, p.document_number, d.id`.execute(db)
  return rows
}

/** The units whose files are named, by their paths. */
export const pathsOfItems = async (
  db: Db,
  roundId: number,
  documentIds: readonly number[],
): Promise<string[]> => {
  const { rows } = await sql<{ path: string }>`select distinct o.path
    from policies.round_item i
    join documents.document d on d.id = i.document_id
    join organizations.organization o on o.id = d.organization_id
    where i.round_id = ${roundId} and i.document_id = any(${[...documentIds]}::bigint[])`.execute(
    db,
  )
  return rows.map(({ path }) => path)
}

/** Decides items of a round; answers how many of those named it has. */
export const decide = async (
  tx: Tx,
  roundId: number,
  documentIds: readonly number[],
  made: {
    readonly decision: Decision
    readonly reason: string
    readonly at: Date
    readonly by: number | null
  },
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`update policies.round_item
    set decision = ${made.decision}, reason = ${made.reason}, decided_at = ${made.at},
      decided_by = ${made.by}
    where round_id = ${roundId} and document_id = any(${[...documentIds]}::bigint[])
    returning document_id as id`.execute(tx)
  return rows.length
}

export const hasDecided = async (db: Db, roundId: number, staffId: number): Promise<boolean> => {
  const { rows } = await sql`select from policies.round_item
    where round_id = ${roundId} and decided_by = ${staffId} limit 1`.execute(db)
  return rows.length > 0
}

export const markRound = (
  tx: Tx,
  id: number,
  marks: {
    signed_at?: Date
    signed_by?: number | null
    result_document_id?: number
    published_at?: Date
  },
): Promise<unknown> => tx.updateTable('policies.round').set(marks).where('id', '=', id).execute()
