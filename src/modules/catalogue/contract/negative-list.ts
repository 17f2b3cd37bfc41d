import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { id, instant, organizationPart } from './nouns.ts'

const civilDate = z.iso.date()

/** 依申请公开 or 不予公开: what the negative list holds. */
export const negativeAttributes = ['notDisclosed', 'onRequest'] as const
export type NegativeAttribute = (typeof negativeAttributes)[number]
/** 全部 or 部分. */
export const negativeExtents = ['whole', 'part'] as const

const entryFields = z.object({
  category: z.string().trim().min(2).max(200),
  attribute: z.enum(negativeAttributes),
  ground: z.string().max(50),
  /** As it stands beside the entry; empty: the article of the ground. */
  article: z.string().trim().max(200).default(''),
  extent: z.enum(negativeExtents),
  /** Which part, and what is disclosed of it; asked for a part. */
  extentNote: z.string().trim().max(500).default(''),
  /** Words in a title by which a draft is recognised. */
  signs: z.array(z.string().trim().min(2).max(30)).max(20).default([]),
})

export const negativeEntry = entryFields.extend({
  id,
  organizationId: id,
  organizationName: z.string(),
  validFrom: civilDate,
  validTo: civilDate.nullable(),
  endedReason: z.string(),
  addedAt: instant,
  addedBy: z.string(),
  /** Set by a unit above and valid here too. */
  inherited: z.boolean(),
})
export type NegativeEntry = z.infer<typeof negativeEntry>

export const negativeList = endpoint({
  method: 'GET',
  path: '/api/catalogue/of/:organizationId/negative-list',
  summary: 'What is not disclosed here, on what ground, how far; the lists of units above included',
  input: organizationPart.extend({ ended: z.stringbool().default(false) }),
  output: z.object({ entries: z.array(negativeEntry), mayKeep: z.boolean() }),
})

export const suggestNegative = endpoint({
  method: 'GET',
  path: '/api/catalogue/of/:organizationId/negative-list/suggested',
  summary: 'Entries whose words stand in a title: what a draft of that title may fall under',
  input: organizationPart.extend({ title: z.string().max(300) }),
  output: z.object({ entries: z.array(negativeEntry) }),
})

export const addNegativeEntry = endpoint({
  method: 'POST',
  path: '/api/catalogue/of/:organizationId/negative-list',
  summary: 'Puts a category on the negative list, with ground and extent',
  input: organizationPart.extend({ ...entryFields.shape, validFrom: civilDate.optional() }),
  output: z.object({ id }),
})

export const changeNegativeEntry = endpoint({
  method: 'PUT',
  path: '/api/catalogue/negative-list/:id',
  summary: 'Changes an entry; the former one ends and stays on record',
  input: z.object({ id, ...entryFields.shape }),
  output: z.object({ id }),
})

export const endNegativeEntry = endpoint({
  method: 'POST',
  path: '/api/catalogue/negative-list/:id/end',
  summary: 'Takes a category off the list, with the reason; it stays on record',
  input: z.object({ id, reason: z.string().trim().min(2).max(500) }),
  output: z.object({ id }),
})
