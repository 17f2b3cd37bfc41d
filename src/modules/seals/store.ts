import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { DaySeal, Link } from './chain.ts'

export interface EntryRow {
  readonly number: number
  readonly body: string
  readonly hash: string
}
export interface DayRow {
  readonly day: CivilDate
  readonly body: string
  readonly hash: string
  readonly sealedAt: Date
}

/** Any constant: one act at a time adds to the chain. Taken last before the commit, after the log's. */
const chainLock = 7_219_003
export const lockChain = (tx: Tx): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(${chainLock})`.execute(tx)

export const lastEntry = async (db: Db): Promise<EntryRow | null> =>
  (await db
    .selectFrom('seals.entry')
    .select(['number', 'body', 'hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()) ?? null

/** What opens a link while it may be read: its salt, and by what a bare text, file or table is found. */
export interface Opening {
  readonly salt: string
  readonly textHash: string
  readonly fileHashes: readonly string[]
  /** SHA-256 of the CSV files of its tables, in their order. */
  readonly tableHashes: readonly string[]
}

export async function addEntry(tx: Tx, row: EntryRow, opening: Opening | null): Promise<void> {
  await tx
    .insertInto('seals.entry')
    .values({ number: row.number, body: row.body, hash: row.hash })
    .execute()
  if (opening)
    await sql`insert into seals.opening (number, salt, text_hash, file_hashes, table_hashes)
      values (${row.number}, ${opening.salt}, ${opening.textHash},
        ${[...opening.fileHashes]}::text[], ${[...opening.tableHashes]}::text[])`.execute(tx)
}

/** Shuts what must not be read any more: the links stay, and nothing leads from them to a text. */
export const shutOpenings = (tx: Tx, documentId: number, besides: number): Promise<unknown> =>
  sql`delete from seals.opening o using seals.entry e
    where o.number = e.number and e.document_id = ${documentId} and e.number <> ${besides}`.execute(
    tx,
  )

/** The same of a file on its own. */
export const shutOpeningsAt = (tx: Tx, address: string, besides: number): Promise<unknown> =>
  sql`delete from seals.opening o using seals.entry e
    where o.number = e.number and e.document_id is null and e.body::jsonb ->> 'address' = ${address}
      and e.number <> ${besides}`.execute(tx)

/** Links of a file on its own, by the page where it is offered, newest first. */
export const entriesAt = async (db: Db, address: string): Promise<EntryRow[]> => {
  const { rows } = await sql<EntryRow>`select number, body, hash from seals.entry
    where document_id is null and body::jsonb ->> 'address' = ${address}
    order by number desc limit 50`.execute(db)
  return rows
}

/** Links of a document, newest first. */
export const entriesOfDocument = (db: Db, documentId: number): Promise<EntryRow[]> =>
  db
    .selectFrom('seals.entry')
    .select(['number', 'body', 'hash'])
    .where('document_id', '=', documentId)
    .orderBy('number', 'desc')
    .limit(50)
    .execute()

/** Links of a document, newest first, each with the day whose seal is the first to cover it. */
export const entriesWithDay = async (
  db: Db,
  documentId: number,
): Promise<readonly (EntryRow & { readonly sealedOn: CivilDate | null })[]> => {
  const { rows } = await sql<EntryRow & { sealedOn: CivilDate | null }>`
    select e.number, e.body, e.hash,
      (select d.day from seals.day d where d.last >= e.number order by d.day limit 1) as "sealedOn"
    from seals.entry e where e.document_id = ${documentId} order by e.number desc limit 50`.execute(
    db,
  )
  return rows
}

export const entryAt = async (db: Db, number: number): Promise<EntryRow | null> =>
  (await db
    .selectFrom('seals.entry')
    .select(['number', 'body', 'hash'])
    .where('number', '=', number)
    .executeTakeFirst()) ?? null

export const entriesBetween = (
  db: Db,
  first: number,
  last: number,
  limit: number,
): Promise<EntryRow[]> =>
  db
    .selectFrom('seals.entry')
    .select(['number', 'body', 'hash'])
    .where('number', '>=', first)
    .where('number', '<=', last)
    .orderBy('number')
    .limit(limit)
    .execute()

/** By what a page and its tables can be checked, while its text is public. */
export const openingOf = async (
  db: Db,
  number: number,
): Promise<Pick<Opening, 'salt' | 'tableHashes'> | null> =>
  (await db
    .selectFrom('seals.opening')
    .select(['salt', 'table_hashes as tableHashes'])
    .where('number', '=', number)
    .executeTakeFirst()) ?? null

/** The newest open link that a bare text, a file or a table belongs to. */
export const openedBy = async (
  db: Db,
  part: 'text' | 'file' | 'table',
  sha256: string,
): Promise<EntryRow | null> => {
  const found = {
    text: sql<boolean>`o.text_hash = ${sha256}`,
    file: sql<boolean>`o.file_hashes @> array[${sha256}]::text[]`,
    table: sql<boolean>`o.table_hashes @> array[${sha256}]::text[]`,
  }[part]
  const { rows } = await sql<EntryRow>`select e.number, e.body, e.hash
    from seals.opening o join seals.entry e on e.number = o.number
    where ${found} order by e.number desc limit 1`.execute(db)
  return rows[0] ?? null
}

export const openings = async (
  db: Db,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, string>> => {
  const { rows } = await sql<{ number: number; salt: string }>`select number, salt
    from seals.opening where number = any(${[...numbers]}::bigint[])`.execute(db)
  return new Map(rows.map((row) => [row.number, row.salt]))
}

/** The number under which each of these documents stands in the chain: that of its newest link. */
export const sealNumbers = async (
  db: Db,
  documentIds: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
  const { rows } = await sql<{ documentId: number; number: number }>`
    select w.id as "documentId", e.number from unnest(${[...documentIds]}::bigint[]) w(id)
    cross join lateral (select number from seals.entry
      where document_id = w.id order by number desc limit 1) e`.execute(db)
  return new Map(rows.map((row) => [row.documentId, row.number]))
}

/** The newest link of each of these documents. */
export const newestOf = async (
  db: Db,
  documentIds: readonly number[],
): Promise<ReadonlyMap<number, EntryRow>> => {
  const { rows } = await sql<EntryRow & { documentId: number }>`
    select w.id as "documentId", e.number, e.body, e.hash
    from unnest(${[...documentIds]}::bigint[]) w(id)
    cross join lateral (select number, body, hash from seals.entry
      where document_id = w.id order by number desc limit 1) e`.execute(db)
  return new Map(rows.map((row) => [row.documentId, row]))
}

/** Documents that should be before the public: their newest link is no withdrawal. */
export const documentsNotWithdrawn = async (db: Db): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`select id from (
      select distinct on (document_id) document_id as id, body from seals.entry
      where document_id is not null
      order by document_id, number desc) newest
    where body not like '{"act":"withdrawal"%' order by id`.execute(db)
  return rows.map((row) => row.id)
}

/**
 * Links in pieces, each piece one value: fetched row by row a million took longer than hashing them.
 * Each line is the hash, a space and the body; bodies hold no line ends. The rows are put in order by
 * the index: told to order inside an aggregate the server sorts the whole texts, at twice the time.
 */
export const chainPiece = async (db: Db, after: number, size: number): Promise<string | null> => {
  const { rows } = await sql<{ piece: string }>`
    select array_to_string(array(select hash || ' ' || body from seals.entry
      where number > ${after} and number <= ${after + size} order by number), E'\n') as piece`.execute(
    db,
  )
  return rows[0]?.piece || null
}

export const highestNumber = async (db: Db): Promise<number> => (await lastEntry(db))?.number ?? 0

export const lastDay = async (db: Db): Promise<DayRow | null> =>
  (await days(db).orderBy('day', 'desc').limit(1).executeTakeFirst()) ?? null

const days = (db: Db) =>
  db.selectFrom('seals.day').select(['day', 'body', 'hash', 'sealed_at as sealedAt'])

export const dayAt = async (db: Db, day: CivilDate): Promise<DayRow | null> =>
  (await days(db).where('day', '=', day).executeTakeFirst()) ?? null

export const daysBefore = (db: Db, before: CivilDate | null, limit: number): Promise<DayRow[]> =>
  days(db)
    .$if(before !== null, (query) => query.where('day', '<', before ?? ''))
    .orderBy('day', 'desc')
    .limit(limit)
    .execute()

export const allDays = (db: Db): Promise<DayRow[]> => days(db).orderBy('day').execute()

/** The seal that first covers a link. */
export const dayOfNumber = async (db: Db, number: number): Promise<DayRow | null> =>
  (await days(db).where('last', '>=', number).orderBy('day').limit(1).executeTakeFirst()) ?? null

export interface SealedDay {
  readonly seal: DaySeal
  readonly body: string
  readonly hash: string
}

/** Keeps the seals of days, all in one statement: who seals for the first time may have years to seal. */
export const addDays = (tx: Tx, made: readonly SealedDay[], at: Date): Promise<unknown> =>
  sql`insert into seals.day (day, body, hash, last, sealed_at)
    select w.day, w.body, w.hash, w.last, ${at}
    from unnest(${made.map((one) => one.seal.day)}::date[], ${made.map((one) => one.body)}::text[],
      ${made.map((one) => one.hash)}::text[], ${made.map((one) => one.seal.last)}::bigint[])
      as w(day, body, hash, last)`.execute(tx)

/** For each day the last link made on it or before, by the links not yet sealed. */
export const lastNumbersByDay = async (
  db: Db,
  after: number,
): Promise<readonly { day: CivilDate; last: number }[]> => {
  const { rows } = await sql<{ day: CivilDate; last: number }>`
    select ((body::jsonb ->> 'at')::timestamptz at time zone 'Asia/Shanghai')::date as day,
      max(number) as last
    from seals.entry where number > ${after} group by 1 order by 1`.execute(db)
  return rows
}

export const linkOf = (row: EntryRow): Link => JSON.parse(row.body) as Link
export const sealOfDay = (row: DayRow): DaySeal => JSON.parse(row.body) as DaySeal
