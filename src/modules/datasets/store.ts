import { sql } from 'kysely'
import { type Reader, visibleTo } from '#documents'
import type { Db, Tx } from '#platform/database'
import { type FileColumn, fileColumnsOf } from './csv.ts'
import { refuse } from './refusals.ts'
import type { Cells } from './schema.ts'
import { schemaOf } from './schemas.ts'
import { saveIssues } from './store/rows.ts'
import { type Summary, summaryShape } from './summary.ts'
import type { CellIssue } from './validate.ts'

/** A table of an edition, without its rows. */
export interface Dataset {
  readonly id: number
  readonly editionId: number
  readonly documentId: number
  readonly organizationId: number
  readonly schemaCode: string
  readonly year: number
  readonly title: string
  readonly ordinal: number
  readonly stated: Cells
  readonly rowCount: number
  readonly errors: number
  readonly warnings: number
  readonly summary: Summary
  /** Columns of its CSV file, as they were when its rows were last saved; null before there are rows. */
  readonly fileColumns: readonly FileColumn[] | null
  readonly version: number
  readonly updatedAt: Date
}

const columns = sql`t.id, t.edition_id as "editionId", t.document_id as "documentId",
  t.organization_id as "organizationId", t.schema_code as "schemaCode", t.year, t.title, t.ordinal,
  t.stated, t.row_count as "rowCount", t.errors, t.warnings, t.summary,
  t.file_columns as "fileColumns", t.version, t.updated_at as "updatedAt"`

/** The columns of a table's CSV file. */
export const fileColumnsBy = ({
  fileColumns,
  schemaCode,
}: Pick<Dataset, 'fileColumns' | 'schemaCode'>): readonly FileColumn[] =>
  fileColumns ?? fileColumnsOf(schemaOf(schemaCode))

const emptySummary: Summary = { totals: {}, choices: {}, groups: [], others: null }
const toDataset = (row: Dataset): Dataset => ({
  ...row,
  summary: summaryShape.catch(emptySummary).parse(row.summary),
})

export const datasetsOf = async (db: Db, editionId: number): Promise<Dataset[]> => {
  const { rows } = await sql<Dataset>`
    select ${columns} from datasets.dataset t where t.edition_id = ${editionId}
    order by t.ordinal, t.id`.execute(db)
  return rows.map(toDataset)
}

/** The tables of editions that have rows, in the order in which their pages show them. */
export const tablesOfEditions = async (
  db: Db,
  editionIds: readonly number[],
): Promise<Dataset[]> => {
  const { rows } = await sql<Dataset>`
    select ${columns} from datasets.dataset t
    where t.edition_id = any(${[...editionIds]}::bigint[]) and t.row_count > 0
    order by t.edition_id, t.ordinal, t.id`.execute(db)
  return rows.map(toDataset)
}

export const datasetById = async (db: Db, id: number): Promise<Dataset> => {
  const { rows } = await sql<Dataset>`
    select ${columns} from datasets.dataset t where t.id = ${id}`.execute(db)
  const row = rows[0]
  if (!row) throw refuse('notFound')
  return toDataset(row)
}

/** `e`, `d` and `o` are the names of which `visibleTo` speaks. */
const withEdition = sql`datasets.dataset t
  join documents.edition e on e.id = t.edition_id
  join documents.document d on d.id = e.document_id
  join organizations.organization o on o.id = d.organization_id`

/** The tables of an edition, if this reader may see it. */
export const visibleTables = async (
  db: Db,
  editionId: number,
  reader: Reader,
): Promise<Dataset[]> => {
  const { rows } = await sql<Dataset>`
    select ${columns} from ${withEdition}
    where t.edition_id = ${editionId} and t.row_count > 0 and ${visibleTo(reader)}
    order by t.ordinal, t.id`.execute(db)
  return rows.map(toDataset)
}

