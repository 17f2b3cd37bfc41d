import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { LostCase, Panel } from '../contract/panel.ts'
import { shareOf } from '../frequency/signature.ts'
import { minimaOfRequest } from '../frequency/store.ts'

export const insertPanel = async (
  tx: Tx,
  requestId: number,
  one: {
    readonly question: string
    readonly resultCode: string
    readonly meetsOn: CivilDate
    readonly memberIds: readonly number[]
  },
  at: Date,
  by: number | null,
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into requests.panel (request_id, question, result_code, meets_on, called_at, called_by)
    values (${requestId}, ${one.question}, ${one.resultCode}, ${one.meetsOn}::date, ${at}, ${by})
    returning id`.execute(tx)
  const id = rows[0]?.id ?? 0
  await sql`insert into requests.panel_member (panel_id, staff_id)
    select ${id}, unnest(${[...one.memberIds]}::bigint[])`.execute(tx)
  return id
}

export const lockPanel = async (
  tx: Tx,
  id: number,
): Promise<{ id: number; requestId: number; concluded: boolean; opinions: number } | null> => {
  await sql`select from requests.panel where id = ${id} for update`.execute(tx)
  const { rows } = await sql<{
    id: number
    requestId: number
    concluded: boolean
    opinions: number
  }>`select p.id, p.request_id as "requestId", p.concluded_at is not null as concluded,
      (select count(*)::int from requests.panel_member m
        where m.panel_id = p.id and m.at is not null) as opinions
    from requests.panel p where p.id = ${id}`.execute(tx)
  return rows[0] ?? null
}

export const keepOpinion = async (
  tx: Tx,
  panelId: number,
  staffId: number | null,
  one: { readonly opinion: string; readonly risk: string },
  at: Date,
): Promise<boolean> => {
  const { rows } = await sql`update requests.panel_member set opinion = ${one.opinion},
    risk = ${one.risk}, at = ${at}
    where panel_id = ${panelId} and staff_id = ${staffId} returning panel_id`.execute(tx)
  return rows.length > 0
}

export const keepConclusion = (
  tx: Tx,
  id: number,
  one: { readonly conclusion: string; readonly resultCode: string },
  at: Date,
  by: number | null,
): Promise<unknown> =>
  sql`update requests.panel set conclusion = ${one.conclusion}, concluded_at = ${at},
    concluded_by = ${by}, result_code = case when ${one.resultCode} = '' then result_code
      else ${one.resultCode} end where id = ${id}`.execute(tx)

export const panelsOf = async (
  db: Db,
  requestId: number,
  mine: number | null,
): Promise<Panel[]> => {
  const { rows } = await sql<Panel>`
    select p.id, p.question, p.result_code as "resultCode", p.meets_on as "meetsOn",
      coalesce(c.name, '') as "calledBy", p.conclusion,
      to_char(p.concluded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "concludedOn",
      exists (select from requests.panel_member m where m.panel_id = p.id and m.staff_id = ${mine})
        as mine,
      (select coalesce(jsonb_agg(jsonb_build_object(
          'staff', jsonb_build_object('id', s.id, 'name', s.name), 'unit', o.name,
          'opinion', m.opinion, 'risk', m.risk,
          'at', to_char(m.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')) order by s.id), '[]')
        from requests.panel_member m join accounts.staff s on s.id = m.staff_id
        join organizations.organization o on o.id = s.organization_id
        where m.panel_id = p.id) as members
    from requests.panel p left join accounts.staff c on c.id = p.called_by
    where p.request_id = ${requestId} order by p.id desc`.execute(db)
  return rows
}

export interface MyPanel {
  readonly panelId: number
  readonly requestId: number
  readonly number: string
  readonly title: string
  readonly question: string
  readonly meetsOn: CivilDate
  readonly given: boolean
  readonly opinion: string
  readonly risk: 'low' | 'middle' | 'high' | null
}

export const openPanelsOf = async (db: Db, staffId: number | null): Promise<MyPanel[]> => {
  const { rows } = await sql<MyPanel>`
    select p.id as "panelId", r.id as "requestId", r.number, r.title, p.question,
      p.meets_on as "meetsOn", m.at is not null as given, m.opinion, m.risk
    from requests.panel_member m join requests.panel p on p.id = m.panel_id
    join requests.request r on r.id = p.request_id
    where m.staff_id = ${staffId} and p.concluded_at is null order by p.meets_on, p.id
    limit 50`.execute(db)
  return rows
}

// '/1/7/31/' lies under '/1/'.
const rootOf = (path: string): string => /^\/[^/]+\//.exec(path)?.[0] ?? path

/** Staff under the same government as an organization, to be called together. */
export const staffAround = async (
  db: Db,
  path: string,
): Promise<{ id: number; name: string; unit: string }[]> => {
  const { rows } = await sql<{ id: number; name: string; unit: string }>`
    select s.id, s.name, o.name as unit
    from accounts.staff s join organizations.organization o on o.id = s.organization_id
    where o.path like ${`${rootOf(path)}%`} and s.disabled_at is null order by o.path, s.id limit 500`.execute(
    db,
  )
  return rows
}

const mostLost = 5
const likeShare = 0.35

/** Cases under the same government that were lost: the same answer, or the same thing asked. */
export const lostLike = async (
  db: Db,
  requestId: number,
  path: string,
  resultCode: string,
): Promise<LostCase[]> => {
  const own = await minimaOfRequest(db, requestId)
  const { rows } = await sql<LostCase & { minima: number[] }>`
    select d.id as "docketId", r.number as "requestNumber", r.title, d.authority,
      d.decided_on as "decidedOn", r.result_code as "resultCode", d.wrong, d.lesson,
      coalesce(l.minima, '{}') as minima
    from requests.docket d join requests.request r on r.id = d.request_id
    join organizations.organization o on o.id = d.organization_id
    left join requests.likeness l on l.request_id = r.id
    where d.outcome = 'corrected' and o.path like ${`${rootOf(path)}%`} and r.id <> ${requestId}
    order by d.decided_on desc limit 200`.execute(db)
  return rows
    .flatMap(({ minima, ...one }): LostCase[] =>
      resultCode !== '' && one.resultCode === resultCode
        ? [{ ...one, because: 'result' }]
        : shareOf(own, minima) >= likeShare
          ? [{ ...one, because: 'words' }]
          : [],
    )
    .slice(0, mostLost)
}
