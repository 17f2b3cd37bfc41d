import { isIPv6 } from 'node:net'
import { sql } from 'kysely'
import type { Act } from './act.ts'
import type { Db, Tx } from './database.ts'
import { fingerprint } from './sealing.ts'

/** So many in so many minutes: from `easy` on a question may be asked, from `most` on one waits. */
export interface Pace {
  readonly minutes: number
  readonly easy: number
  readonly most: number
}

/** What is counted, of whom; only a keyed hash of it is kept. */
export interface Counted {
  readonly what: string
  readonly of: string
  readonly pace: Pace
}

export type Room = 'free' | 'question' | 'wait'

const minuteMs = 60_000

/** Stretches of time stand still: a count begins with the clock, not with the first try. */
const sinceOf = ({ minutes }: Pace, at: Date): Date =>
  new Date(Math.floor(at.getTime() / (minutes * minuteMs)) * minutes * minuteMs)

const markOf = ({ what, of }: Counted, key: Buffer): string =>
  fingerprint(`tally:${what}:${of}`, key)

export const roomOf = (count: number, pace: Pace): Room =>
  count >= pace.most ? 'wait' : count >= pace.easy ? 'question' : 'free'

/** Minutes until the stretch ends and one may try again. */
export const minutesLeft = ({ minutes }: Pace, at: Date): number =>
  Math.max(1, Math.ceil(minutes - (at.getTime() % (minutes * minuteMs)) / minuteMs))

// What one household or office gets of version 6 is a network of 64 bits: whoever has one has all of it.
const networkGroups = 4

/** Whom an address stands for: itself, or in version 6 the network that one connection is given. */
export const networkOf = (address: string): string => {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [before = '', after] = plain.split('::')
  const head = before.split(':').filter((group) => group !== '')
  const tail = (after ?? '').split(':').filter((group) => group !== '')
  const between = after === undefined ? [] : Array<string>(8 - head.length - tail.length).fill('0')
  const groups = [...head, ...between, ...tail].slice(0, networkGroups)
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`
}

// The longest stretch is a day.
const keptHours = 48

/** How often something was tried in a stretch of time, kept in the table `tally` of a schema. */
export const talliesIn = (schema: string) => {
  const table = sql.id(schema, 'tally')
  return {
    /** How many there were in this stretch before now. */
    tallyOf: async (db: Db | Tx, counted: Counted, at: Date, key: Buffer): Promise<number> => {
      const { rows } = await sql<{ count: number }>`select count from ${table}
        where mark = ${markOf(counted, key)} and since = ${sinceOf(counted.pace, at)}`.execute(db)
      return rows[0]?.count ?? 0
    },
    /** Counts one more (or `by` more), and answers how many there were before. */
    count: async (act: Act, counted: Counted, key: Buffer, by = 1): Promise<number> => {
      const { rows } = await sql<{ count: number }>`
        insert into ${table} as t (mark, since, count)
        values (${markOf(counted, key)}, ${sinceOf(counted.pace, act.at)}, ${by})
        on conflict (mark, since) do update set count = t.count + ${by}
        returning count`.execute(act.tx)
      return (rows[0]?.count ?? by) - by
    },
    sweep: async (tx: Tx, at: Date): Promise<void> => {
      const before = new Date(at.getTime() - keptHours * 60 * minuteMs)
      await sql`delete from ${table} where since < ${before}`.execute(tx)
    },
  }
}
