import { type Act, theSystem } from '#platform/act'
import { addDays, type CivilDate } from '#platform/civil-date'
import { requestArchived, requestClosed } from '../facts.ts'
import { mayHandle } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { factAbout, type Request } from '../request.ts'
import { closingOf, insertClosing, overSince, saveArchive } from '../store/closing.ts'
import { eventsOf, freshRequest, lockRequest, saveRequest } from '../store/requests.ts'
import { allClosingRules } from '../store/rules.ts'

/**
 * Closes the file of a case that is over: answered and served, lapsed or withdrawn. From that day the
 * retention rules count.
 */
export async function closeRequest(
  act: Act,
  input: { readonly id: number; readonly version: number },
): Promise<Request> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  if (request.stage === 'closed' || request.stage === 'archived') throw refuse('closedAlready')
  const served = (await eventsOf(act.tx, request.id)).some((event) => event.type === 'served')
  const over = request.standing === 'lapsed' || request.standing === 'withdrawn' || served
  if (!over) throw refuse(request.answeredOn ? 'notServed' : 'notOver')
  await insertClosing(act.tx, request.id, act.today, act.by.id)
  await saveRequest(act.tx, request.id, { stage: 'closed' }, act.at)
  await act.announce(requestClosed, factAbout(request))
  return freshRequest(act.tx, request.id)
}

// One act of the worker; what is left over is closed by the next.
const closedAtOnce = 200

/**
 * Closes the cases that have been over for longer than the rule of today lets them lie, so that the rules
 * of retention reach those that nobody closed.
 */
export async function closeSettled(act: Act): Promise<{ readonly closed: number }> {
  if (act.by !== theSystem) throw refuse('notYours')
  const rule = (await allClosingRules(act.tx)).find((one) => one.appliesFrom <= act.today)
  if (!rule) return { closed: 0 }
  const settled = await overSince(act.tx, addDays(act.today, -rule.days), closedAtOnce)
  for (const request of settled) {
    await insertClosing(act.tx, request.id, act.today, null)
    await saveRequest(act.tx, request.id, { stage: 'closed' }, act.at)
    await act.announce(requestClosed, { ...factAbout(request), rule: rule.appliesFrom })
  }
  return { closed: settled.length }
}

/** Records that the closed file was handed to the archive (art. 45: 归档). */
export async function archiveRequest(
  act: Act,
  input: {
    readonly id: number
    readonly version: number
    readonly archiveNumber: string
    readonly archivePlace: string
    readonly archivedOn: CivilDate
  },
): Promise<Request> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  const closing = await closingOf(act.tx, request.id)
  if (!closing || request.stage !== 'closed') throw refuse('notClosed')
  if (input.archivedOn > act.today)
    throw refuse('notYet', { on: input.archivedOn, asOf: act.today })
  if (input.archivedOn < closing.closedOn)
    throw refuse('beforeClosing', { on: input.archivedOn, closedOn: closing.closedOn })
  const archive = { number: input.archiveNumber, place: input.archivePlace, on: input.archivedOn }
  await saveArchive(act.tx, request.id, archive, act.by.id)
  await saveRequest(act.tx, request.id, { stage: 'archived' }, act.at)
  await act.announce(requestArchived, factAbout(request))
  return freshRequest(act.tx, request.id)
}
