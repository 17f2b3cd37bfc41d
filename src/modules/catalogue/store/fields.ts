import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { Field } from '../contract.ts'

export const allFields = async (db: Db): Promise<Field[]> => {
  const rows = await db
    .selectFrom('catalogue.field')
    .select(['code', 'name', 'aliases', 'slug', 'status', 'levels', 'vertical', 'ordinal'])
    .orderBy('ordinal')
    .orderBy('code')
    .execute()
  return rows as Field[]
}

export const upsertFields = async (tx: Tx, fields: readonly Field[]): Promise<void> => {
  await sql`
    insert into catalogue.field (code, name, aliases, slug, status, levels, vertical, ordinal)
    select code, name, aliases, slug, status, levels, vertical, ordinal
    from jsonb_to_recordset(${JSON.stringify(fields)}::jsonb) as given (code text, name text,
      aliases text[], slug text, status text, levels text[], vertical boolean, ordinal int)
    on conflict (code) do update set name = excluded.name, aliases = excluded.aliases,
      slug = excluded.slug, status = excluded.status, levels = excluded.levels,
      vertical = excluded.vertical, ordinal = excluded.ordinal`.execute(tx)
}
