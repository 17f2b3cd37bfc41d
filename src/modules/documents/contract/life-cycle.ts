import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { after, civilDate, id, instant, limit } from '#platform/shapes'
import { attribute, organizationRef, sliceOf } from './shapes.ts'

const reason = z.string().trim().min(2).max(2000)

// Limits

export const limitNames = [
  'reReview',
  'agreementAnswer',
  'urgentReview',
  'bundleHandIn',
  'eventFirst',
  'eventPressConference',
  'eventOther',
] as const
export type LimitName = (typeof limitNames)[number]
export const limitUnits = ['year', 'workingDay', 'calendarDay', 'hour'] as const

export const limitShape = z.object({
  name: z.enum(limitNames),
  appliesFrom: civilDate,
  amount: z.number(),
  unit: z.enum(limitUnits),
  /** The article, or whose rule it is. */
  source: z.string(),
})
export type Limit = z.infer<typeof limitShape>

export const limits = endpoint({
  method: 'GET',
  path: '/api/limits',
  summary: 'Limits of re-review, agreement, urgent release, bundle and emergencies, with sources',
  input: z.object({}),
  output: z.object({ limits: z.array(limitShape) }),
})

export const setLimit = endpoint({
  method: 'PUT',
  path: '/api/limits/:name',
  summary: 'Sets a limit from a day on, with its source',
  input: z.object({
    name: z.enum(limitNames),
    appliesFrom: civilDate,
    amount: z.coerce.number().int().min(1).max(400),
    unit: z.enum(limitUnits),
    source: z.string().trim().min(2).max(300),
  }),
  output: limitShape,
})

// Yearly re-review (M27)

export const reReviewOutcomes = ['keep', 'release', 'change'] as const

export const reReviewLine = z.object({
  id: z.number(),
  documentId: z.number(),
  editionId: z.number(),
  title: z.string(),
  documentNumber: z.string(),
  organization: organizationRef,
  attribute,
  ground: z.string(),
  reason: z.string(),
  dueOn: civilDate,
  /** Days past the limit; 0 while there is time. */
  lateDays: z.number(),
  outcome: z.enum(reReviewOutcomes).nullable(),
  outcomeReason: z.string(),
  decidedAt: instant.nullable(),
  decidedBy: z.string(),
  /** When it was last looked at, before this time. */
  lastReviewedOn: civilDate.nullable(),
  mayDecide: z.boolean(),
})
export type ReReviewLine = z.infer<typeof reReviewLine>

export const reReviews = endpoint({
  method: 'GET',
  path: '/api/re-reviews',
  summary: 'What is kept from the public and when it is looked at again',
  input: z.object({
    organizationId: id.optional(),
    which: z.enum(['open', 'late', 'decided']).default('open'),
    after,
    limit,
  }),
  output: sliceOf(reReviewLine).extend({
    source: z.string(),
    counts: z.object({ open: z.number(), late: z.number(), soon: z.number() }),
  }),
})

export const decideReReview = endpoint({
  method: 'POST',
  path: '/api/re-reviews/:id',
  summary: 'Keep, release or change what is kept from the public, with the reason',
  input: z.object({
    id,
    outcome: z.enum(reReviewOutcomes),
    reason,
    /** For a change: the attribute and ground from now on. */
    attribute: attribute.optional(),
    ground: z.string().max(50).default(''),
  }),
  output: z.object({
    documentId: z.number(),
    /** The draft that was begun, for release and change. */
    editionId: z.number().nullable(),
    nextDueOn: civilDate.nullable(),
  }),
})

// Agreement (M39)

export const agreementAnswers = ['agreed', 'withChanges', 'objected'] as const

export const agreementShape = z.object({
  id: z.number(),
  organization: organizationRef,
  question: z.string(),
  dueOn: civilDate,
  askedAt: instant,
  askedBy: z.string(),
  answer: z.enum(agreementAnswers).nullable(),
  note: z.string(),
  answeredAt: instant.nullable(),
  answeredBy: z.string(),
  /** The text was changed after this answer. */
  outdated: z.boolean(),
  late: z.boolean(),
  mayAnswer: z.boolean(),
})

export const agreements = endpoint({
  method: 'GET',
  path: '/api/editions/:id/agreements',
  summary: 'Which units were asked about a text, what they said, what was decided',
  input: z.object({ id }),
  output: z.object({
    agreements: z.array(agreementShape),
    decision: z
      .object({
        verdict: z.enum(['proceed', 'refrain']),
        reason: z.string(),
        at: instant,
        by: z.string(),
        outdated: z.boolean(),
      })
      .nullable(),
    mayAsk: z.boolean(),
    mayDecide: z.boolean(),
    /** The unit above all concerned, whose leader decides where they do not agree. */
    superior: z.string().nullable(),
    source: z.string(),
  }),
})

export const askAgreement = endpoint({
  method: 'POST',
  path: '/api/editions/:id/agreements',
  summary: 'Asks units whether a text may go out',
  input: z.object({
    id,
    organizationIds: z.array(id).min(1).max(20),
    question: z.string().trim().max(1000).default(''),
    /** Empty: by the limit in force. */
    dueOn: civilDate.nullable().default(null),
  }),
  output: z.object({ asked: z.number(), dueOn: civilDate }),
})

