import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { ProgrammeContent } from '../contract/programmes.ts'

export interface ProgrammeRow {
  readonly id: number
  readonly version: number
  readonly organization: { readonly id: number; readonly code: string; readonly name: string }
  readonly path: string
  readonly policy: { readonly documentId: number; readonly title: string } | null
  readonly content: ProgrammeContent
  readonly live: ProgrammeContent | null
  readonly isSame: boolean
  readonly changedBy: number | null
  readonly startsAt: Date
}

const rowsOf = (where: RawBuilder<unknown>, tail: RawBuilder<unknown>) => sql<ProgrammeRow>`
  select p.id, p.version, p.content, p.live, coalesce(p.content = p.live, false) as "isSame",
    p.changed_by as "changedBy", p.starts_at as "startsAt", o.path,
    json_build_object('id', o.id, 'code', o.code, 'name', coalesce(nullif(o.short_name, ''), o.name)) as organization,
    (select json_build_object('documentId', d.id, 'title', e.title) from documents.document d
      join documents.edition e on e.id = d.live_edition_id where d.id = p.policy_id) as policy
  from interpretation.programme p join organizations.organization o on o.id = p.organization_id
  where ${where} ${tail}`

export const programmeById = async (db: Db, id: number): Promise<ProgrammeRow | null> =>
  (await rowsOf(sql`p.id = ${id}`, sql``).execute(db)).rows[0] ?? null

export const listProgrammes = async (
  db: Db,
  asked: { readonly after: number | null; readonly limit: number },
  reach: readonly string[],
): Promise<ProgrammeRow[]> =>
  (
    await rowsOf(
      sql`o.path like any(${reach}::text[]) and ${asked.after === null ? sql`true` : sql`p.id < ${asked.after}`}`,
      sql`order by p.id desc limit ${asked.limit + 1}`,
    ).execute(db)
  ).rows

/** What the public may read: programmes that were released, the latest first. */
export const publicProgrammes = async (
  db: Db,
  asked: {
    readonly after: { readonly at: string; readonly id: number } | null
    readonly limit: number
  },
): Promise<ProgrammeRow[]> =>
  (
    await rowsOf(
      sql`p.live is not null and ${
        asked.after
          ? sql`(p.starts_at, p.id) < (${asked.after.at}::timestamptz, ${asked.after.id})`
          : sql`true`
      }`,
      sql`order by p.starts_at desc, p.id desc limit ${asked.limit}`,
    ).execute(db)
  ).rows

export const publicProgramme = async (db: Db, id: number): Promise<ProgrammeRow | null> =>
  (await rowsOf(sql`p.id = ${id} and p.live is not null`, sql``).execute(db)).rows[0] ?? null

interface Typed {
  readonly policyId: number | null
  readonly content: ProgrammeContent
  readonly at: Date
  readonly by: number | null
}

export const addProgramme = async (
  tx: Tx,
  made: Typed & { readonly organizationId: number },
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`insert into interpretation.programme
      (organization_id, policy_id, content, starts_at, changed_at, changed_by)
    values (${made.organizationId}, ${made.policyId}, ${JSON.stringify(made.content)}::jsonb,
      ${made.content.startsAt}, ${made.at}, ${made.by}) returning id`.execute(tx)
  return rows[0]?.id ?? 0
}

/** The public list keeps the day that was released until the new one is released too. */
export const putProgramme = async (
  tx: Tx,
  made: Typed & { readonly id: number; readonly version: number },
): Promise<boolean> => {
  const { rows } = await sql`update interpretation.programme set policy_id = ${made.policyId},
      content = ${JSON.stringify(made.content)}::jsonb, changed_at = ${made.at},
      changed_by = ${made.by}, version = version + 1,
      starts_at = case when live is null then ${made.content.startsAt}::timestamptz else starts_at end
    where id = ${made.id} and version = ${made.version} returning id`.execute(tx)
  return rows.length > 0
}

export const releaseProgramme = async (
  tx: Tx,
  id: number,
  { at, by }: { readonly at: Date; readonly by: number | null },
): Promise<void> => {
  await sql`update interpretation.programme set live = content, released_at = ${at},
      released_by = ${by}, version = version + 1, starts_at = (content->>'startsAt')::timestamptz
    where id = ${id}`.execute(tx)
}
