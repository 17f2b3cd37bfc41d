import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { Publisher } from '../contract/form.ts'
import type { AnnualReport } from '../contract/report.ts'
import type { Tables } from '../figures.ts'
import { refuse } from '../refusals.ts'
import type { State } from '../states.ts'

/** Which report of a unit went into a roll-up. */
export interface SummedChild {
  readonly organizationId: number
  readonly reportId: number
  readonly hash: string
}

/** A file that was read: its name, its hash, where it stands on the web. */
export interface Source {
  readonly name: string
  readonly sha256: string
  readonly address: string
}

export interface Report {
  readonly id: number
  readonly organizationId: number
  readonly organizationCode: string
  readonly organizationName: string
  readonly organizationPath: string
  readonly year: number
  readonly ordinal: number
  readonly publisher: Publisher
  readonly state: State
  readonly origin: 'written' | 'imported'
  readonly overview: string
  readonly problems: string
  readonly other: string
  readonly tables: Tables | null
  readonly children: readonly SummedChild[] | null
  readonly published: AnnualReport | null
  /** The file from which an earlier report was taken. */
  readonly source: Source | null
  readonly hash: string | null
  readonly publishedOn: CivilDate | null
  /** When the year's report first came out: a correction does not make it late. */
  readonly firstPublishedOn: CivilDate | null
  readonly reason: string
  readonly writtenBy: readonly number[]
  readonly checkedAt: Date | null
  readonly signedAt: Date | null
  readonly signedBy: number | null
  readonly publishedAt: Date | null
  readonly version: number
}

const columns = sql`t.id, t.organization_id as "organizationId", o.code as "organizationCode",
  o.name as "organizationName", o.path as "organizationPath", t.year, t.ordinal, t.publisher, t.state,
  t.origin, t.overview, t.problems, t.other, t.tables, t.children, t.published, t.source, t.hash,
  t.published_on as "publishedOn", t.reason, t.written_by as "writtenBy", t.checked_at as "checkedAt",
  t.signed_at as "signedAt", t.signed_by as "signedBy", t.published_at as "publishedAt", t.version,
  (select min(v.published_on) from annual_report.report v
    where v.organization_id = t.organization_id and v.year = t.year
      and (v.origin = 'written' or v.id = t.id)) as "firstPublishedOn"`
const from = sql`annual_report.report t join organizations.organization o on o.id = t.organization_id`

export const reportsWhere = async (
  db: Db,
  where: RawBuilder<unknown>,
  limit = 1_000,
): Promise<Report[]> => {
  const { rows } = await sql<Report>`select ${columns} from ${from} where ${where}
    order by t.year desc, o.path, t.ordinal desc limit ${limit}`.execute(db)
  // bigint arrays come as text.
  return rows.map((row) => ({ ...row, writtenBy: row.writtenBy.map(Number) }))
}

export const reportRow = async (db: Db, id: number): Promise<Report> => {
  const [row] = await reportsWhere(db, sql`t.id = ${id}`)
  if (!row) throw refuse('notFound')
  return row
}

/** The open version of a year's report, else the published one. */
export const currentReport = async (
  db: Db,
  organizationId: number,
  year: number,
): Promise<Report | null> => {
  const rows = await reportsWhere(
    db,
    sql`t.organization_id = ${organizationId} and t.year = ${year} and t.state <> 'superseded'`,
  )
  return rows[0] ?? null
}

export const publishedReports = (
  db: Db,
  organizationIds: readonly number[],
  year: number,
): Promise<Report[]> =>
  reportsWhere(
    db,
    sql`t.organization_id = any(${organizationIds}::bigint[]) and t.year = ${year}
      and t.state = 'published'`,
  )

export const lockReport = async (tx: Tx, id: number, version: number): Promise<Report> => {
  await sql`select from annual_report.report where id = ${id} for update`.execute(tx)
  const row = await reportRow(tx, id)
  if (row.version !== version) throw refuse('changedMeanwhile')
  return row
}

