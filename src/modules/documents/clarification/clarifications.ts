import { sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { on, type Reaction } from '#platform/fact'
import type { clarificationShape, clarifications as contract } from '../contract/life-cycle.ts'
import { editionPublished, editionWithdrawn } from '../facts.ts'
import { isVisible } from '../finding.ts'
import { clarificationLinked } from '../life-cycle-facts.ts'
import { refuse } from '../life-cycle-refusals.ts'
import { type Reader, visibleTo } from '../policy.ts'
import { foremostEdition } from '../store/editions.ts'
import { mayLink } from './commands.ts'

type Line = z.output<typeof clarificationShape>

/** Links of a document; the other end is named only as far as the reader sees it. */
const linesOf = async (
  db: Db,
  documentId: number,
  side: 'corrects' | 'correctedBy',
  reader: Reader,
): Promise<Line[]> => {
  const own = side === 'corrects' ? sql`c.document_id` : sql`c.corrects_id`
  const other = side === 'corrects' ? sql`c.corrects_id` : sql`c.document_id`
  const isSeen = reader.kind === 'staff' ? sql`true` : sql`d.live_edition_id is not null`
  const { rows } = await sql<{
    id: number
    otherId: number | null
    title: string | null
    live: boolean
    seen: boolean
    rumour: string
    rumourSource: string
    rumourSeenOn: CivilDate | null
  }>`
    select c.id, d.id as "otherId", e.title, d.live_edition_id is not null as live,
      coalesce(${isSeen} and ${visibleTo(reader)}, false) as seen, c.rumour,
      c.rumour_source as "rumourSource", c.rumour_seen_on as "rumourSeenOn"
    from documents.clarification c
    left join documents.document d on d.id = ${other}
    left join documents.edition e on e.id = coalesce(d.live_edition_id, d.working_edition_id,
      (select max(x.id) from documents.edition x where x.document_id = d.id and x.published_at is not null))
    left join organizations.organization o on o.id = d.organization_id
    where ${own} = ${documentId} order by c.id limit 50`.execute(db)
  return rows.flatMap(({ otherId, title, live, seen, ...rest }): Line[] => {
    if (otherId === null) return [{ ...rest, document: null }]
    return seen ? [{ ...rest, document: { id: otherId, title: title ?? '', live } }] : []
  })
}

/** What a document sets right, and what sets it right, both ways, as the desk shows it. */
export async function clarificationsOf(
  db: Db,
  by: Actor,
  documentId: number,
): Promise<z.output<typeof contract.output>> {
  const edition = await foremostEdition(db, documentId)
  if (!edition || !(await isVisible(db, edition.id, { kind: 'staff', by })))
    throw refuse('notFound')
  const reader = { kind: 'staff', by } as const
  return {
    corrects: await linesOf(db, documentId, 'corrects', reader),
    correctedBy: await linesOf(db, documentId, 'correctedBy', reader),
    mayLink: mayLink(by, edition),
  }
}

/** The same for a page of the portal. */
export const publicClarifications = async (
  db: Db,
  documentId: number,
  reader: Reader,
): Promise<{ corrects: Line[]; correctedBy: Line[] }> => ({
  corrects: await linesOf(db, documentId, 'corrects', reader),
  correctedBy: await linesOf(db, documentId, 'correctedBy', reader),
})

/** A clarification that goes out or leaves changes the pages of what it corrects. */
export const clarificationReactions: readonly Reaction[] = [editionPublished, editionWithdrawn].map(
  (heard) =>
    on<{ documentId: number; organizationId: number; subject: string }>(
      heard,
      async (act, told) => {
        const { rows } = await sql<{ id: number }>`
        select corrects_id as id from documents.clarification
        where document_id = ${told.documentId} and corrects_id is not null
        union select document_id from documents.clarification
        where corrects_id = ${told.documentId}`.execute(act.tx)
        if (rows.length === 0) return
        const { documentId, organizationId, subject } = told
        const documentIds = rows.map((row) => row.id)
        await act.announce(clarificationLinked, {
          subject,
          organizationId,
          documentId,
          documentIds,
        })
      },
    ),
)
