import { sql } from 'kysely'
import { type Reader, visibleTo } from '#documents'
import type { CivilDate } from '#platform/civil-date'
import type { Db, Tx } from '#platform/database'
import type { EffectKind, EffectShape } from '../contract/shapes.ts'

/** The days on which active effects reach a policy, and by which document. */
export interface EffectDay {
  readonly targetId: number
  readonly kind: EffectKind
  readonly actingId: number | null
  readonly onDay: CivilDate
}

/** An effect without a day of its own begins when the acting document does. */
export const effectDays = async (db: Db, targetIds: readonly number[]): Promise<EffectDay[]> => {
  const { rows } = await sql<EffectDay>`
    select f.target_document_id as "targetId", f.kind, f.acting_document_id as "actingId",
      coalesce(f.on_day, a.effective_on, (f.active_since at time zone 'Asia/Shanghai')::date) as "onDay"
    from policies.effect f left join policies.policy a on a.document_id = f.acting_document_id
    where f.target_document_id = any(${targetIds}::bigint[]) and f.active_since is not null
    order by 4, f.id`.execute(db)
  return rows
}

export const targetsOf = async (db: Db, actingId: number): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`select target_document_id as id
    from policies.effect where acting_document_id = ${actingId}`.execute(db)
  return rows.map(({ id }) => id)
}

/** The acting document is released: from now on its effects count. */
export const activate = (tx: Tx, actingId: number, at: Date): Promise<unknown> =>
  tx
    .updateTable('policies.effect')
    .set({ active_since: at })
    .where('acting_document_id', '=', actingId)
    .where('active_since', 'is', null)
    .execute()

export interface NewEffect {
  readonly targetId: number
  readonly kind: EffectKind
  readonly scope: string
  readonly onDay: CivilDate | null
}

/** Puts these in place of all that a document does to others; who noted what stays noted. */
export async function replaceEffects(
  tx: Tx,
  actingId: number,
  effects: readonly NewEffect[],
  made: { readonly at: Date; readonly by: number | null; readonly activeSince: Date | null },
): Promise<void> {
  const targets = effects.map((effect) => effect.targetId)
  await sql`delete from policies.effect where acting_document_id = ${actingId}
    and target_document_id <> all(${targets}::bigint[])`.execute(tx)
  if (effects.length === 0) return
  await tx
    .insertInto('policies.effect')
    .values(
      effects.map((effect) => ({
        acting_document_id: actingId,
        target_document_id: effect.targetId,
        kind: effect.kind,
        scope: effect.scope,
        on_day: effect.onDay,
        active_since: made.activeSince,
        made_at: made.at,
        made_by: made.by,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['acting_document_id', 'target_document_id']).doUpdateSet({
        kind: sql`excluded.kind`,
        scope: sql`excluded.scope`,
        on_day: sql`excluded.on_day`,
      }),
    )
    .execute()
}

export const addOutsideEffect = (
  tx: Tx,
  effect: NewEffect & {
    readonly actingText: string
    readonly at: Date
    readonly by: number | null
  },
): Promise<unknown> =>
  tx
    .insertInto('policies.effect')
    .values({
      acting_text: effect.actingText,
      target_document_id: effect.targetId,
      kind: effect.kind,
      scope: effect.scope,
      on_day: effect.onDay,
      active_since: effect.at,
      made_at: effect.at,
      made_by: effect.by,
    })
    .execute()

const side = {
  acts: { own: sql`f.acting_document_id`, other: sql`f.target_document_id` },
  suffers: { own: sql`f.target_document_id`, other: sql`f.acting_document_id` },
} as const

/**
 * What a document does to others, or others to it. A document that the reader may not see is not
 * named, and what it will do is not told before it is released.
 */
export const effectsOf = async (
  db: Db,
  documentId: number,
  which: keyof typeof side,
  reader: Reader,
): Promise<EffectShape[]> => {
  const { own, other } = side[which]
  const { rows } = await sql<EffectShape>`
    select f.id, f.kind, f.scope, f.on_day as "onDay", f.active_since is not null as active,
      seen.other, f.acting_text as "otherText"
    from policies.effect f
    left join lateral (
      select json_build_object('id', d.id, 'title', e.title, 'documentNumber', e.document_number) as other
      from documents.document d
      join documents.edition e on e.id = coalesce(d.live_edition_id, d.working_edition_id)
      join organizations.organization o on o.id = d.organization_id
      where d.id = ${other} and ${visibleTo(reader)}) seen on true
    where ${own} = ${documentId} and (f.active_since is not null or seen.other is not null)
    order by f.id limit 500`.execute(db)
  return rows
}
