import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id } from '#platform/shapes'
import { documentRef, policyClass, policyLine, validity } from './shapes.ts'

const asked = z.object({
  class: policyClass.optional(),
  year: z.coerce.number().int().min(1949).max(2200).optional(),
  validity: validity.optional(),
  /** Words of the title, or a document number. */
  q: z.string().trim().max(100).optional(),
  organizationId: id.optional(),
})

export const listPolicies = endpoint({
  method: 'GET',
  path: '/api/policies',
  summary: 'The policy library, newest first, by class, year, validity, unit, title or number',
  input: asked.extend({
    after: z.string().max(200).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: z.object({ items: z.array(policyLine), next: z.string().nullable() }),
})

/** To pick from when a policy repeals another: also ones not in the library. */
export const findTargets = endpoint({
  method: 'GET',
  path: '/api/policies/targets',
  summary: 'Released documents by words of the title or by number, to link a policy to',
  input: z.object({ q: z.string().trim().min(1).max(100) }),
  output: z.array(documentRef),
})

export const termShape = z.object({
  regionCode: z.string(),
  fromOn: civilDate,
  years: z.number(),
  trialYears: z.number(),
  article: z.string(),
})
export type Term = z.infer<typeof termShape>

export const listTerms = endpoint({
  method: 'GET',
  path: '/api/policies/terms',
  summary: 'How long normative documents last here where their text sets no day, with the article',
  input: z.object({}),
  output: z.array(termShape),
})

export const setTerm = endpoint({
  method: 'POST',
  path: '/api/policies/terms',
  summary: 'Sets the term of normative documents of this place from a day on',
  input: z.object({
    fromOn: civilDate,
    years: z.coerce.number().int().min(1).max(30),
    trialYears: z.coerce.number().int().min(1).max(30),
    article: z.string().trim().min(4).max(200),
  }),
  output: z.array(termShape),
})
