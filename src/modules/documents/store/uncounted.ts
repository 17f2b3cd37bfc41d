import { sql } from 'kysely'
import type { ChangedDays } from '#calendar'
import { type CivilDate, yearOf } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { Edition } from '../edition.ts'

const working = sql`('draft', 'inReview', 'returned', 'approved', 'scheduled')`

// No rule of a catalogue counts longer than two years ahead, nor further back than one.
const formedFrom = ({ from }: ChangedDays): CivilDate => `${yearOf(from) - 2}-01-01`
const formedTo = ({ to }: ChangedDays): CivilDate => `${yearOf(to) + 1}-12-31`

/** Documents with a release day to count, in the order of their ids, each once. */
export const documentsToCount = async (
  db: Db,
  asked: {
    readonly days: ChangedDays
    readonly counted: boolean
    readonly after: number
    readonly limit: number
  },
): Promise<number[]> => {
  const { days, counted, after, limit } = asked
  const formed = sql`formed_on between ${formedFrom(days)}::date and ${formedTo(days)}::date
    and document_id > ${after}`
  const { rows } = await sql<{ id: number }>`
    select document_id as id from (
      select document_id from documents.placement
      where due_on is null and matter_code is not null and formed_on is not null and ${formed}
      union
      select document_id from documents.edition
      where due_on is null and formed_on is not null and matter_codes <> '{}'
        and state in ${working} and ${formed}
      ${
        counted
          ? sql`union
      select document_id from documents.edition
      where state in ${working} and due_on is not null and document_id > ${after}
        and least(due_on, formed_on) <= ${days.to}::date
        and greatest(due_on, formed_on) >= ${days.from}::date`
          : sql``
      }
    ) found order by document_id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** A text as far as its release day hangs on it. */
export interface TextToCount
  extends Pick<Edition, 'title' | 'kind' | 'matterCodes' | 'clauses' | 'formedOn' | 'dueOn'> {
  readonly documentId: number
  readonly editionId: number
  /** Of the unit that owns it. */
  readonly path: string
  /** Under way; else it is the one that is out. */
  readonly isWorking: boolean
}

/** The texts of some documents, the one under way and the one that is out; whoever saves one waits. */
export const textsToCount = async (
  tx: Tx,
  documentIds: readonly number[],
): Promise<TextToCount[]> => {
  const { rows } = await sql<TextToCount>`
    select d.id as "documentId", e.id as "editionId", o.path, e.title, e.kind,
      e.matter_codes as "matterCodes", e.clauses, e.formed_on as "formedOn", e.due_on as "dueOn",
      e.state in ${working} as "isWorking"
    from documents.edition e
    join documents.document d on d.id = e.document_id
    join organizations.organization o on o.id = d.organization_id
    where d.id = any(${documentIds}::bigint[])
      and (e.state in ${working} or e.id = d.live_edition_id)
    order by d.id, e.id for update of d, e`.execute(tx)
  return rows
}

export interface PlaceToCount {
  readonly documentId: number
  readonly columnId: number
  readonly organizationId: number
  readonly matterCode: string
  readonly formedOn: CivilDate
  readonly dueOn: CivilDate | null
  readonly isReleased: boolean
}

/** Their places: all that wait, and of those released the ones that no day could be found for. */
export const placesToCount = async (
  tx: Tx,
  documentIds: readonly number[],
): Promise<PlaceToCount[]> => {
  const { rows } = await sql<PlaceToCount>`
    select document_id as "documentId", column_id as "columnId", organization_id as "organizationId",
      matter_code as "matterCode", formed_on as "formedOn", due_on as "dueOn",
      published_at is not null as "isReleased"
    from documents.placement
    where document_id = any(${documentIds}::bigint[]) and matter_code is not null
      and formed_on is not null and (published_at is null or due_on is null)
    order by document_id, column_id for update`.execute(tx)
  return rows
}

/** No new version: nobody changed anything, a day was worked out. */
export const putEditionDues = async (
  tx: Tx,
  dues: readonly { readonly editionId: number; readonly dueOn: CivilDate | null }[],
): Promise<void> => {
  if (dues.length === 0) return
  await sql`update documents.edition e set due_on = w."dueOn"
    from jsonb_to_recordset(${JSON.stringify(dues)}::jsonb) as w("editionId" bigint, "dueOn" date)
    where e.id = w."editionId"`.execute(tx)
}

export const putPlacementDues = async (
  tx: Tx,
  dues: readonly {
    readonly documentId: number
    readonly columnId: number
    readonly organizationId: number
    readonly dueOn: CivilDate | null
  }[],
): Promise<void> => {
  if (dues.length === 0) return
  await sql`update documents.placement p set due_on = w."dueOn"
    from jsonb_to_recordset(${JSON.stringify(dues)}::jsonb)
      as w("documentId" bigint, "columnId" bigint, "organizationId" bigint, "dueOn" date)
    where p.document_id = w."documentId" and p.column_id = w."columnId"
      and p.organization_id = w."organizationId"`.execute(tx)
}
