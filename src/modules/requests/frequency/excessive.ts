import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import { recordEvent } from '../commands/record-event.ts'
import { reasonsJudged } from '../learning-facts.ts'
import { refuse } from '../learning-refusals.ts'
import { mayHandle } from '../policy.ts'
import { factAbout, type Request } from '../request.ts'
import { eventsOf, lockRequest, requestRow, saveRequest } from '../store/requests.ts'
import { excessiveOf, insertExcessive, judgeExcessive } from './excessive-store.ts'
import { isFrequent } from './resemblance.ts'
import { countsOf } from './store.ts'
import { frequencyRuleOn } from './thresholds.ts'

/** Asks a very frequent asker for reasons (art. 35); below the numbers only with a ground of its own. */
export async function askReasons(
  act: Act,
  input: {
    readonly id: number
    readonly version: number
    readonly on: CivilDate
    readonly ground: string
  },
): Promise<{ readonly version: number }> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  const counts = await countsOf(act.tx, request.id)
  const rule = frequencyRuleOn(counts.on)
  const { article = '' } = rule ?? {}
  if (!isFrequent(counts, rule) && input.ground === '')
    throw refuse('notExcessive', {
      ...counts,
      mostMonth: rule?.month,
      mostYear: rule?.year,
      article,
    })
  if (await excessiveOf(act.tx, request.id)) throw refuse('reasonsJudged')
  await insertExcessive(act.tx, request.id, {
    ...counts,
    ground: input.ground,
    askedOn: input.on,
    staffId: act.by.id,
  })
  return recordEvent(act, { ...input, type: 'excessiveReasonAsked', note: '' })
}

/**
 * Judges the reasons. Reasonable: answered by a later day that is told to the requester. Not reasonable,
 * or none given: not handled (政府信息公开条例 art. 35).
 */
export async function judgeReasons(
  act: Act,
  input: {
    readonly id: number
    readonly version: number
    readonly outcome: 'reasonable' | 'unreasonable'
    readonly delayedUntil: CivilDate | null
    readonly note: string
  },
): Promise<{ readonly version: number }> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  const asked = await excessiveOf(act.tx, request.id)
  if (!asked) throw refuse('reasonsUnasked')
  if (asked.outcome !== null) throw refuse('reasonsJudged')
  const events = await eventsOf(act.tx, request.id)
  const reasonable = input.outcome === 'reasonable'
  if (reasonable && !events.some(({ type }) => type === 'excessiveReasonReceived'))
    throw refuse('reasonsUnasked')
  const delayedUntil = reasonable ? input.delayedUntil : null
  const due = request.dueOn ?? act.today
  if (reasonable && (delayedUntil === null || delayedUntil <= due))
    throw refuse('delayTooEarly', { due })
  await judgeExcessive(act.tx, request.id, {
    outcome: input.outcome,
    delayedUntil,
    note: input.note,
    decidedOn: act.today,
    staffId: act.by.id,
  })
  const change = reasonable
    ? delayed(request, delayedUntil ?? due, act.today)
    : { resultCode: 'not_handled/excessive' }
  await saveRequest(act.tx, request.id, change, act.at)
  await act.announce(reasonsJudged, { ...factAbout(request), outcome: input.outcome })
  return { version: request.version + 1 }
}

/** The delayed period stands in place of the clock's own day, until it is over too. */
const delayed = (request: Request, until: CivilDate, today: CivilDate) => ({
  ...(request.dueOn !== null && { dueOn: until }),
  ...(request.standing === 'overdue' && today <= until && { standing: 'running' as const }),
  ...(request.standing === 'answeredLate' &&
    (request.answeredOn ?? '') <= until && { standing: 'answered' as const }),
})

/** After every count of the clock: a case with a delayed period keeps to it. */
export async function keepDelay(act: Act, requestId: number): Promise<void> {
  const judged = await excessiveOf(act.tx, requestId)
  if (!judged?.delayedUntil) return
  const request = await requestRow(act.tx, requestId)
  if (!request) return
  const change = delayed(request, judged.delayedUntil, act.today)
  if (Object.keys(change).length > 0) await saveRequest(act.tx, requestId, change, act.at)
}
