import { sql } from 'kysely'
import type { z } from 'zod'
import { mustReadEdition, visibleTo } from '#documents'
import type { Actor } from '#platform/act'
import { yearOf } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type * as contract from './contract.ts'
import { schemas } from './schemas.ts'
import * as rowStore from './store/rows.ts'
import * as store from './store.ts'
import { lineOf, mostIssues } from './table.ts'

/** The schemas for which the words of a title or matter speak, best first. */
export const suggestedSchemas = (text: string): string[] =>
  schemas
    .map((schema) => ({
      code: schema.code,
      score: schema.suggests.filter((word) => text.includes(word)).length,
    }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ code }) => code)

interface EditionAbout {
  readonly title: string
  readonly documentId: number
  readonly mayChange: boolean
  readonly matters: string
  readonly formedOn: string | null
  readonly createdAt: Date
}

/** The tables of an edition, for staff who may read it. */
export async function tablesOf(
  db: Db,
  by: Actor,
  editionId: number,
): Promise<z.output<typeof contract.listDatasets.output>> {
  await mustReadEdition(db, by, editionId)
  const { rows } = await sql<EditionAbout>`
    select e.title, e.document_id as "documentId", e.state in ('draft', 'returned') as "mayChange",
      e.formed_on as "formedOn", e.created_at as "createdAt",
      coalesce((select string_agg(c.name, ' ') from documents.site_column c
        where c.matter_code = any(e.matter_codes)), '') as matters
    from documents.edition e where e.id = ${editionId}`.execute(db)
  const about = rows[0]
  const title = about?.title ?? ''
  const named = /(20\d\d)\s*年/.exec(title)?.[1]
  return {
    title,
    documentId: about?.documentId ?? 0,
    mayChange: about?.mayChange ?? false,
    datasets: (await store.datasetsOf(db, editionId)).map(lineOf),
    suggested: suggestedSchemas(`${title} ${about?.matters ?? ''}`),
    year: named
      ? Number(named)
      : about?.formedOn
        ? yearOf(about.formedOn)
        : (about?.createdAt ?? new Date()).getFullYear(),
  }
}

/** By which schema a file for this table is read, for staff who may read its edition. */
export async function schemaToImport(db: Db, by: Actor, id: number): Promise<string> {
  const { editionId, schemaCode } = await store.datasetById(db, id)
  await mustReadEdition(db, by, editionId)
  return schemaCode
}

/** Rows of a table in their order, each with what is wrong in it, and the first of all that is wrong. */
export async function rowsOf(
  db: Db,
  by: Actor,
  input: z.output<typeof contract.datasetRows.input>,
): Promise<z.output<typeof contract.datasetRows.output>> {
  const dataset = await store.datasetById(db, input.id)
  await mustReadEdition(db, by, dataset.editionId)
  const { after, limit } = input
  const onlyWrong = input.wrong === 'true'
  const found = await rowStore.rowsAfter(db, dataset.id, { after, limit, onlyWrong })
  const rows = found.slice(0, limit)
  const isRight = dataset.errors + dataset.warnings === 0
  return {
    dataset: lineOf(dataset),
    rows: rows.map(({ row, cells, issues }) => ({
      row,
      cells: { ...cells },
      issues: [...(issues ?? [])],
    })),
    next: found.length > limit ? (rows.at(-1)?.row ?? null) : null,
    issues: isRight ? [] : await rowStore.firstIssues(db, dataset.id, mostIssues),
  }
}

/** Tables of the units that a person works for: the working edition's, else the live one's. */
export async function listedDatasets(
  db: Db,
  by: Actor,
  input: z.output<typeof contract.allDatasets.input>,
): Promise<z.output<typeof contract.allDatasets.output>> {
  const { rows } = await sql<
    store.Dataset & {
      documentTitle: string
      organizationName: string
      state: string
      live: boolean
    }
  >`
    select t.id, t.edition_id as "editionId", t.document_id as "documentId",
      t.organization_id as "organizationId", t.schema_code as "schemaCode", t.year, t.title, t.ordinal,
      t.stated, t.row_count as "rowCount", t.errors, t.warnings, t.summary, t.version,
      t.updated_at as "updatedAt", e.title as "documentTitle", o.short_name as "organizationName",
      e.state, e.id = d.live_edition_id as live
    from datasets.dataset t
    join documents.edition e on e.id = t.edition_id
    join documents.document d on d.id = e.document_id
    join organizations.organization o on o.id = d.organization_id
    where e.id = coalesce(d.working_edition_id, d.live_edition_id)
      and ${visibleTo({ kind: 'staff', by })}
      ${input.schemaCode ? sql`and t.schema_code = ${input.schemaCode}` : sql``}
      ${input.year ? sql`and t.year = ${input.year}` : sql``}
      ${input.organizationId ? sql`and t.organization_id = ${input.organizationId}` : sql``}
      ${input.after ? sql`and t.id < ${input.after}` : sql``}
    order by t.id desc limit ${input.limit + 1}`.execute(db)
  const items = rows.slice(0, input.limit)
  return {
    items: items.map((row) => ({
      ...lineOf({ ...row, summary: { totals: {}, choices: {}, groups: [], others: null } }),
      documentTitle: row.documentTitle,
      organizationName: row.organizationName,
      state: row.state,
      live: row.live ?? false,
    })),
    next: rows.length > input.limit ? (items.at(-1)?.id ?? null) : null,
  }
}
