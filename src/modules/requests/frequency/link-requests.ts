import type { Act } from '#platform/act'
import { recountFees } from '../charging/recount.ts'
import { isNoticed } from '../charging/store.ts'
import { repeatLinked, requestMerged } from '../learning-facts.ts'
import { refuse } from '../learning-refusals.ts'
import { mayHandle } from '../policy.ts'
import { factAbout, type Request } from '../request.ts'
import { lockRequest, requestRow, saveRequest } from '../store/requests.ts'
import { isOver } from './resemblance.ts'
import { markMerged, markRepeat, partsOf, sameFingerprint } from './store.ts'

const mustBeOfOne = async (act: Act, request: Request, otherId: number): Promise<Request> => {
  if (otherId === request.id) throw refuse('sameRequest')
  const other = await requestRow(act.tx, otherId)
  if (!other || other.organizationId !== request.organizationId) throw refuse('otherOffice')
  if (!(await sameFingerprint(act.tx, request.requesterId, other.requesterId)))
    throw refuse('otherRequester')
  return other
}

/**
 * Says that a request repeats one already answered (政府信息公开条例 art. 36(6)): the earlier reply is
 * tied to it, and `not_handled/repeat` is what its decision starts from.
 */
export async function linkRepeat(
  act: Act,
  input: { readonly id: number; readonly version: number; readonly earlierId: number | null },
): Promise<{ readonly version: number }> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  if (isOver(request)) throw refuse('splitAnswered', { number: request.number })
  if (input.earlierId !== null) {
    const earlier = await mustBeOfOne(act, request, input.earlierId)
    if (earlier.submittedOn > request.submittedOn) throw refuse('notEarlier')
    if (earlier.answeredOn === null) throw refuse('earlierUnanswered', { number: earlier.number })
  }
  await markRepeat(act.tx, request.id, input.earlierId)
  const resultCode = input.earlierId === null ? null : 'not_handled/repeat'
  await saveRequest(act.tx, request.id, { resultCode }, act.at)
  await act.announce(repeatLinked, { ...factAbout(request), earlierId: input.earlierId })
  return { version: request.version + 1 }
}

/** Handles a request together with another open one of the same asker; it is answered with that one. */
export async function mergeRequest(
  act: Act,
  input: { readonly id: number; readonly version: number; readonly intoId: number },
): Promise<{ readonly version: number }> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  if (request.mergedIntoId !== null) throw refuse('isMerged')
  const into = await mustBeOfOne(act, request, input.intoId)
  if (isOver(request) || isOver(into)) throw refuse('splitAnswered', { number: into.number })
  if ((await partsOf(act.tx, request.id)).length > 0) throw refuse('isSplit')
  if (await isNoticed(act.tx, request.id)) throw refuse('splitAfterNotice')
  await markMerged(act.tx, request.id, into.id)
  // The annual report counts merged handling as another result (三(六)3), on the day of the merger.
  await saveRequest(
    act.tx,
    request.id,
    {
      stage: 'closed',
      standing: 'answered',
      resultCode: 'other/other',
      answeredOn: act.today,
      dueOn: null,
      turnsOn: null,
    },
    act.at,
  )
  await recountFees(act, request.id)
  await act.announce(requestMerged, { ...factAbout(request), intoId: into.id })
  return { version: request.version + 1 }
}
