import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import { issue } from '#platform/refusal'
import type { CatalogueEdition, Matter } from '../contract.ts'
import { deriveFor } from '../derive.ts'
import { type Draft, lockDraft } from '../draft.ts'
import { findingsOf } from '../edition.ts'
import { editionAdopted } from '../facts.ts'
import { movedMatters } from '../matter.ts'
import { templateOf } from '../queries/overview.ts'
import { refuse } from '../refusals.ts'
import {
  editionInState,
  findEdition,
  lockCatalogueOf,
  putInForce,
  setState,
} from '../store/editions.ts'
import { allFields } from '../store/fields.ts'
import { allMatters } from '../store/matters.ts'

export interface AdoptEdition {
  readonly editionId: number
  readonly effectiveOn: CivilDate
  readonly confirm: true
}

/** Puts a draft in force in place of the edition before; from then on it is read-only. */
export async function adoptEdition(act: Act, input: AdoptEdition): Promise<CatalogueEdition> {
  const { draft } = await lockDraft(act, input.editionId)
  await lockCatalogueOf(act.tx, draft.organizationId)
  const previous = await editionInState(act.tx, draft.organizationId, 'inForce')
  if (input.effectiveOn > act.today) throw refuse('effectiveLater', { today: act.today })
  if (previous?.effectiveOn && input.effectiveOn < previous.effectiveOn)
    throw refuse('effectiveTooEarly', { on: previous.effectiveOn })

  const matters = await allMatters(act.tx, draft.id)
  await refuseUnready(act, draft, matters)

  if (previous) await setState(act.tx, previous.id, 'superseded')
  await putInForce(act.tx, draft.id, {
    effectiveOn: input.effectiveOn,
    at: act.at,
    by: act.by.id,
    supersedesId: previous?.id ?? null,
  })
  await deriveFor(act, draft, matters)
  await act.announce(editionAdopted, {
    subject: `edition/${draft.id}`,
    organizationId: draft.organizationId,
    editionId: draft.id,
    previousEditionId: previous?.id ?? null,
    renamed: previous ? await movesFrom(act, previous.id, matters) : [],
  })
  return (await findEdition(act.tx, draft.id)) as CatalogueEdition
}

// Enough to work through at one sitting; the readiness page lists all.
const issuesShown = 50

const refuseUnready = async (act: Act, draft: Draft, matters: readonly Matter[]): Promise<void> => {
  const template = await templateOf(act.tx, draft)
  const blocking = findingsOf(matters, template, [], await allFields(act.tx)).filter(
    (finding) => finding.blocking,
  )
  if (blocking.length === 0) return
  const issues = blocking.slice(0, issuesShown).map((finding) =>
    issue(finding.matterCode || finding.fieldCode || 'catalogue', `catalogue.${finding.code}`, {
      name: finding.name,
      fieldName: finding.fieldName,
    }),
  )
  throw refuse('notReady', { issues, count: blocking.length })
}

const movesFrom = async (act: Act, previousId: number, matters: readonly Matter[]) => {
  const former = await allMatters(act.tx, previousId)
  const had = new Set(former.map((matter) => matter.code))
  const has = new Set(matters.map((matter) => matter.code))
  return movedMatters(
    former.filter((matter) => !has.has(matter.code)),
    matters.filter((matter) => !had.has(matter.code)),
  )
}
