import { organizationById } from '#organizations'
import type { Db } from '#platform/database'
import type { Obligation, Power, Responsibility } from '../contract.ts'
import { nameOf } from '../matter.ts'
import { likeness } from '../names.ts'
import { obligationsPage, responsibilitiesOf } from '../store/duties.ts'
import { allMatters } from '../store/matters.ts'
import { powersPage } from '../store/powers.ts'
import { editionById } from './editions.ts'

/** The responsibility list of an edition, or the part of it about a field. */
export const responsibilities = (
  db: Db,
  editionId: number,
  field?: string,
): Promise<Responsibility[]> => responsibilitiesOf(db, editionId, field)

/** What an organization owes by the catalogue in force. */
export const obligations = async (
  db: Db,
  asked: {
    readonly organizationId: number
    readonly field?: string | undefined
    readonly after?: string
    readonly limit?: number
  },
): Promise<{ obligations: Obligation[]; next: string | null }> => {
  const { organizationId, field, after = '', limit = 50 } = asked
  const found = await obligationsPage(db, organizationId, { field, after, limit: limit + 1 })
  const shown = found.slice(0, limit)
  return {
    obligations: shown,
    next: found.length > limit ? (shown.at(-1)?.matterCode ?? null) : null,
  }
}

// Below it, offers are mostly wrong: 行政许可 alone makes two names a third alike.
const worthOffering = 0.4

/** The lists of powers and services against an edition, and what has no entry in it (M3). */
export const powers = async (
  db: Db,
  asked: {
    readonly editionId: number
    readonly list?: 'power' | 'service' | undefined
    readonly missing?: boolean
    readonly after?: number
    readonly limit?: number
  },
): Promise<{ powers: Power[]; next: number | null; total: number; missingCount: number }> => {
  const { missing = false, after = 0, limit = 50 } = asked
  const edition = await editionById(db, asked.editionId)
  const path =
    edition.organizationId === null
      ? '/'
      : (await organizationById(db, edition.organizationId)).path
  const found = await powersPage(
    db,
    { editionId: edition.id, path },
    { list: asked.list, missing, after, limit: limit + 1 },
  )
  const matters = await allMatters(db, edition.id)
  const shown = found.powers.slice(0, limit)
  return {
    powers: shown.map(({ organizationPath: _, ...power }) => ({
      ...power,
      suggestion: power.matterCode === null ? nearest(power.name, matters) : null,
    })),
    next: found.powers.length > limit ? (shown.at(-1)?.id ?? null) : null,
    total: found.total,
    missingCount: found.missingCount,
  }
}

const nearest = (name: string, matters: Awaited<ReturnType<typeof allMatters>>) => {
  const [best] = matters
    .map((matter) => ({
      ...nameOf(matter),
      likeness: Math.max(
        likeness(name, matter.level3 || matter.level2 || matter.level1),
        likeness(name, `${matter.level1}${matter.level2}`),
      ),
    }))
    .filter((one) => one.likeness >= worthOffering)
    .sort((a, b) => b.likeness - a.likeness)
  return best ?? null
}
