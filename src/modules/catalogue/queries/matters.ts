import type { Db } from '#platform/database'
import type { Deviation, Matter, MatterFilter, OpenQuestion } from '../contract.ts'
import { refuse } from '../refusals.ts'
import { deviationsPage } from '../store/deviations.ts'
import { findMatter, mattersPage } from '../store/matters.ts'
import { questionsPage } from '../store/questions.ts'
import { deviationOf, editionById, editionInForce } from './editions.ts'

export interface Page {
  readonly after?: number | undefined
  readonly limit?: number | undefined
}
const onPage = 50

/** Matters in catalogue order; `next` is what to pass as `after` for the following page. */
export const matters = async (
  db: Db,
  editionId: number,
  filter: MatterFilter = {},
  page: Page = {},
): Promise<{ matters: Matter[]; total: number; next: number | null }> => {
  const limit = page.limit ?? onPage
  const found = await mattersPage(db, editionId, filter, {
    after: page.after ?? 0,
    limit: limit + 1,
  })
  const shown = found.matters.slice(0, limit)
  return {
    matters: shown,
    total: found.total,
    next: found.matters.length > limit ? (shown.at(-1)?.ordinal ?? null) : null,
  }
}

/** One matter, or a refusal. */
export const matterByCode = async (db: Db, editionId: number, code: string): Promise<Matter> => {
  const matter = await findMatter(db, editionId, code)
  if (!matter) throw refuse('noMatter', { code })
  return matter
}

/** A matter of the catalogue in force, null where there is neither. */
export const matterInForce = async (
  db: Db,
  organizationId: number,
  code: string,
): Promise<Matter | null> => {
  const edition = await editionInForce(db, organizationId)
  return (edition && (await findMatter(db, edition.id, code))) ?? null
}

/** One matter with where it came from, how it deviates and what is still open about it. */
export const matterWithHistory = async (
  db: Db,
  editionId: number,
  code: string,
): Promise<{
  matter: Matter
  deviation: Deviation | null
  questions: OpenQuestion[]
  origin: { editionId: number; title: string } | null
}> => {
  const matter = await matterByCode(db, editionId, code)
  const { baseId, baseTitle } = await editionById(db, editionId)
  const source = baseId === null ? undefined : await findMatter(db, baseId, code)
  const [deviation] = await deviationsPage(db, [editionId], { codes: [code], after: 0, limit: 1 })
  return {
    matter,
    deviation: deviation ? deviationOf(deviation) : null,
    questions: await questionsPage(db, editionId, { codes: [code], after: 0, limit: onPage }),
    origin: source ? { editionId: source.editionId, title: baseTitle ?? '' } : null,
  }
}

/** What a person has yet to settle in an edition. */
export const openQuestions = async (
  db: Db,
  editionId: number,
  page: Page = {},
): Promise<{ questions: OpenQuestion[]; next: number | null }> => {
  await editionById(db, editionId)
  const limit = page.limit ?? onPage
  const found = await questionsPage(db, editionId, { after: page.after ?? 0, limit: limit + 1 })
  return {
    questions: found.slice(0, limit),
    next: found.length > limit ? (found[limit - 1]?.id ?? null) : null,
  }
}
