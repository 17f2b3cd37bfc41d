import { sql } from 'kysely'
import type { Db } from '#platform/database'
import type { MatterWords } from '../suggest/index.ts'
import { editionInForceFor } from './matters.ts'

/** The catalogue in force for a unit, by its words; `key` tells one catalogue from the next. */
export async function catalogueKey(db: Db, path: string): Promise<number | null> {
  const { rows } = await sql<{
    id: number | null
  }>`select ${editionInForceFor(path)} as id`.execute(db)
  return rows[0]?.id ?? null
}

/** Every matter of an edition with the words that it says. */
export async function matterWords(
  db: Db,
  catalogueEditionId: number,
  codes?: readonly string[],
): Promise<MatterWords[]> {
  const rows = await db
    .selectFrom('catalogue.matter as m')
    .innerJoin('catalogue.field as f', 'f.code', 'm.field_code')
    .select(['m.code', 'f.name as field', 'm.level1', 'm.level2', 'f.aliases'])
    .select('m.content_elements as contentElements')
    .where('m.edition_id', '=', catalogueEditionId)
    .where('m.attribute', '=', 'proactive')
    .where('m.mode', '!=', 'onRequest')
    .$if(codes !== undefined, (query) => query.where('m.code', 'in', [...(codes ?? [])]))
    .orderBy('m.ordinal')
    .execute()
  return rows
}
