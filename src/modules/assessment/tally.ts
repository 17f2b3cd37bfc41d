import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/database'

// One cell as its part of a line. What does not apply is in no share and in no other count.
const partOf = (sign: RawBuilder<unknown>, was: '' | 'was_'): RawBuilder<unknown> => {
  const column = (name: string) => sql.ref(`${was}${name}`)
  const standing = column('standing')
  const applies = (value: RawBuilder<unknown>) =>
    sql`case when ${standing} <> 'notApplicable' then ${sign} * ${value} else 0 end`
  const is = (name: string) => sql`case when ${standing} = ${sql.lit(name)} then ${sign} else 0 end`
  return sql`${is('met')} as met, ${is('due')} as due, ${is('late')} as late, ${is('blank')} as blank,
    ${is('notApplicable')} as not_applicable,
    ${applies(sql`(${column('documents')} > 0)::int`)} as covered,
    ${applies(sql`${column('documents')}`)} as documents,
    ${applies(sql`${column('on_time')}`)} as on_time, ${applies(sql`${column('timed')}`)} as timed`
}

const byStanding = ['met', 'due', 'late', 'blank', 'not_applicable']
const counts = [...byStanding, 'covered', 'documents', 'on_time', 'timed']
const columns = sql.join(counts.map((name) => sql.ref(name)))
const sums = sql.join(counts.map((name) => sql`sum(${sql.ref(name)})::int as ${sql.ref(name)}`))

/** Adds the difference that changed cells make (they carry what they were) to the lines they stand in. */
export const addToTally = (changed: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  insert into assessment.tally as t (organization_id, field_code, level, ${columns})
  select organization_id, field_code, level, ${sums}
  from (
    select organization_id, field_code, level, ${partOf(sql`1`, '')} from ${changed}
    union all
    select organization_id, was_field, was_level, ${partOf(sql`-1`, 'was_')} from ${changed}
    where was_standing is not null
  ) part
  group by organization_id, field_code, level
  having ${sql.join(
    counts.map((name) => sql`sum(${sql.ref(name)}) <> 0`),
    sql` or `,
  )}
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
    from (select organization_id, field_code, level, ${partOf(sql`1`, '')}
          from assessment.standing where ${below}) part
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
