import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { Clock, Due } from '../clock/contract.ts'
import { duesNow } from '../clock/dues.ts'
import { refuse } from '../refusals.ts'
import { clockToRead, type Request } from '../request.ts'
import { checkCodeMark } from '../requester.ts'
import { type EventRow, eventsOf, requestByNumber, sealedOf } from '../store/requests.ts'

/** What the requester sees: how the request stands, and how each day was counted. */
export interface Progress {
  readonly request: Request
  readonly events: readonly EventRow[]
  /** Null while the holidays of a year it runs into are not loaded. */
  readonly clock: Clock | null
  /** Every limit that has begun, with its article and its days. */
  readonly dues: readonly Due[]
}

/** How a request stands, counted from what happened to it. */
export const standingNow = (
  request: Request,
  events: readonly EventRow[],
  today: CivilDate,
): Progress => {
  const { clock } = clockToRead(request.channel, events, today)
  return { request, events, clock, dues: duesNow(clock, request, events, today) }
}

/** Opens a request by its number and check code; one wrong sign and it is as if there were none (M72). */
export const progressOf = async (
  db: Db,
  asked: { readonly number: string; readonly checkCode: string },
  today: CivilDate,
  key: Buffer,
): Promise<Progress> => {
  const request = await requestByNumber(db, asked.number.trim())
  const mark = checkCodeMark(request?.number ?? '', asked.checkCode, key)
  if (!request || (await sealedOf(db, request.id)).checkCode !== mark)
    throw refuse('wrongCheckCode')
  return standingNow(request, await eventsOf(db, request.id), today)
}
