import { type RawBuilder, sql } from 'kysely'
import { type CivilDate, startOfDay } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type {
  CellFilter,
  CoverageLine,
  HeatUnit,
  StandingCell,
  StandingCounts,
} from './contract.ts'
import type { Span } from './period.ts'

export const countCells = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ cells: number }>`
    select coalesce(sum(met + due + late + blank + not_applicable), 0)::int as cells
    from assessment.tally`.execute(db)
  return rows[0]?.cells ?? 0
}

/** Has documents count its releases anew; answers how many duties were miscounted. */
export const recountDuties = async (tx: Tx): Promise<number> => {
  const { rows } = await sql<{ differed: number }>`
    select documents.recount_duties() as differed`.execute(tx)
  return rows[0]?.differed ?? 0
}

export interface HeatRow
  extends Pick<HeatUnit, 'organizationId' | 'code' | 'name' | 'level' | 'parentId'>,
    StandingCounts {
  readonly fieldCode: string
  readonly covered: number
  readonly documents: number
  readonly within: number
  readonly timed: number
}

/** Units that exist, below a path: `o` is the unit. */
const standingBelow = (path: string) =>
  sql`o.path like ${`${path}%`} and (o.valid_to is null or o.valid_to > current_date)`

/** What a heat map is folded from: a line for each unit and field below a path. */
export const heatRows = async (db: Db, path: string): Promise<HeatRow[]> => {
  const { rows } = await sql<HeatRow>`
    select o.id as "organizationId", o.code, o.short_name as name, o.level, o.parent_id as "parentId",
      t.field_code as "fieldCode", t.met, t.due, t.late, t.blank, t.not_applicable as "notApplicable",
      t.covered, t.documents, t.on_time as within, t.timed
    from assessment.tally t join organizations.organization o on o.id = t.organization_id
    where ${standingBelow(path)} and t.met + t.due + t.late + t.blank + t.not_applicable > 0
    order by o.level, o.ordinal, o.id`.execute(db)
  return rows
}

/** Every duty below a path, by standing. */
export const countsBelow = async (db: Db, path: string): Promise<StandingCounts> => {
  const { rows } = await sql<StandingCounts>`
    select coalesce(sum(t.met), 0)::int as met, coalesce(sum(t.due), 0)::int as due,
      coalesce(sum(t.late), 0)::int as late, coalesce(sum(t.blank), 0)::int as blank,
      coalesce(sum(t.not_applicable), 0)::int as "notApplicable"
    from assessment.tally t join organizations.organization o on o.id = t.organization_id
    where ${standingBelow(path)}`.execute(db)
  return rows[0] as StandingCounts
}

const nextOf = <Row>(rows: Row[], limit: number, cursor: (row: Row) => string): string | null => {
  const last = rows[limit - 1]
  return rows.length > limit && last ? cursor(last) : null
}

const filtered = (filter: CellFilter, path: string): RawBuilder<unknown> => sql`
  ${filter.below ? sql`o.path like ${`${path}%`}` : sql`s.organization_id = ${filter.organizationId}`}
  ${filter.field ? sql`and s.field_code = ${filter.field}` : sql``}
  ${filter.level ? sql`and s.level = ${filter.level}` : sql``}
  ${filter.standing ? sql`and s.standing = ${filter.standing}` : sql``}`

/** Cells in catalogue order, each with its three newest documents. Cursor: matter code and unit. */
export const cellPage = async (
  db: Db,
  filter: CellFilter & { readonly after?: string | undefined; readonly limit: number },
  path: string,
): Promise<{ cells: StandingCell[]; next: string | null }> => {
  const { code, unit } = readCursor(filter.after)
  const { rows } = await sql<StandingCell>`
    with page as materialized (
      select s.*, o.name as organization_name
      from assessment.standing s join organizations.organization o on o.id = s.organization_id
      where ${filtered(filter, path)} and (s.matter_code, s.organization_id) > (${code}, ${unit})
      order by s.matter_code, s.organization_id limit ${filter.limit + 1}
    )
    select s.organization_id as "organizationId", s.organization_name as "organizationName",
      s.matter_code as "matterCode", s.field_code as "fieldCode", f.name as "fieldName",
      m.level1, m.level2, m.time_limit as "timeLimit", s.standing,
      d.not_applicable_reason as reason, s.due_on as "dueOn",
      (s.last_published_at at time zone 'Asia/Shanghai')::date as "lastPublishedOn",
      s.documents, newest.list as newest
    from page s
    join catalogue.obligation d on d.organization_id = s.organization_id and d.matter_code = s.matter_code
    join catalogue.matter m on m.edition_id = d.edition_id and m.code = s.matter_code
    join catalogue.field f on f.code = s.field_code
    cross join lateral (
      select coalesce(json_agg(json_build_object('documentId', r.document_id, 'title', e.title,
          'publishedOn', r.published_on, 'dueOn', r.due_on,
          'late', coalesce(r.published_on > r.due_on, false)) order by r.published_at desc), '[]') as list
      from (select * from documents.release_for_duty r
            where r.organization_id = s.organization_id and r.matter_code = s.matter_code
            order by r.published_at desc limit 3) r
      join documents.document doc on doc.id = r.document_id
      join documents.edition e on e.id = doc.live_edition_id
    ) newest
    order by s.matter_code, s.organization_id`.execute(db)
  return {
    cells: rows.slice(0, filter.limit),
    next: nextOf(rows, filter.limit, (row) => `${row.matterCode}~${row.organizationId}`),
  }
}

