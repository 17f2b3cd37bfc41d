import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { after, id, instant } from '#platform/shapes'
import { confidences, findingKinds } from '#wording/contract'
import { organizationRef, sliceOf } from './shapes.ts'

/** Why the public site was read again: an office's words changed, the program's did, somebody asked. */
export const sweepCauses = ['words', 'lexicon', 'person'] as const

const sweepShape = z.object({
  id: z.number(),
  organization: z.object({ id: z.number(), name: z.string() }),
  cause: z.enum(sweepCauses),
  lexiconDatedOn: z.string(),
  askedAt: instant,
  endedAt: instant.nullable(),
  documents: z.number(),
  files: z.number(),
  unread: z.number(),
  found: z.number(),
})

export const liveFindings = endpoint({
  method: 'GET',
  path: '/api/documents/live-findings',
  summary: 'What the last reading of the public site found, for the units that answer for it',
  input: z.object({ organizationId: id.optional(), kind: z.enum(findingKinds).optional(), after }),
  output: sliceOf(
    z.object({
      id: z.number(),
      documentId: z.number(),
      title: z.string(),
      address: z.string(),
      organization: organizationRef,
      place: z.string(),
      kind: z.enum(findingKinds),
      masked: z.string(),
      confidence: z.enum(confidences),
      word: z.string().nullable(),
      advice: z.string().nullable(),
      foundAt: instant,
    }),
  ).extend({
    /** The last reading that covered my units; null before there was one. */
    sweep: sweepShape.nullable(),
    mayStart: z.boolean(),
  }),
})

export const startSiteSweep = endpoint({
  method: 'POST',
  path: '/api/documents/site-sweeps',
  summary:
    'Reads again, in the background, all that a unit and those below it have before the public',
  input: z.object({ organizationId: id }),
  output: z.object({ id: z.number() }),
})
