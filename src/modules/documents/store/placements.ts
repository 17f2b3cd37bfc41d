import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { Edition } from '../edition.ts'
import type { Duty } from '../facts.ts'

/** Where a document stands or will stand, and for which matter. */
export interface Place {
  readonly columnId: number
  /** Null in a hand-made column. */
  readonly matterCode: string | null
  readonly main: boolean
  readonly dueOn: CivilDate | null
}

const rowsOf = (
  places: readonly Place[],
) => sql`jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
  as w("columnId" bigint, "matterCode" text, main boolean, "dueOn" date)`

/**
 * Keeps where a text that is not yet public will stand, so that the account knows what was formed
 * and by when it is due. Placements that are public already are left as they are.
 */
export async function planPlacements(
  tx: Tx,
  edition: Edition,
  places: readonly Place[],
): Promise<void> {
  await sql`delete from documents.placement
    where document_id = ${edition.document.id} and organization_id = ${edition.document.owner.id}
      and published_at is null`.execute(tx)
  if (places.length === 0) return
  await sql`insert into documents.placement
      (document_id, column_id, organization_id, matter_code, main, formed_on, due_on)
    select ${edition.document.id}, w."columnId", ${edition.document.owner.id}, w."matterCode", w.main,
           ${edition.formedOn}::date, w."dueOn" from ${rowsOf(places)}
    on conflict do nothing`.execute(tx)
}

/**
 * Fixes where a document stands at its release. A place it had keeps the days by which its release
 * was judged: a later correction makes nothing late and nothing punctual. Answers with duties that
 * it serves no longer.
 */
export async function fixPlacements(
  tx: Tx,
  edition: Edition,
  places: readonly Place[],
  at: Date,
): Promise<Duty[]> {
  const { id, owner } = edition.document
  const gone = await sql<Duty>`delete from documents.placement
    where document_id = ${id} and organization_id = ${owner.id}
      and column_id <> all(${places.map((place) => place.columnId)}::bigint[])
    returning organization_id as "organizationId", matter_code as "matterCode"`.execute(tx)
  await sql`insert into documents.placement as p
      (document_id, column_id, organization_id, matter_code, main, formed_on, due_on, published_at)
    select ${id}, w."columnId", ${owner.id}, w."matterCode", w.main, ${edition.formedOn}::date,
           w."dueOn", ${at} from ${rowsOf(places)}
    on conflict (document_id, column_id, organization_id) do update set
      matter_code = excluded.matter_code, main = excluded.main,
      formed_on = case when p.published_at is null then excluded.formed_on else p.formed_on end,
      due_on = case when p.published_at is null then excluded.due_on else p.due_on end,
      published_at = coalesce(p.published_at, excluded.published_at)`.execute(tx)
  return gone.rows.filter((duty) => duty.matterCode !== null)
}

/** Places that a document takes up, with whom they serve; all of them, or only public ones. */
export async function placesOf(
  db: Db,
  documentId: number,
): Promise<{ columnId: number; duty: Duty | null; main: boolean; isPublic: boolean }[]> {
  const rows = await db
    .selectFrom('documents.placement')
    .select(['column_id', 'organization_id', 'matter_code', 'main', 'published_at'])
    .where('document_id', '=', documentId)
    .orderBy('main', 'desc')
    .execute()
  return rows.map((row) => ({
    columnId: row.column_id,
    main: row.main,
    isPublic: row.published_at !== null,
    duty:
      (row.matter_code && {
        organizationId: row.organization_id,
        matterCode: row.matter_code,
      }) ||
      null,
  }))
}

/** Takes a document out of every place; answers with the duties that lose it. */
export async function clearPlacements(tx: Tx, documentId: number): Promise<Duty[]> {
  const { rows } = await sql<Duty>`delete from documents.placement where document_id = ${documentId}
    returning organization_id as "organizationId", matter_code as "matterCode"`.execute(tx)
  return rows.filter((duty) => duty.matterCode !== null)
}

/** A place of a live document in another unit's column, by reference. */
export async function addReference(
  tx: Tx,
  made: {
    readonly documentId: number
    readonly columnId: number
    readonly organizationId: number
    readonly matterCode: string
    readonly at: Date
  },
): Promise<void> {
  await tx
    .insertInto('documents.placement')
    .values({
      document_id: made.documentId,
      column_id: made.columnId,
      organization_id: made.organizationId,
      matter_code: made.matterCode,
      published_at: made.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Documents follow a matter to its new code. Their text and their review are untouched: it is the
 * catalogue that calls the same matter otherwise.
 */
export async function recodeMatters(
  tx: Tx,
  renamed: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  if (renamed.length === 0) return
  const to = JSON.stringify(Object.fromEntries(renamed.map((one) => [one.from, one.to])))
  const from = renamed.map((one) => one.from)
  await sql`update documents.edition set matter_codes = array(
      select coalesce(${to}::jsonb ->> u.code, u.code)
      from unnest(matter_codes) with ordinality u(code, n) order by n),
      clauses = (select coalesce(jsonb_agg(u.clause || jsonb_build_object('matterCode',
          coalesce(${to}::jsonb ->> (u.clause ->> 'matterCode'), u.clause ->> 'matterCode')) order by n), '[]')
        from jsonb_array_elements(clauses) with ordinality u(clause, n))
    where matter_codes && ${from}::text[]
      and state not in ('superseded', 'withdrawn', 'abandoned')`.execute(tx)
  await sql`update documents.placement p set matter_code = c.matter_code, column_id = c.id
    from documents.site_column c
    where p.matter_code = any(${from}::text[]) and c.retired_at is null
      and c.matter_code = ${to}::jsonb ->> p.matter_code
      and not exists (select from documents.placement q where q.document_id = p.document_id
        and q.column_id = c.id and q.organization_id = p.organization_id)`.execute(tx)
}
