import { type RawBuilder, sql } from 'kysely'
import { type Reader, thePublic, visibleTo } from '#documents'
import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import { type Section, sections } from '../contract/shapes.ts'

export interface MarkRow {
  readonly id: number
  readonly staffId: number | null
  readonly name: string
  readonly at: string
  readonly editionId: number
  readonly verdict: 'read' | 'objection'
  readonly note: string
  readonly settledAt: string | null
  readonly settledBy: string | null
  readonly settledNote: string
}

export interface EntryRow {
  readonly id: number
  readonly issueId: number
  readonly documentId: number
  readonly editionId: number
  readonly textHash: string
  readonly title: string
  readonly documentNumber: string
  readonly issuingOrgan: string
  readonly writtenOn: CivilDate | null
  readonly section: Section
  readonly number: number
  readonly page: number | null
  readonly pickedById: number | null
  readonly pickedBy: string
  readonly newerEditionId: number | null
  readonly keptAgainst: number | null
  readonly keptReason: string
  readonly gone: boolean
  readonly marks: readonly MarkRow[]
}

/** The order of an issue: section by section, and within each as people set it. */
const inOrder = sql`array_position(${[...sections]}::text[], n.section), n.ordinal, n.id`

/** `e`, `d` and `o` are the names of which `visibleTo` speaks; `e` is the pinned edition. */
const joined = sql`gazette.entry n
  join documents.edition e on e.id = n.edition_id
  join documents.document d on d.id = n.document_id
  join organizations.organization o on o.id = d.organization_id`

/** The texts of an issue in their order, as the office works on them. */
export const entryRows = async (db: Db, where: RawBuilder<unknown>): Promise<EntryRow[]> => {
  const { rows } = await sql<EntryRow>`
    select n.id, n.issue_id as "issueId", n.document_id as "documentId", n.edition_id as "editionId",
      n.text_hash as "textHash", e.title, e.document_number as "documentNumber",
      coalesce(nullif(e.issuing_organ, ''), o.name) as "issuingOrgan", e.written_on as "writtenOn",
      n.section, n.page, n.picked_by as "pickedById", coalesce(p.name, '') as "pickedBy",
      row_number() over (partition by n.issue_id order by ${inOrder})::int as number,
      nullif(d.live_edition_id, n.edition_id) as "newerEditionId", n.kept_against as "keptAgainst",
      n.kept_reason as "keptReason", not coalesce(${visibleTo(thePublic)}, false) as gone,
      coalesce((select json_agg(json_build_object('id', m.id, 'staffId', m.staff_id,
          'name', coalesce(s.name, ''), 'at', m.at, 'editionId', m.edition_id, 'verdict', m.verdict,
          'note', m.note, 'settledAt', m.settled_at, 'settledBy', b.name,
          'settledNote', m.settled_note) order by m.id)
        from gazette.proof_mark m left join accounts.staff s on s.id = m.staff_id
        left join accounts.staff b on b.id = m.settled_by where m.entry_id = n.id), '[]') as marks
    from ${joined}
    left join accounts.staff p on p.id = n.picked_by
    where ${where} order by ${inOrder}`.execute(db)
  return rows
}

export const entriesOfIssue = (db: Db, issueId: number): Promise<EntryRow[]> =>
  entryRows(db, sql`n.issue_id = ${issueId}`)

/** The issue in which an entry stands. */
export const issueOfEntry = async (db: Db, entryId: number): Promise<number | null> => {
  const { rows } = await sql<{ issueId: number }>`
    select issue_id as "issueId" from gazette.entry where id = ${entryId}`.execute(db)
  return rows[0]?.issueId ?? null
}

export const issueOfMark = async (db: Db, markId: number): Promise<number | null> => {
  const { rows } = await sql<{ issueId: number }>`
    select n.issue_id as "issueId" from gazette.proof_mark m
    join gazette.entry n on n.id = m.entry_id where m.id = ${markId}`.execute(db)
  return rows[0]?.issueId ?? null
}

