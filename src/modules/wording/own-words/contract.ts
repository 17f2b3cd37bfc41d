import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id } from '#platform/shapes'

/** What an office's word is: written wrongly, to be looked at twice, a leader's name in a wrong form. */
export const ownWordKinds = ['wrong', 'sensitive', 'leaderName'] as const
export type OwnWordKind = (typeof ownWordKinds)[number]

const ownWordShape = z.object({
  id: z.number(),
  organization: z.object({ id: z.number(), name: z.string() }),
  word: z.string(),
  kind: z.enum(ownWordKinds),
  instead: z.string(),
  reason: z.string(),
  from: civilDate,
  until: civilDate.nullable(),
  addedBy: z.string(),
  retired: z.object({ by: z.string(), on: civilDate, reason: z.string() }).nullable(),
  /** Whether it is looked for today. */
  inForce: z.boolean(),
  mayRetire: z.boolean(),
})
export type OwnWordLine = z.infer<typeof ownWordShape>

export const listOwnWords = endpoint({
  method: 'GET',
  path: '/api/wording/own-words',
  summary: 'Words that offices keep for themselves, those that bind my units, newest first',
  input: z.object({
    /** A part of the word or of its right form. */
    words: z.string().trim().max(30).optional(),
    after: z.coerce.number().int().positive().optional(),
  }),
  output: z.object({
    items: z.array(ownWordShape),
    next: z.number().nullable(),
    mayAdd: z.boolean(),
  }),
})

export const lexiconSources = endpoint({
  method: 'GET',
  path: '/api/wording/lexicon',
  summary: 'The lexicon that comes with the program: its day, its parts, their sources',
  input: z.object({}),
  output: z.object({
    datedOn: civilDate,
    parts: z.array(z.object({ class: z.string(), words: z.number(), source: z.string() })),
  }),
})

export const addOwnWord = endpoint({
  method: 'POST',
  path: '/api/wording/own-words',
  summary: 'Adds a word that texts of a unit, and of those below it, are examined for',
  input: z.object({
    organizationId: id,
    word: z.string().trim().min(2).max(30),
    kind: z.enum(ownWordKinds),
    /** What to write instead; a wrong word and a leader's name cannot do without. */
    instead: z.string().trim().max(30).default(''),
    reason: z.string().trim().min(2).max(200),
    from: civilDate,
    until: civilDate.nullable().default(null),
  }),
  output: z.object({ id: z.number() }),
})

export const retireOwnWord = endpoint({
  method: 'POST',
  path: '/api/wording/own-words/:id/retire',
  summary: 'Takes a word out of use; it stays in the list with who did so and why',
  input: z.object({ id, reason: z.string().trim().min(2).max(200) }),
  output: z.object({ id: z.number() }),
})

export const wordsInForce = endpoint({
  method: 'GET',
  path: '/api/wording/own-words/in-force',
  summary:
    'The words that a text of a unit is examined for today, beside the lexicon of the program',
  input: z.object({ organizationId: id }),
  output: z.array(
    z.object({
      word: z.string(),
      class: z.literal('own'),
      instead: z.string(),
      sure: z.boolean(),
      /** Words in which it stands rightly. */
      except: z.array(z.string()).optional(),
      note: z.string(),
    }),
  ),
})