export const insertReport = async (
  tx: Tx,
  made: {
    readonly organizationId: number
    readonly year: number
    readonly ordinal: number
    readonly publisher: Publisher
    readonly reason: string
    readonly origin: 'written' | 'imported'
    readonly overview: string
    readonly problems: string
    readonly other: string
    readonly source?: Source | null
    readonly by: number | null
    readonly at: Date
  },
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into annual_report.report (organization_id, year, ordinal, publisher, state, origin, reason,
      overview, problems, other, source, opened_at, opened_by)
    values (${made.organizationId}, ${made.year}, ${made.ordinal}, ${made.publisher}, 'draft',
      ${made.origin}, ${made.reason}, ${made.overview}, ${made.problems}, ${made.other},
      ${made.source ? sql`${JSON.stringify(made.source)}::jsonb` : null}, ${made.at},
      ${made.by})
    on conflict do nothing returning id`.execute(tx)
  const id = rows[0]?.id
  if (id === undefined) throw refuse('openAlready')
  return id
}

/** Writes some columns of a report as a new version of the row; `written` adds who wrote. */
export const saveReport = async (
  tx: Tx,
  id: number,
  change: Readonly<Record<string, unknown>>,
  written: number | null = null,
): Promise<void> => {
  const sets = Object.entries(change).map(
    ([column, value]) =>
      sql`${sql.ref(column)} = ${
        ['tables', 'children', 'published'].includes(column) && value !== null
          ? sql`${JSON.stringify(value)}::jsonb`
          : value
      }`,
  )
  const writer =
    written === null
      ? []
      : [
          sql`written_by = case when ${written}::bigint = any(written_by) then written_by
            else array_append(written_by, ${written}::bigint) end`,
        ]
  await sql`update annual_report.report set ${sql.join([
    ...sets,
    ...writer,
    sql`version = version + 1`,
  ])} where id = ${id}`.execute(tx)
}

export interface Entry {
  readonly cell: string
  readonly amount: number
  readonly reason: string
  readonly at: Date
  readonly staffName: string | null
}

export const entriesOf = async (db: Db, reportId: number): Promise<Entry[]> => {
  const { rows } = await sql<Entry>`
    select e.cell, e.amount::float8 as amount, e.reason, e.at, s.name as "staffName"
    from annual_report.entry e left join accounts.staff s on s.id = e.staff_id
    where e.report_id = ${reportId} order by e.cell`.execute(db)
  return rows
}

/** Puts an entry; an amount of 0 takes it away. */
export const putEntry = async (
  tx: Tx,
  reportId: number,
  entry: { readonly cell: string; readonly amount: number; readonly reason: string },
  who: { readonly at: Date; readonly by: number | null },
): Promise<void> => {
  await (entry.amount === 0
    ? sql`delete from annual_report.entry where report_id = ${reportId} and cell = ${entry.cell}`
    : sql`insert into annual_report.entry (report_id, cell, amount, reason, at, staff_id)
        values (${reportId}, ${entry.cell}, ${entry.amount}, ${entry.reason}, ${who.at}, ${who.by})
        on conflict (report_id, cell) do update set amount = excluded.amount,
          reason = excluded.reason, at = excluded.at, staff_id = excluded.staff_id`
  ).execute(tx)
}

export interface Note {
  readonly rule: string
  readonly cell: string
  readonly note: string
}

export const notesOf = async (db: Db, reportId: number): Promise<Note[]> => {
  const { rows } = await sql<Note>`select rule, cell, note from annual_report.note
    where report_id = ${reportId} order by rule, cell`.execute(db)
  return rows
}

export const putNote = async (
  tx: Tx,
  reportId: number,
  note: Note,
  who: { readonly at: Date; readonly by: number | null },
): Promise<void> => {
  await (note.note === ''
    ? sql`delete from annual_report.note
        where report_id = ${reportId} and rule = ${note.rule} and cell = ${note.cell}`
    : sql`insert into annual_report.note (report_id, rule, cell, note, at, staff_id)
        values (${reportId}, ${note.rule}, ${note.cell}, ${note.note}, ${who.at}, ${who.by})
        on conflict (report_id, rule, cell) do update set note = excluded.note, at = excluded.at,
          staff_id = excluded.staff_id`
  ).execute(tx)
}

/** What a correction takes over from the version before it. */
export const copyEntries = async (tx: Tx, fromId: number, toId: number): Promise<void> => {
  await sql`insert into annual_report.entry select ${toId}, cell, amount, reason, at, staff_id
    from annual_report.entry where report_id = ${fromId}`.execute(tx)
  await sql`insert into annual_report.note select ${toId}, rule, cell, note, at, staff_id
    from annual_report.note where report_id = ${fromId}`.execute(tx)
}