/** A text with its pictures, as one reader may see it: to be read, printed, indexed. */
export interface EntryText {
  readonly id: number
  readonly documentId: number
  readonly editionId: number
  readonly number: number
  readonly page: number | null
  readonly section: Section
  readonly title: string
  readonly html: string
  readonly text: string
  readonly documentNumber: string
  readonly issuingOrgan: string
  readonly writtenOn: CivilDate | null
  readonly organizationCode: string
  /** Whether the site shows another edition now. */
  readonly corrected: boolean
  readonly pictures: readonly { readonly id: number; readonly sha256: string }[]
}

/** The texts of an issue that a reader may see; the others are as if not there, their number is kept. */
export const entryTexts = async (
  db: Db,
  asked: { readonly issueId: number; readonly number?: number; readonly entryId?: number },
  reader: Reader,
): Promise<EntryText[]> => {
  const { rows } = await sql<EntryText>`
    select * from (
      select n.id, n.document_id as "documentId", n.edition_id as "editionId", n.page, n.section, e.title,
        e.html, e.text, e.document_number as "documentNumber",
        coalesce(nullif(e.issuing_organ, ''), o.name) as "issuingOrgan", e.written_on as "writtenOn",
        o.code as "organizationCode", d.live_edition_id is distinct from n.edition_id as corrected,
        row_number() over (order by ${inOrder})::int as number, ${visibleTo(reader)} as visible,
        coalesce((select json_agg(json_build_object('id', a.id, 'sha256', a.sha256))
          from documents.attachment a where a.edition_id = e.id and a.inline), '[]') as pictures
      from ${joined} where n.issue_id = ${asked.issueId}) one
    where visible ${asked.number ? sql`and number = ${asked.number}` : sql``}
      ${asked.entryId ? sql`and id = ${asked.entryId}` : sql``}
    order by number`.execute(db)
  return rows
}

export interface Pickable {
  readonly documentId: number
  readonly editionId: number
  readonly title: string
  readonly html: string
  readonly kind: string
  readonly documentNumber: string
  readonly issuingOrgan: string
  readonly organizationKind: string
}

/** Documents of the units of a government that are before the public now. */
export const pickable = async (
  db: Db,
  documentIds: readonly number[],
  path: string,
): Promise<Pickable[]> => {
  const { rows } = await sql<Pickable>`
    select d.id as "documentId", e.id as "editionId", e.title, e.html, e.kind,
      e.document_number as "documentNumber", e.issuing_organ as "issuingOrgan", o.kind as "organizationKind"
    from documents.document d
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    where d.id = any(${documentIds}::bigint[]) and e.attribute = 'proactive'
      and o.path like ${path} || '%' and ${visibleTo(thePublic)}
    order by array_position(${documentIds}::bigint[], d.id)`.execute(db)
  return rows
}

/** Where documents stand in issues other than one. */
export const elsewhere = async (
  db: Db,
  documentIds: readonly number[],
  issueId: number,
): Promise<{ title: string; year: number; number: number } | null> => {
  const { rows } = await sql<{ title: string; year: number; number: number }>`
    select e.title, i.year, i.number from gazette.entry n
    join gazette.issue i on i.id = n.issue_id join documents.edition e on e.id = n.edition_id
    where n.document_id = any(${documentIds}::bigint[]) and n.issue_id <> ${issueId} limit 1`.execute(
    db,
  )
  return rows[0] ?? null
}

export const addEntry = async (
  act: Act,
  one: {
    readonly issueId: number
    readonly documentId: number
    readonly editionId: number
    readonly textHash: string
    readonly section: Section
  },
): Promise<void> => {
  await sql`insert into gazette.entry (issue_id, document_id, edition_id, text_hash, section, ordinal, picked_at, picked_by)
    select ${one.issueId}, ${one.documentId}, ${one.editionId}, ${one.textHash}, ${one.section},
      coalesce(max(ordinal), 0) + 1, ${act.at}, ${act.by.id}
    from gazette.entry where issue_id = ${one.issueId}
    on conflict (issue_id, document_id) do nothing`.execute(act.tx)
}

