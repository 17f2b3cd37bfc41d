import type { ChangedDays } from '#calendar'
import type { Act } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import { Refusal } from '#platform/refusal'
import type { ClockEvent, EventType } from '../clock/contract.ts'
import { inOrder } from '../clock/in-order.ts'
import type { Stage } from '../contract/nouns.ts'
import { eventVoided, requestMoved, requestTurned } from '../facts.ts'
import { mayHandle } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { factAbout, type Kept, keptOf, type Request } from '../request.ts'
import { keepStepDue } from '../step-due.ts'
import { dropOutsideAnswer } from '../store/outside.ts'
import {
  eventsOf,
  freshRequest,
  insertEvent,
  lockRequest,
  saveRequest,
  turnAnew,
  turningBy,
  voidEventRow,
  waitForPerson,
} from '../store/requests.ts'
import { warn } from '../warn.ts'

/** How far the work is once something happened; what is closed stays closed. */
const stageAfter = (type: EventType, stage: Stage): Stage => {
  if (stage === 'closed' || stage === 'archived') return stage
  if (type === 'served') return 'served'
  if (type === 'replied') return 'decided'
  return stage === 'new' ? 'registered' : stage
}

/**
 * Enters what happened to a request in the law's eyes, on the day on which it happened, and counts the
 * clock anew. What the law forbids there is refused with the article, and nothing is kept.
 */
export async function recordEvent(
  act: Act,
  input: {
    readonly id: number
    readonly version?: number
    readonly type: Exclude<EventType, 'submitted'>
    readonly on: CivilDate
    readonly note?: string
    readonly partyId?: number | null
    readonly letterId?: number | null
    /** Warns nobody: more is entered with it, after which there may be nothing to warn of. */
    readonly silently?: boolean
  },
): Promise<Request> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  const event = { type: input.type, on: input.on }
  const events = inOrder(await eventsOf(act.tx, request.id), event)
  const { kept } = keptOf(request.channel, events, act.today)
  await insertEvent(act.tx, request.id, {
    ...event,
    note: input.note ?? '',
    partyId: input.partyId ?? null,
    letterId: input.letterId ?? null,
    staffId: act.by.id,
    at: act.at,
  })
  const stage = stageAfter(input.type, request.stage)
  await saveRequest(act.tx, request.id, { ...kept, stage }, act.at)
  await act.announce(requestMoved, {
    ...factAbout(request),
    event: event.type,
    on: event.on,
    standing: kept.standing,
  })
  const moved = await freshRequest(act.tx, request.id)
  if (!input.silently) await warn(act, moved)
  return moved
}

/** Takes back an entry made by mistake. It stays on record; the clock is counted without it. */
export async function voidEvent(
  act: Act,
  input: {
    readonly id: number
    readonly version: number
    readonly eventId: number
    readonly reason: string
  },
): Promise<Request> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  const type = await voidEventRow(act.tx, request.id, input.eventId, {
    at: act.at,
    staffId: act.by.id,
    reason: input.reason,
  })
  if (!type || type === 'submitted') throw refuse('notFound')
  const { kept } = keptOf(request.channel, await eventsOf(act.tx, request.id), act.today)
  // An answer from outside rests on these two days alone: without one it is to be recorded anew.
  const isAnswer = type === 'replied' || type === 'served'
  const unanswered = isAnswer && (await dropOutsideAnswer(act.tx, request.id))
  const change = unanswered ? { ...kept, resultCode: null } : kept
  await saveRequest(act.tx, request.id, change, act.at)
  await act.announce(eventVoided, { ...factAbout(request), eventId: input.eventId, event: type })
  const moved = await freshRequest(act.tx, request.id)
  await warn(act, moved)
  return moved
}

// One act of the worker; what is left over is turned by the next.
const turnedAtOnce = 500

/**
 * Has every request turned anew that could not be counted and, `counted`, those under way that were
 * counted over days that changed: `turnRequests` counts them.
 */
export const turnUncounted = (
  act: Act,
  asked: { readonly days: ChangedDays; readonly counted: boolean },
): Promise<void> => turnAnew(act.tx, { ...asked, today: act.today })

/** What a day changes by itself: warnings, limits reached, stops that ended, requests that lapsed. */
export async function turnRequests(act: Act): Promise<{ readonly turned: number }> {
  const ids = await turningBy(act.tx, act.today, turnedAtOnce)
  for (const id of ids) await turn(act, await lockRequest(act.tx, id))
  return { turned: ids.length }
}

const turn = async (act: Act, request: Request): Promise<void> => {
  const events = await eventsOf(act.tx, request.id)
  const kept = keptOrLeft(request, events, act.today)
  if (!kept) return waitForPerson(act.tx, request.id)
  await saveRequest(act.tx, request.id, kept, act.at)
  await keepStepDue(act, request.id)
  await warn(act, { ...request, ...kept })
  if (kept.standing !== request.standing)
    await act.announce(requestTurned, { ...factAbout(request), standing: kept.standing })
}

/**
 * Null where the law forbids, now that it can be counted, what was entered while it could not: a person
 * has to void that entry, and no other request waits for it.
 */
const keptOrLeft = (
  request: Request,
  events: readonly ClockEvent[],
  today: CivilDate,
): Kept | null => {
  try {
    return keptOf(request.channel, events, today).kept
  } catch (error) {
    if (error instanceof Refusal && request.unknownYear !== null) return null
    throw error
  }
}
