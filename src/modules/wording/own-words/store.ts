import { sql } from 'kysely'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { OwnWordKind } from './contract.ts'

export interface OwnWord {
  readonly id: number
  readonly organizationId: number
  readonly organizationName: string
  readonly path: string
  readonly word: string
  readonly kind: OwnWordKind
  readonly instead: string
  readonly reason: string
  readonly from: CivilDate
  readonly until: CivilDate | null
  readonly addedBy: string
  readonly retiredBy: string | null
  readonly retiredAt: Date | null
  readonly retiredReason: string | null
}

const columns = sql`w.id, w.organization_id as "organizationId", o.name as "organizationName", o.path,
  w.word, w.kind, w.instead, w.reason, w.held_from::text as "from", w.held_until::text as "until",
  a.name as "addedBy", r.name as "retiredBy", w.retired_at as "retiredAt",
  w.retired_reason as "retiredReason"`
const joined = sql`wording.own_word w
  join organizations.organization o on o.id = w.organization_id
  left join accounts.staff a on a.id = w.added_by
  left join accounts.staff r on r.id = w.retired_by`

/**
 * Words of units above and below those of a reader, newest first: whoever writes for a town is bound by
 * the county's words, whoever keeps the county's sees the town's.
 */
export async function ownWords(
  db: Db,
  asked: {
    readonly reach: readonly string[]
    readonly words?: string | undefined
    readonly after?: number | undefined
    readonly most: number
  },
): Promise<OwnWord[]> {
  const pattern = `%${(asked.words ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  const { rows } = await sql<OwnWord>`
    select ${columns} from ${joined}
    where exists (select from unnest(${[...asked.reach]}::text[]) mine(path)
      where o.path like mine.path || '%' or mine.path like o.path || '%')
      and (w.word like ${pattern} or w.instead like ${pattern})
      ${asked.after ? sql`and w.id < ${asked.after}` : sql``}
    order by w.id desc limit ${asked.most}`.execute(db)
  return rows
}

export async function ownWordById(db: Db, id: number): Promise<OwnWord | null> {
  const { rows } = await sql<OwnWord>`
    select ${columns} from ${joined} where w.id = ${id}`.execute(db)
  return rows[0] ?? null
}

/** Those in force on a day for a unit: its own and those of the units above it. */
export async function inForceAt(
  db: Db,
  path: string,
  on: CivilDate,
): Promise<Pick<OwnWord, 'id' | 'word' | 'kind' | 'instead' | 'reason'>[]> {
  const { rows } = await sql<Pick<OwnWord, 'id' | 'word' | 'kind' | 'instead' | 'reason'>>`
    select w.id, w.word, w.kind, w.instead, w.reason
    from wording.own_word w join organizations.organization o on o.id = w.organization_id
    where ${path} like o.path || '%' and w.retired_at is null
      and w.held_from <= ${on}::date and (w.held_until is null or w.held_until >= ${on}::date)
    order by w.id`.execute(db)
  return rows
}

export async function isKnown(tx: Tx, organizationId: number, word: string): Promise<boolean> {
  const found = await tx
    .selectFrom('wording.own_word')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('word', '=', word)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  return found !== undefined
}

export async function putOwnWord(
  tx: Tx,
  put: {
    readonly organizationId: number
    readonly word: string
    readonly kind: OwnWordKind
    readonly instead: string
    readonly reason: string
    readonly from: CivilDate
    readonly until: CivilDate | null
    readonly staffId: number | null
    readonly at: Date
  },
): Promise<number> {
  const { id } = await tx
    .insertInto('wording.own_word')
    .values({
      organization_id: put.organizationId,
      ...{ word: put.word, kind: put.kind, instead: put.instead, reason: put.reason },
      ...{ held_from: put.from, held_until: put.until },
      ...{ added_by: put.staffId, added_at: put.at },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const retire = (
  tx: Tx,
  id: number,
  said: { readonly staffId: number | null; readonly reason: string; readonly at: Date },
): Promise<unknown> =>
  tx
    .updateTable('wording.own_word')
    .set({ retired_at: said.at, retired_by: said.staffId, retired_reason: said.reason })
    .where('id', '=', id)
    .execute()
