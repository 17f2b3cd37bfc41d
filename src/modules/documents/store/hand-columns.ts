import { sql } from 'kysely'
import type { Tx } from '#platform/database'
import type { Column } from '../contract/columns.ts'
import { columnById } from './columns.ts'

/** Last parts of the addresses right below one. */
export async function slugsBelow(tx: Tx, address: string): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`
    select substr(address, length(${address}) + 2) as slug from documents.site_column
    where starts_with(address, ${`${address}/`})`.execute(tx)
  return rows.map((row) => row.slug)
}

export async function addHandColumn(
  tx: Tx,
  made: {
    readonly name: string
    readonly parentId: number | null
    readonly address: string
    readonly description: string
    readonly columnType: string
  },
): Promise<Column> {
  const { id } = await tx
    .insertInto('documents.site_column')
    .values({
      key: `hand:${made.address}`,
      kind: 'hand',
      parent_id: made.parentId,
      name: made.name,
      address: made.address,
      description: made.description,
      column_type: made.columnType,
      ordinal: sql<number>`(select coalesce(max(ordinal), 0) + 1 from documents.site_column where kind = 'hand')`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return columnById(tx, id)
}

/** Changes what is given; columns below one that moves keep the addresses they have. */
export async function changeHandColumn(
  tx: Tx,
  id: number,
  change: {
    readonly name?: string | undefined
    readonly address: string
    readonly description?: string | undefined
    readonly columnType?: string | undefined
  },
): Promise<Column> {
  await tx
    .updateTable('documents.site_column')
    .set({
      name: change.name,
      address: change.address,
      description: change.description,
      column_type: change.columnType,
    })
    .where('id', '=', id)
    .execute()
  return columnById(tx, id)
}

export async function retireHandColumn(tx: Tx, id: number, at: Date): Promise<Column> {
  await sql`update documents.site_column set retired_at = ${at}, address = 'aside:' || key
    where id = ${id}`.execute(tx)
  return columnById(tx, id)
}
