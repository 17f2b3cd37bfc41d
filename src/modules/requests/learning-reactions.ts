import { on, type Reaction } from '#platform/fact'
import { hearNotice, hearPayment, hearTurn, hearVoid } from './charging/hearing.ts'
import { eventVoided, requestMoved, requestTurned } from './facts.ts'
import { keepDelay } from './frequency/excessive.ts'
import { partsOf } from './frequency/store.ts'
import { refuse } from './learning-refusals.ts'
import { requestRow } from './store/requests.ts'

/** Whatever enters an event, a fee's notice needs its approval, and a whole that was split rests. */
export const learningReactions: readonly Reaction[] = [
  on(requestMoved, async (act, { requestId, event, on: day }) => {
    if ((await partsOf(act.tx, requestId)).length > 0) throw refuse('isSplit')
    if ((await requestRow(act.tx, requestId))?.mergedIntoId) throw refuse('isMerged')
    if (event === 'feeNoticed') await hearNotice(act, requestId, day)
    if (event === 'feePaid') await hearPayment(act, requestId, day)
    await keepDelay(act, requestId)
  }),
  on(eventVoided, async (act, { requestId, event }) => {
    await hearVoid(act, requestId, event)
    await keepDelay(act, requestId)
  }),
  on(requestTurned, async (act, { requestId, standing }) => {
    await hearTurn(act, requestId, standing)
    await keepDelay(act, requestId)
  }),
]