/** The tables of the live edition of a document, with what a file is named by. */
export const liveTables = async (
  db: Db,
  documentId: number,
  reader: Reader,
): Promise<(Dataset & { documentTitle: string })[]> => {
  const { rows } = await sql<Dataset & { documentTitle: string }>`
    select ${columns}, e.title as "documentTitle" from ${withEdition}
    where d.id = ${documentId} and e.id = d.live_edition_id and t.row_count > 0
      and ${visibleTo(reader)}
    order by t.ordinal, t.id`.execute(db)
  return rows.map((row) => ({ ...row, ...toDataset(row) }))
}

/** A set as overviews list it: one schema, one unit, one year. */
export interface LiveSet {
  readonly schemaCode: string
  readonly year: number
  readonly title: string
  readonly documentId: number
  readonly documentTitle: string
  readonly organizationCode: string
  readonly organizationName: string
  readonly publishedAt: Date
  readonly rowCount: number
  readonly summary: Summary
}

// More than a county publishes of one kind in ten years; a city asks by unit or year.
const mostSets = 2_000

/** Sets before the public, newest year first. */
export const liveSets = async (
  db: Db,
  asked: {
    readonly schemaCode?: string
    readonly organizationCode?: string
    readonly year?: number
  },
  reader: Reader,
): Promise<LiveSet[]> => {
  const { rows } = await sql<LiveSet>`
    select t.schema_code as "schemaCode", t.year, t.title, d.id as "documentId",
      e.title as "documentTitle", o.code as "organizationCode", o.short_name as "organizationName",
      d.published_at as "publishedAt", t.row_count as "rowCount", t.summary
    from ${withEdition}
    where e.id = d.live_edition_id and t.row_count > 0 and ${visibleTo(reader)}
      ${asked.schemaCode ? sql`and t.schema_code = ${asked.schemaCode}` : sql``}
      ${asked.organizationCode ? sql`and o.code = ${asked.organizationCode}` : sql``}
      ${asked.year ? sql`and t.year = ${asked.year}` : sql``}
    order by t.year desc, o.sort_key, t.id limit ${mostSets}`.execute(db)
  return rows.map((row) => ({
    ...row,
    summary: summaryShape.catch(emptySummary).parse(row.summary),
  }))
}

export const addDataset = async (
  tx: Tx,
  made: Pick<
    Dataset,
    'editionId' | 'documentId' | 'organizationId' | 'schemaCode' | 'year' | 'title'
  > & {
    readonly at: Date
    readonly by: number | null
  },
): Promise<Dataset> => {
  const { rows } = await sql<{ id: number }>`
    insert into datasets.dataset (edition_id, document_id, organization_id, schema_code, year, title,
      ordinal, updated_at, updated_by)
    select ${made.editionId}, ${made.documentId}, ${made.organizationId}, ${made.schemaCode},
      ${made.year}, ${made.title}, coalesce(max(ordinal), 0) + 1, ${made.at}, ${made.by}
    from datasets.dataset where edition_id = ${made.editionId}
    returning id`.execute(tx)
  return datasetById(tx, rows[0]?.id ?? 0)
}

export const dropDataset = (tx: Tx, id: number): Promise<unknown> =>
  sql`delete from datasets.dataset where id = ${id}`.execute(tx)

export const saveDataset = async (
  tx: Tx,
  id: number,
  changed: Pick<
    Dataset,
    'schemaCode' | 'year' | 'title' | 'stated' | 'rowCount' | 'errors' | 'warnings' | 'summary'
  > & {
    readonly issues: readonly CellIssue[]
    readonly at: Date
    readonly by: number | null
  },
): Promise<Dataset> => {
  const ofRows = Map.groupBy(changed.issues, ({ row }) => row)
  const ofTable = ofRows.get(null) ?? []
  ofRows.delete(null)
  await sql`
    update datasets.dataset set year = ${changed.year}, title = ${changed.title},
      stated = ${JSON.stringify(changed.stated)}::jsonb, row_count = ${changed.rowCount},
      errors = ${changed.errors}, warnings = ${changed.warnings},
      summary = ${JSON.stringify(changed.summary)}::jsonb,
      file_columns = ${JSON.stringify(fileColumnsOf(schemaOf(changed.schemaCode)))}::jsonb,
      issues = ${JSON.stringify(ofTable)}::jsonb, version = version + 1,
      updated_at = ${changed.at}, updated_by = ${changed.by}
    where id = ${id}`.execute(tx)
  await saveIssues(
    tx,
    id,
    [...ofRows].map(([row, issues]) => ({ row, issues })),
  )
  return datasetById(tx, id)
}

