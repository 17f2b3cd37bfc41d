import type { z } from 'zod'
import { holds } from '#accounts'
import { organizationById } from '#organizations'
import type { Act, Actor } from '#platform/act'
import { addDays } from '#platform/civil-date'
import type {
  addNegativeEntry as addContract,
  changeNegativeEntry as changeContract,
  endNegativeEntry as endContract,
} from '../contract/negative-list.ts'
import { negativeListChanged } from '../facts.ts'
import { refuse } from '../refusals.ts'
import { disclosureGrounds } from './grounds.ts'
import { addEntry, type EntryRow, endEntry, lockEntry } from './store.ts'

/** Who keeps a unit's negative list: those who determine attributes there, or the office above. */
export const mayKeepNegativeList = (by: Actor, path: string): boolean =>
  holds(by, ['leader', 'signer', 'disclosureOffice'], path)

type Fields = Omit<z.output<typeof changeContract.input>, 'id'>

/** A ground of the law that fits the attribute, and for a part the words that say which. */
function checked(fields: Fields): Fields {
  const found = disclosureGrounds.find((one) => one.code === fields.ground)
  if (!found) throw refuse('negativeGround')
  if (!found.attributes.includes(fields.attribute)) throw refuse('negativeGroundDoesNotFit')
  if (fields.extent === 'part' && fields.extentNote.length < 2) throw refuse('negativeExtent')
  return { ...fields, article: fields.article || found.article, signs: [...new Set(fields.signs)] }
}

/** Puts a category on the list (M6); it holds for the unit and everything under it. */
export async function addNegativeEntry(
  act: Act,
  input: z.output<typeof addContract.input>,
): Promise<{ id: number }> {
  const { organizationId, validFrom = act.today, ...fields } = input
  const unit = await organizationById(act.tx, organizationId)
  if (!mayKeepNegativeList(act.by, unit.path)) throw refuse('notYours')
  const entry = { ...checked(fields), organizationId, validFrom }
  const id = await addEntry(act.tx, entry, { at: act.at, by: act.by.id })
  await tell(act, organizationId, id, 'added', input.category)
  return { id }
}

/** An entry is law for drafts of its day, so a change ends it and begins the next one. */
export async function changeNegativeEntry(
  act: Act,
  input: z.output<typeof changeContract.input>,
): Promise<{ id: number }> {
  const { id: formerId, ...fields } = input
  const former = await mine(act, formerId)
  const entry = { ...checked(fields), organizationId: former.organizationId, validFrom: act.today }
  await endEntry(act.tx, formerId, { lastDay: addDays(act.today, -1), reason: '' })
  const id = await addEntry(act.tx, entry, { at: act.at, by: act.by.id })
  await tell(act, former.organizationId, id, 'changed', input.category)
  return { id }
}

/** Takes a category off: what it covered is looked at again when its yearly day comes. */
export async function endNegativeEntry(
  act: Act,
  input: z.output<typeof endContract.input>,
): Promise<{ id: number }> {
  const entry = await mine(act, input.id)
  await endEntry(act.tx, entry.id, { lastDay: addDays(act.today, -1), reason: input.reason })
  await tell(act, entry.organizationId, entry.id, 'ended', input.reason)
  return { id: entry.id }
}

async function mine(act: Act, id: number): Promise<EntryRow> {
  const entry = await lockEntry(act.tx, id)
  if (!entry) throw refuse('noNegativeEntry')
  if (!mayKeepNegativeList(act.by, entry.path)) throw refuse('notYours')
  if (entry.validTo !== null && entry.validTo < act.today) throw refuse('negativeEnded')
  return entry
}

const tell = (
  act: Act,
  organizationId: number,
  entryId: number,
  how: 'added' | 'changed' | 'ended',
  note: string,
): Promise<void> =>
  act.announce(negativeListChanged, {
    subject: `negative/${entryId}`,
    organizationId,
    entryId,
    how,
    note,
  })
