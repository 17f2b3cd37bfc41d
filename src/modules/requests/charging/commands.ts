import { holds } from '#accounts'
import type { Act, Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import { recordEvent } from '../commands/record-event.ts'
import type { FeeAssessment, FeeState } from '../contract/charging.ts'
import type { FeeMethod } from '../fee/tariff.ts'
import { isOver } from '../frequency/resemblance.ts'
import { feeMoved } from '../learning-facts.ts'
import { refuse } from '../learning-refusals.ts'
import { mayHandle } from '../policy.ts'
import { factAbout, type Request } from '../request.ts'
import { lockRequest, saveRequest } from '../store/requests.ts'
import { countFee } from './recount.ts'
import { assessmentOf, isNoticed, moveAssessment, putAssessment } from './store.ts'

interface Mark {
  readonly id: number
  readonly version: number
}
interface Saved {
  readonly version: number
}

const fenPerYuan = 100

const lockOwn = async (act: Act, { id, version }: Mark): Promise<Request> => {
  const request = await lockRequest(act.tx, id, version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  return request
}

const mustAssess = async (act: Act, request: Request): Promise<FeeAssessment> => {
  const assessment = await assessmentOf(act.tx, request.id)
  if (!assessment) throw refuse('feeNotAssessed')
  return assessment
}

/** One version more, and the fact told. */
const tell = async (act: Act, request: Request, state: FeeState, amountFen: number) => {
  await saveRequest(act.tx, request.id, {}, act.at)
  await act.announce(feeMoved, { ...factAbout(request), state, amountFen })
  return { version: request.version + 1 }
}

/** Counts the fee by the method chosen, as a draft that nobody is bound by. */
export async function assessFee(
  act: Act,
  input: Mark & { readonly method: FeeMethod; readonly pages: number | null },
): Promise<Saved> {
  const request = await lockOwn(act, input)
  if (await isNoticed(act.tx, request.id)) throw refuse('feeAfterNotice')
  if (isOver(request)) throw refuse('feeAnswered')
  const counted = await countFee(act.tx, request, input.method, input.pages, act.today)
  await putAssessment(act.tx, request.id, counted)
  return tell(act, request, 'draft', counted.amountFen)
}

/** Proposes to charge or not to: the law says "may" (art. 42), so either needs its reason. */
export async function proposeFee(
  act: Act,
  input: Mark & { readonly charges: boolean; readonly reason: string },
): Promise<Saved> {
  const request = await lockOwn(act, input)
  const assessment = await mustAssess(act, request)
  if (await isNoticed(act.tx, request.id)) throw refuse('feeAfterNotice')
  if (input.charges && assessment.amountFen === 0) throw refuse('feeNothing')
  await moveAssessment(act.tx, request.id, {
    state: 'proposed',
    charges: input.charges,
    reason: input.reason,
    proposedBy: act.by.id,
    decidedBy: null,
    decidedOn: null,
  })
  return tell(act, request, 'proposed', assessment.amountFen)
}

const approvers = ['disclosureOffice', 'leader', 'signer', 'sectionHead'] as const

/** Internal approval: by the disclosure office or a leader, never of one's own proposal. */
export const mayApproveFee = (
  by: Actor,
  request: Request,
  assessment: FeeAssessment | null,
): boolean =>
  assessment?.state === 'proposed' &&
  assessment.proposedBy !== by.id &&
  holds(by, approvers, request.organizationPath)

export async function approveFee(
  act: Act,
  input: Mark & { readonly approves: boolean },
): Promise<Saved> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!holds(act.by, approvers, request.organizationPath)) throw refuse('notYours')
  const assessment = await mustAssess(act, request)
  if (assessment.state !== 'proposed') throw refuse('feeNotProposed')
  if (assessment.proposedBy === act.by.id) throw refuse('feeOwnProposal')
  const state = input.approves ? (assessment.charges ? 'approved' : 'waived') : 'draft'
  await moveAssessment(act.tx, request.id, {
    state,
    decidedBy: act.by.id,
    decidedOn: act.today,
  })
  return tell(act, request, state, assessment.amountFen)
}

/** Enters that the notice came to the requester. What it has to meet is asked where the event is heard. */
export async function noticeFee(
  act: Act,
  input: Mark & { readonly on: CivilDate },
): Promise<Saved> {
  return recordEvent(act, { ...input, type: 'feeNoticed' })
}

/**
 * Registers a payment: the whole amount, with the number of the fiscal receipt; the period for the reply
 * begins anew the day after (国办函〔2020〕109号 art. 6–9).
 */
export async function payFee(
  act: Act,
  input: Mark & {
    readonly on: CivilDate
    readonly amountYuan: number
    readonly receiptNumber: string
  },
): Promise<Saved> {
  const request = await lockOwn(act, input)
  const assessment = await mustAssess(act, request)
  if (assessment.state === 'lapsed') throw refuse('feeLapsed', { due: assessment.dueOn })
  if (assessment.state !== 'noticed') throw refuse('feeUnnoticed')
  if (assessment.amountFen !== input.amountYuan * fenPerYuan)
    throw refuse('feeAmountDiffers', { yuan: assessment.amountFen / fenPerYuan })
  if (input.receiptNumber === '') throw refuse('feeNoReceipt')
  await moveAssessment(act.tx, request.id, {
    state: 'noticed',
    receiptNumber: input.receiptNumber,
  })
  return recordEvent(act, { ...input, type: 'feePaid' })
}
