import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'

/**
 * Every column that names a file of the store, found in the catalogue of the database itself: a module
 * that comes to keep files is safe from the sweep as soon as its column is called `…sha256`.
 */
const namingColumns = async (
  db: Db,
): Promise<readonly { schema: string; table: string; name: string }[]> => {
  const { rows } = await sql<{ schema: string; table: string; name: string }>`
    select n.nspname as schema, c.relname as "table", a.attname as name
    from pg_attribute a join pg_class c on c.oid = a.attrelid
      join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attname ~ 'sha256$'
      and format_type(a.atttypid, a.atttypmod) = 'text'
      and n.nspname !~ '^(pg_|information_schema)'
      and n.nspname || '.' || c.relname not in
        ('documents.blob', 'documents.file_scan', 'documents.file_signature')`.execute(db)
  return rows
}

/** Which of these files something refers to. */
export async function referredTo(db: Db, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const referred = new Set<string>()
  if (hashes.length === 0) return referred
  for (const { schema, table, name } of await namingColumns(db)) {
    const { rows } = await sql<{ sha256: string }>`
      select distinct ${sql.id(name)} as sha256 from ${sql.id(schema, table)}
      where ${sql.id(name)} = any(${hashes}::text[])`.execute(db)
    for (const { sha256 } of rows) referred.add(sha256)
  }
  return referred
}

/** Forgets files that nothing refers to. */
export const forgetBlobs = (tx: Tx, hashes: readonly string[]): Promise<unknown> =>
  tx
    .deleteFrom('documents.blob')
    .where('sha256', 'in', [...hashes])
    .execute()

/** Files with a row that nothing refers to, of before a moment. */
export async function looseBlobs(db: Db, before: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('documents.blob as b')
    .select('b.sha256')
    .where('b.stored_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('documents.attachment as a')
            .select('a.id')
            .whereRef('a.sha256', '=', 'b.sha256'),
        ),
      ),
    )
    .limit(1000)
    .execute()
  return rows.map(({ sha256 }) => sha256)
}
