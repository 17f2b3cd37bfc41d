import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { after, civilDate, id, limit, version } from '#platform/shapes'
import { documentRef, done, organizationRef } from './shapes.ts'

const words = z.string().trim().min(1)

export const answerFields = z.object({
  policyId: id.nullable().default(null),
  question: words.max(500),
  answer: words.max(10_000),
  /** The last day on which it may be read; null: as long as its policy stands. */
  validUntil: civilDate.nullable().default(null),
})
export type AnswerFields = z.infer<typeof answerFields>

export const answerLine = z.object({
  id: z.number(),
  version: z.number(),
  organization: organizationRef,
  policy: documentRef.nullable(),
  question: z.string(),
  answer: z.string(),
  validUntil: civilDate.nullable(),
  state: z.enum(['waiting', 'live', 'changed', 'expired', 'retired']),
  reviewedBy: z.string().nullable(),
  reviewedOn: civilDate.nullable(),
  asked: z.number(),
  may: z.array(z.enum(['change', 'review'])),
})
export type AnswerLine = z.infer<typeof answerLine>

export const listAnswers = endpoint({
  method: 'GET',
  path: '/api/consultation/answers',
  summary: 'The answer store of the units I work for',
  input: z.object({
    q: z.string().trim().max(100).optional(),
    policyId: id.optional(),
    waiting: z.stringbool().optional(),
    after,
    limit,
  }),
  output: z.object({ items: z.array(answerLine), next: z.string().nullable() }),
})

export const addAnswer = endpoint({
  method: 'POST',
  path: '/api/consultation/answers',
  summary: 'Writes an answer; it is public once another person has reviewed it',
  input: answerFields.extend({ organizationId: id }),
  output: done,
})

export const changeAnswer = endpoint({
  method: 'PUT',
  path: '/api/consultation/answers/:id',
  summary: 'Changes an answer; the reviewed one stays up until the change is reviewed',
  input: answerFields.extend({ id, version }),
  output: done,
})

export const reviewAnswer = endpoint({
  method: 'POST',
  path: '/api/consultation/answers/:id/review',
  summary: 'Passes an answer: from now the public reads it. Nobody passes their own.',
  input: z.object({ id, version }),
  output: done,
})

export const retireAnswer = endpoint({
  method: 'POST',
  path: '/api/consultation/answers/:id/retire',
  summary: 'Takes an answer off the store',
  input: z.object({ id, version }),
  output: done,
})

export const channels = ['counter', 'hotline', 'net'] as const
export const channel = z.enum(channels)
export type Channel = z.infer<typeof channel>

export const recordQuestion = endpoint({
  method: 'POST',
  path: '/api/consultation/questions',
  summary: 'Records what somebody asked about a policy; nothing about who asked',
  input: z.object({
    organizationId: id,
    policyId: id.nullable().default(null),
    channel,
    askedOn: civilDate,
    question: words.max(500),
    answerId: id.nullable().default(null),
  }),
  output: z.object({ id: z.number() }),
})

export const listQuestions = endpoint({
  method: 'GET',
  path: '/api/consultation/questions',
  summary: 'Questions asked at the counter, on the hotline and on the net, newest first',
  input: z.object({
    policyId: id.optional(),
    channel: channel.optional(),
    unanswered: z.stringbool().optional(),
    after,
    limit,
  }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.number(),
        organization: organizationRef,
        policy: documentRef.nullable(),
        channel,
        askedOn: civilDate,
        question: z.string(),
        answerId: z.number().nullable(),
      }),
    ),
    next: z.string().nullable(),
  }),
})

/** Policies about which so much was asked that a further explanation is worth writing. */
export const followUpSuggestions = endpoint({
  method: 'GET',
  path: '/api/consultation/suggestions',
  summary: 'Policies much asked about since they were last explained',
  input: z.object({}),
  output: z.object({
    days: z.number(),
    items: z.array(
      z.object({
        policy: documentRef,
        organization: organizationRef,
        questions: z.number(),
        samples: z.array(z.string()),
      }),
    ),
  }),
})
