import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { Signature } from './signature.ts'

export const keepSignature = (tx: Tx, id: number, { minima, bands }: Signature): Promise<unknown> =>
  sql`insert into requests.likeness (request_id, minima, bands)
    values (${id}, ${minima}::int[], ${bands}::bigint[])
    on conflict (request_id) do update set minima = excluded.minima, bands = excluded.bands`.execute(
    tx,
  )

/** A request beside another, as far as both lists show it. */
export interface Beside {
  readonly id: number
  readonly number: string
  readonly title: string
  readonly organizationId: number
  readonly organizationName: string
  readonly submittedOn: CivilDate
  readonly answeredOn: CivilDate | null
  readonly resultCode: string | null
  readonly stage: string
  readonly minima: readonly number[]
}

const besideColumns = sql`r.id, r.number, r.title, r.organization_id as "organizationId",
  o.name as "organizationName", r.submitted_on as "submittedOn", r.answered_on as "answeredOn",
  r.result_code as "resultCode", r.stage, coalesce(l.minima, '{}') as minima`

// A repeat is looked for as far back as an answer may still be at hand.
const mostBeside = 60

export const minimaOfRequest = async (db: Db, id: number): Promise<readonly number[]> => {
  const { rows } = await sql<{ minima: number[] }>`
    select minima from requests.likeness where request_id = ${id}`.execute(db)
  return rows[0]?.minima ?? []
}

/** Requests of the same asker, newest first; the parts of one split request are not beside each other. */
export const ofSameRequester = async (db: Db, id: number): Promise<Beside[]> => {
  const { rows } = await sql<Beside>`
    select ${besideColumns}
    from requests.request own
    join requests.requester me on me.id = own.requester_id
    join requests.requester he on he.fingerprint = me.fingerprint
    join requests.request r on r.requester_id = he.id and r.id <> own.id
    join organizations.organization o on o.id = r.organization_id
    left join requests.likeness l on l.request_id = r.id
    where own.id = ${id} and r.id is distinct from own.parent_id
      and r.parent_id is distinct from own.id
      and (own.parent_id is null or r.parent_id is distinct from own.parent_id)
      and r.merged_into_id is null
    order by r.submitted_on desc, r.id desc limit ${mostBeside}`.execute(db)
  return rows
}

/** Open requests of others that share a band of words. */
export const likeOfOthers = async (db: Db, id: number): Promise<Beside[]> => {
  const { rows } = await sql<Beside>`
    select ${besideColumns}
    from requests.likeness mine
    join requests.likeness l on l.bands && mine.bands and l.request_id <> mine.request_id
    join requests.request r on r.id = l.request_id
    join requests.request own on own.id = mine.request_id
    join requests.requester me on me.id = own.requester_id
    join requests.requester he on he.id = r.requester_id
    join organizations.organization o on o.id = r.organization_id
    where mine.request_id = ${id} and he.fingerprint <> me.fingerprint
      and r.stage not in ('closed', 'archived') and r.merged_into_id is null
    order by r.id desc limit ${mostBeside}`.execute(db)
  return rows
}

/** How many items an asker brought to an organ: in the month of a day, and in the year before it. */
export const countsOf = async (
  db: Db,
  id: number,
): Promise<{ month: number; year: number; on: CivilDate }> => {
  const { rows } = await sql<{ month: number; year: number; on: CivilDate }>`
    select coalesce(own.received_on, own.submitted_on) as "on",
      count(*) filter (where date_trunc('month', coalesce(r.received_on, r.submitted_on))
        = date_trunc('month', coalesce(own.received_on, own.submitted_on)))::int as month,
      count(*) filter (where coalesce(r.received_on, r.submitted_on)
        > coalesce(own.received_on, own.submitted_on) - interval '1 year')::int as year
    from requests.request own
    join requests.requester me on me.id = own.requester_id
    join requests.requester he on he.fingerprint = me.fingerprint
    join requests.request r on r.requester_id = he.id and r.organization_id = own.organization_id
      and r.merged_into_id is null
      and not exists (select from requests.request part where part.parent_id = r.id
        and part.merged_into_id is null)
    where own.id = ${id}
    group by own.id`.execute(db)
  return rows[0] ?? { month: 0, year: 0, on: '' }
}

export const sameFingerprint = async (db: Db, one: number, other: number): Promise<boolean> => {
  const { rows } = await sql<{ same: boolean }>`
    select a.fingerprint = b.fingerprint as same
    from requests.requester a, requests.requester b where a.id = ${one} and b.id = ${other}`.execute(
    db,
  )
  return rows[0]?.same ?? false
}

export interface Part {
  readonly id: number
  readonly number: string
  readonly title: string
  readonly standing: string
  readonly stage: string
}

/** The parts into which a request was split, those merged back left out. */
export const partsOf = async (db: Db, id: number): Promise<Part[]> => {
  const { rows } = await sql<Part>`select id, number, title, standing, stage
    from requests.request where parent_id = ${id} and merged_into_id is null order by id`.execute(
    db,
  )
  return rows
}

export const markMerged = (tx: Tx, id: number, intoId: number | null): Promise<unknown> =>
  sql`update requests.request set merged_into_id = ${intoId} where id = ${id}`.execute(tx)

export const markRepeat = (tx: Tx, id: number, earlierId: number | null): Promise<unknown> =>
  sql`update requests.request set repeat_of_id = ${earlierId} where id = ${id}`.execute(tx)
