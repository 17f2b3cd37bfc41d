import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { after, civilDate, id, instant, limit, version } from '#platform/shapes'
import { editionMark, organizationRef, personRef, secrecyAnswers, sliceOf } from './shapes.ts'

const reason = z.string().trim().min(2).max(2000)

// Urgent release (M38)

export const urgentOutcomes = ['confirm', 'correct', 'withdraw'] as const

export const releaseUrgently = endpoint({
  method: 'POST',
  path: '/api/editions/:id/urgent',
  summary: 'Releases at once with a reason; a named second person reviews afterwards',
  input: z.object({ id, version, reason, reviewerId: id, secrecy: secrecyAnswers }),
  output: editionMark.extend({ address: z.string(), dueAt: instant }),
})

export const urgentShape = z.object({
  id: z.number(),
  documentId: z.number(),
  editionId: z.number(),
  title: z.string(),
  organization: organizationRef,
  reason: z.string(),
  releasedAt: instant,
  releasedBy: z.string(),
  reviewer: personRef,
  dueAt: instant,
  late: z.boolean(),
  outcome: z.enum(urgentOutcomes).nullable(),
  note: z.string(),
  reviewedAt: instant.nullable(),
  reviewedBy: z.string(),
  mayReview: z.boolean(),
})

export const urgentReleases = endpoint({
  method: 'GET',
  path: '/api/urgent-releases',
  summary: 'Urgent releases of the units I work for, those that wait for their second review first',
  input: z.object({ which: z.enum(['waiting', 'reviewed']).default('waiting'), after, limit }),
  output: sliceOf(urgentShape),
})

/** For the dialog: whether I may, who may be named, and the limit with its source. */
export const urgentChoices = endpoint({
  method: 'GET',
  path: '/api/editions/:id/urgent',
  summary: 'Whether a text may be released urgently by me, and who may review it afterwards',
  input: z.object({ id }),
  output: z.object({
    mayRelease: z.boolean(),
    reviewers: z.array(personRef),
    dueAt: instant,
    source: z.string(),
    release: urgentShape.nullable(),
  }),
})

export const reviewUrgent = endpoint({
  method: 'POST',
  path: '/api/urgent-releases/:id/review',
  summary: 'The second pair of eyes: confirm, have it corrected, or withdraw',
  input: z.object({ id, outcome: z.enum(urgentOutcomes), note: reason }),
  output: z.object({ documentId: z.number(), outcome: z.enum(urgentOutcomes) }),
})

// Quarterly bundle (M36)

export const bundleStates = ['open', 'collated', 'signed', 'released'] as const

export const bundleItem = z.object({
  editionId: z.number(),
  documentId: z.number(),
  title: z.string(),
  organization: organizationRef,
  handedInAt: instant,
  handedInBy: z.string(),
  late: z.boolean(),
  takenOutReason: z.string().nullable(),
  publishedAt: instant.nullable(),
})

export const bundleShape = z.object({
  id: z.number(),
  organization: organizationRef,
  year: z.number(),
  quarter: z.number(),
  handInBy: civilDate,
  endsOn: civilDate,
  source: z.string(),
  state: z.enum(bundleStates),
  note: z.string(),
  collatedAt: instant.nullable(),
  collatedBy: z.string(),
  signedAt: instant.nullable(),
  signedBy: z.string(),
  releasedAt: instant.nullable(),
  releasedBy: z.string(),
  items: z.array(bundleItem),
  /** Units below that handed in nothing. */
  missing: z.array(organizationRef),
  may: z.array(z.enum(['collate', 'reopen', 'sign', 'release', 'takeOut'])),
})

