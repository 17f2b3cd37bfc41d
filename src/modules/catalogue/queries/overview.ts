import { organizationById } from '#organizations'
import type { Db } from '#platform/database'
import type {
  CatalogueEdition,
  Field,
  FieldSummary,
  Finding,
  ItemCount,
  LevelMatrix,
  Matter,
  Structure,
} from '../contract.ts'
import { itemCountsOf, summariesOf } from '../counts.ts'
import {
  findingsOf,
  levelMatrixOf,
  levelsFrom,
  levelsOf,
  structureOf,
  type Template,
} from '../edition.ts'
import { reasonsFor } from '../store/deviations.ts'
import { editionInState, wayOf } from '../store/editions.ts'
import { allFields } from '../store/fields.ts'
import { allMatters } from '../store/matters.ts'
import { questionsPage } from '../store/questions.ts'
import { editionById } from './editions.ts'

/**
 * What an edition is measured against: the reference catalogue it goes back to, by however many
 * editions, with the reasons given on the way; else the reference catalogue for comparison only.
 */
export const templateOf = async (
  db: Db,
  edition: Pick<CatalogueEdition, 'id' | 'organizationId'>,
): Promise<Template> => {
  const way = await wayOf(db, edition.id)
  const root = way.at(-1)
  const reference = await editionInState(db, null, 'inForce')
  const tailored = root !== undefined && root.id !== edition.id && root.organizationId === null
  const templateId = tailored ? root.id : reference?.id
  if (templateId === undefined || templateId === edition.id)
    return { kind: 'nothing', matters: [], reasons: new Map() }
  return {
    kind: tailored ? 'base' : 'reference',
    matters: await mattersWithin(db, templateId, edition.organizationId),
    reasons: await reasonsFor(
      db,
      way.map((one) => one.id),
    ),
  }
}

/** The matters of a template that reach a government: a town answers for its own level and below. */
const mattersWithin = async (
  db: Db,
  templateId: number,
  organizationId: number | null,
): Promise<Matter[]> => {
  const matters = await allMatters(db, templateId)
  if (organizationId === null) return matters
  const reached = levelsFrom((await organizationById(db, organizationId)).level)
  const fieldOf = new Map((await allFields(db)).map((field) => [field.code, field]))
  return matters.filter((matter) =>
    levelsOf(matter, fieldOf.get(matter.fieldCode)).some((level) => reached.includes(level)),
  )
}

// Open questions are shown by the hundred; more of them is a table that should be read again.
const questionsShown = 500

/** What stands between a draft and its adoption, all at once. */
export const readiness = async (db: Db, editionId: number): Promise<Finding[]> => {
  const edition = await editionById(db, editionId)
  return findingsOf(
    await allMatters(db, edition.id),
    await templateOf(db, edition),
    await questionsPage(db, edition.id, { after: 0, limit: questionsShown }),
    await allFields(db),
  )
}

/** Structural completeness (M12). */
export const structure = async (db: Db, editionId: number): Promise<Structure> => {
  const edition = await editionById(db, editionId)
  return structureOf(await allMatters(db, edition.id), await templateOf(db, edition))
}

/** Which field belongs to which level, and how complete each is (M4). */
export const levelMatrix = async (db: Db, editionId: number): Promise<LevelMatrix> => {
  const edition = await editionById(db, editionId)
  return levelMatrixOf(
    await allMatters(db, edition.id),
    await templateOf(db, edition),
    await allFields(db),
  )
}

export const fieldSummaries = async (db: Db, editionId: number): Promise<FieldSummary[]> =>
  summariesOf(await allMatters(db, editionId), await allFields(db))

export const itemCounts = async (db: Db, editionId: number): Promise<ItemCount[]> =>
  itemCountsOf(await allMatters(db, editionId))

export interface CatalogueTable {
  readonly edition: CatalogueEdition
  readonly fields: readonly { readonly field: Field; readonly matters: readonly Matter[] }[]
}

/** The whole catalogue, or one field of it, as the public table shows it (M9). */
export const catalogueTable = async (
  db: Db,
  editionId: number,
  field?: string,
): Promise<CatalogueTable> => {
  const edition = await editionById(db, editionId)
  const byField = Map.groupBy(
    await allMatters(db, edition.id, { field }),
    (matter) => matter.fieldCode,
  )
  return {
    edition,
    fields: (await allFields(db)).flatMap((one) => {
      const matters = byField.get(one.code)
      return matters ? [{ field: one, matters }] : []
    }),
  }
}
