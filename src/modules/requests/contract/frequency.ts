import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, version } from '#platform/shapes'
import { ref } from './desk.ts'

export const likeRequest = z.object({
  id: z.number(),
  number: z.string(),
  title: z.string(),
  organization: ref,
  submittedOn: z.string(),
  answeredOn: z.string().nullable(),
  resultCode: z.string().nullable(),
  /** Of their words in common. */
  percent: z.number(),
})
export type LikeRequest = z.infer<typeof likeRequest>

export const excessiveOutcomes = ['reasonable', 'unreasonable'] as const

const excessive = z.object({
  ground: z.string(),
  month: z.number(),
  year: z.number(),
  askedOn: z.string(),
  outcome: z.enum(excessiveOutcomes).nullable(),
  delayedUntil: z.string().nullable(),
  note: z.string(),
  decidedOn: z.string().nullable(),
})
export type Excessive = z.infer<typeof excessive>

const link = z.object({ id: z.number(), number: z.string(), title: z.string() }).nullable()

export const resemblance = z.object({
  version: z.number(),
  mayHandle: z.boolean(),
  /** From here on one of the same asker counts as a repeat. */
  repeatShare: z.number(),
  repeats: z.array(likeRequest),
  othersOpen: z.array(likeRequest),
  counts: z.object({ month: z.number(), year: z.number() }),
  limits: z.object({ month: z.number(), year: z.number(), article: z.string() }).nullable(),
  frequent: z.boolean(),
  repeatArticle: z.string(),
  repeatOf: link,
  parent: link,
  mergedInto: link,
  parts: z.array(
    z.object({
      id: z.number(),
      number: z.string(),
      title: z.string(),
      standing: z.string(),
      stage: z.string(),
    }),
  ),
  excessive: excessive.nullable(),
  dueOn: z.string().nullable(),
})
export type Resemblance = z.infer<typeof resemblance>

export const likeRequests = endpoint({
  method: 'GET',
  path: '/api/requests/:id/likeness',
  summary: 'What a request resembles, how often its asker comes, and its parts',
  input: z.object({ id }),
  output: resemblance,
})

const saved = z.object({ version: z.number() })

export const linkRepeat = endpoint({
  method: 'POST',
  path: '/api/requests/:id/repeat',
  summary: 'Says that a request repeats an answered one of the same asker; null takes it back',
  input: z.object({ id, version, earlierId: id.nullable() }),
  output: saved,
})

// More matters in one letter than this are a mistake in typing.
export const mostParts = 50

export const splitRequest = endpoint({
  method: 'POST',
  path: '/api/requests/:id/split',
  summary: 'One matter, one request: makes a case of each matter; the check codes are told once',
  input: z.object({
    id,
    version,
    parts: z.array(z.string().trim().min(2).max(4_000)).min(2).max(mostParts),
  }),
  output: z.object({
    version: z.number(),
    parts: z.array(z.object({ requestId: z.number(), number: z.string(), checkCode: z.string() })),
  }),
})

export const unsplitRequest = endpoint({
  method: 'POST',
  path: '/api/requests/:id/unsplit',
  summary: 'Puts the parts of a split request together again',
  input: z.object({ id, version }),
  output: saved,
})

export const mergeRequest = endpoint({
  method: 'POST',
  path: '/api/requests/:id/merge',
  summary: 'Handles a request together with another open one of the same asker',
  input: z.object({ id, version, intoId: id }),
  output: saved,
})

export const askReasons = endpoint({
  method: 'POST',
  path: '/api/requests/:id/reasons',
  summary: 'Asks a very frequent asker for reasons (art. 35)',
  input: z.object({
    id,
    version,
    on: civilDate,
    ground: z.string().trim().max(500).default(''),
  }),
  output: saved,
})

export const judgeReasons = endpoint({
  method: 'POST',
  path: '/api/requests/:id/reasons/judge',
  summary:
    'Judges the reasons: reasonable with a later day, or not and no longer handled (art. 35)',
  input: z.object({
    id,
    version,
    outcome: z.enum(excessiveOutcomes),
    delayedUntil: civilDate.nullable().default(null),
    note: z.string().trim().min(2).max(1_000),
  }),
  output: saved,
})
