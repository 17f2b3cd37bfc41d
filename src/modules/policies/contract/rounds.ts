import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, instant } from '#platform/shapes'
import { documentRef, policyClass, validity } from './shapes.ts'

/** 保留, 修改, 废止, 宣布失效. */
export const decisions = ['keep', 'amend', 'repeal', 'declareExpired'] as const
export const decision = z.enum(decisions)
export type Decision = z.infer<typeof decision>

export const roundLine = z.object({
  id: z.number(),
  title: z.string(),
  ground: z.string(),
  organization: z.object({ id: z.number(), name: z.string() }),
  fromYear: z.number(),
  toYear: z.number(),
  dueOn: civilDate,
  late: z.boolean(),
  documents: z.number(),
  owed: z.number(),
  state: z.enum(['open', 'signed', 'drafted', 'published']),
  signedAt: instant.nullable(),
  signedBy: z.string().nullable(),
  resultDocumentId: z.number().nullable(),
})
export type RoundLine = z.infer<typeof roundLine>

export const roundItem = documentRef.extend({
  class: policyClass,
  year: z.number().nullable(),
  validity,
  effectiveOn: civilDate.nullable(),
  expiresOn: civilDate.nullable(),
  unit: z.string(),
  decision: decision.nullable(),
  reason: z.string(),
  decidedBy: z.string().nullable(),
  mayDecide: z.boolean(),
})
export type RoundItem = z.infer<typeof roundItem>

export const listRounds = endpoint({
  method: 'GET',
  path: '/api/policies/rounds',
  summary: 'Clean-up rounds that reach my units, with the decisions still owed',
  input: z.object({}),
  output: z.array(roundLine),
})

export const openRound = endpoint({
  method: 'POST',
  path: '/api/policies/rounds',
  summary: 'Opens a clean-up round over the policies of a range of years that still stand',
  input: z
    .object({
      organizationId: id,
      title: z.string().trim().min(4).max(200),
      ground: z.string().trim().max(500).default(''),
      fromYear: z.coerce.number().int().min(1949).max(2200),
      toYear: z.coerce.number().int().min(1949).max(2200),
      dueOn: civilDate,
    })
    .refine(({ fromYear, toYear }) => fromYear <= toYear, { path: ['toYear'] }),
  output: roundLine,
})

export const roundOf = endpoint({
  method: 'GET',
  path: '/api/policies/rounds/:id',
  summary: 'A clean-up round with every document of its range',
  input: z.object({ id }),
  output: z.object({
    round: roundLine,
    items: z.array(roundItem),
    mayKeep: z.boolean(),
    maySign: z.boolean(),
  }),
})

export const decideItems = endpoint({
  method: 'POST',
  path: '/api/policies/rounds/:id/decisions',
  summary:
    'Decides documents of a round: keep, amend, repeal, declare expired; all but keep with a reason',
  input: z.object({
    id,
    documentIds: z.array(id).min(1).max(500),
    decision,
    reason: z.string().trim().max(1000).default(''),
  }),
  output: roundLine,
})

export const signRound = endpoint({
  method: 'POST',
  path: '/api/policies/rounds/:id/sign',
  summary: 'The leader signs a round in which nothing is owed; its decisions are fixed then',
  input: z.object({ id }),
  output: roundLine,
})

export const draftResult = endpoint({
  method: 'POST',
  path: '/api/policies/rounds/:id/result',
  summary: 'Writes the result as a draft document; what it repeals ends when that is released',
  input: z.object({ id }),
  output: roundLine,
})
