import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import { LRUCache } from 'lru-cache'
import pg from 'pg'
import type { Tables } from './tables.ts'

/** A reader: the pool or a transaction. Queries take it and only read. */
export type Db = Kysely<Tables>
/** A transaction: commands get it from their act and may change things. */
export type Tx = Transaction<Tables>

// bigint ids stay far below 2^53; dates of law stay text (a Date would shift them by the zone).
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
pg.types.setTypeParser(1182 as never, (text: string) =>
  text === '{}' ? [] : text.slice(1, -1).split(','),
)

export interface Database {
  readonly db: Db
  readonly pool: pg.Pool
  close(): Promise<void>
}

// A public query that takes longer than this is a fault in the query, not patience to be had.
const statementTimeoutMs = 15_000

// A statement's text is planned anew each time unless it has a name; planning is most of what a page or
// a standing costs (docs/decisions/0008). Texts that come often get one. Bounded: each connection keeps
// the plans of so many.
const timesUntilNamed = 3
const namesKept = 400

const names = new LRUCache<string, { name: string; times: number }>({ max: namesKept })

/** The name of a statement that came often enough to be prepared. */
const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (!known) {
    const name = createHash('sha256').update(text).digest('base64url').slice(0, 40)
    names.set(text, { name, times: 1 })
    return undefined
  }
  known.times += 1
  return known.times > timesUntilNamed ? known.name : undefined
}

/** Lets a connection keep the plans of statements that come often; PostgreSQL decides whether to use them. */
const prepareOften = (client: pg.ClientBase): void => {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown
  const naming = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    const name = typeof text === 'string' && Array.isArray(values) ? nameOf(text) : undefined
    return name ? query({ name, text, values }, ...rest) : query(text, values, ...rest)
  }
  client.query = naming as typeof client.query
}

/** Opens a pool. `max` bounds connections: one county server serves well with a dozen. */
export const openDatabase = (url: string, max = 12): Database => {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: 'gongkai',
    options: `-c statement_timeout=${statementTimeoutMs} -c timezone=Asia/Shanghai`,
  })
  // An idle connection lost with its server is replaced at the next query; it must not end the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    prepareOften(client)
  })
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}
