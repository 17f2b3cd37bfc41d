import { sql } from 'kysely'
import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { Origin, State } from '../contract/shapes.ts'
import { refuse } from '../refusals.ts'

export interface Gazette {
  readonly organizationId: number
  readonly path: string
  readonly title: string
  readonly sponsor: string
  readonly standardArticle: string
}

/** The gazette of a government; before it was named it bears the government's name. */
export const gazetteOf = async (db: Db, organizationId: number): Promise<Gazette> => {
  const { rows } = await sql<Gazette>`
    select o.id as "organizationId", o.path, coalesce(g.title, o.name || '公报') as title,
      coalesce(g.sponsor, o.name) as sponsor, coalesce(g.standard_article, '') as "standardArticle"
    from organizations.organization o
    left join gazette.gazette g on g.organization_id = o.id where o.id = ${organizationId}`.execute(
    db,
  )
  const [found] = rows
  if (!found) throw refuse('notFound')
  return found
}

export const putGazette = async (
  act: Act,
  { organizationId, title, sponsor, standardArticle }: Omit<Gazette, 'path'>,
): Promise<void> => {
  await sql`insert into gazette.gazette (organization_id, title, sponsor, standard_article, changed_at, changed_by)
    values (${organizationId}, ${title}, ${sponsor}, ${standardArticle}, ${act.at}, ${act.by.id})
    on conflict (organization_id) do update set title = excluded.title, sponsor = excluded.sponsor,
      standard_article = excluded.standard_article, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`.execute(act.tx)
}

export interface IssueRow {
  readonly id: number
  readonly organizationId: number
  readonly path: string
  readonly year: number
  readonly number: number
  readonly total: number
  readonly origin: Origin
  readonly state: State
  readonly publishedOn: CivilDate | null
  readonly signingOpinion: string
  readonly signedAt: Date | null
  readonly signedBy: string | null
  readonly publishedAt: Date | null
  readonly version: number
  readonly texts: number
}

const columns = sql`i.id, i.organization_id as "organizationId", o.path, i.year, i.number, i.total, i.origin,
  i.state, i.published_on as "publishedOn", i.signing_opinion as "signingOpinion",
  i.signed_at as "signedAt", s.name as "signedBy", i.published_at as "publishedAt", i.version,
  ((select count(*) from gazette.entry n where n.issue_id = i.id)
    + (select count(*) from gazette.back_item b where b.issue_id = i.id))::int as texts`
const from = sql`gazette.issue i
  join organizations.organization o on o.id = i.organization_id
  left join accounts.staff s on s.id = i.signed_by`

export const issueRow = async (db: Db, id: number): Promise<IssueRow | null> => {
  const { rows } = await sql<IssueRow>`select ${columns} from ${from} where i.id = ${id}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** An issue kept as it is until the end of the act. */
export const lockIssue = async (tx: Tx, id: number): Promise<IssueRow> => {
  await sql`select from gazette.issue where id = ${id} for update`.execute(tx)
  const found = await issueRow(tx, id)
  if (!found) throw refuse('notFound')
  return found
}

/** By running number, newest first. */
export const issueRows = async (
  db: Db,
  asked: {
    readonly organizationId: number
    readonly published: boolean
    readonly after?: number | null | undefined
    readonly year?: number | null | undefined
    readonly limit: number
  },
): Promise<IssueRow[]> => {
  const { rows } = await sql<IssueRow>`select ${columns} from ${from}
    where i.organization_id = ${asked.organizationId}
      ${asked.published ? sql`and i.state = 'published'` : sql``}
      ${asked.year ? sql`and i.year = ${asked.year}` : sql``}
      ${asked.after ? sql`and i.total < ${asked.after}` : sql``}
    order by i.total desc limit ${asked.limit}`.execute(db)
  return rows
}

export const issueAt = async (
  db: Db,
  organizationId: number,
  year: number,
  number: number,
): Promise<IssueRow | null> => {
  const { rows } = await sql<IssueRow>`select ${columns} from ${from}
    where i.organization_id = ${organizationId} and i.year = ${year} and i.number = ${number}
      and i.state = 'published'`.execute(db)
  return rows[0] ?? null
}

/** Years with published issues, newest first, with how many. */
export const yearsOf = async (
  db: Db,
  organizationId: number,
): Promise<{ year: number; issues: number }[]> => {
  const { rows } = await sql<{ year: number; issues: number }>`
    select year, count(*)::int as issues from gazette.issue
    where organization_id = ${organizationId} and state = 'published'
    group by year order by year desc`.execute(db)
  return rows
}

/** The numbers that the next issue of a year would bear. */
export const nextNumbers = async (
  db: Db,
  organizationId: number,
  year: number,
): Promise<{ number: number; total: number }> => {
  const { rows } = await sql<{ number: number; total: number }>`
    select coalesce(max(number) filter (where year = ${year}), 0) + 1 as number,
      coalesce(max(total), 0) + 1 as total
    from gazette.issue where organization_id = ${organizationId}`.execute(db)
  return rows[0] ?? { number: 1, total: 1 }
}

/** Which of these numbers another issue bears already. */
export const numbersTaken = async (
  db: Db,
  one: { organizationId: number; year: number; number: number; total: number },
): Promise<{ number: boolean; total: boolean }> => {
  const { rows } = await sql<{ number: boolean | null; total: boolean | null }>`
    select bool_or(year = ${one.year} and number = ${one.number}) as number,
      bool_or(total = ${one.total}) as total
    from gazette.issue where organization_id = ${one.organizationId}`.execute(db)
  return { number: rows[0]?.number ?? false, total: rows[0]?.total ?? false }
}

export const addIssue = async (
  act: Act,
  one: {
    readonly organizationId: number
    readonly year: number
    readonly number: number
    readonly total: number
    readonly origin: Origin
    readonly state: State
    readonly publishedOn: CivilDate | null
  },
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into gazette.issue (organization_id, year, number, total, origin, state, published_on,
      created_at, created_by)
    values (${one.organizationId}, ${one.year}, ${one.number}, ${one.total}, ${one.origin}, ${one.state},
      ${one.publishedOn}, ${act.at}, ${act.by.id}) returning id`.execute(act.tx)
  return rows[0]?.id ?? 0
}

