import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import { inYear, periodMark, periods, thirdOf } from './marks.ts'
import type { Shelf } from './store.ts'

// Of twenty thousand documents a word that one in four hundred bears shows fifty times: near enough.
const sampled = 20_000
const leastSeen = 5
const rarest = leastSeen / sampled
// Expectation errs, and a second step costs more than a first one that is half as long again.
const margin = 1.5

/**
 * Counts anew, in a sample, how many documents bear each lexeme: nightly, and of an index made anew before
 * it takes its place, since searches wait from then on.
 */
export const countLexemes = async (tx: Tx, shelf: Shelf = 'entry'): Promise<void> => {
  await sql`set local statement_timeout = 0`.execute(tx)
  const { rows } = await sql<{ documents: number }>`
    select reltuples as documents from pg_class where oid = ${`search.${shelf}`}::regclass`.execute(
    tx,
  )
  const percent = Math.min(100, (100 * sampled) / Math.max(1, rows[0]?.documents ?? 0))
  const sample = `search.${shelf} tablesample system (${percent}) repeatable (1)`
  await sql`delete from search.frequency`.execute(tx)
  // Words, places and periods; never asked for are places within periods.
  await sql`
    insert into search.frequency (lexeme, share)
    select word, ndoc::real / (select count(*) from ${sql.raw(sample)})
    from ts_stat(${`select words from ${sample}`})
    where ndoc >= ${leastSeen} and strpos(substr(word, 2), ':p') = 0
    on conflict (lexeme) do update set share = excluded.share`.execute(tx)
}

/**
 * How many documents a third of a month brings that bear all these words, each with all its lexemes, and
 * of each list of marks one; null where nothing was counted yet.
 */
export type Pace = (
  words: readonly (readonly string[])[],
  places: readonly (readonly string[])[],
) => number | null

/** Reads how common some lexemes and marks are around an instant, in one look. */
export const paceAround = async (
  db: Db,
  newest: Date,
  lexemes: readonly string[],
): Promise<Pace> => {
  const third = thirdOf(newest)
  const years = [third, third - inYear].map((one) => periodMark(inYear, one))
  const { rows } = await sql<{ lexeme: string; share: number; documents: number }>`
    select lexeme, share,
      (select reltuples from pg_class where oid = 'search.entry'::regclass) as documents
    from search.frequency where lexeme = any(${[...new Set([...years, ...lexemes])]}::text[])`.execute(
    db,
  )
  const shares = new Map(rows.map(({ lexeme, share }) => [lexeme, share]))
  const shareOf = (lexeme: string): number => shares.get(lexeme) ?? rarest
  const lately = years.reduce((sum, year) => sum + (shares.get(year) ?? 0), 0)
  const perThird = ((rows[0]?.documents ?? 0) * lately) / ((third % inYear) + 1 + inYear)
  return (words, places) => {
    if (perThird <= 0) return null
    const [rarestWord = 1, ...others] = words
      .map((word) => Math.min(1, ...word.map(shareOf)))
      .sort((a, b) => a - b)
    const placed = places.map((marks) => marks.reduce((sum, mark) => sum + shareOf(mark), 0))
    // Words of one question stand together more often than chance would have it, and less than always.
    const together = others.reduce((pace, share) => pace * Math.sqrt(share), rarestWord)
    return placed.reduce((pace, share) => pace * Math.min(1, share), perThird * together)
  }
}

/**
 * The shortest period, in thirds of a month, that may bring as many as are wanted; all of time if none,
 * null where nothing was counted yet.
 */
export const strideFor = (pace: number | null, wanted: number): number | null =>
  pace === null
    ? null
    : (periods.find((thirds) => thirds * pace >= wanted * margin) ?? Number.POSITIVE_INFINITY)
