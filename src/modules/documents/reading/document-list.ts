import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { soonUntil } from '../clock.ts'
import type { documentList as contract } from '../contract/reading.ts'
import { reachOfStaff, visibleTo, within } from '../policy.ts'
import { documentLines } from '../store/lines.ts'
import { ownerById } from '../store/organizations.ts'
import { normaliseDocumentNumber, parseDocumentNumber, parseIndexNumber } from '../text/index.ts'

export type ListDocuments = z.output<typeof contract.input>

/** Each document once: by its working edition, else its live one, else the last that was. */
const foremost = sql<boolean>`e.id = coalesce(d.working_edition_id, d.live_edition_id,
  (select max(x.id) from documents.edition x where x.document_id = d.id))`

const working = sql<boolean>`(e.id = d.working_edition_id and d.live_edition_id is null
  and e.attribute = 'proactive')`

const escaped = (text: string): string => text.replace(/[\\%_]/g, (mark) => `\\${mark}`)

/** A whole number finds its document at once; anything else is looked for in titles. */
const asked = (q: string): RawBuilder<boolean> => {
  if (parseIndexNumber(q)) return sql<boolean>`d.index_number = ${q.toUpperCase()}`
  if (parseDocumentNumber(q)) return sql<boolean>`e.document_number = ${normaliseDocumentNumber(q)}`
  return sql<boolean>`e.title ilike ${`%${escaped(q)}%`}`
}

/** Documents of the units one works for, newest first, page by page. */
export async function documentList(
  db: Db,
  by: Actor,
  input: ListDocuments,
  today: CivilDate,
): Promise<z.output<typeof contract.output>> {
  const unit = input.organizationId ? await ownerById(db, input.organizationId) : null
  const after = Number(input.after)
  const where = [
    foremost,
    within(reachOfStaff(by)),
    visibleTo({ kind: 'staff', by }),
    unit && within([unit.path]),
    input.state && sql<boolean>`e.state = ${input.state}`,
    input.attribute && sql<boolean>`e.attribute = ${input.attribute}`,
    input.matterCode && sql<boolean>`${input.matterCode} = any(e.matter_codes)`,
    input.columnKey && sql<boolean>`${input.columnKey} = any(e.column_keys)`,
    input.due === 'late' && sql<boolean>`(${working} and e.due_on < ${today}::date)`,
    input.due === 'soon' &&
      sql<boolean>`(${working} and e.due_on between ${today}::date and ${soonUntil(today)}::date)`,
    input.mine && sql<boolean>`${by.id} in (e.created_by, e.updated_by, e.submitted_by)`,
    input.q && asked(input.q),
    Number.isSafeInteger(after) && after > 0 && sql<boolean>`d.id < ${after}`,
  ].filter((condition) => typeof condition === 'object' && condition !== null)
  const { items, more } = await documentLines(db, {
    where,
    orderBy: sql`d.id desc`,
    limit: input.limit,
    today,
  })
  return { items, next: more ? String(items.at(-1)?.documentId ?? '') : null }
}