/** Steps an issue on: its state and what came with the step. */
export const moveIssue = async (
  tx: Tx,
  id: number,
  changed: {
    readonly state?: State
    readonly publishedOn?: CivilDate
    readonly signing?: { at: Date | null; by: number | null; opinion: string }
    readonly published?: { at: Date; by: number | null }
  } = {},
): Promise<void> => {
  const { state, publishedOn, signing, published } = changed
  await sql`update gazette.issue set version = version + 1
    ${state ? sql`, state = ${state}` : sql``}
    ${publishedOn ? sql`, published_on = ${publishedOn}` : sql``}
    ${signing ? sql`, signed_at = ${signing.at}, signed_by = ${signing.by}, signing_opinion = ${signing.opinion}` : sql``}
    ${published ? sql`, published_at = ${published.at}, published_by = ${published.by}` : sql``}
    where id = ${id}`.execute(tx)
}

export const compilersOf = async (
  db: Db,
  issueId: number,
): Promise<{ id: number; name: string }[]> => {
  const { rows } = await sql<{ id: number; name: string }>`
    select s.id, s.name from gazette.compiler c join accounts.staff s on s.id = c.staff_id
    where c.issue_id = ${issueId} order by s.id`.execute(db)
  return rows
}

export const addCompiler = async (act: Act, issueId: number): Promise<void> => {
  if (act.by.id === null) return
  await sql`insert into gazette.compiler (issue_id, staff_id) values (${issueId}, ${act.by.id})
    on conflict do nothing`.execute(act.tx)
}

/** Issues with smaller numbers of this gazette that readers do not have yet. */
export const earlierWaiting = async (db: Db, one: IssueRow): Promise<IssueRow | null> => {
  const { rows } = await sql<IssueRow>`select ${columns} from ${from}
    where i.organization_id = ${one.organizationId} and i.total < ${one.total}
      and i.origin = 'compiled' and i.state <> 'published' order by i.total limit 1`.execute(db)
  return rows[0] ?? null
}

export interface SendingRow {
  readonly id: number
  readonly channel: 'newMedia' | 'kiosk' | 'print' | 'library' | 'archive'
  readonly receiver: string
  readonly copies: number | null
  readonly link: string
  readonly sentOn: CivilDate
  readonly recordedBy: string
}

export const sendingsOf = async (db: Db, issueId: number): Promise<SendingRow[]> => {
  const { rows } = await sql<SendingRow>`
    select g.id, g.channel, g.receiver, g.copies, g.link, g.sent_on as "sentOn",
      coalesce(s.name, '') as "recordedBy"
    from gazette.sending g left join accounts.staff s on s.id = g.recorded_by
    where g.issue_id = ${issueId} order by g.id desc limit 200`.execute(db)
  return rows
}

export const addSending = async (
  act: Act,
  one: Omit<SendingRow, 'id' | 'recordedBy'> & { readonly issueId: number },
): Promise<void> => {
  await sql`insert into gazette.sending (issue_id, channel, receiver, copies, link, sent_on, recorded_at, recorded_by)
    values (${one.issueId}, ${one.channel}, ${one.receiver}, ${one.copies}, ${one.link}, ${one.sentOn},
      ${act.at}, ${act.by.id})`.execute(act.tx)
}
