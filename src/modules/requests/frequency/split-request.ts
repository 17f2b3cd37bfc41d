import { organizationById } from '#organizations'
import type { Act } from '#platform/act'
import { yearOf } from '#platform/civil-date'
import { recountFees } from '../charging/recount.ts'
import { isNoticed } from '../charging/store.ts'
import { titleOf } from '../commands/submit-request.ts'
import { requestSplit, requestUnsplit } from '../learning-facts.ts'
import { refuse } from '../learning-refusals.ts'
import { mayHandle } from '../policy.ts'
import { factAbout, keptOf, type Request } from '../request.ts'
import { checkCodeMark, newCheckCode, openAsked, sealAsked } from '../requester.ts'
import {
  eventsOf,
  insertEvent,
  insertRequest,
  lockRequest,
  nextNumber,
  requestRow,
  saveRequest,
  sealedOf,
  sealRequest,
} from '../store/requests.ts'

import { isOver } from './resemblance.ts'
import { signatureOf } from './signature.ts'
import { keepSignature, markMerged, partsOf } from './store.ts'

export interface SplitPart {
  readonly requestId: number
  readonly number: string
  /** Told once. */
  readonly checkCode: string
}

const numberDigits = 4
// Nothing of a split request is counted any more: its parts are.
const resting = { stage: 'closed', dueOn: null, turnsOn: null } as const

const mustBeWhole = async (act: Act, request: Request): Promise<void> => {
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  if ((await partsOf(act.tx, request.id)).length > 0) throw refuse('splitAlready')
  if (request.mergedIntoId !== null) throw refuse('isMerged')
  if (isOver(request)) throw refuse('splitAnswered', { number: request.number })
  if (request.parentId !== null) throw refuse('splitNested')
  if (await isNoticed(act.tx, request.id)) throw refuse('splitAfterNotice')
}

/**
 * One matter, one request (一事一申请): each content becomes a case with its own number and clock. What
 * had happened to the whole happened to each part; the whole is kept and rests.
 *
 * Source: 国办函〔2020〕109号 art. 4.
 */
export async function splitRequest(
  act: Act,
  input: { readonly id: number; readonly version: number; readonly parts: readonly string[] },
  key: Buffer,
): Promise<{ readonly version: number; readonly parts: SplitPart[] }> {
  const request = await lockRequest(act.tx, input.id, input.version)
  await mustBeWhole(act, request)
  if (input.parts.length < 2) throw refuse('splitFew')
  const office = await organizationById(act.tx, request.organizationId)
  const [events, sealed] = await Promise.all([
    eventsOf(act.tx, request.id),
    sealedOf(act.tx, request.id),
  ])
  const whole = sealed.asked === null ? null : openAsked(sealed.asked, request.id, key)
  const made: SplitPart[] = []
  for (const wanted of input.parts) {
    const running = await nextNumber(act.tx, office.id, yearOf(request.submittedOn))
    const number = `${office.code}-${yearOf(request.submittedOn)}-${String(running).padStart(numberDigits, '0')}`
    const checkCode = newCheckCode()
    const asked = {
      wanted,
      purpose: whole?.purpose ?? '',
      supply: request.supply as 'paper',
      delivery: request.delivery as 'online',
      remarks: whole?.remarks ?? '',
    }
    const requestId = await insertRequest(
      act.tx,
      {
        number,
        organizationId: request.organizationId,
        requesterId: request.requesterId,
        channel: request.channel,
        door: request.door,
        checkCode: checkCodeMark(number, checkCode, key),
        title: titleOf(asked),
        supply: request.supply,
        delivery: request.delivery,
        submittedOn: request.submittedOn,
        stage: 'registered',
        parentId: request.id,
      },
      act.at,
    )
    await sealRequest(act.tx, requestId, sealAsked(asked, requestId, key))
    await keepSignature(act.tx, requestId, signatureOf(wanted, key))
    for (const event of events)
      await insertEvent(act.tx, requestId, { ...event, letterId: null, partyId: null })
    const { kept } = keptOf(request.channel, events, act.today)
    const { unitId, handlerId, stage } = request
    await saveRequest(act.tx, requestId, { ...kept, unitId, handlerId, stage }, act.at)
    made.push({ requestId, number, checkCode })
  }
  await saveRequest(act.tx, request.id, resting, act.at)
  await recountFees(act, request.id)
  const parts = made.map(({ requestId }) => requestId)
  await act.announce(requestSplit, { ...factAbout(request), parts })
  return { version: request.version + 1, parts: made }
}

/** Puts the parts together again, while nothing has happened to any of them by itself. */
export async function unsplitRequest(
  act: Act,
  input: { readonly id: number; readonly version: number },
): Promise<{ readonly version: number }> {
  const request = await lockRequest(act.tx, input.id, input.version)
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  const parts = await partsOf(act.tx, request.id)
  if (parts.length === 0) throw refuse('splitNone')
  const events = await eventsOf(act.tx, request.id)
  for (const { id } of parts) {
    const part = await lockRequest(act.tx, id)
    const own = await eventsOf(act.tx, id)
    if (own.length !== events.length || isOver(part))
      throw refuse('partMoved', { number: part.number })
    await markMerged(act.tx, id, request.id)
    await saveRequest(act.tx, id, resting, act.at)
  }
  const { kept } = keptOf(request.channel, events, act.today)
  const stage = request.handlerId === null && request.unitId === null ? 'registered' : 'handling'
  await saveRequest(act.tx, request.id, { ...kept, stage }, act.at)
  await recountFees(act, request.id)
  await act.announce(requestUnsplit, factAbout(request))
  return { version: (await requestRow(act.tx, request.id))?.version ?? request.version }
}