// A cursor comes back from outside: what is none begins at the beginning.
const readCursor = (after: string | undefined): { code: string; unit: number } => {
  const [, code = '', unit = '0'] = /^([\w.-]+)~(\d{1,15})$/.exec(after ?? '') ?? []
  return { code, unit: Number(unit) }
}

const groupings = {
  field: sql`f.code as key, f.name as name, f.ordinal as ordinal`,
  level: sql`line.level as key, line.level as name,
    case line.level when 'county' then 1 when 'township' then 2 else 3 end as ordinal`,
  organization: sql`o.code as key, o.short_name as name, o.ordinal as ordinal`,
} as const

/** Coverage and timeliness below a path, at large from the tally, in a span from its releases. */
export const coverageLines = async (
  db: Db,
  path: string,
  by: keyof typeof groupings,
  span: Span | null,
): Promise<CoverageLine[]> => {
  const duties = sql`t.met + t.due + t.late + t.blank as duties`
  const lines = span
    ? sql`
        select t.organization_id, t.field_code, t.level, ${duties}, 0 as covered, 0 as documents,
          0 as within, 0 as timed from assessment.tally t
        union all
        ${coveredIn(span)}`
    : sql`
        select t.organization_id, t.field_code, t.level, ${duties}, t.covered, t.documents,
          t.on_time as within, t.timed from assessment.tally t`
  const { rows } = await sql<CoverageLine>`
    select key, name, sum(duties)::int as duties, sum(covered)::int as covered,
      sum(timed)::int as timed, sum(within)::int as within, sum(documents)::int as documents
    from (
      select ${groupings[by]}, line.duties, line.covered, line.documents, line.within, line.timed
      from (${lines}) line
      join organizations.organization o on o.id = line.organization_id
      join catalogue.field f on f.code = line.field_code
      where ${standingBelow(path)}
    ) line
    group by key, name, ordinal having sum(duties) > 0 order by ordinal, key`.execute(db)
  return rows
}

// Read by the day of release, so that a month costs its own documents and not a decade's.
const coveredIn = (span: Span) => sql`
  select s.organization_id, s.field_code, s.level, 0, count(*)::int, sum(r.documents)::int,
    sum(r.within)::int, sum(r.timed)::int
  from (
    select organization_id, matter_code, count(*)::int as documents, count(due_on)::int as timed,
      (count(*) filter (where published_on <= due_on))::int as within
    from documents.release_for_duty
    where published_at >= ${startOfDay(span.from)} and published_at < ${startOfDay(span.until)}
    group by organization_id, matter_code
  ) r
  join assessment.standing s using (organization_id, matter_code)
  where s.standing <> 'notApplicable'
  group by s.organization_id, s.field_code, s.level`

/** Plain counts of live documents (M137), newest month last, below a path. */
export const documentsByMonth = async (
  db: Db,
  path: string,
  since: CivilDate,
): Promise<{ month: string; documents: number }[]> => {
  const { rows } = await sql<{ month: string; documents: number }>`
    select to_char(d.published_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
      count(*)::int as documents
    from documents.document d join organizations.organization o on o.id = d.organization_id
    where o.path like ${`${path}%`} and d.live_edition_id is not null and d.published_at >= ${since}
    group by 1 order by 1`.execute(db)
  return rows
}

export const documentsByKind = async (
  db: Db,
  path: string,
  limit: number,
): Promise<{ name: string; documents: number }[]> => {
  const { rows } = await sql<{ name: string; documents: number }>`
    select e.kind as name, count(*)::int as documents
    from documents.document d join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    where o.path like ${`${path}%`} and e.kind <> ''
    group by 1 order by 2 desc, 1 limit ${limit}`.execute(db)
  return rows
}
