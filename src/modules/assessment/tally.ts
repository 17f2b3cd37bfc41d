import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'

const byStanding = {
  met: 'met',
  due: 'due',
  late: 'late',
  blank: 'blank',
  not_applicable: 'notApplicable',
} as const
const counts = [...Object.keys(byStanding), 'covered', 'documents', 'on_time', 'timed']
const columns = sql.join(counts.map((name) => sql.ref(name)))

// Of lines with a cell's standing and counts, `n` times each (or taken away, with -1). What does not
// apply is in its own column and in no other.
const sums = sql`
  ${sql.join(
    Object.entries(byStanding).map(
      ([column, standing]) =>
        sql`coalesce(sum(n) filter (where standing = ${sql.lit(standing)}), 0)::int as ${sql.ref(column)}`,
    ),
  )},
  coalesce(sum(n) filter (where standing <> 'notApplicable' and documents > 0), 0)::int as covered,
  ${sql.join(
    ['documents', 'on_time', 'timed'].map(
      (column) =>
        sql`coalesce(sum(n * ${sql.ref(column)}) filter (where standing <> 'notApplicable'), 0)::int
          as ${sql.ref(column)}`,
    ),
  )}`

/** Adds the difference that changed cells make (they carry what they were) to the lines they stand in. */
export const addToTally = (changed: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  insert into assessment.tally as t (organization_id, field_code, level, ${columns})
  select organization_id, field_code, level, ${sums}
  from (
    select organization_id, field_code, level, standing, documents, on_time, timed, 1 as n
    from ${changed}
    union all
    select organization_id, was_field, was_level, was_standing, was_documents, was_on_time, was_timed, -1
    from ${changed} where was_standing is not null
  ) part
  group by organization_id, field_code, level
  order by organization_id, field_code, level
  on conflict (organization_id, field_code, level) do update set ${sql.join(
    counts.map((name) => sql`${sql.ref(name)} = t.${sql.ref(name)} + excluded.${sql.ref(name)}`),
  )}`

/** Adds up anew every line of the units below a path. Returns how many differed from those kept. */
export const retally = async (tx: Tx, path: string): Promise<number> => {
  const below =
    path === ''
      ? sql`true`
      : sql`organization_id in (
          select id from organizations.organization where path like ${`${path}%`})`
  await sql`drop table if exists pg_temp.fresh_tally`.execute(tx)
  await sql`create temporary table fresh_tally on commit drop as
    select organization_id, field_code, level, ${sums}
    from (select *, 1 as n from assessment.standing where ${below}) cell
    group by organization_id, field_code, level`.execute(tx)
  const { rows } = await sql<{ differed: number }>`
    with gone as (
      delete from assessment.tally t where ${below} and not exists (
        select from fresh_tally f where (f.organization_id, f.field_code, f.level)
          = (t.organization_id, t.field_code, t.level))
      returning 1
    ),
    put as (
      insert into assessment.tally (organization_id, field_code, level, ${columns})
      select f.* from fresh_tally f left join assessment.tally t using (organization_id, field_code, level)
      where (${sql.join(counts.map((name) => sql.ref(`f.${name}`)))})
        is distinct from (${sql.join(counts.map((name) => sql.ref(`t.${name}`)))})
      on conflict (organization_id, field_code, level) do update set ${sql.join(
        counts.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`),
      )}
      returning 1
    )
    select ((select count(*) from gone) + (select count(*) from put))::int as differed`.execute(tx)
  return rows[0]?.differed ?? 0
}
