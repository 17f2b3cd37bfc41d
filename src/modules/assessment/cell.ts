import { type RawBuilder, sql } from 'kysely'

const derivedColumns = ['field_code', 'level', 'standing', 'documents', 'on_time', 'timed']
const columns = [...derivedColumns, 'last_published_at', 'due_on', 'turns_on']

/** What of a cell may change, as one row to compare. */
export const cellOf = (alias: 'f' | 's'): RawBuilder<unknown> =>
  sql`(${sql.join(columns.map((column) => sql.ref(`${alias}.${column}`)))})`

/** Writes cells over those that stand there. */
export const putCells = (cells: RawBuilder<unknown>): RawBuilder<unknown> => {
  const all = sql.join(['organization_id', 'matter_code', ...columns].map((name) => sql.ref(name)))
  return sql`
    insert into assessment.standing (${all})
    select ${all} from ${cells} order by organization_id, matter_code
    on conflict (organization_id, matter_code) do update set ${sql.join(
      columns.map((name) => sql`${sql.ref(name)} = excluded.${sql.ref(name)}`),
    )}`
}
