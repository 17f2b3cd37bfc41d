import type { z } from 'zod'
import { organizationById } from '#organizations'
import type { Act } from '#platform/act'
import type * as contract from './contract.ts'
import { ownWordAdded, ownWordRetired } from './facts.ts'
import { mayKeepWords } from './policy.ts'
import { refuse } from './refusals.ts'
import { isKnown, ownWordById, putOwnWord, retire } from './store.ts'

/** Adds a word for the texts of a unit and of those below it. */
export async function addOwnWord(
  act: Act,
  input: z.output<typeof contract.addOwnWord.input>,
): Promise<{ id: number }> {
  const { organizationId, word, kind, instead, reason, from, until } = input
  const organization = await organizationById(act.tx, organizationId)
  if (!mayKeepWords(act.by, organization.path)) throw refuse('wordNotYours')
  if (kind !== 'sensitive' && instead === '') throw refuse('wordNeedsRightForm')
  if (instead === word) throw refuse('wordIsRightForm')
  // A number or a sign stands in every text; a word has letters.
  if (!/^\p{L}.*\p{L}/u.test(word)) throw refuse('wordTooCommon', { word })
  if (until !== null && until < from) throw refuse('wordDaysTurned')
  if (await isKnown(act.tx, organizationId, word)) throw refuse('wordKnown', { word })
  const id = await putOwnWord(act.tx, { ...input, staffId: act.by.id, at: act.at })
  await act.announce(ownWordAdded, {
    subject: `ownWord/${id}`,
    ...{ organizationId, word, instead, reason, from, until, wordKind: kind },
  })
  return { id }
}

/** Takes a word out of use; who did so and why stays with it. */
export async function retireOwnWord(
  act: Act,
  input: z.output<typeof contract.retireOwnWord.input>,
): Promise<{ id: number }> {
  const { id, reason } = input
  const known = await ownWordById(act.tx, id)
  if (!known) throw refuse('wordGone')
  if (!mayKeepWords(act.by, known.path)) throw refuse('wordNotYours')
  if (known.retiredAt) throw refuse('wordRetired', { word: known.word })
  await retire(act.tx, id, { staffId: act.by.id, reason, at: act.at })
  const { organizationId, word } = known
  await act.announce(ownWordRetired, { subject: `ownWord/${id}`, organizationId, word, reason })
  return { id }
}
