import { sql } from 'kysely'
import { type Act, theSystem } from '#platform/act'
import type { Db } from '#platform/database'
import { seal, unseal } from '#platform/sealing'
import { recordEvent } from '../commands/record-event.ts'
import { factAbout } from '../request.ts'
import { eventsOf, lockRequest } from '../store/requests.ts'
import { requestRated } from './facts.ts'
import { refuse } from './refusals.ts'

/**
 * What requesters do with an opened request. The door has proved number and check code; inside they
 * have no account, so it is the system that acts, and nobody else may.
 */
const onlyThroughTheDoor = (act: Act): void => {
  if (act.by !== theSystem) throw refuse('notYours')
}

export type WordsKind = 'correction' | 'rating'

/** Under which what was added to a request, and said about it, is sealed. */
export const wordsSeal = (requestId: number): string => `words/${requestId}`

const keepWords = (act: Act, requestId: number, kind: WordsKind, text: string, key: Buffer) =>
  sql`insert into requests.words (request_id, kind, sealed, at)
    values (${requestId}, ${kind}, ${seal(text, wordsSeal(requestId), key)}, ${act.at})`.execute(
    act.tx,
  )

/** Withdraws a request; what the office did until then stays on record. */
export async function withdrawRequest(act: Act, input: { readonly id: number }): Promise<void> {
  onlyThroughTheDoor(act)
  const request = await lockRequest(act.tx, input.id)
  if (['answered', 'answeredLate', 'lapsed', 'withdrawn'].includes(request.standing))
    throw refuse('over')
  await recordEvent(act, { id: input.id, type: 'withdrawn', on: act.today })
}

/** Hands in the correction that was asked for (art. 30); its text is sealed with the request. */
export async function correctRequest(
  act: Act,
  input: { readonly id: number; readonly text: string },
  key: Buffer,
): Promise<void> {
  onlyThroughTheDoor(act)
  const request = await lockRequest(act.tx, input.id)
  if (request.standing !== 'awaitingCorrection') throw refuse('notAskedToCorrect')
  if (input.text.trim() === '') throw refuse('nothingWritten')
  await recordEvent(act, { id: input.id, type: 'correctionReceived', on: act.today })
  await keepWords(act, input.id, 'correction', input.text, key)
}

/** One to five for the handling, with words if wanted, once the answer was served. The last one counts. */
export async function rateRequest(
  act: Act,
  input: { readonly id: number; readonly stars: number; readonly text: string },
  key: Buffer,
): Promise<void> {
  onlyThroughTheDoor(act)
  const request = await lockRequest(act.tx, input.id)
  const events = await eventsOf(act.tx, input.id)
  if (!events.some(({ type }) => type === 'served')) throw refuse('ratedTooEarly')
  if (![1, 2, 3, 4, 5].includes(input.stars)) throw refuse('starsMissing')
  await sql`update requests.request set satisfaction = ${input.stars}, updated_at = ${act.at},
    version = version + 1 where id = ${input.id}`.execute(act.tx)
  if (input.text.trim() !== '') await keepWords(act, input.id, 'rating', input.text, key)
  await act.announce(requestRated, { ...factAbout(request), stars: input.stars })
}

/** What the requester added, opened; for those who may open the case. */
export const wordsOf = async (
  db: Db,
  requestId: number,
  key: Buffer,
): Promise<readonly { readonly kind: WordsKind; readonly text: string; readonly at: Date }[]> => {
  const { rows } = await sql<{ kind: WordsKind; sealed: string; at: Date }>`
    select kind, sealed, at from requests.words
    where request_id = ${requestId} and sealed is not null order by id`.execute(db)
  return rows.map(({ kind, sealed, at }) => ({
    kind,
    text: unseal(sealed, wordsSeal(requestId), key),
    at,
  }))
}

/** Takes away for good what the requester added and what was said on follow-up (retention). */
export const removeWords = async (act: Act, requestId: number): Promise<void> => {
  await sql`update requests.words set sealed = null where request_id = ${requestId}`.execute(act.tx)
  await sql`update requests.follow_up set sealed = null where request_id = ${requestId}`.execute(
    act.tx,
  )
}
