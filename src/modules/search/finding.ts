import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database'
import { type Stretch, withinStretch } from './marks.ts'

/** What to look for: lexemes that lead to a document, words that its text has to confirm. */
export interface Looking {
  readonly tsquery: string
  /** The same words among the lexemes of titles: what has them there comes first. */
  readonly titleQuery: string
  /** Marks of fields, owners, kinds, validities; of each list one. */
  readonly places: readonly (readonly string[])[]
  readonly confirm: readonly string[]
  /** Long words that were taken apart: whatever has all of them whole was listed before. */
  readonly whole: readonly string[]
  readonly since: Date | null
  readonly stretches: readonly Stretch[]
  /** The way back for the words in titles, which are rarer there. */
  readonly titleStretches: readonly Stretch[]
  /** Absent where no validity is due to turn: as a rule. */
  readonly turned?: Turned | undefined
}

/** Validities that turned at midnight and whose entries nobody has written anew yet. */
export interface Turned {
  readonly now: ReadonlyMap<number, string>
  /** The validity asked for: the marks of an entry only lead to it. */
  readonly wanted: string | null
}

/** Which part of an answer: words in the title, words elsewhere, words taken apart. */
export type Rank = 0 | 1 | 2

export interface Cursor {
  readonly rank: Rank
  readonly at: string
  readonly id: number
}

/** The instants of the newest and the oldest entry, and what a question is narrowed to. */
export const boundsOf = async (
  db: Db,
  organization: string | null,
): Promise<{ newest: Date; oldest: Date; owners: number[] | null } | null> => {
  const { rows } = await sql<{ newest: Date | null; oldest: Date | null; owners: number[] | null }>`
    select (select published_at from search.entry order by published_at desc limit 1) as newest,
      (select published_at from search.entry order by published_at limit 1) as oldest,
      ${organization === null ? sql`null` : ownersUnder(organization)} as owners`.execute(db)
  const found = rows[0]
  return found?.newest && found.oldest
    ? { ...found, newest: found.newest, oldest: found.oldest }
    : null
}

// A unit with everything below it; the top of the tree narrows nothing down.
const ownersUnder = (code: string) => sql`
  case when exists (select from organizations.organization where code = ${code} and parent_id is null)
  then null else array(
    select below.id::int from organizations.organization unit
    join organizations.organization below on below.path like unit.path || '%'
    where unit.code = ${code} order by below.id) end`

interface Walk {
  /** The words that lead there: `rank` 0 by titles, 1 by all but titles, null by all. */
  readonly rank: 0 | 1 | null
  readonly confirmed: boolean
  readonly after: Cursor | null
  readonly limit: number
}

const stretchesOf = (looking: Looking, rank: Walk['rank']): readonly Stretch[] =>
  rank === 0 ? looking.titleStretches : looking.stretches

const queriesOf = (looking: Looking, rank: Walk['rank']): string[] => {
  const { tsquery, titleQuery } = looking
  const words = { 0: titleQuery, 1: `${tsquery} & !(${titleQuery})`, all: tsquery }[rank ?? 'all']
  return stretchesOf(looking, rank).map((stretch) => withinStretch(stretch, looking.places, words))
}

/**
 * Matches newest first, stretch by stretch, as long as someone asks for more: each stretch is one
 * step through the index, sorted, and only then is the next one touched. The order of the steps is
 * the order of the rows, because a lateral join runs its outer side in sequence. The inner `offset 0`
 * keeps the planner from walking the newest entries and asking each for its lexemes (25 ms where a
 * word is in one of a hundred), the outer one from asking every text before it sorts.
 */
const matching = (
  looking: Looking,
  columns: RawBuilder<unknown>,
  { rank, confirmed, after, limit }: Walk,
): RawBuilder<unknown> => sql`
  select found.* from unnest(${queriesOf(looking, rank)}::text[],
    ${stretchesOf(looking, rank).map((one) => one.before)}::timestamptz[]) as step (query, before)
  cross join lateral (
    select ${columns} from (
      select * from (
        select document_id, published_at, organization_id, field_codes, year, kind,
          ${validityNow(looking)}, folded
        from search.entry e
        where e.words @@ step.query::tsquery and e.published_at < step.before
          ${looking.since ? sql`and e.published_at >= ${looking.since}` : sql``}
          ${after ? sql`and (e.published_at, e.document_id) < (${after.at}::timestamptz, ${after.id})` : sql``}
        offset 0
      ) e
      order by e.published_at desc, e.document_id desc offset 0
    ) e
    where ${confirmed ? confirming(looking) : sql`true`} and ${asWanted(looking)}
    limit ${limit}
  ) found
  limit ${limit}`

