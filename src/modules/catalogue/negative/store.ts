import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { NegativeEntry } from '../contract/negative-list.ts'

export interface EntryRow extends Omit<NegativeEntry, 'addedAt' | 'inherited'> {
  readonly addedAt: Date
  readonly path: string
}

/** Entries that meet a condition on `n` and `o`, those of the highest unit first. */
export async function entryRows(
  db: Db,
  where: RawBuilder<boolean>,
  limit = 500,
): Promise<EntryRow[]> {
  const { rows } = await sql<EntryRow>`
    select n.id, n.organization_id as "organizationId", o.name as "organizationName", o.path,
      n.category, n.attribute, n.ground, n.article, n.extent, n.extent_note as "extentNote", n.signs,
      n.valid_from as "validFrom", n.valid_to as "validTo", n.ended_reason as "endedReason",
      n.added_at as "addedAt", coalesce(s.name, '') as "addedBy"
    from catalogue.negative_entry n
    join organizations.organization o on o.id = n.organization_id
    left join accounts.staff s on s.id = n.added_by
    where ${where}
    order by length(o.path), o.ordinal, o.id, n.attribute, n.id limit ${limit}`.execute(db)
  return rows
}

/** In force on a day. */
export const inForceOn = (day: CivilDate): RawBuilder<boolean> =>
  sql<boolean>`(n.valid_from <= ${day}::date and (n.valid_to is null or n.valid_to >= ${day}::date))`

/** Of a unit or of one above it. */
export const reaching = (path: string): RawBuilder<boolean> =>
  sql<boolean>`starts_with(${path}, o.path)`

type Content = Pick<
  NegativeEntry,
  | 'organizationId'
  | 'category'
  | 'attribute'
  | 'ground'
  | 'article'
  | 'extent'
  | 'extentNote'
  | 'validFrom'
> & { readonly signs: readonly string[] }

export async function addEntry(
  tx: Tx,
  entry: Content,
  added: { readonly at: Date; readonly by: number | null },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into catalogue.negative_entry (organization_id, category, attribute, ground, article, extent,
      extent_note, signs, valid_from, added_at, added_by)
    values (${entry.organizationId}, ${entry.category}, ${entry.attribute}, ${entry.ground},
      ${entry.article}, ${entry.extent}, ${entry.extentNote}, ${[...entry.signs]}::text[],
      ${entry.validFrom}, ${added.at}, ${added.by})
    returning id`.execute(tx)
  return rows[0]?.id ?? 0
}

export const endEntry = (
  tx: Tx,
  id: number,
  ended: { readonly lastDay: CivilDate; readonly reason: string },
): Promise<unknown> =>
  // One that began today and ends today was never in force: its last day is the day before.
  sql`update catalogue.negative_entry set valid_to = ${ended.lastDay}, ended_reason = ${ended.reason}
    where id = ${id}`.execute(tx)

export async function lockEntry(tx: Tx, id: number): Promise<EntryRow | null> {
  await sql`select from catalogue.negative_entry where id = ${id} for update`.execute(tx)
  const [found] = await entryRows(tx, sql<boolean>`n.id = ${id}`, 1)
  return found ?? null
}
