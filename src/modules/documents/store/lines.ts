import { type RawBuilder, sql } from 'kysely'
import { lightOn } from '#calendar'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { DocumentLine } from '../contract/reading.ts'
import type { Attribute, EditionState, ReviewRole } from '../contract/shapes.ts'
import { waitsFor } from '../edition.ts'

/**
 * Which edition stands for a document. Each is written as the one join by which the server counts
 * rows well: with a second condition it expects one row and sorts three hundred thousand.
 */
const standing = {
  working: sql<boolean>`e.id = d.working_edition_id and e.document_id = d.id`,
  foremost: sql<boolean>`e.id = coalesce(d.working_edition_id, d.live_edition_id,
    (select max(x.id) from documents.edition x where x.document_id = d.id))`,
} as const

const linesOf = (db: Db, which: keyof typeof standing) =>
  db
    .selectFrom('documents.document as d')
    .innerJoin('documents.edition as e', (join) => join.on(standing[which]))
    .innerJoin('organizations.organization as o', 'o.id', 'd.organization_id')
    .leftJoin('accounts.staff as s', 's.id', 'e.updated_by')
    .select(['e.id', 'e.document_id', 'e.title', 'e.state', 'e.attribute', 'e.matter_codes'])
    .select(['e.document_number', 'e.due_on', 'e.updated_at', 'e.publish_at', 'e.step', 'e.steps'])
    .select(['d.index_number', 'd.published_at', 's.name as updated_by_name'])
    .select(['o.id as owner_id', 'o.code as owner_code', 'o.short_name', 'o.name as owner_name'])

type Row = Awaited<ReturnType<ReturnType<typeof linesOf>['executeTakeFirstOrThrow']>>

const toLine = (row: Row, today: CivilDate): DocumentLine => {
  const state = row.state as EditionState
  const isOut = ['published', 'superseded', 'withdrawn', 'abandoned'].includes(state)
  return {
    documentId: row.document_id,
    editionId: row.id,
    title: row.title,
    state,
    attribute: row.attribute as Attribute,
    organization: {
      id: row.owner_id,
      code: row.owner_code,
      name: row.short_name || row.owner_name,
    },
    matterCodes: row.matter_codes,
    documentNumber: row.document_number,
    indexNumber: row.index_number,
    dueOn: row.due_on,
    // The clock stands still once a text is out; whether it was late is the account's to say.
    light: isOut ? 'none' : lightOn(row.due_on, today),
    updatedAt: row.updated_at.toISOString(),
    updatedBy: row.updated_by_name ?? '',
    publishedAt: row.published_at?.toISOString() ?? null,
    publishAt: row.publish_at?.toISOString() ?? null,
    waitsFor: waitsFor({ ...row, state }) as ReviewRole | null,
  }
}

/** Lines of editions that meet every condition, in an order, one more than asked to tell of more. */
export async function documentLines(
  db: Db,
  asked: {
    readonly which: keyof typeof standing
    readonly where: readonly RawBuilder<boolean>[]
    readonly orderBy: RawBuilder<unknown>
    readonly limit: number
    readonly today: CivilDate
  },
): Promise<{ items: DocumentLine[]; more: boolean }> {
  const rows = await asked.where
    .reduce((query, condition) => query.where(condition), linesOf(db, asked.which))
    .orderBy(sql`${asked.orderBy}`)
    .limit(asked.limit + 1)
    .execute()
  return {
    items: rows.slice(0, asked.limit).map((row) => toLine(row, asked.today)),
    more: rows.length > asked.limit,
  }
}
