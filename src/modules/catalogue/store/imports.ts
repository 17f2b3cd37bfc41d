import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { IncomingMatter, IncomingWarning } from '../incoming.ts'

export interface StoredImport {
  readonly id: number
  readonly organizationId: number
  readonly fileName: string
  readonly state: 'waiting' | 'applied' | 'dropped'
  readonly rows: readonly IncomingMatter[]
  readonly warnings: readonly IncomingWarning[]
}

export const insertImport = async (
  tx: Tx,
  received: {
    readonly organizationId: number
    readonly fileName: string
    readonly sha256: string
    readonly rows: readonly IncomingMatter[]
    readonly warnings: readonly IncomingWarning[]
    readonly at: Date
    readonly by: number | null
  },
): Promise<number> => {
  const { rows } = await sql<{ id: number }>`
    insert into catalogue.import
      (organization_id, file_name, sha256, rows, warnings, state, created_at, created_by)
    values (${received.organizationId}, ${received.fileName}, ${received.sha256},
      ${JSON.stringify(received.rows)}::jsonb, ${JSON.stringify(received.warnings)}::jsonb,
      'waiting', ${received.at}, ${received.by})
    returning id`.execute(tx)
  return rows[0]?.id as number
}

const columns = sql`id, organization_id as "organizationId", file_name as "fileName", state, rows,
  warnings`

export const findImport = async (db: Db, id: number): Promise<StoredImport | undefined> => {
  const { rows } = await sql<StoredImport>`
    select ${columns} from catalogue.import where id = ${id}`.execute(db)
  return rows[0]
}

export const lockImport = async (tx: Tx, id: number): Promise<StoredImport | undefined> => {
  const { rows } = await sql<StoredImport>`
    select ${columns} from catalogue.import where id = ${id} for update`.execute(tx)
  return rows[0]
}

export const closeImport = async (
  tx: Tx,
  id: number,
  state: 'applied' | 'dropped',
  at: Date,
): Promise<void> => {
  await tx
    .updateTable('catalogue.import')
    .set({ state, applied_at: state === 'applied' ? at : null })
    .where('id', '=', id)
    .execute()
}

export interface ImportSummary {
  readonly id: number
  readonly fileName: string
  readonly state: StoredImport['state']
  readonly createdAt: string
  readonly rowCount: number
  readonly warningCount: number
}

export const importsOf = async (db: Db, organizationId: number): Promise<ImportSummary[]> => {
  const { rows } = await sql<Omit<ImportSummary, 'createdAt'> & { createdAt: Date }>`
    select id, file_name as "fileName", state, created_at as "createdAt",
      jsonb_array_length(rows) as "rowCount", jsonb_array_length(warnings) as "warningCount"
    from catalogue.import where organization_id = ${organizationId}
    order by id desc limit 100`.execute(db)
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))
}
