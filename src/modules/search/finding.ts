import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/database'
import type { Stretch } from './marks.ts'

/** What to look for: lexemes that lead to a document, words that its text has to confirm. */
export interface Looking {
  readonly tsquery: string
  readonly confirm: readonly string[]
  readonly stretches: readonly Stretch[]
}

export interface Cursor {
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

/**
 * Matches newest first, stretch by stretch, as long as someone asks for more: each stretch is one
 * step through the index, sorted, and only then is the next one touched. The order of the steps is
 * the order of the rows, because a lateral join runs its outer side in sequence; `offset 0` keeps
 * the planner from asking every text before it sorts.
 */
const matching = (
  looking: Looking,
  columns: RawBuilder<unknown>,
  options: { readonly confirmed: boolean; readonly after: Cursor | null; readonly limit: number },
): RawBuilder<unknown> => {
  const { after, limit } = options
  const queries = looking.stretches.map(({ marks }) =>
    marks === null ? looking.tsquery : `${marks} & ${looking.tsquery}`,
  )
  const isConfirmed = looking.confirm.map((word) => sql`strpos(e.folded, ${word}) > 0`)
  return sql`
    select found.* from unnest(${queries}::text[], ${looking.stretches.map((one) => one.before)}::timestamptz[])
      as step (query, before)
    cross join lateral (
      select ${columns} from (
        select * from search.entry e
        where e.words @@ step.query::tsquery and e.published_at < step.before
          ${after ? sql`and (e.published_at, e.document_id) < (${after.at}::timestamptz, ${after.id})` : sql``}
        order by e.published_at desc, e.document_id desc offset 0
      ) e
      ${options.confirmed && isConfirmed.length > 0 ? sql`where ${sql.join(isConfirmed, sql` and `)}` : sql``}
      limit ${limit}
    ) found
    limit ${limit}`
}

export interface HitRow {
  readonly documentId: number
  readonly title: string
  readonly documentNumber: string
  readonly organizationCode: string
  readonly organizationName: string
  readonly publishedAt: Date
  readonly text: string
}

// An excerpt is cut from here; a word that stands only further on is said by the title alone.
const excerptReach = 20_000

const shown = (entries: RawBuilder<unknown>) => sql<HitRow>`
  select e.document_id as "documentId", t.title, t.document_number as "documentNumber",
    o.code as "organizationCode", o.short_name as "organizationName", e.published_at as "publishedAt",
    left(t.text, ${excerptReach}) as text
  from (${entries}) e
  join documents.live_text t on t.document_id = e.document_id
  join organizations.organization o on o.id = e.organization_id
  order by e.published_at desc, e.document_id desc`

/**
 * The newest matches after a cursor, each confirmed in the text: pairs alone also match where they
 * stand apart. Only as many texts are asked as a page needs.
 */
export const newestHits = async (
  db: Db,
  looking: Looking,
  after: Cursor | null,
  limit: number,
): Promise<HitRow[]> => {
  const columns = sql`e.document_id, e.published_at, e.organization_id`
  const { rows } = await shown(
    matching(looking, columns, { confirmed: true, after, limit }),
  ).execute(db)
  return rows
}

/** Documents by their document number or index number as a whole. */
export const hitsByNumber = async (
  db: Db,
  number: { readonly document: string | null; readonly index: string | null },
  limit: number,
): Promise<HitRow[]> => {
  const { rows } = await shown(sql`
    select document_id, published_at, organization_id from search.entry
    where ${number.document === null ? sql`index_number = ${number.index} and index_number <> ''` : sql`document_number = ${number.document} and document_number <> ''`}
    order by published_at desc, document_id desc limit ${limit}`).execute(db)
  return rows
}

export interface FacetRow {
  readonly facet: 'field' | 'organization' | 'year' | 'all'
  readonly value: string
  readonly label: string
  readonly count: number
}

// So many texts are asked in three milliseconds: a number this small equals the list beneath it.
const confirmedUpTo = 200

/** Counts of the newest matches up to the cap, and of their fields, organizations and years, in one read. */
export const facetRows = async (db: Db, looking: Looking, cap: number): Promise<FacetRow[]> => {
  const columns = sql`e.document_id, e.organization_id, e.field_codes, e.year, e.folded`
  const isConfirmed = looking.confirm.map((word) => sql`strpos(folded, ${word}) > 0`)
  const { rows } = await sql<FacetRow>`
    with led as materialized (
      ${matching(looking, columns, { confirmed: false, after: null, limit: cap + 1 })}
    ), matching as materialized (
      select organization_id, field_codes, year from led
      ${
        isConfirmed.length === 0
          ? sql``
          : sql`where (select count(*) from led) > ${confirmedUpTo} or (${sql.join(isConfirmed, sql` and `)})`
      }
    )
    select 'all' as facet, '' as value, '' as label, count(*)::int as count from matching
    union all
    select 'field', code, '', count(*)::int from matching cross join unnest(field_codes) as code group by code
    union all
    select 'organization', o.code, o.short_name, m.count
    from (select organization_id, count(*)::int as count from matching group by organization_id) m
    join organizations.organization o on o.id = m.organization_id
    union all
    select 'year', year::text, '', count(*)::int from matching group by year`.execute(db)
  return rows
}
