import { sql } from 'kysely'
import type { Db, Tx } from '#platform/database'
import type { FindingKind } from '#wording'
import type { sweepCauses } from '../contract/site-sweep.ts'
import { thePublic, visibleTo, within } from '../policy.ts'

export interface Sweep {
  readonly id: number
  readonly organizationId: number
  readonly organizationName: string
  readonly path: string
  readonly cause: (typeof sweepCauses)[number]
  readonly lexiconDatedOn: string
  readonly askedAt: Date
  readonly endedAt: Date | null
  readonly lastDocumentId: number
  readonly documents: number
  readonly files: number
  readonly unread: number
  readonly found: number
}

const selected = sql`select s.id, s.organization_id as "organizationId", o.name as "organizationName",
  o.path, s.cause, s.lexicon_dated_on::text as "lexiconDatedOn", s.asked_at as "askedAt",
  s.ended_at as "endedAt", s.last_document_id as "lastDocumentId", s.documents, s.files, s.unread, s.found
  from documents.site_sweep s join organizations.organization o on o.id = s.organization_id`

export async function sweepById(db: Db, id: number): Promise<Sweep | null> {
  const { rows } = await sql<Sweep>`${selected} where s.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** The last one that covered one of these subtrees, or began within them. */
export async function lastSweep(db: Db, reach: readonly string[]): Promise<Sweep | null> {
  const { rows } = await sql<Sweep>`${selected}
    where exists (select from unnest(${[...reach]}::text[]) mine(path)
      where mine.path like o.path || '%' or o.path like mine.path || '%')
    order by s.id desc limit 1`.execute(db)
  return rows[0] ?? null
}

export async function isSweptWith(db: Db, organizationId: number, day: string): Promise<boolean> {
  const { rows } = await sql`select from documents.site_sweep
    where organization_id = ${organizationId} and lexicon_dated_on = ${day}::date limit 1`.execute(
    db,
  )
  return rows.length > 0
}

/** Begins one, or has one that is still going start over: what it read was read with other words. */
export async function beginSweep(
  tx: Tx,
  begun: {
    readonly organizationId: number
    readonly cause: Sweep['cause']
    readonly lexiconDatedOn: string
    readonly staffId: number | null
    readonly at: Date
  },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into documents.site_sweep (organization_id, cause, lexicon_dated_on, asked_by, asked_at)
    values (${begun.organizationId}, ${begun.cause}, ${begun.lexiconDatedOn}::date, ${begun.staffId},
      ${begun.at})
    on conflict (organization_id) where ended_at is null do update set
      cause = excluded.cause, lexicon_dated_on = excluded.lexicon_dated_on,
      asked_by = excluded.asked_by, asked_at = excluded.asked_at,
      last_document_id = 0, documents = 0, files = 0, unread = 0, found = 0
    returning id`.execute(tx)
  return rows[0]?.id ?? 0
}

export interface LiveText {
  readonly documentId: number
  readonly editionId: number
  readonly path: string
  readonly title: string
  readonly text: string
}

/** The next documents that the public can read, in the order in which they came to be. */
export async function liveTextsAfter(
  db: Db,
  path: string,
  after: number,
  most: number,
): Promise<LiveText[]> {
  const { rows } = await sql<LiveText>`
    select d.id as "documentId", e.id as "editionId", o.path, e.title, e.text
    from documents.document d
    join documents.edition e on e.id = d.live_edition_id
    join organizations.organization o on o.id = d.organization_id
    where ${visibleTo(thePublic)} and ${within([path])} and d.id > ${after}
    order by d.id limit ${most}`.execute(db)
  return rows
}

export interface FoundLive {
  readonly documentId: number
  readonly editionId: number
  readonly place: string
  readonly kind: FindingKind
  readonly masked: string
  readonly confidence: string
  readonly word: string | null
  readonly advice: string | null
}

/** What was found in these documents takes the place of what was found in them before. */
export async function keepFound(
  tx: Tx,
  documentIds: readonly number[],
  found: readonly FoundLive[],
  at: Date,
): Promise<void> {
  if (documentIds.length > 0)
    await tx
      .deleteFrom('documents.live_finding')
      .where('document_id', 'in', [...documentIds])
      .execute()
  if (found.length > 0)
    await tx
      .insertInto('documents.live_finding')
      .values(
        found.map(({ documentId, editionId, ...rest }) => ({
          ...{ document_id: documentId, edition_id: editionId, found_at: at },
          ...rest,
        })),
      )
      .execute()
}

/** Moves a sweep on, unless it was made to start over meanwhile; answers whether it did. */
export async function moveOn(
  tx: Tx,
  sweep: Sweep,
  step: {
    readonly last: number
    readonly documents: number
    readonly files: number
    readonly unread: number
    readonly found: number
    readonly endedAt: Date | null
  },
): Promise<boolean> {
  const { rows } = await sql<{ id: number }>`
    update documents.site_sweep set last_document_id = ${step.last},
      documents = documents + ${step.documents}, files = files + ${step.files},
      unread = unread + ${step.unread}, found = found + ${step.found}, ended_at = ${step.endedAt}
    where id = ${sweep.id} and ended_at is null and last_document_id = ${sweep.lastDocumentId}
      and asked_at = ${sweep.askedAt}
    returning id`.execute(tx)
  return rows.length > 0
}

/** What was found in documents that are public no more, or have another edition by now. */
export const dropStale = (tx: Tx, path: string): Promise<unknown> =>
  sql`delete from documents.live_finding f using documents.document d, organizations.organization o
    where d.id = f.document_id and o.id = d.organization_id and ${within([path])}
      and d.live_edition_id is distinct from f.edition_id`.execute(tx)

export const dropFound = (tx: Tx, documentId: number): Promise<unknown> =>
  tx.deleteFrom('documents.live_finding').where('document_id', '=', documentId).execute()

export interface ListedFinding extends FoundLive {
  readonly id: number
  readonly title: string
  readonly organizationId: number
  readonly organizationCode: string
  readonly organizationName: string
  readonly foundAt: Date
}

/** Findings in what is public now, newest reading first. */
export async function foundIn(
  db: Db,
  asked: {
    readonly reach: readonly string[]
    readonly kind?: FindingKind | undefined
    readonly before: number | null
    readonly most: number
  },
): Promise<ListedFinding[]> {
  const { rows } = await sql<ListedFinding>`
    select f.id, f.document_id as "documentId", f.edition_id as "editionId", f.place, f.kind, f.masked,
      f.confidence, f.word, f.advice, f.found_at as "foundAt", e.title, o.id as "organizationId",
      o.code as "organizationCode", o.name as "organizationName"
    from documents.live_finding f
    join documents.document d on d.id = f.document_id
    join documents.edition e on e.id = d.live_edition_id and e.id = f.edition_id
    join organizations.organization o on o.id = d.organization_id
    where ${visibleTo(thePublic)} and ${within(asked.reach)}
      ${asked.kind ? sql`and f.kind = ${asked.kind}` : sql``}
      ${asked.before === null ? sql`` : sql`and f.id < ${asked.before}`}
    order by f.id desc limit ${asked.most}`.execute(db)
  return rows
}
