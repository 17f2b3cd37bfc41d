import { sql } from 'kysely'
import type { Db } from '#platform/database'
import type { Matter } from '../clock.ts'
import { type ColumnField, type ColumnMatter, nameOf } from '../columns/derive.ts'

interface MatterRow {
  readonly code: string
  readonly field_code: string
  readonly level1: string
  readonly level2: string
  readonly level3: string
  readonly content_elements: readonly string[]
  readonly time_limit: string
  readonly time_rule: Matter['timeRule']
}

/** The edition in force for a unit: its own, else that of the nearest organization above. */
export const editionInForceFor = (path: string) => sql`(
  select c.id from catalogue.edition c
  join organizations.organization a on a.id = c.organization_id
  where c.state = 'inForce' and ${path} like a.path || '%'
  order by length(a.path) desc limit 1)`

/** The matters that a unit's text says it serves, as the catalogue in force has them, in its order. */
export async function mattersServed(
  db: Db,
  path: string,
  codes: readonly string[],
): Promise<Matter[]> {
  if (codes.length === 0) return []
  const { rows } = await sql<MatterRow>`
    select m.code, m.field_code, m.level1, m.level2, m.level3, m.content_elements,
      m.time_limit, m.time_rule
    from catalogue.matter m
    where m.edition_id = ${editionInForceFor(path)} and m.code = any(${codes}::text[])
    order by array_position(${codes}::text[], m.code)`.execute(db)
  return rows.map((row) => ({
    code: row.code,
    fieldCode: row.field_code,
    name: nameOf(row),
    contentElements: row.content_elements,
    timeLimit: row.time_limit,
    timeRule: row.time_rule,
  }))
}

/** Fields and proactive matters of an edition, in catalogue order: what columns are made of. */
export async function columnMatters(
  db: Db,
  editionId: number,
): Promise<{ fields: ColumnField[]; matters: ColumnMatter[] }> {
  const fields = await db
    .selectFrom('catalogue.field')
    .select(['code', 'name', 'slug'])
    .orderBy('ordinal')
    .orderBy('code')
    .execute()
  const matters = await db
    .selectFrom('catalogue.matter')
    .select(['code', 'field_code as fieldCode', 'level1', 'level2', 'level3'])
    .where('edition_id', '=', editionId)
    // What is given on request only has no column (M10: one per actively disclosed matter).
    .where('attribute', '=', 'proactive')
    .where('mode', '!=', 'onRequest')
    .orderBy('ordinal')
    .execute()
  return { fields, matters }
}
