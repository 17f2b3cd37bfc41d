import type { Act } from '#platform/act'
import { speaker } from '#platform/words'
import { CodeBook } from '../codes.ts'
import type { CatalogueEdition } from '../contract.ts'
import { referenceLoaded } from '../facts.ts'
import { loadFields } from '../fields.ts'
import { compareMatters } from '../matter.ts'
import { readReference } from '../reference.ts'
import {
  editionInState,
  findEdition,
  insertEdition,
  lockCatalogueOf,
  nextNumber,
  setState,
} from '../store/editions.ts'
import { allFields } from '../store/fields.ts'
import {
  allMatters,
  codesEverGiven,
  type MatterToSave,
  renumber,
  saveMatters,
} from '../store/matters.ts'

/**
 * Puts the shipped reference catalogue in force as a starting point for governments. Loading it
 * again changes nothing; a newer one becomes the next edition, with the codes of the one before.
 */
export async function loadReferenceCatalogue(act: Act): Promise<CatalogueEdition> {
  await lockCatalogueOf(act.tx, null)
  await loadFields(act)
  const previous = await editionInState(act.tx, null, 'inForce')
  const matters = await codedReference(act)
  if (previous) {
    const { added, removed, changed } = compareMatters(
      await allMatters(act.tx, previous.id),
      matters,
    )
    if (added.length + removed.length + changed.length === 0) return previous
    await setState(act.tx, previous.id, 'superseded')
  }
  const say = speaker('zh-CN')
  const number = await nextNumber(act.tx, null)
  const id = await insertEdition(act.tx, {
    organizationId: null,
    number,
    title: say('catalogue.referenceTitle'),
    state: 'inForce',
    baseId: null,
    supersedesId: previous?.id ?? null,
    source: say('catalogue.referenceSource'),
    createdAt: act.at,
    createdBy: act.by.id,
  })
  await saveMatters(act.tx, id, matters)
  await renumber(act.tx, id)
  await act.announce(referenceLoaded, {
    subject: `edition/${id}`,
    organizationId: null,
    editionId: id,
    matterCount: matters.length,
  })
  return (await findEdition(act.tx, id)) as CatalogueEdition
}

const codedReference = async (act: Act): Promise<MatterToSave[]> => {
  const rows = readReference(await allFields(act.tx))
  const book = new CodeBook(await codesEverGiven(act.tx, null))
  const codes = book.codesFor(rows.map((row) => ({ ...row.elements, fieldCode: row.field.code })))
  return rows.map((row, index) => ({
    ...row.elements,
    code: codes[index] as string,
    fieldCode: row.field.code,
    timeRule: row.timeRule,
    provenance: row.provenance,
    ordinal: index + 1,
  }))
}
