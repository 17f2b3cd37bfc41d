import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'

/** What a unit read: title, text and files. A later text needs a new answer. */
export const textMark = sql<string>`md5(e.title || chr(10) || e.html || coalesce((
  select string_agg(f.sha256, ',' order by f.ordinal, f.id) from documents.attachment f
  where f.edition_id = e.id), ''))`

export async function markOfText(db: Db, editionId: number): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select ${textMark} as mark from documents.edition e where e.id = ${editionId}`.execute(db)
  return rows[0]?.mark ?? ''
}

export interface Asked {
  readonly id: number
  readonly editionId: number
  readonly organizationId: number
  readonly code: string
  readonly name: string
  readonly path: string
  readonly question: string
  readonly dueOn: CivilDate
  readonly askedAt: Date
  readonly askedBy: string
  readonly answer: 'agreed' | 'withChanges' | 'objected' | null
  readonly note: string
  readonly answeredAt: Date | null
  readonly answeredBy: string
  readonly outdated: boolean
}

/** The last question to each unit about a text, with what came back. */
export async function askedAbout(db: Db, editionId: number): Promise<Asked[]> {
  const { rows } = await sql<Asked>`
    select distinct on (a.organization_id) a.id, a.edition_id as "editionId",
      a.organization_id as "organizationId", o.code, coalesce(nullif(o.short_name, ''), o.name) as name,
      o.path, a.question, a.due_on as "dueOn", a.asked_at as "askedAt",
      coalesce(q.name, '') as "askedBy", a.answer, a.note, a.answered_at as "answeredAt",
      coalesce(w.name, '') as "answeredBy",
      a.answer is not null and a.text_mark is distinct from ${textMark} as outdated
    from documents.agreement a
    join documents.edition e on e.id = a.edition_id
    join organizations.organization o on o.id = a.organization_id
    left join accounts.staff q on q.id = a.asked_by
    left join accounts.staff w on w.id = a.answered_by
    where a.edition_id = ${editionId} and a.cancelled_at is null
    order by a.organization_id, a.id desc`.execute(db)
  return rows.sort((a, b) => a.id - b.id)
}

export interface Decision {
  readonly verdict: 'proceed' | 'refrain'
  readonly reason: string
  readonly at: Date
  readonly by: string
  readonly outdated: boolean
}

/** The last word of the common superior on a text. */
export async function decisionOn(db: Db, editionId: number): Promise<Decision | null> {
  const { rows } = await sql<Decision>`
    select x.verdict, x.reason, x.decided_at as at, coalesce(s.name, '') as by,
      x.text_mark <> ${textMark} as outdated
    from documents.agreement_decision x
    join documents.edition e on e.id = x.edition_id
    left join accounts.staff s on s.id = x.decided_by
    where x.edition_id = ${editionId} order by x.id desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** Organizations by their names as an issuing organ is written, full or short. */
export async function organizationsNamed(
  db: Db,
  names: readonly string[],
): Promise<{ id: number; name: string }[]> {
  const { rows } = await sql<{ id: number; name: string }>`
    select id, name from organizations.organization
    where name = any(${names}::text[]) or short_name = any(${names}::text[])`.execute(db)
  return rows
}

export async function lockAsked(
  tx: Tx,
  id: number,
): Promise<{
  id: number
  editionId: number
  organizationId: number
  path: string
  answered: boolean
} | null> {
  const { rows } = await sql<{
    id: number
    editionId: number
    organizationId: number
    path: string
    answered: boolean
  }>`select a.id, a.edition_id as "editionId", a.organization_id as "organizationId", o.path,
      a.answer is not null as answered
    from documents.agreement a join organizations.organization o on o.id = a.organization_id
    where a.id = ${id} and a.cancelled_at is null for update of a`.execute(tx)
  return rows[0] ?? null
}
