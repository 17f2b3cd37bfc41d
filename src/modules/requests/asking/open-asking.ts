import type { z } from 'zod'
import type { Act } from '#platform/act'
import type { caseAsking } from '../contract/asking.ts'
import { particularsOpened } from '../facts.ts'
import { mayHandle, maySee } from '../policy.ts'
import { factAbout } from '../request.ts'
import { lockRequest } from '../store/requests.ts'
import { followUpsOf } from './follow-up.ts'
import { logEntryOf } from './log.ts'
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
  if (words.length > 0) await act.announce(particularsOpened, factAbout(request))
  return {
    suspicions: await suspicionsAt(act.tx, id),
    words: words.map(({ at, ...one }) => ({ ...one, at: at.toISOString() })),
    log: await logEntryOf(act.tx, id),
    followUps: [...(await followUpsOf(act.tx, id))],
  }
}