export const bundle = endpoint({
  method: 'GET',
  path: '/api/bundles',
  summary: 'The bundle of a quarter: what was handed in, by whom, what is missing; null year: now',
  input: z.object({
    organizationId: id.optional(),
    year: z.coerce.number().int().min(2019).max(2999).optional(),
    quarter: z.coerce.number().int().min(1).max(4).optional(),
  }),
  output: z.object({
    bundle: bundleShape,
    /** Approved texts of my units that wait and could be handed in. */
    ready: z.array(
      z.object({
        editionId: z.number(),
        documentId: z.number(),
        title: z.string(),
        organization: organizationRef,
        mayHandIn: z.boolean(),
      }),
    ),
  }),
})

export const handIn = endpoint({
  method: 'POST',
  path: '/api/editions/:id/hand-in',
  summary: 'Hands an approved text in for the quarter',
  input: z.object({ id }),
  output: z.object({ bundleId: z.number(), late: z.boolean() }),
})

export const takeOutOfBundle = endpoint({
  method: 'POST',
  path: '/api/editions/:id/take-out',
  summary: 'Takes an urgent text out of the bundle; it may then be released by itself at once',
  input: z.object({ id, reason }),
  output: z.object({ bundleId: z.number() }),
})

export const moveBundle = endpoint({
  method: 'POST',
  path: '/api/bundles/:id/move',
  summary: 'Collates, reopens, signs or releases the bundle of a quarter',
  input: z.object({
    id,
    to: z.enum(['collated', 'open', 'signed', 'released']),
    note: z.string().trim().max(1000).default(''),
  }),
  output: z.object({ id: z.number(), state: z.enum(bundleStates), count: z.number() }),
})

// Emergencies with rolling updates (M45)

export const eventLevels = ['major', 'other'] as const

const clock = z.object({
  name: z.enum(['eventFirst', 'eventPressConference', 'eventOther']),
  hours: z.number(),
  source: z.string(),
  dueAt: instant,
  doneAt: instant.nullable(),
  /** `running`, `met`, `late`: met or late once done, late also while it is overdue. */
  state: z.enum(['running', 'met', 'late']),
})

export const eventShape = z.object({
  id: z.number(),
  organization: organizationRef,
  title: z.string(),
  summary: z.string(),
  level: z.enum(eventLevels),
  knownAt: instant,
  openedAt: instant,
  pressConferenceAt: instant.nullable(),
  closedAt: instant.nullable(),
  clocks: z.array(clock),
  updates: z.array(
    z.object({
      documentId: z.number(),
      title: z.string(),
      state: z.string(),
      at: instant,
      publishedAt: instant.nullable(),
    }),
  ),
  mayKeep: z.boolean(),
})

export const events = endpoint({
  method: 'GET',
  path: '/api/events',
  summary: 'Emergencies, open ones first, with their clocks',
  input: z.object({}),
  output: z.object({ events: z.array(eventShape) }),
})

export const eventById = endpoint({
  method: 'GET',
  path: '/api/events/:id',
  summary: 'One emergency with its updates, newest first',
  input: z.object({ id }),
  output: eventShape,
})

export const openEvent = endpoint({
  method: 'POST',
  path: '/api/events',
  summary: 'Opens an emergency; the clocks count from when it became known',
  input: z.object({
    organizationId: id,
    title: z.string().trim().min(2).max(200),
    summary: z.string().trim().max(1000).default(''),
    level: z.enum(eventLevels),
    knownAt: instant,
  }),
  output: z.object({ id: z.number() }),
})

export const addEventUpdate = endpoint({
  method: 'POST',
  path: '/api/events/:id/updates',
  summary: 'Adds a document as an update; without one a draft is begun',
  input: z.object({ id, documentId: id.nullable().default(null) }),
  output: z.object({ eventId: z.number(), documentId: z.number() }),
})

export const changeEvent = endpoint({
  method: 'POST',
  path: '/api/events/:id/change',
  summary: 'Notes the press conference, or closes the event',
  input: z.object({
    id,
    pressConferenceAt: instant.optional(),
    close: z.boolean().default(false),
  }),
  output: z.object({ id: z.number() }),
})
