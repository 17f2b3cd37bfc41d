import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { caseAsking } from '../contract/asking.ts'
import { particularsOpened } from '../facts.ts'
import { mayHandle, maySee } from '../policy.ts'
import { factAbout } from '../request.ts'
import { lockRequest } from '../store/requests.ts'
import { followUpsOf, followUpWords } from './follow-up.ts'
import { refuse } from './refusals.ts'
import { wordsOf } from './requester-acts.ts'
import { suspicionsAt } from './send.ts'

/** What the requester added to a case, for those who handle it; that they looked is on record. */
export async function openAsking(
  act: Act,
  id: number,
  key: Buffer,
): Promise<z.input<typeof caseAsking.output>> {
  const request = await lockRequest(act.tx, id)
  if (!maySee(act.by, request)) throw refuse('notFound')
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  const words = await wordsOf(act.tx, id, key)
  const said = await followUpWords(act.tx, id, key)
  if (words.length + said.size > 0) await act.announce(particularsOpened, factAbout(request))
  return {
    suspicions: await suspicionsAt(act.tx, id),
    words: words.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    followUps: (await followUpsOf(act.tx, id)).map(({ id: followUpId, ...one }) => ({
      ...one,
      text: said.get(followUpId) ?? null,
    })),
  }
}
