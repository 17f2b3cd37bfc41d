import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import { feeMoved } from '../learning-facts.ts'
import { refuse } from '../learning-refusals.ts'
import { factAbout, keptOf, type Request } from '../request.ts'
import { eventsOf, requestRow, saveRequest } from '../store/requests.ts'
import { assessmentOf, type Change, moveAssessment } from './store.ts'

const move = async (act: Act, request: Request, amountFen: number, change: Change) => {
  await moveAssessment(act.tx, request.id, change)
  await act.announce(feeMoved, { ...factAbout(request), state: change.state, amountFen })
}

/** A notice goes out for an approved fee only, whichever way it is entered; its own day is the clock's. */
export async function hearNotice(act: Act, requestId: number, on: CivilDate): Promise<void> {
  const request = await requestRow(act.tx, requestId)
  const assessment = await assessmentOf(act.tx, requestId)
  if (!request) return
  if (assessment?.state !== 'approved') throw refuse('feeNotApproved')
  const events = await eventsOf(act.tx, requestId)
  const { clock } = keptOf(request.channel, events, act.today)
  await move(act, request, assessment.amountFen, {
    state: 'noticed',
    noticedOn: on,
    dueOn: clock?.feeDueOn ?? null,
  })
}

export async function hearPayment(act: Act, requestId: number, on: CivilDate): Promise<void> {
  const request = await requestRow(act.tx, requestId)
  const assessment = await assessmentOf(act.tx, requestId)
  if (!request || assessment?.state !== 'noticed') throw refuse('feeUnnoticed')
  if (assessment.receiptNumber === '') throw refuse('feeNoReceipt')
  await move(act, request, assessment.amountFen, { state: 'paid', paidOn: on })
}

/** An entry taken back puts the fee where it was before. */
export async function hearVoid(act: Act, requestId: number, event: string): Promise<void> {
  const request = await requestRow(act.tx, requestId)
  const assessment = await assessmentOf(act.tx, requestId)
  if (!request || !assessment) return
  if (event === 'feeNoticed')
    await move(act, request, assessment.amountFen, {
      state: 'approved',
      noticedOn: null,
      dueOn: null,
    })
  if (event === 'feePaid')
    await move(act, request, assessment.amountFen, {
      state: 'noticed',
      paidOn: null,
      receiptNumber: '',
    })
}

/** Unpaid after the thirty days: the request is given up, and counts so (annual report 三(六)2). */
export async function hearTurn(act: Act, requestId: number, standing: string): Promise<void> {
  if (standing !== 'lapsed') return
  const request = await requestRow(act.tx, requestId)
  const assessment = await assessmentOf(act.tx, requestId)
  if (!request || assessment?.state !== 'noticed') return
  await saveRequest(act.tx, requestId, { resultCode: 'other/overdue_fee' }, act.at)
  await move(act, request, assessment.amountFen, { state: 'lapsed' })
}
