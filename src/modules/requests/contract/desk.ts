import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, instant, version } from '#platform/shapes'
import {
  channels,
  clockDayReasons,
  clockStandings,
  dueKinds,
  eventTypes,
} from '../clock/contract.ts'
import { asked, deliveries, doors, requesterParticulars, stages, steps, supplies } from './nouns.ts'

export const ref = z.object({ id: z.number(), name: z.string() })

export const trafficLight = z.enum(['none', 'green', 'yellow', 'orange', 'red', 'overdue'])

const documentRef = z.object({ id: z.number(), title: z.string() })

/** A request as a line of a list; nothing of the requester's. */
export const requestLine = z.object({
  id: z.number(),
  number: z.string(),
  title: z.string(),
  organization: ref,
  unit: ref.nullable(),
  handler: ref.nullable(),
  door: z.enum(doors),
  channel: z.enum(channels),
  submittedOn: z.string(),
  receivedOn: z.string().nullable(),
  standing: z.enum(clockStandings),
  stage: z.enum(stages),
  dueOn: z.string().nullable(),
  light: trafficLight,
  /** A reply that is signed and not served: since when, and until when it should have been by the house's rule. */
  unserved: z.object({ signedOn: z.string(), serveBy: z.string().nullable() }).nullable(),
  /** The step of the work that is overdue since longest. */
  lateStep: z.object({ step: z.enum(steps), dueOn: z.string() }).nullable(),
  extended: z.boolean(),
  unknownYear: z.number().nullable(),
  resultCode: z.string().nullable(),
  answeredOn: z.string().nullable(),
})
export type RequestLine = z.infer<typeof requestLine>

const flag = z.enum(['true']).optional()

export const deskFilters = z.object({
  /** Open cases by the day due, or all by the day of submission. */
  view: z.enum(['open', 'all']).default('open'),
  standing: z.enum(clockStandings).optional(),
  stage: z.enum(stages).optional(),
  organizationId: id.optional(),
  unitId: id.optional(),
  handlerId: id.optional(),
  mine: flag,
  /** Only those of which a step is overdue. */
  stepLate: flag,
  door: z.enum(doors).optional(),
  q: z.string().max(100).optional(),
  submittedFrom: civilDate.optional(),
  submittedTo: civilDate.optional(),
})

export const requestList = endpoint({
  method: 'GET',
  path: '/api/requests',
  summary: 'Requests that I may see: open ones by the day due, or all by the day of submission',
  input: deskFilters.extend({
    after: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  output: z.object({ items: z.array(requestLine), next: z.string().nullable() }),
})

export const registerRequest = endpoint({
  method: 'POST',
  path: '/api/requests',
  summary: 'Takes a request in: counter, post, fax, kiosk, or written up from what was said',
  input: z.object({
    organizationId: id,
    requester: requesterParticulars,
    asked,
    door: z.enum(doors).exclude(['portal']),
    /** Of post: whether the office signed for it. */
    signed: z.boolean().default(false),
    submittedOn: civilDate,
    /** Of an oral request: that it was read back and agreed to (art. 29). */
    readBack: z.boolean().default(false),
  }),
  output: z.object({ requestId: z.number(), number: z.string(), checkCode: z.string() }),
})

export const eventShape = z.object({
  id: z.number(),
  type: z.enum(eventTypes),
  on: z.string(),
  note: z.string(),
  enteredAt: instant,
  enteredBy: z.string().nullable(),
  partyId: z.number().nullable(),
  letterId: z.number().nullable(),
  voided: z.object({ at: instant, by: z.string().nullable(), reason: z.string() }).nullable(),
})
export type CaseEvent = z.infer<typeof eventShape>

const dayShape = z.object({
  on: z.string(),
  counted: z.boolean(),
  n: z.number(),
  reason: z.enum(clockDayReasons),
  article: z.string(),
})

export const clockShape = z.object({
  receivedOn: z.string().nullable(),
  correctionNoticeDueOn: z.string().nullable(),
  replyDueOn: z.string().nullable(),
  extendedReplyDueOn: z.string().nullable(),
  standing: z.enum(clockStandings),
  lapsedOn: z.string().nullable(),
  thirdPartyReplyDueOn: z.string().nullable(),
  feeDueOn: z.string().nullable(),
  days: z.array(dayShape),
})

/** A limit of the case with its article and its own days. */
const dueShape = z.object({
  what: z.enum(dueKinds),
  dueOn: z.string(),
  from: z.string(),
  count: z.number(),
  unit: z.enum(['workingDays', 'calendarDays']),
  article: z.string(),
  days: z.array(dayShape),
})

export const caseShape = requestLine.extend({
  version: z.number(),
  requesterKind: z.string(),
  supply: z.enum(supplies),
  delivery: z.enum(deliveries),
  today: z.string(),
  events: z.array(eventShape),
  /** Null while the holidays of a year it runs into are not loaded. */
  clock: clockShape.nullable(),
  /** The law's "no" to something entered while the case could not be counted; it waits to be voided. */
  refused: z
    .object({
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .nullable(),
  /** Every limit that has begun; empty where the clock is null. */
  dues: z.array(dueShape),
  /** Whether I work on this case: may open what is sealed and enter what happens. */
  mayHandle: z.boolean(),
  satisfaction: z.number().nullable(),
  loggedPublicly: z.boolean(),
  /** Its line in the log open to all, as anybody reads it. */
  log: z.object({ title: z.string(), document: documentRef.nullable() }).nullable(),
  /** The field of the catalogue that it is about; null until it was sorted. */
  subject: z
    .object({
      field: z.string(),
      /** Sorted by a person, and not by the words of the title. */
      byHand: z.boolean(),
    })
    .nullable(),
})
export type CaseShape = z.infer<typeof caseShape>

export const requestCase = endpoint({
  method: 'GET',
  path: '/api/requests/:id',
  summary: 'One request: how it stands, its days, its legal record',
  input: z.object({ id }),
  output: caseShape,
})

export const openSealed = endpoint({
  method: 'POST',
  path: '/api/requests/:id/open',
  summary: 'Opens who asks and what; that it was opened is on record',
  input: z.object({ id }),
  output: z.object({ requester: requesterParticulars.nullable(), asked: asked.nullable() }),
})

export const enterEvent = endpoint({
  method: 'POST',
  path: '/api/requests/:id/events',
  summary:
    'Enters what happened in the law’s eyes; what the law forbids is refused with the article',
  input: z.object({
    id,
    version,
    type: z.enum(eventTypes).exclude(['submitted']),
    on: civilDate,
    note: z.string().trim().max(300).default(''),
  }),
  output: z.object({ version: z.number() }),
})

export const takeBackEvent = endpoint({
  method: 'POST',
  path: '/api/requests/:id/events/:eventId/void',
  summary: 'Takes back an entry made by mistake; it stays on record',
  input: z.object({
    id,
    version,
    eventId: id,
    reason: z.string().trim().min(2).max(300),
  }),
  output: z.object({ version: z.number() }),
})

export const assignCase = endpoint({
  method: 'POST',
  path: '/api/requests/:id/assign',
  summary: 'Gives a request to a unit and one of its people; handing it on is the same act again',
  input: z.object({
    id,
    version,
    unitId: id,
    handlerId: id.nullable().default(null),
    note: z.string().trim().max(300).default(''),
  }),
  output: z.object({ version: z.number() }),
})