export const answerAgreement = endpoint({
  method: 'POST',
  path: '/api/agreements/:id/answer',
  summary: 'Agrees, agrees with changes, or objects with a reason',
  input: z.object({
    id,
    answer: z.enum(agreementAnswers),
    note: z.string().trim().max(2000).default(''),
  }),
  output: z.object({ editionId: z.number(), answer: z.enum(agreementAnswers) }),
})

export const cancelAgreement = endpoint({
  method: 'POST',
  path: '/api/agreements/:id/cancel',
  summary: 'Takes back a question that was not answered yet',
  input: z.object({ id }),
  output: z.object({ editionId: z.number() }),
})

export const decideAgreement = endpoint({
  method: 'POST',
  path: '/api/editions/:id/agreements/decision',
  summary: 'The common superior decides where units do not agree',
  input: z.object({ id, verdict: z.enum(['proceed', 'refrain']), reason }),
  output: z.object({ editionId: z.number() }),
})

// Clarification (M40)

export const clarificationShape = z.object({
  id: z.number(),
  /** The document on this site that it corrects, or that corrects this one. */
  document: z.object({ id: z.number(), title: z.string(), live: z.boolean() }).nullable(),
  rumour: z.string(),
  rumourSource: z.string(),
  rumourSeenOn: civilDate.nullable(),
})

export const clarifications = endpoint({
  method: 'GET',
  path: '/api/documents/:id/clarifications',
  summary: 'What a document sets right, and what sets it right',
  input: z.object({ id }),
  output: z.object({
    corrects: z.array(clarificationShape),
    correctedBy: z.array(clarificationShape),
    mayLink: z.boolean(),
  }),
})

export const linkClarification = endpoint({
  method: 'POST',
  path: '/api/documents/:id/clarifications',
  summary: 'Says what a clarification sets right: a document here, or a rumour with its source',
  input: z.object({
    id,
    correctsId: id.nullable().default(null),
    rumour: z.string().trim().max(1000).default(''),
    rumourSource: z.string().trim().max(500).default(''),
    rumourSeenOn: civilDate.nullable().default(null),
  }),
  output: z.object({ id: z.number() }),
})

export const unlinkClarification = endpoint({
  method: 'POST',
  path: '/api/clarifications/:id/unlink',
  summary: 'Takes a link of a clarification away',
  input: z.object({ id }),
  output: z.object({ documentId: z.number() }),
})

// The life of a record (M26)

export const lifeStages = ['made', 'kept', 'processed', 'disclosed', 'archived'] as const
export const retentions = ['permanent', 'years30', 'years10'] as const

export const lifeLine = z.object({
  stage: z.enum(lifeStages),
  at: z.string(),
  /** Its words are `life.<what>`. */
  what: z.string(),
  by: z.string(),
  note: z.string(),
})

export const lifeOf = endpoint({
  method: 'GET',
  path: '/api/documents/:id/life',
  summary: 'The full cycle of a record: made or obtained, kept, processed, disclosed, archived',
  input: z.object({ id }),
  output: z.object({
    lines: z.array(lifeLine),
    stage: z.enum(lifeStages),
    origin: z.enum(['made', 'obtained']),
    obtainedFrom: z.string(),
    obtainedOn: civilDate.nullable(),
    fileNumber: z.string(),
    retention: z.enum(retentions).nullable(),
    archivedOn: civilDate.nullable(),
    mayKeep: z.boolean(),
  }),
})

export const keepRecord = endpoint({
  method: 'PUT',
  path: '/api/documents/:id/record',
  summary: 'Says where a record came from, and where its file lies in the archive',
  input: z.object({
    id,
    origin: z.enum(['made', 'obtained']),
    obtainedFrom: z.string().trim().max(300).default(''),
    obtainedOn: civilDate.nullable().default(null),
    fileNumber: z.string().trim().max(100).default(''),
    retention: z.enum(retentions).nullable().default(null),
    archivedOn: civilDate.nullable().default(null),
  }),
  output: z.object({ documentId: z.number() }),
})

// What is owed, for Today

export const owedKinds = [
  'missedRelease',
  'urgentReview',
  'urgentOverdue',
  'agreement',
  'reReview',
  'bundleHandIn',
  'bundleCollate',
  'bundleSign',
  'event',
] as const

export const owed = endpoint({
  method: 'GET',
  path: '/api/today/owed',
  summary:
    'Reminders with their limit: missed releases, urgent and yearly reviews, agreements, bundle, emergencies',
  input: z.object({}),
  output: z.object({
    items: z.array(
      z.object({
        kind: z.enum(owedKinds),
        title: z.string(),
        /** Where in the office it is done. */
        to: z.string(),
        /** What it is about; of a missed release the code of the refusal. */
        about: z.string(),
        due: z.string(),
        late: z.boolean(),
      }),
    ),
    /** Past its first forty. */
    more: z.boolean(),
  }),
})
