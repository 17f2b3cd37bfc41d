import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, version } from '#platform/shapes'
import { attribute, editionFields, editionMark, issueShape, trafficLight } from './shapes.ts'

/** The law's grounds for not disclosing proactively, to choose from. */
export const disclosureGrounds = endpoint({
  method: 'GET',
  path: '/api/documents/grounds',
  summary: 'Grounds for an attribute other than proactive, with the article of each',
  input: z.object({}),
  output: z.array(
    z.object({
      code: z.string(),
      article: z.string(),
      attributes: z.array(attribute),
      /** The kinds of document that usually fall under it, for a hint. */
      usualKinds: z.array(z.string()),
    }),
  ),
})

const why = z.object({
  code: z.string(),
  days: z.number().optional(),
  year: z.number().optional(),
  article: z.string().optional(),
  assumed: z.boolean().optional(),
})

export const clockShape = z.object({
  formedOn: civilDate.nullable(),
  dueOn: civilDate.nullable(),
  light: trafficLight,
  /** Each matter with the day it sets; the earliest is the document's. */
  rules: z.array(
    z.object({
      matterCode: z.string(),
      name: z.string(),
      timeLimit: z.string(),
      dueOn: civilDate.nullable(),
      why,
      /** The clause that counts and who said so; null where the limit has only one. `when` empty: the rest. */
      clause: z
        .object({ when: z.string(), by: z.enum(['person', 'text', 'matter', 'nobody']) })
        .nullable(),
      /** All that the limit says for what is disclosed unasked, where that is more than one. */
      clauses: z.array(z.object({ when: z.string(), dueOn: civilDate.nullable(), why })),
    }),
  ),
})
export type Clock = z.infer<typeof clockShape>
type ClockRule = Clock['rules'][number]

/** The clause that would set an earlier day than the one that counts, where nobody said which it is. */
export const soonerClause = ({
  clause,
  clauses,
  dueOn,
}: ClockRule): ClockRule['clauses'][number] | null =>
  clause?.by === 'nobody'
    ? (clauses.find((one) => one.dueOn !== null && dueOn !== null && one.dueOn < dueOn) ?? null)
    : null

export const savedDraft = editionMark.extend({
  savedAt: z.iso.datetime({ offset: true }),
  clock: clockShape,
  /** The text as it was kept, where cleaning changed what was sent; else null. */
  html: z.string().nullable(),
  /** What the reviewers would find missing now. */
  issues: z.array(issueShape),
})
export type SavedDraft = z.infer<typeof savedDraft>

export const createDraft = endpoint({
  method: 'POST',
  path: '/api/documents',
  summary: 'Opens a document with its first draft',
  input: z.object({ organizationId: id, fields: editionFields.partial().default({}) }),
  output: savedDraft,
})

/**
 * Autosave. Send only what changed. Saved meanwhile by someone else: 409
 * `documents.changedMeanwhile`, whose `details` hold `{ by, at, version, fields }`, their text
 * included; send again with their version to put yours in its place.
 */
export const saveDraft = endpoint({
  method: 'PUT',
  path: '/api/editions/:id',
  summary: 'Keeps what was typed',
  input: z.object({ id, version, fields: editionFields.partial() }),
  output: savedDraft,
})

export const abandonDraft = endpoint({
  method: 'POST',
  path: '/api/editions/:id/abandon',
  summary: 'Gives up a draft; the live edition stays',
  input: z.object({ id, version, reason: z.string().max(500).default('') }),
  output: editionMark,
})

export const suggestedMatters = endpoint({
  method: 'POST',
  path: '/api/documents/suggested-matters',
  summary: 'Matters of the catalogue that a text seems to serve, with the words that say so',
  input: z.object({
    organizationId: id,
    title: z.string().max(300),
    text: z.string().max(200_000).default(''),
  }),
  output: z.array(
    z.object({
      matterCode: z.string(),
      name: z.string(),
      fieldName: z.string(),
      /** The first of what it asks to be disclosed: tells matters of the same name apart. */
      firstElement: z.string(),
      /** 0 to 1. */
      score: z.number(),
      /** The words of title and text that speak for it. */
      because: z.array(z.string()),
    }),
  ),
})

/** Who, besides the unit's own people, may read a draft; an empty list lifts the limit. */
export const limitReaders = endpoint({
  method: 'POST',
  path: '/api/documents/:id/readers',
  summary: 'Limits the readers of a draft to named people and units',
  input: z.object({
    id,
    limited: z.boolean(),
    staffIds: z.array(id).max(200).default([]),
    organizationIds: z.array(id).max(200).default([]),
  }),
  output: z.object({ limited: z.boolean() }),
})

const reassignment = z.object({
  editionIds: z.array(id).min(1).max(500),
  /** Taken off, where the edition has them. */
  remove: z.array(z.string().max(60)).max(20).default([]),
  /** Put on; the first of them becomes the main one where the main one was taken off. */
  add: z.array(z.string().max(60)).max(20).default([]),
  removeColumns: z.array(z.string().max(100)).max(20).default([]),
  addColumns: z.array(z.string().max(100)).max(20).default([]),
})

export const reassignedLine = z.object({
  editionId: z.number(),
  documentId: z.number(),
  title: z.string(),
  before: z.object({ matterCodes: z.array(z.string()), columnKeys: z.array(z.string()) }),
  after: z.object({ matterCodes: z.array(z.string()), columnKeys: z.array(z.string()) }),
  /** Why this one is left alone: `notADraft`, `notYours`, `unchanged`. */
  skipped: z.string().nullable(),
})

export const previewReassignment = endpoint({
  method: 'POST',
  path: '/api/editions/reassign/preview',
  summary: 'What a bulk move of drafts would change, draft by draft',
  input: reassignment,
  output: z.array(reassignedLine),
})

export const reassignMatters = endpoint({
  method: 'POST',
  path: '/api/editions/reassign',
  summary: 'Moves many drafts to other matters and columns at once',
  input: reassignment,
  output: z.array(reassignedLine),
})