/** How the policy of an entry stands: as was written, save where it has turned since. */
const validityNow = ({ turned }: Looking): RawBuilder<unknown> =>
  turned === undefined
    ? sql`validity`
    : sql`coalesce(${JSON.stringify(Object.fromEntries(turned.now))}::jsonb ->> document_id::text,
        validity) as validity`

const asWanted = ({ turned }: Looking): RawBuilder<unknown> =>
  turned?.wanted ? sql`e.validity = ${turned.wanted}` : sql`true`

const standing = (words: readonly string[]): RawBuilder<unknown> =>
  sql`(${sql.join(
    words.map((word) => sql`strpos(folded, ${word}) > 0`),
    sql` and `,
  )})`

const confirming = ({ confirm, whole }: Looking): RawBuilder<unknown> => {
  const words = confirm.length === 0 ? sql`true` : standing(confirm)
  return whole.length === 0 ? words : sql`(${words} and not ${standing(whole)})`
}

/**
 * The newest matches after a cursor, each confirmed in the text: pairs alone also match where they
 * stand apart. Only as many texts are asked as a page needs.
 */
export const newestMatches = async (
  db: Db,
  looking: Looking,
  walk: Omit<Walk, 'confirmed'>,
): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    ${matching(looking, sql`e.document_id as id`, { ...walk, confirmed: true })}`.execute(db)
  return rows.map((row) => row.id)
}

/** A document number or an index number, written as it is kept. */
export type NumberSought =
  | { readonly document: string; readonly index?: undefined }
  | { readonly index: string; readonly document?: undefined }

/** The ids of the newest documents that bear a number. */
export const bearing = (number: NumberSought, limit: number): RawBuilder<unknown> => {
  const bears =
    number.document === undefined
      ? sql`index_number = ${number.index} and index_number <> ''`
      : sql`document_number = ${number.document} and document_number <> ''`
  return sql`array(select document_id from search.entry where ${bears}
    order by published_at desc, document_id desc limit ${limit})`
}

export type Facet = 'field' | 'organization' | 'year' | 'kind' | 'validity'
export interface FacetRow {
  readonly facet: Facet
  readonly value: string
  readonly label: string
  readonly count: number
}

export interface Counted {
  readonly count: number
  readonly facets: readonly FacetRow[]
  /** The first page: those with the words in their title, then the others, newest first. */
  readonly titled: readonly number[]
  readonly others: readonly number[]
}

// So many texts are asked in three milliseconds: a number this small equals the list beneath it.
const confirmedUpTo = 200

/** Counts the newest matches up to a cap, and their facets, and fills the first page, in one read. */
export const countMatches = async (
  db: Db,
  looking: Looking,
  { cap, page }: { readonly cap: number; readonly page: number },
): Promise<Counted> => {
  const columns = sql`e.document_id, e.organization_id, e.field_codes, e.year, e.kind, e.validity, e.folded`
  const { rows } = await sql<Counted>`
    with titled as materialized (
      ${matching(looking, sql`e.document_id`, { rank: 0, confirmed: true, after: null, limit: page })}
    ), led as materialized (
      ${matching(looking, columns, { rank: null, confirmed: false, after: null, limit: cap + 1 })}
    ), counted as materialized (
      select grouping(organization_id, field_codes, year, kind, validity) as by, organization_id,
        field_codes, year, kind, validity, count(*)::int as count
      from led where (select count(*) from led) > ${confirmedUpTo} or ${confirming(looking)}
      group by grouping sets ((organization_id), (field_codes), (year), (kind), (validity), ())
    ), facet as (
      select 'field' as facet, code as value, '' as label, sum(count)::int as count
      from counted cross join unnest(field_codes) as code where by = b'10111'::int group by code
      union all
      select 'organization', o.code, o.short_name, c.count
      from counted c join organizations.organization o on o.id = c.organization_id
      where by = b'01111'::int
      union all
      select 'year', year::text, '', count from counted where by = b'11011'::int
      union all
      select 'kind', kind, '', count from counted where by = b'11101'::int and kind <> ''
      union all
      select 'validity', validity, '', count from counted where by = b'11110'::int and validity <> ''
    )
    select (select count from counted where by = b'11111'::int) as count,
      (select coalesce(json_agg(one), '[]') from facet one) as facets,
      array(select document_id::int from titled) as titled,
      array(select document_id::int from led where (select count(*) from titled) < ${page}
        and document_id not in (select document_id from titled) and ${confirming(looking)}
        limit ${page}) as others`.execute(db)
  return rows[0] ?? { count: 0, facets: [], titled: [], others: [] }
}
