import type { z } from 'zod'
import type { Actor } from '#platform/act'
import type { CivilDate } from '#platform/civil-date'
import type { Db } from '#platform/database'
import { subjectOf } from '../analysis/subjects.ts'
import { logEntryOf } from '../asking/log.ts'
import { duesNow } from '../clock/dues.ts'
import type { caseShape, requestLine } from '../contract/desk.ts'
import type { Request } from '../request.ts'
import { lightOf } from '../serving.ts'
import { allEventsOf } from '../store/events.ts'
import { caseOf } from './case.ts'

/** A request as a line of a list. */
export const lineOf = (request: Request, today: CivilDate): z.input<typeof requestLine> => ({
  id: request.id,
  number: request.number,
  title: request.title,
  organization: { id: request.organizationId, name: request.organizationName },
  unit: request.unitId === null ? null : { id: request.unitId, name: request.unitName ?? '' },
  handler:
    request.handlerId === null ? null : { id: request.handlerId, name: request.handlerName ?? '' },
  door: request.door,
  channel: request.channel,
  submittedOn: request.submittedOn,
  receivedOn: request.receivedOn,
  standing: request.standing,
  stage: request.stage,
  dueOn: request.dueOn,
  light: lightOf(request, today),
  unserved:
    request.signedOn === null ? null : { signedOn: request.signedOn, serveBy: request.serveBy },
  lateStep:
    request.stepDue && request.stepDueOn && today > request.stepDueOn
      ? { step: request.stepDue, dueOn: request.stepDueOn }
      : null,
  extended: request.extendedDueOn !== null,
  unknownYear: request.unknownYear,
  resultCode: request.resultCode,
  answeredOn: request.answeredOn,
})

const wordsIn = (params: Readonly<Record<string, unknown>>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  )

/** The page of a case, for those who may see it; what was taken back stays in the record. */
export const casePage = async (
  db: Db,
  by: Actor,
  id: number,
  today: CivilDate,
): Promise<z.input<typeof caseShape>> => {
  const { request, requesterKind, events, clock, refused, mayOpen } = await caseOf(
    db,
    by,
    id,
    today,
  )
  const [record, log, subject] = await Promise.all([
    allEventsOf(db, id),
    logEntryOf(db, id),
    subjectOf(db, id),
  ])
  return {
    ...lineOf(request, today),
    version: request.version,
    requesterKind,
    supply: request.supply,
    delivery: request.delivery,
    today,
    events: record,
    clock: clock && { ...clock, days: [...clock.days] },
    refused: refused && { code: refused.code, params: wordsIn(refused.params) },
    dues: duesNow(clock, request, events, today).map((due) => ({ ...due, days: [...due.days] })),
    mayHandle: mayOpen,
    satisfaction: request.satisfaction,
    loggedPublicly: request.loggedPublicly,
    log,
    subject,
  }
}