/** Takes the tables of one edition over into another, as its attachments are. */
export const copyTables = async (
  tx: Tx,
  from: number,
  to: number,
  by: { readonly at: Date; readonly by: number | null },
): Promise<void> => {
  for (const table of await datasetsOf(tx, from)) {
    const { rows } = await sql<{ id: number }>`
      insert into datasets.dataset (edition_id, document_id, organization_id, schema_code, year, title,
        ordinal, stated, row_count, errors, warnings, summary, file_columns, issues, updated_at,
        updated_by)
      select ${to}, document_id, organization_id, schema_code, year, title, ordinal, stated, row_count,
        errors, warnings, summary, file_columns, issues, ${by.at}, ${by.by}
      from datasets.dataset where id = ${table.id} returning id`.execute(tx)
    await sql`
      insert into datasets.row (dataset_id, ordinal, cells, issues)
      select ${rows[0]?.id ?? 0}, ordinal, cells, issues from datasets.row where dataset_id = ${table.id}`.execute(
      tx,
    )
  }
}

/** What is known elsewhere of a unit's figures: one amount by key, out of the newest live set. */
export const amountsBefore = async (
  db: Db,
  asked: {
    readonly schemaCode: string
    readonly organizationId: number
    readonly year: number
    readonly by: string
    readonly amount: string
  },
): Promise<ReadonlyMap<string, number> | null> => {
  const { rows } = await sql<{ key: string; amount: number }>`
    select r.cells ->> ${asked.by} as key, datasets.number_of(r.cells, ${asked.amount})::float8 as amount
    from datasets.row r
    where r.dataset_id = (
        select t.id from datasets.dataset t join documents.document d on d.live_edition_id = t.edition_id
        where t.schema_code = ${asked.schemaCode} and t.organization_id = ${asked.organizationId}
          and t.year = ${asked.year}
        order by t.id desc limit 1)
      and datasets.number_of(r.cells, ${asked.amount}) is not null
      and r.cells ->> ${asked.by} is not null`.execute(db)
  return rows.length === 0 ? null : new Map(rows.map(({ key, amount }) => [key, amount]))
}

/** Which of these names belong to a place or a unit here; null where no village is registered. */
export const knownPlaces = async (
  db: Db,
  names: readonly string[],
): Promise<ReadonlySet<string> | null> => {
  const { rows } = await sql<{ name: string }>`
    select unnest(array[name, short_name]) as name from organizations.organization
    where name = any(${names}::text[]) or short_name = any(${names}::text[])`.execute(db)
  const { rows: villages } = await sql<{ found: boolean }>`
    select exists (select from organizations.organization where kind = 'village') as found`.execute(
    db,
  )
  return villages[0]?.found ? new Set(rows.map(({ name }) => name)) : null
}

/** The edition whose tables a new draft takes over. */
export const editionBefore = async (
  db: Db,
  documentId: number,
  number: number | null,
): Promise<number | null> => {
  const { rows } = await sql<{ id: number | null }>`
    select ${number === null ? sql`d.live_edition_id` : sql`(select e.id from documents.edition e where e.document_id = d.id and e.number = ${number})`} as id
    from documents.document d where d.id = ${documentId}`.execute(db)
  return rows[0]?.id ?? null
}
