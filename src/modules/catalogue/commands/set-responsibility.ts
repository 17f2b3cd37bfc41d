import { organizationTree } from '#organizations'
import type { Act } from '#platform/act'
import { deriveAnew } from '../derive.ts'
import { governmentToChange } from '../draft.ts'
import { responsibilitiesSet } from '../facts.ts'
import type { ResponsibilityLine } from '../obligations.ts'
import { editionById } from '../queries/editions.ts'
import { refuse } from '../refusals.ts'
import { replaceResponsibilities } from '../store/duties.ts'
import { lockEdition } from '../store/editions.ts'
import { allFields } from '../store/fields.ts'
import { allMatters } from '../store/matters.ts'

export interface SetResponsibility {
  readonly editionId: number
  /** A field code or a matter code. */
  readonly target: string
  readonly lead: readonly number[]
  readonly joint: readonly number[]
}

/**
 * Names who leads and who joins for a field or a matter (M15). Staff reforms do not wait for a new
 * catalogue, so the list of the edition in force may change too; who owes what is then derived anew.
 */
export async function setResponsibility(act: Act, input: SetResponsibility): Promise<void> {
  const edition = await responsibilitiesToChange(act, input.editionId)
  const known =
    (await allFields(act.tx)).some((field) => field.code === input.target) ||
    (await allMatters(act.tx, edition.id, { codes: [input.target] })).length > 0
  if (!known) throw refuse('noMatter', { code: input.target })

  await saveLines(
    act,
    edition,
    [
      ...input.lead.map((organizationId) => line(input.target, organizationId, 'lead')),
      ...input.joint
        .filter((organizationId) => !input.lead.includes(organizationId))
        .map((organizationId) => line(input.target, organizationId, 'joint')),
    ],
    [input.target],
  )
}

const line = (
  target: string,
  organizationId: number,
  part: ResponsibilityLine['part'],
): ResponsibilityLine => ({ target, organizationId, part })

export interface EditionWithDuties {
  readonly id: number
  readonly organizationId: number
  readonly state: string
}

/** A draft or the edition in force; what is superseded keeps the list it had. */
export async function responsibilitiesToChange(
  act: Act,
  editionId: number,
): Promise<EditionWithDuties> {
  await lockEdition(act.tx, editionId)
  const edition = await editionById(act.tx, editionId)
  if (edition.organizationId === null) throw refuse('noEdition', { id: editionId })
  await governmentToChange(act, edition.organizationId)
  if (edition.state !== 'draft' && edition.state !== 'inForce')
    throw refuse('readOnly', { title: edition.title })
  return { ...edition, organizationId: edition.organizationId }
}

/** Puts the lines in place of those of the same targets, and derives duties if they are in force. */
export async function saveLines(
  act: Act,
  edition: EditionWithDuties,
  lines: readonly ResponsibilityLine[],
  targets: readonly string[],
): Promise<void> {
  const within = new Set(
    (await organizationTree(act.tx)).under(edition.organizationId).map((one) => one.id),
  )
  const outside = lines.find((one) => !within.has(one.organizationId))
  if (outside) throw refuse('organizationOutside', { id: outside.organizationId })

  await replaceResponsibilities(act.tx, edition.id, targets, lines)
  await act.announce(responsibilitiesSet, {
    subject: `edition/${edition.id}`,
    organizationId: edition.organizationId,
    editionId: edition.id,
    targets,
  })
  if (edition.state === 'inForce') await deriveAnew(act, edition)
}
