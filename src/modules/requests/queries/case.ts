import type { Act, Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import type { Refusal } from '#platform/refusal'
import type { Clock } from '../clock/contract.ts'
import type { Asked, RequesterParticulars } from '../contract/nouns.ts'
import { particularsOpened } from '../facts.ts'
import { mayHandle, maySee } from '../policy.ts'
import { refuse } from '../refusals.ts'
import { clockToRead, factAbout, type Request } from '../request.ts'
import { openAsked, openParticulars } from '../requester.ts'
import { type EventRow, eventsOf, lockRequest, requestRow, sealedOf } from '../store/requests.ts'

/** A case as staff see it; nothing of the requester's is in it. */
export interface Case {
  readonly request: Request
  readonly requesterKind: string
  readonly events: readonly EventRow[]
  readonly clock: Clock | null
  /** Why the law does not let it be counted: something entered before it could be. */
  readonly refused: Refusal | null
  /** Whether this person may open what is sealed. */
  readonly mayOpen: boolean
}

export const caseOf = async (db: Db, by: Actor, id: number, today: CivilDate): Promise<Case> => {
  const request = await requestRow(db, id)
  if (!request || !maySee(by, request)) throw refuse('notFound')
  const [events, { kind }] = await Promise.all([eventsOf(db, id), sealedOf(db, id)])
  return {
    request,
    requesterKind: kind,
    events,
    ...clockToRead(request.channel, events, today),
    mayOpen: mayHandle(by, request),
  }
}

export interface Opened {
  /** Null once the retention rules removed it. */
  readonly requester: RequesterParticulars | null
  readonly asked: Asked | null
}

/** Opens who asks and what, for those who handle the case; that they looked is on record. */
export async function openCase(act: Act, id: number, key: Buffer): Promise<Opened> {
  const request = await lockRequest(act.tx, id)
  if (!maySee(act.by, request)) throw refuse('notFound')
  if (!mayHandle(act.by, request)) throw refuse('notYours')
  const { asked, requester } = await sealedOf(act.tx, id)
  await act.announce(particularsOpened, factAbout(request))
  return {
    requester: requester === null ? null : openParticulars(requester, request.requesterId, key),
    asked: asked === null ? null : openAsked(asked, id, key),
  }
}
