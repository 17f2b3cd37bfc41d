import type { Act } from '#platform/act'
import type { OutsideAnswer } from '../contract/handling.ts'
import { resultRule } from '../decision/result-codes.ts'
import { refuse } from '../ending-refusals.ts'
import { outsideAnswerRecorded } from '../facts.ts'
import { mayHandle } from '../policy.ts'
import { factAbout, type Request } from '../request.ts'
import { saveOutsideAnswer } from '../store/outside.ts'
import { eventsOf, freshRequest, lockRequest, saveRequest } from '../store/requests.ts'
import { recordEvent } from './record-event.ts'

/**
 * Records how a case was answered on paper before the system came, or outside it: what the annual report
 * counts it by, and the days of reply and service as events of the case. Days that stand on record already
 * are taken as they are. Whoever entered a wrong one takes the event back, and with it this.
 */
export async function recordOutsideAnswer(
  act: Act,
  input: OutsideAnswer & { readonly id: number; readonly version: number },
): Promise<Request> {
  const { id, version, ...answer } = input
  const request = await lockRequest(act.tx, id, version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  if (request.resultCode !== null) throw refuse('resultKnown')
  const { code, number, repliedOn, servedOn, way } = answer
  // The report's leaves of that day: before them the law knew other results.
  const rule = resultRule(code, repliedOn)
  if (!rule) throw refuse('resultNotThen', { on: repliedOn })
  if (repliedOn < request.submittedOn || (servedOn !== null && servedOn < repliedOn))
    throw refuse('outsideBefore', { on: request.submittedOn })
  if (servedOn !== null && way === null) throw refuse('outsideWay')
  const events = await eventsOf(act.tx, id)
  for (const [type, on] of [
    ['replied', repliedOn],
    ['served', servedOn],
  ] as const) {
    const known = events.find((event) => event.type === type)
    if (known && known.on !== on) throw refuse('outsideOtherDay', { on: known.on })
    const silently = type === 'replied' && servedOn !== null
    if (on !== null && !known) await recordEvent(act, { id, type, on, note: number, silently })
  }
  await saveOutsideAnswer(act, id, { ...answer, article: answer.article || rule.article })
  await saveRequest(act.tx, id, { resultCode: code }, act.at)
  await act.announce(outsideAnswerRecorded, { ...factAbout(request), code })
  return freshRequest(act.tx, id)
}
