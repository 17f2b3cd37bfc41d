import { sql } from 'kysely'
import type { Act } from '#platform/act'
import type { Db, Tx } from '#platform/database'
import { fingerprint } from '#platform/sealing'
import type { Pace } from './rules.ts'

/** What is counted, of whom; only a keyed hash of it is kept. */
export interface Counted {
  readonly what:
    | 'draft'
    | 'submission'
    | 'person'
    | 'guess'
    | 'number'
    | 'upload'
    | 'same'
    | 'answer'
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

/** How many there were in this stretch before now. */
export const tallyOf = async (db: Db | Tx, counted: Counted, at: Date, key: Buffer) => {
  const { rows } = await sql<{ count: number }>`select count from requests.tally
    where mark = ${markOf(counted, key)} and since = ${sinceOf(counted.pace, at)}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Counts one more (or `by` more), and answers how many there were before. */
export const count = async (act: Act, counted: Counted, key: Buffer, by = 1): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    insert into requests.tally (mark, since, count)
    values (${markOf(counted, key)}, ${sinceOf(counted.pace, act.at)}, ${by})
    on conflict (mark, since) do update set count = requests.tally.count + ${by}
    returning count`.execute(act.tx)
  return (rows[0]?.count ?? by) - by
}

/** Minutes until the stretch ends and one may try again. */
export const minutesLeft = ({ minutes }: Pace, at: Date): number =>
  Math.max(1, Math.ceil(minutes - (at.getTime() % (minutes * minuteMs)) / minuteMs))

// The longest stretch is a day.
const keptHours = 48

export const sweepTallies = async (tx: Tx, at: Date): Promise<void> => {
  const before = new Date(at.getTime() - keptHours * 60 * minuteMs)
  await sql`delete from requests.tally where since < ${before}`.execute(tx)
}
