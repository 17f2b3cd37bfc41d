import { readdirSync, readFileSync } from 'node:fs'
import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { inHome } from './home.ts'
import { refusals } from './refusal.ts'

const refuse = refusals('database', { tooOld: 'invalid', wrongEncoding: 'invalid' })

// The SQL floor: what Debian 12 and the domestic PostgreSQL derivatives offer.
const oldestServer = 150_000

/** Any constant will do; two starts at once must not migrate together. */
const migrationLock = 7_219_001

export const migrationFiles = (): string[] =>
  readdirSync(inHome('db', 'migrations'))
    .filter((name) => name.endsWith('.sql'))
    .sort()

const checkServer = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ version: number; encoding: string }>(
    `select current_setting('server_version_num')::int as version,
            pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()`,
  )
  const server = rows[0]
  if (server && server.version < oldestServer) throw refuse('tooOld', { version: server.version })
  if (server && server.encoding !== 'UTF8')
    throw refuse('wrongEncoding', { encoding: server.encoding })
}

/**
 * Brings the database to this version: each file of db/migrations once, in its own transaction, in
 * order. Safe to run again and from two processes. Returns the names applied now.
 */
export const migrate = async (url: string): Promise<string[]> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await checkServer(client)
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query(
      'create table if not exists public.gongkai_migration (name text primary key, at timestamptz not null default now())',
    )
    const { rows } = await client.query<{ name: string }>(
      'select name from public.gongkai_migration',
    )
    const done = new Set(rows.map((row) => row.name))
    const applied: string[] = []
    for (const name of migrationFiles()) {
      if (done.has(name)) continue
      await client.query('begin')
      await client.query(readFileSync(inHome('db', 'migrations', name), 'utf8'))
      await client.query('insert into public.gongkai_migration (name) values ($1)', [name])
      await client.query('commit')
      applied.push(name)
    }
    await runMigrations({ connectionString: url, schema: 'jobs' })
    return applied
  } finally {
    await client.end()
  }
}
