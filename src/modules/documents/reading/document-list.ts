import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import { idsUnder } from '#organizations'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { soonUntil } from '../clock.ts'
import type { documentList as contract } from '../contract/reading.ts'
import { workingStates } from '../lifecycle.ts'
import { reachOfStaff, visibleTo } from '../policy.ts'
import { documentLines } from '../store/lines.ts'
import { ownerById } from '../store/organizations.ts'
import { normaliseDocumentNumber, parseDocumentNumber, parseIndexNumber } from '../text/index.ts'

export type ListDocuments = z.output<typeof contract.input>

const isOwed = sql<boolean>`(d.live_edition_id is null and e.attribute = 'proactive')`

const escaped = (text: string): string => text.replace(/[\\%_]/g, (mark) => `\\${mark}`)

/** A whole number finds its document at once; anything else is looked for in titles. */
const asked = (q: string): RawBuilder<boolean> => {
  if (parseIndexNumber(q)) return sql<boolean>`d.index_number = ${q.toUpperCase()}`
  if (parseDocumentNumber(q)) return sql<boolean>`e.document_number = ${normaliseDocumentNumber(q)}`
  return sql<boolean>`e.title ilike ${`%${escaped(q)}%`}`
}

/** Ids of the units that one works for, or of those under one of them: a number to estimate by. */
async function unitsListed(db: Db, by: Actor, under: number | undefined): Promise<number[]> {
  const mine = reachOfStaff(by)
  if (under === undefined) return idsUnder(db, mine)
  const { path } = await ownerById(db, under)
  const inside = mine.some((reach) => path.startsWith(reach))
  return idsUnder(db, inside ? [path] : mine.filter((reach) => reach.startsWith(path)))
}

/** Documents of the units one works for, newest first, page by page. */
export async function documentList(
  db: Db,
  by: Actor,
  input: ListDocuments,
  today: CivilDate,
): Promise<z.output<typeof contract.output>> {
  const ids = await unitsListed(db, by, input.organizationId)
  const after = Number(input.after)
  const where = [
    sql<boolean>`d.organization_id = any(${ids}::bigint[])`,
    visibleTo({ kind: 'staff', by }),
    input.state && sql<boolean>`e.state = ${input.state}`,
    input.attribute && sql<boolean>`e.attribute = ${input.attribute}`,
    input.matterCode && sql<boolean>`${input.matterCode} = any(e.matter_codes)`,
    input.columnKey && sql<boolean>`${input.columnKey} = any(e.column_keys)`,
    input.due === 'late' && sql<boolean>`(${isOwed} and e.due_on < ${today}::date)`,
    input.due === 'soon' &&
      sql<boolean>`(${isOwed} and e.due_on between ${today}::date and ${soonUntil(today)}::date)`,
    input.mine && sql<boolean>`${by.id} in (e.created_by, e.updated_by, e.submitted_by)`,
    input.q && asked(input.q),
    Number.isSafeInteger(after) && after > 0 && sql<boolean>`d.id < ${after}`,
  ].filter((condition) => typeof condition === 'object' && condition !== null)
  const isUnfinished = input.due !== undefined || workingStates.some((one) => one === input.state)
  const { items, more } = await documentLines(db, {
    // Each document once: by its working edition, else its live one, else the last that was.
    which: isUnfinished ? 'working' : 'foremost',
    where,
    orderBy: sql`d.id desc`,
    limit: input.limit,
    today,
  })
  return { items, next: more ? String(items.at(-1)?.documentId ?? '') : null }
}
