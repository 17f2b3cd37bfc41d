import { sql } from 'kysely'
import type { Act, Actor } from '#platform/act'
import { theSystem } from '#platform/act'
import type { Db } from '#platform/database'
import type { Edition } from './edition.ts'
import { mayTake } from './lifecycle.ts'
import { mayEdit, type Reader, visibleTo } from './policy.ts'
import { refuse } from './refusals.ts'
import {
  changedMeanwhile,
  editionsWithDocuments,
  lockEdition,
  touchEdition,
} from './store/editions.ts'

/** Whether a reader sees an edition. */
export async function isVisible(db: Db, editionId: number, reader: Reader): Promise<boolean> {
  if (reader.kind === 'staff' && reader.by === theSystem) return true
  const found = await editionsWithDocuments(db)
    .select(sql<number>`1`.as('found'))
    .where('e.id', '=', editionId)
    .where(visibleTo(reader))
    .executeTakeFirst()
  return found !== undefined
}

/**
 * Finds and locks the edition that a command is about: what a person may not see does not exist for
 * them, what they may not touch is refused, and only then do they learn that someone saved meanwhile.
 */
export async function findEdition(
  act: Act,
  asked: { readonly id: number; readonly version?: number },
  may: (by: Actor, edition: Edition) => boolean,
): Promise<Edition> {
  const edition = await lockEdition(act.tx, asked.id)
  if (edition.document.readersLimited) await mustSee(act, edition)
  if (!may(act.by, edition)) throw refuse('notYours')
  if (asked.version !== undefined && asked.version !== edition.version)
    throw await changedMeanwhile(act.tx, edition)
  return edition
}

async function mustSee(act: Act, edition: Edition): Promise<void> {
  const sees = await isVisible(act.tx, edition.id, { kind: 'staff', by: act.by })
  if (!sees) throw refuse('notFound')
}

/**
 * A draft that this person may change, for what other modules keep of an edition: found, locked, and
 * marked as changed by them. What was approved is read-only with everything that belongs to it.
 */
export async function draftToChange(act: Act, editionId: number): Promise<Edition> {
  const edition = await findEdition(act, { id: editionId }, mayEdit)
  if (!mayTake('save', edition.state)) throw refuse('readOnly', { state: edition.state })
  await touchEdition(act.tx, edition.id, { at: act.at, by: act.by.id })
  return edition
}

/** Refuses whoever may not read an edition in the office. */
export async function mustReadEdition(db: Db, by: Actor, editionId: number): Promise<void> {
  if (!(await isVisible(db, editionId, { kind: 'staff', by }))) throw refuse('notFound')
}
