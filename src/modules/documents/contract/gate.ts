import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { id, instant } from '#platform/shapes'
import { confidences, findingKinds } from '#wording/contract'

/** One place in a title or a text that may not, or perhaps should not, go before the public. */
export const examinedShape = z.object({
  field: z.enum(['title', 'html']),
  kind: z.enum(findingKinds),
  /** Offsets in the edition's `title` or `text`. */
  start: z.number(),
  end: z.number(),
  masked: z.string(),
  confidence: z.enum(confidences),
  because: z.string().optional(),
  word: z.string().optional(),
  advice: z.string().optional(),
  /** Whether it keeps the text inside, unless someone answers for it. */
  stands: z.boolean(),
  /** Whether I may answer for it. */
  mayOverrule: z.boolean(),
  overruled: z
    .object({ by: z.string(), at: instant, ground: z.string(), reason: z.string() })
    .nullable(),
})
export type ExaminedShape = z.infer<typeof examinedShape>

/** The same as in gate/grounds.ts, where each has its article. */
export const overruleGroundCode = z.enum([
  'lawRequires',
  'officeContact',
  'consent',
  'publicInterest',
  'notPersonal',
])
export type OverruleGroundCode = z.infer<typeof overruleGroundCode>

// Longer than any number or address; a finding is never a paragraph.
const longestValue = 400

export const overruleFinding = endpoint({
  method: 'POST',
  path: '/api/editions/:id/findings/overrule',
  summary: 'Lets a finding stand because the law wants it public, with ground and reason',
  input: z.object({
    id,
    kind: z.enum(findingKinds),
    /** As it stands in the title or the text. */
    value: z.string().min(1).max(longestValue),
    ground: overruleGroundCode,
    reason: z.string().trim().min(4).max(1000),
  }),
  output: z.object({ overruled: z.boolean() }),
})

export const reinstateFinding = endpoint({
  method: 'POST',
  path: '/api/editions/:id/findings/reinstate',
  summary: 'Takes the answer for a finding back, so that it stands in the way again',
  input: z.object({
    id,
    kind: z.enum(findingKinds),
    value: z.string().min(1).max(longestValue),
  }),
  output: z.object({ overruled: z.boolean() }),
})

/** Why a finding may stand, with the article of each. */
export const overruleGroundList = endpoint({
  method: 'GET',
  path: '/api/documents/overrule-grounds',
  summary: 'Grounds on which a finding may stand before the public',
  input: z.object({}),
  output: z.array(z.object({ code: overruleGroundCode, article: z.string() })),
})
