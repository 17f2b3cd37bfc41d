import type { Act } from '#platform/act'
import { speaker } from '#platform/words'
import type { CatalogueEdition } from '../contract.ts'
import { governmentToChange } from '../draft.ts'
import { levelsFrom } from '../edition.ts'
import { draftOpened } from '../facts.ts'
import { refuse } from '../refusals.ts'
import { copyResponsibilities, copyResponsibilitiesWithin } from '../store/duties.ts'
import {
  editionInForceAbove,
  editionInState,
  findEdition,
  insertEdition,
  lockCatalogueOf,
  nextNumber,
} from '../store/editions.ts'
import { copyMatters } from '../store/matters.ts'
import { copyQuestions } from '../store/questions.ts'

export interface OpenDraft {
  readonly organizationId: number
  readonly base: 'reference' | 'inForce' | 'above' | 'empty'
  readonly title?: string | undefined
}

/**
 * Opens the one draft a government may have, as a copy of what it is tailored from: a town takes from the
 * county's edition what reaches its level, under the same codes, so that each matter leads back there. Each later
 * difference from that is recorded with its reason; a draft begun empty has nothing to differ from.
 */
export async function openDraft(act: Act, input: OpenDraft): Promise<CatalogueEdition> {
  const organization = await governmentToChange(act, input.organizationId)
  await lockCatalogueOf(act.tx, organization.id)
  const open = await editionInState(act.tx, organization.id, 'draft')
  if (open) throw refuse('draftOpen', { title: open.title })

  const inForce = await editionInState(act.tx, organization.id, 'inForce')
  const base = await baseOf(act, input.base, inForce, organization.path)
  const number = await nextNumber(act.tx, organization.id)
  const title = speaker('zh-CN')('catalogue.editionTitle', { name: organization.name, number })
  const id = await insertEdition(act.tx, {
    organizationId: organization.id,
    number,
    title: input.title || title,
    state: 'draft',
    baseId: base?.id ?? null,
    supersedesId: inForce?.id ?? null,
    source: base?.source ?? '',
    createdAt: act.at,
    createdBy: act.by.id,
  })
  if (base) {
    await copyMatters(act.tx, base.id, id, levelsFrom(organization.level))
    await copyQuestions(act.tx, base.id, id)
  }
  // The list of who answers for what goes on, whatever the matters are taken from.
  if (inForce) await copyResponsibilities(act.tx, inForce.id, id)
  else if (base && input.base === 'above')
    await copyResponsibilitiesWithin(act.tx, base.id, id, organization.path)
  await act.announce(draftOpened, {
    subject: `edition/${id}`,
    organizationId: organization.id,
    editionId: id,
  })
  return (await findEdition(act.tx, id)) as CatalogueEdition
}

const baseOf = async (
  act: Act,
  base: OpenDraft['base'],
  inForce: CatalogueEdition | undefined,
  path: string,
): Promise<CatalogueEdition | undefined> => {
  if (base === 'empty') return undefined
  if (base === 'above') {
    const above = await editionInForceAbove(act.tx, path)
    if (!above) throw refuse('nothingAbove')
    return above
  }
  if (base === 'inForce') {
    if (!inForce) throw refuse('nothingInForce')
    return inForce
  }
  const reference = await editionInState(act.tx, null, 'inForce')
  if (!reference) throw refuse('noReference')
  return reference
}
