import { type RawBuilder, sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { CellFilter, CoverageLine, HeatUnit, Standing, StandingCell } from './contract.ts'
import type { Span } from './period.ts'

export const countCells = async (db: Db): Promise<number> => {
  const { rows } = await sql<{ cells: number }>`
    select count(*)::int as cells from assessment.standing`.execute(db)
  return rows[0]?.cells ?? 0
}

interface HeatRow extends Omit<HeatUnit, 'cells' | 'counts' | 'onTime' | 'coverage'> {
  readonly fieldCode: string
  readonly standing: Standing
  readonly cells: number
  readonly covered: number
  readonly within: number
  readonly timed: number
}

/** Cells below a path, grouped by unit, field and standing: what a heat map is folded from. */
export const heatRows = async (db: Db, path: string): Promise<HeatRow[]> => {
  const { rows } = await sql<HeatRow>`
    select o.id as "organizationId", o.code, o.short_name as name, o.level, o.parent_id as "parentId",
      s.field_code as "fieldCode", s.standing, count(*)::int as cells,
      count(*) filter (where s.documents > 0 and s.standing <> 'notApplicable')::int as covered, sum(s.documents)::int as documents,
      sum(s.on_time)::int as within, sum(s.timed)::int as timed
    from assessment.standing s join organizations.organization o on o.id = s.organization_id
    where o.path like ${`${path}%`} and o.valid_to is null
    group by o.id, s.field_code, s.standing
    order by o.level, o.ordinal, o.id`.execute(db)
  return rows
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
  const [afterCode = '', afterUnit = '0'] = (filter.after ?? '').split('~')
  const { rows } = await sql<StandingCell>`
    select s.organization_id as "organizationId", o.name as "organizationName",
      s.matter_code as "matterCode", s.field_code as "fieldCode", f.name as "fieldName",
      m.level1, m.level2, m.time_limit as "timeLimit", s.standing,
      d.not_applicable_reason as reason, s.due_on as "dueOn",
      (s.last_published_at at time zone 'Asia/Shanghai')::date as "lastPublishedOn",
      s.documents, newest.list as newest
    from assessment.standing s
    join organizations.organization o on o.id = s.organization_id
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
    where ${filtered(filter, path)} and (s.matter_code, s.organization_id) > (${afterCode}, ${Number(afterUnit)})
    order by s.matter_code, s.organization_id limit ${filter.limit + 1}`.execute(db)
  return {
    cells: rows.slice(0, filter.limit),
    next: nextOf(rows, filter.limit, (row) => `${row.matterCode}~${row.organizationId}`),
  }
}

const groupings = {
  field: sql`f.code as key, f.name as name, f.ordinal as ordinal`,
  level: sql`s.level as key, s.level as name,
    case s.level when 'county' then 1 when 'township' then 2 else 3 end as ordinal`,
  organization: sql`o.code as key, o.short_name as name, o.ordinal as ordinal`,
} as const

/** Coverage and timeliness below a path, at large from the cells, in a span from the releases. */
export const coverageLines = async (
  db: Db,
  path: string,
  by: keyof typeof groupings,
  span: Span | null,
): Promise<CoverageLine[]> => {
  const counted = span
    ? sql`lateral (
        select count(*)::int as documents, count(r.due_on)::int as timed,
          count(*) filter (where r.published_on <= r.due_on)::int as within
        from documents.release_for_duty r
        where r.organization_id = s.organization_id and r.matter_code = s.matter_code
          and r.published_on >= ${span.from} and r.published_on < ${span.until})`
    : sql`lateral (select s.documents, s.timed, s.on_time as within)`
  const { rows } = await sql<CoverageLine>`
    select key, name, count(*)::int as duties, count(*) filter (where documents > 0)::int as covered,
      sum(timed)::int as timed, sum(within)::int as within, sum(documents)::int as documents
    from (
      select ${groupings[by]}, c.documents, c.timed, c.within
      from assessment.standing s
      join organizations.organization o on o.id = s.organization_id
      join catalogue.field f on f.code = s.field_code
      cross join ${counted} c
      where o.path like ${`${path}%`} and s.standing <> 'notApplicable'
    ) line
    group by key, name, ordinal order by ordinal, key`.execute(db)
  return rows
}

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
