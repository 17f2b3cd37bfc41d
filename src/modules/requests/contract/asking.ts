import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, instant, version } from '#platform/shapes'

const done = z.object({})

export const suspicionReasons = [
  'honeypot',
  'address',
  'person',
  'repeated',
  'links',
  'fast',
] as const
export const followUpWays = ['call', 'visit', 'message'] as const

export const caseAsking = endpoint({
  method: 'POST',
  path: '/api/requests/:id/asking',
  summary:
    'What the requester added, opened: corrections and words with a rating; marks, what was said on follow-up. That it was opened is on record',
  input: z.object({ id }),
  output: z.object({
    /** Why it is marked for a second look; no ground to refuse it. */
    suspicions: z.array(z.enum(suspicionReasons)),
    words: z.array(
      z.object({ kind: z.enum(['correction', 'rating']), text: z.string(), at: instant }),
    ),
    followUps: z.array(
      z.object({
        on: z.string(),
        way: z.enum(followUpWays),
        satisfaction: z.number().nullable(),
        by: z.string().nullable(),
        /** What was said; null where nothing was written, or once it was removed. */
        text: z.string().nullable(),
      }),
    ),
  }),
})

export const logPublicly = endpoint({
  method: 'PUT',
  path: '/api/requests/:id/log',
  summary: 'Puts an answered request into the log open to all, or changes its line',
  input: z.object({
    id,
    version,
    title: z.string().trim().min(2).max(100),
    documentId: id.nullable().default(null),
  }),
  output: done,
})

export const unlogPublicly = endpoint({
  method: 'POST',
  path: '/api/requests/:id/log/remove',
  summary: 'Takes a request out of the log open to all',
  input: z.object({ id, version }),
  output: done,
})

export const followUp = endpoint({
  method: 'POST',
  path: '/api/requests/:id/follow-ups',
  summary: 'Records that the office asked after its answer, and how satisfied the requester was',
  input: z.object({
    id,
    on: civilDate,
    way: z.enum(followUpWays),
    satisfaction: z.number().int().min(1).max(5).nullable().default(null),
    text: z.string().trim().max(1_000).default(''),
  }),
  output: done,
})