export const dropEntry = async (tx: Tx, issueId: number, entryId: number): Promise<boolean> => {
  const gone =
    await sql`delete from gazette.entry where id = ${entryId} and issue_id = ${issueId}`.execute(tx)
  return Number(gone.numAffectedRows ?? 0) === 1
}

export const orderEntries = async (
  tx: Tx,
  issueId: number,
  entries: readonly { readonly id: number; readonly section: Section }[],
): Promise<void> => {
  await sql`update gazette.entry n set section = put.section, ordinal = put.ordinal
    from unnest(${entries.map(({ id }) => id)}::bigint[], ${entries.map((one) => one.section)}::text[])
      with ordinality as put (id, section, ordinal)
    where n.id = put.id and n.issue_id = ${issueId}`.execute(tx)
}

/** Another edition in the place of the pinned one. */
export const pinEdition = async (
  act: Act,
  entryId: number,
  editionId: number,
  textHash: string,
): Promise<void> => {
  await sql`update gazette.entry set edition_id = ${editionId}, text_hash = ${textHash}, picked_at = ${act.at},
    picked_by = ${act.by.id}, kept_against = null, kept_reason = '' where id = ${entryId}`.execute(
    act.tx,
  )
}

export const keepAgainst = async (
  tx: Tx,
  entryId: number,
  editionId: number,
  reason: string,
): Promise<void> => {
  await sql`update gazette.entry set kept_against = ${editionId}, kept_reason = ${reason}
    where id = ${entryId}`.execute(tx)
}

/** Gives each text the number by which it is cited. */
export const numberEntries = async (tx: Tx, entries: readonly EntryRow[]): Promise<void> => {
  await sql`update gazette.entry n set number = put.number
    from unnest(${entries.map(({ id }) => id)}::bigint[], ${entries.map((one) => one.number)}::int[])
      as put (id, number) where n.id = put.id`.execute(tx)
}

/** The pages on which the texts were printed. */
export const pageEntries = async (
  tx: Tx,
  pages: readonly { readonly id: number; readonly page: number }[],
): Promise<void> => {
  await sql`update gazette.entry n set page = put.page
    from unnest(${pages.map(({ id }) => id)}::bigint[], ${pages.map(({ page }) => page)}::int[])
      as put (id, page) where n.id = put.id`.execute(tx)
}

export const addMark = async (
  act: Act,
  one: {
    readonly entryId: number
    readonly editionId: number
    readonly verdict: 'read' | 'objection'
    readonly note: string
  },
): Promise<void> => {
  await sql`insert into gazette.proof_mark (entry_id, staff_id, at, edition_id, verdict, note)
    values (${one.entryId}, ${act.by.id}, ${act.at}, ${one.editionId}, ${one.verdict}, ${one.note})`.execute(
    act.tx,
  )
}

export const settleMark = async (act: Act, markId: number, note: string): Promise<boolean> => {
  const settled =
    await sql`update gazette.proof_mark set settled_at = ${act.at}, settled_by = ${act.by.id},
    settled_note = ${note} where id = ${markId} and verdict = 'objection' and settled_at is null`.execute(
      act.tx,
    )
  return Number(settled.numAffectedRows ?? 0) === 1
}

export interface PrintedRow {
  readonly year: number
  readonly number: number
  readonly total: number
  readonly entryNumber: number
  readonly title: string
}

/** The issue in which a document was printed; null where in none. */
export const printedIn = async (db: Db, documentId: number): Promise<PrintedRow | null> => {
  const { rows } = await sql<PrintedRow>`
    select p.year, p.number, p.total, p.entry_number as "entryNumber", coalesce(g.title, '') as title
    from gazette.printed p join gazette.gazette g on g.organization_id = p.organization_id
    where p.document_id = ${documentId} order by p.issue_id limit 1`.execute(db)
  return rows[0] ?? null
}
