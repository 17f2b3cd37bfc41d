import { Kysely, PostgresDialect, type Transaction } from 'kysely'
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
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, close: () => db.destroy() }
}
