import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import { speaker } from '#platform/words'
import type { CatalogueEdition } from '../contract.ts'
import { fieldFinder } from '../incoming.ts'
import type { ParsedCatalogue } from '../intake/parsed.ts'
import { incomingOf } from '../parsed.ts'
import { editionInState } from '../store/editions.ts'
import { allFields } from '../store/fields.ts'
import { addField } from './add-field.ts'
import { adoptEdition } from './adopt-edition.ts'
import { applyImport } from './apply-import.ts'
import { openDraft } from './open-draft.ts'
import { receiveImport } from './receive-import.ts'

export interface AdoptFile {
  readonly organizationId: number
  readonly parsed: ParsedCatalogue
  readonly fileName?: string | undefined
  readonly effectiveOn: CivilDate
  readonly reason?: string | undefined
}

/**
 * A table becomes the catalogue in force in one go: in the fields that it names it stands as it is,
 * the other fields stay. A named field that nobody knows becomes a field of this place.
 */
export async function adoptFile(act: Act, input: AdoptFile): Promise<CatalogueEdition> {
  const { organizationId } = input
  const fileName = input.fileName ?? ''
  const inForce = await editionInState(act.tx, organizationId, 'inForce')
  const draft = await openDraft(act, { organizationId, base: inForce ? 'inForce' : 'empty' })
  const { importId } = await receiveImport(act, { organizationId, fileName, parsed: input.parsed })
  await addMissingFields(act, input.parsed)
  await applyImport(act, {
    importId,
    reason: input.reason ?? speaker('zh-CN')('catalogue.reasonFile', { file: fileName }),
    removeMissing: true,
  })
  return adoptEdition(act, { editionId: draft.id, effectiveOn: input.effectiveOn, confirm: true })
}

const addMissingFields = async (act: Act, parsed: ParsedCatalogue): Promise<void> => {
  const find = fieldFinder(await allFields(act.tx))
  const names = new Set(incomingOf(parsed).rows.map((row) => row.fieldName))
  for (const name of names) {
    if (name !== '' && !find(name))
      await addField(act, { name, status: 'local', levels: ['county', 'township'] })
  }
}
