import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, version } from '#platform/shapes'
import { ref } from './desk.ts'

export const docketKinds = ['reconsideration', 'litigation'] as const
export const docketOutcomes = ['upheld', 'corrected', 'other'] as const

/** What was wrong with an act that did not stand. */
export const docketFaults = [
  'late',
  'facts',
  'search',
  'ground',
  'severance',
  'consultation',
  'form',
  'remedy',
  'service',
  'nature',
] as const

export const docketDate = z.object({
  what: z.enum(['file', 'reply', 'decide', 'goOn']),
  from: z.string(),
  /** Null while the holidays of its year are not loaded. */
  on: z.string().nullable(),
  article: z.string(),
})
export type DocketDate = z.infer<typeof docketDate>

export const docketLine = z.object({
  id: z.number(),
  organization: ref,
  request: z
    .object({
      id: z.number(),
      number: z.string(),
      title: z.string(),
      resultCode: z.string().nullable(),
    })
    .nullable(),
  duty: z.string(),
  kind: z.enum(docketKinds),
  previousId: z.number().nullable(),
  authority: z.string(),
  caseNumber: z.string(),
  summary: z.boolean(),
  toldOn: z.string().nullable(),
  filedOn: z.string(),
  receivedOn: z.string().nullable(),
  acceptedOn: z.string().nullable(),
  prolonged: z.boolean(),
  outcome: z.enum(docketOutcomes).nullable(),
  decidedOn: z.string().nullable(),
  wrong: z.array(z.string()),
  lesson: z.string(),
  version: z.number(),
  dates: z.array(docketDate),
  /** Of the dates ahead, the next. */
  next: docketDate.nullable(),
  /** Filed after its period, which is for the authority to judge. */
  filedLate: z.boolean(),
  mayChange: z.boolean(),
})
export type DocketLine = z.infer<typeof docketLine>

export const listDockets = endpoint({
  method: 'GET',
  path: '/api/request-dockets',
  summary: 'Reconsiderations and suits that I may see, latest first, with what is due when',
  input: z.object({
    state: z.enum(['pending', 'decided', 'lost']).optional(),
    kind: z.enum(docketKinds).optional(),
    requestId: id.optional(),
    organizationId: id.optional(),
    after: z.string().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  output: z.object({ items: z.array(docketLine), next: z.string().nullable() }),
})

const particulars = z.object({
  kind: z.enum(docketKinds),
  /** Of the reconsideration that went before a suit. */
  previousId: id.nullable().default(null),
  authority: z.string().trim().min(2).max(100),
  caseNumber: z.string().trim().max(60).default(''),
  summary: z.boolean().default(false),
  toldOn: civilDate.nullable().default(null),
  filedOn: civilDate,
  receivedOn: civilDate.nullable().default(null),
  acceptedOn: civilDate.nullable().default(null),
})
export type DocketParticulars = z.infer<typeof particulars>

const saved = z.object({ id: z.number(), version: z.number() })

export const openDocket = endpoint({
  method: 'POST',
  path: '/api/request-dockets',
  summary: 'Enters a reconsideration or suit over a request, or over a duty to publish',
  input: particulars.extend({
    /** By its number; empty: about a duty. */
    requestNumber: z.string().trim().max(60).default(''),
    organizationId: id.nullable().default(null),
    duty: z.string().trim().max(200).default(''),
  }),
  output: saved,
})

export const changeDocket = endpoint({
  method: 'PUT',
  path: '/api/request-dockets/:id',
  summary: 'Corrects or completes a docket, or enters that its period was prolonged',
  input: particulars.extend({ id, version, prolonged: z.boolean().default(false) }),
  output: saved,
})

export const decideDocket = endpoint({
  method: 'POST',
  path: '/api/request-dockets/:id/decide',
  summary: 'Enters how it ended, what was wrong, and the lesson',
  input: z.object({
    id,
    version,
    outcome: z.enum(docketOutcomes),
    decidedOn: civilDate,
    wrong: z.array(z.enum(docketFaults)).max(docketFaults.length).default([]),
    lesson: z.string().trim().max(2_000).default(''),
  }),
  output: saved,
})
