import { organizationById } from '#organizations'
import type { Db } from '#platform/database'
import type { CatalogueEdition, Comparison, Deviation, Field } from '../contract.ts'
import { levelsFrom } from '../edition.ts'
import { changesBetween, compareMatters, nameOf } from '../matter.ts'
import { refuse } from '../refusals.ts'
import { type DeviationRow, deviationsPage } from '../store/deviations.ts'
import {
  editionInForceAbove,
  editionInState,
  editionsOf,
  findEdition,
  wayOf,
} from '../store/editions.ts'
import { allFields } from '../store/fields.ts'
import { allMatters, countReaching } from '../store/matters.ts'

export const fields = (db: Db): Promise<Field[]> => allFields(db)

/** One edition, or a refusal. */
export const editionById = async (db: Db, editionId: number): Promise<CatalogueEdition> => {
  const edition = await findEdition(db, editionId)
  if (!edition) throw refuse('noEdition', { id: editionId })
  return edition
}

/** The catalogue of a government as it stands, null before it has adopted one. */
export const editionInForce = async (
  db: Db,
  organizationId: number,
): Promise<CatalogueEdition | null> => (await editionInState(db, organizationId, 'inForce')) ?? null

export const draftOf = async (db: Db, organizationId: number): Promise<CatalogueEdition | null> =>
  (await editionInState(db, organizationId, 'draft')) ?? null

/** The reference catalogue, null where it was never loaded. */
export const referenceEdition = async (db: Db): Promise<CatalogueEdition | null> =>
  (await editionInState(db, null, 'inForce')) ?? null

/** Every edition of a government, newest first, with what it may be tailored from beside them. */
export const editions = async (
  db: Db,
  organizationId: number,
): Promise<{
  editions: CatalogueEdition[]
  reference: CatalogueEdition | null
  above: { edition: CatalogueEdition; reaching: number } | null
}> => {
  const { path, level } = await organizationById(db, organizationId)
  const above = await editionInForceAbove(db, path)
  return {
    editions: await editionsOf(db, organizationId),
    reference: await referenceEdition(db),
    above: above
      ? { edition: above, reaching: await countReaching(db, above.id, levelsFrom(level)) }
      : null,
  }
}

/** What was added, removed and changed from one edition to another. */
export const compareEditions = async (
  db: Db,
  fromId: number,
  toId: number,
): Promise<Comparison> => {
  const from = await editionById(db, fromId)
  const to = await editionById(db, toId)
  return compareMatters(await allMatters(db, from.id), await allMatters(db, to.id))
}

export const deviationOf = (row: DeviationRow): Deviation => {
  const { before, after, ...kept } = row
  const named = after ?? before
  if (!named) throw new Error(`deviation ${row.id} keeps no matter`)
  return {
    ...kept,
    at: row.at.toISOString(),
    ...nameOf({ ...named, code: row.code, fieldCode: row.code.split('-')[0] ?? '' }),
    changes: before && after ? changesBetween(before, after) : [],
  }
}

export interface DeviationsAsked {
  readonly field?: string | undefined
  /** Also how that from which the edition was tailored differed from what it was tailored from. */
  readonly whole?: boolean
  readonly after?: number
  readonly limit?: number
}

/** How an edition differs from what it was tailored from, with the reasons (M7). */
export const deviationsOf = async (
  db: Db,
  editionId: number,
  asked: DeviationsAsked = {},
): Promise<{ deviations: Deviation[]; next: number | null }> => {
  const { field, whole = false, after = 0, limit = 200 } = asked
  const edition = await editionById(db, editionId)
  const ids = whole ? (await wayOf(db, edition.id)).map((one) => one.id) : [edition.id]
  const rows = await deviationsPage(db, ids, { field, after, limit: limit + 1 })
  return {
    deviations: rows.slice(0, limit).map(deviationOf),
    next: rows.length > limit ? (rows[limit - 1]?.id ?? null) : null,
  }
}
