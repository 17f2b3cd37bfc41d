import { type Organization, organizationById } from '#organizations'
import type { Act } from '#platform/act'
import type { CatalogueEdition } from './contract.ts'
import { draftChanged } from './facts.ts'
import { compareMatters, elementsOf } from './matter.ts'
import { mayChangeCatalogue } from './policy.ts'
import { refuse } from './refusals.ts'
import { type DeviationToKeep, reasonsFor, replaceDeviations } from './store/deviations.ts'
import { lockEdition } from './store/editions.ts'
import { allMatters } from './store/matters.ts'

// 基层政府 (国办发〔2019〕54号): counties, towns and sub-districts, and zones run in their stead.
const governments = ['government', 'township', 'subdistrict', 'dispatched']

/** A government whose catalogue the actor may change, or a refusal. */
export async function governmentToChange(act: Act, organizationId: number): Promise<Organization> {
  const organization = await organizationById(act.tx, organizationId)
  if (!mayChangeCatalogue(act.by, organization.path)) throw refuse('notYours')
  if (!governments.includes(organization.kind))
    throw refuse('notGovernment', { name: organization.name })
  return organization
}

export interface Draft extends CatalogueEdition {
  readonly organizationId: number
}

/** The draft, held until the act is over; an edition once adopted is never changed again. */
export async function lockDraft(
  act: Act,
  editionId: number,
): Promise<{ draft: Draft; organization: Organization }> {
  const edition = await lockEdition(act.tx, editionId)
  if (!edition || edition.organizationId === null) throw refuse('noEdition', { id: editionId })
  const organization = await governmentToChange(act, edition.organizationId)
  if (edition.state !== 'draft') throw refuse('readOnly', { title: edition.title })
  return { draft: { ...edition, organizationId: edition.organizationId }, organization }
}

/**
 * Records how matters of a draft now differ from what it was tailored from (M7). A difference needs
 * a reason, this one or the one it was given before; a matter put back as it was needs none.
 */
export async function recordDeviations(
  act: Act,
  draft: Draft,
  codes: readonly string[],
  reason: string,
): Promise<void> {
  if (draft.baseId === null || codes.length === 0) return
  const base = await allMatters(act.tx, draft.baseId, { codes })
  const now = await allMatters(act.tx, draft.id, { codes })
  const baseOf = new Map(base.map((matter) => [matter.code, elementsOf(matter)]))
  const nowOf = new Map(now.map((matter) => [matter.code, elementsOf(matter)]))
  const { added, changed, removed } = compareMatters(base, now)
  const found = [
    ...added.map((matter) => ({ ...matter, kind: 'added' as const })),
    ...changed.map((matter) => ({ ...matter, kind: 'changed' as const })),
    ...removed.map((matter) => ({ ...matter, kind: 'removed' as const })),
  ]
  const earlier = await reasonsFor(act.tx, [draft.id], codes)
  const deviations = found.map(
    ({ code, kind, level1, level2 }): DeviationToKeep & { reason: string } => {
      const given = reason.trim() || earlier.get(code)
      if (!given) throw refuse('reasonNeeded', { name: level2 || level1 })
      return {
        code,
        kind,
        reason: given,
        before: baseOf.get(code) ?? null,
        after: nowOf.get(code) ?? null,
      }
    },
  )
  await replaceDeviations(act.tx, draft.id, codes, deviations, { at: act.at, staffId: act.by.id })
}

/** Tells of a change to a draft. */
export const announceChange = (
  act: Act,
  draft: Draft,
  how: 'added' | 'changed' | 'removed' | 'imported' | 'settled',
  matterCodes: readonly string[],
  reason: string,
): Promise<void> =>
  act.announce(draftChanged, {
    subject: `edition/${draft.id}`,
    organizationId: draft.organizationId,
    editionId: draft.id,
    how,
    matterCodes,
    reason,
  })
