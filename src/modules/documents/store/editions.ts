import { sql, type Updateable } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { DocumentsEdition } from '#platform/tables'
import type { Attribute, EditionState } from '../contract/shapes.ts'
import type { Document, Edition } from '../edition.ts'
import { refuse } from '../refusals.ts'

/** Editions joined with their document and its owner: `e`, `d`, `o`, the names `visibleTo` uses. */
export const editionsWithDocuments = (db: Db) =>
  db
    .selectFrom('documents.edition as e')
    .innerJoin('documents.document as d', 'd.id', 'e.document_id')
    .innerJoin('organizations.organization as o', 'o.id', 'd.organization_id')

const selected = (db: Db) =>
  editionsWithDocuments(db)
    .selectAll('e')
    .select([
      'd.index_number',
      'd.live_edition_id',
      'd.working_edition_id',
      'd.first_published_at',
      'd.published_at as document_published_at',
      'd.withdrawn_at',
      'd.withdrawal_note',
      'd.replaced_by_id',
      'd.readers_limited',
      'd.created_by as document_created_by',
      'o.id as owner_id',
      'o.code as owner_code',
      'o.name as owner_name',
      'o.path as owner_path',
      'o.credit_code as owner_credit_code',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

const toDocument = (row: Row): Document => ({
  id: row.document_id,
  owner: {
    id: row.owner_id,
    code: row.owner_code,
    name: row.owner_name,
    path: row.owner_path,
    creditCode: row.owner_credit_code,
  },
  indexNumber: row.index_number,
  liveEditionId: row.live_edition_id,
  workingEditionId: row.working_edition_id,
  firstPublishedAt: row.first_published_at,
  publishedAt: row.document_published_at,
  withdrawnAt: row.withdrawn_at,
  withdrawalNote: row.withdrawal_note,
  replacedById: row.replaced_by_id,
  readersLimited: row.readers_limited,
  createdBy: row.document_created_by,
})

const clausesIn = (kept: Edition['clauses']): Edition['clauses'] =>
  kept.map(({ matterCode, when }) => ({ matterCode, when }))

const toEdition = (row: Row): Edition => ({
  id: row.id,
  number: row.number,
  state: row.state as EditionState,
  title: row.title,
  html: row.html,
  text: row.text,
  summary: row.summary,
  kind: row.kind,
  documentNumber: row.document_number,
  issuingOrgan: row.issuing_organ,
  source: row.source,
  keywords: row.keywords,
  subjectClass: row.subject_class,
  writtenOn: row.written_on,
  formedOn: row.formed_on,
  dueOn: row.due_on,
  attribute: row.attribute as Attribute,
  attributeGround: row.attribute_ground,
  attributeReason: row.attribute_reason,
  matterCodes: row.matter_codes,
  clauses: clausesIn(row.clauses as unknown as Edition['clauses']),
  columnKeys: row.column_keys,
  correctionNote: row.correction_note,
  concealPrevious: row.conceal_previous,
  concealed: row.concealed,
  publishAt: row.publish_at,
  takeDownAt: row.take_down_at,
  round: row.round,
  step: row.step,
  steps: row.steps,
  submittedBy: row.submitted_by,
  submittedAt: row.submitted_at,
  publishedAt: row.published_at,
  publishedBy: row.published_by,
  createdAt: row.created_at,
  createdBy: row.created_by,
  updatedAt: row.updated_at,
  updatedBy: row.updated_by,
  version: row.version,
  document: toDocument(row),
})

export async function editionById(db: Db, id: number): Promise<Edition | null> {
  const row = await selected(db).where('e.id', '=', id).executeTakeFirst()
  return row ? toEdition(row) : null
}

/** The working edition of a document, else its live one, else the last that was. */
export async function foremostEdition(db: Db, documentId: number): Promise<Edition | null> {
  const row = await selected(db)
    .where('e.document_id', '=', documentId)
    .orderBy(sql`e.id = coalesce(d.working_edition_id, d.live_edition_id, 0)`, 'desc')
    .orderBy('e.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? toEdition(row) : null
}

/** An edition with its document, both locked, so that commands on one document follow each other. */
export async function lockEdition(tx: Tx, id: number): Promise<Edition> {
  const row = await selected(tx).where('e.id', '=', id).forUpdate(['d', 'e']).executeTakeFirst()
  if (!row) throw refuse('notFound')
  return toEdition(row)
}

/** The live edition of a document with both locked. */
export async function lockLive(tx: Tx, documentId: number): Promise<Edition> {
  const found = await tx
    .selectFrom('documents.document')
    .select(['live_edition_id'])
    .where('id', '=', documentId)
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw refuse('notFound')
  if (found.live_edition_id === null) throw refuse('notLive')
  return lockEdition(tx, found.live_edition_id)
}

/** What was saved meanwhile: who, when and their text, so that nothing typed is lost. */
export async function changedMeanwhile(tx: Tx, theirs: Edition) {
  const staff = theirs.updatedBy
    ? await tx
        .selectFrom('accounts.staff')
        .select('name')
        .where('id', '=', theirs.updatedBy)
        .executeTakeFirst()
    : undefined
  const by = staff?.name ?? '系统'
  const at = theirs.updatedAt.toISOString()
  return refuse('changedMeanwhile', {
    by,
    at,
    details: { by, at, version: theirs.version, state: theirs.state, fields: fieldsOf(theirs) },
  })
}

/** The part of an edition that a person fills in. */
export const fieldsOf = (edition: Edition) => ({
  title: edition.title,
  html: edition.html,
  summary: edition.summary,
  kind: edition.kind,
  documentNumber: edition.documentNumber,
  issuingOrgan: edition.issuingOrgan,
  source: edition.source,
  keywords: [...edition.keywords],
  subjectClass: edition.subjectClass,
  writtenOn: edition.writtenOn,
  formedOn: edition.formedOn,
  attribute: edition.attribute,
  attributeGround: edition.attributeGround,
  attributeReason: edition.attributeReason,
  matterCodes: [...edition.matterCodes],
  clauses: clausesIn(edition.clauses),
  columnKeys: [...edition.columnKeys],
  correctionNote: edition.correctionNote,
  concealPrevious: edition.concealPrevious,
  takeDownAt: edition.takeDownAt?.toISOString() ?? null,
})

const columnsOf = (edition: Partial<Edition>): Updateable<DocumentsEdition> => ({
  state: edition.state,
  title: edition.title,
  html: edition.html,
  text: edition.text,
  summary: edition.summary,
  kind: edition.kind,
  document_number: edition.documentNumber,
  issuing_organ: edition.issuingOrgan,
  source: edition.source,
  keywords: edition.keywords,
  subject_class: edition.subjectClass,
  written_on: edition.writtenOn,
  formed_on: edition.formedOn,
  due_on: edition.dueOn,
  attribute: edition.attribute,
  attribute_ground: edition.attributeGround,
  attribute_reason: edition.attributeReason,
  matter_codes: edition.matterCodes,
  // The driver takes JSON as text; the generated type of a column with a default does not say so.
  clauses: edition.clauses && (JSON.stringify(edition.clauses) as never),
  column_keys: edition.columnKeys,
  correction_note: edition.correctionNote,
  conceal_previous: edition.concealPrevious,
  concealed: edition.concealed,
  publish_at: edition.publishAt,
  take_down_at: edition.takeDownAt,
  round: edition.round,
  step: edition.step,
  steps: edition.steps ? [...edition.steps] : undefined,
  submitted_by: edition.submittedBy,
  submitted_at: edition.submittedAt,
  published_at: edition.publishedAt,
  published_by: edition.publishedBy,
  updated_at: edition.updatedAt,
  updated_by: edition.updatedBy,
})

/** Keeps what changed of an edition and counts its version up. */
export async function saveEdition(
  tx: Tx,
  edition: Edition,
  changes: Partial<Edition>,
): Promise<Edition> {
  const version = edition.version + 1
  await tx
    .updateTable('documents.edition')
    .set({ ...columnsOf(changes), version })
    .where('id', '=', edition.id)
    .execute()
  return { ...edition, ...changes, version }
}

/** A further edition of a document, made its working one. */
export async function addEdition(
  tx: Tx,
  made: {
    readonly documentId: number
    readonly at: Date
    readonly by: number | null
    readonly content?: Partial<Edition>
  },
): Promise<Edition> {
  const { id } = await tx
    .insertInto('documents.edition')
    .values({
      ...(columnsOf(made.content ?? {}) as object),
      document_id: made.documentId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from documents.edition
                           where document_id = ${made.documentId})`,
      state: 'draft',
      created_at: made.at,
      created_by: made.by,
      updated_at: made.at,
      updated_by: made.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .updateTable('documents.document')
    .set({ working_edition_id: id })
    .where('id', '=', made.documentId)
    .execute()
  return lockEdition(tx, id)
}

export async function addDocument(
  tx: Tx,
  made: { readonly organizationId: number; readonly at: Date; readonly by: number | null },
): Promise<number> {
  const { id } = await tx
    .insertInto('documents.document')
    .values({ organization_id: made.organizationId, created_at: made.at, created_by: made.by })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Notes who worked on an edition and when, where its own fields stay as they are. */
export const touchEdition = (
  tx: Tx,
  id: number,
  by: { readonly at: Date; readonly by: number | null },
): Promise<unknown> =>
  tx
    .updateTable('documents.edition')
    .set({ updated_at: by.at, updated_by: by.by })
    .where('id', '=', id)
    .execute()
