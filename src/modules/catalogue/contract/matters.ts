import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { plainTimeRule } from '../time-rule/contract.ts'
import {
  attributes,
  bulkChanges,
  deviation,
  done,
  editionPart,
  id,
  idPart,
  level,
  line,
  matter,
  matterChanges,
  matterElements,
  matterName,
  matterPart,
  page,
  reason,
  text,
} from './nouns.ts'

export const matterFilter = z.object({
  field: z.string().optional(),
  level: level.optional(),
  text: z.string().trim().max(100).optional(),
  mode: z.enum(['proactive', 'onRequest']).optional(),
  attribute: z.enum(attributes).optional(),
})
export type MatterFilter = z.infer<typeof matterFilter>

export const matters = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/matters',
  summary: 'Matters of an edition in catalogue order; `after` is the last ordinal seen',
  input: editionPart.extend({ ...matterFilter.shape, ...page }),
  output: z.object({ matters: z.array(matter), total: z.int(), next: z.int().nullable() }),
})

export const addMatter = endpoint({
  method: 'POST',
  path: '/api/catalogue/editions/:editionId/matters',
  summary: 'Add a matter to a draft',
  input: editionPart.extend({ fieldCode: z.string(), elements: matterElements, reason }),
  output: matter,
})

export const changeMatter = endpoint({
  method: 'PUT',
  path: '/api/catalogue/editions/:editionId/matters/:code',
  summary: 'Change elements of a matter in a draft; what is not sent stays',
  input: matterPart.extend({ changes: matterChanges, reason }),
  output: matter,
})

export const removeMatter = endpoint({
  method: 'POST',
  path: '/api/catalogue/editions/:editionId/matters/:code/remove',
  summary: 'Take a matter out of a draft',
  input: matterPart.extend({ reason }),
  output: done,
})

export const changeMatters = endpoint({
  method: 'POST',
  path: '/api/catalogue/editions/:editionId/matters/bulk',
  summary: 'Change the same elements of many matters of a draft',
  input: editionPart.extend({
    codes: z.array(z.string()).min(1).max(1_000),
    changes: bulkChanges,
    reason,
  }),
  output: z.object({ changedCount: z.int() }),
})

// Open questions

export const questionParts = ['timeLimit', 'disclosingBody', 'levels', 'mode', 'channels'] as const
export const openQuestion = matterName.extend({
  id,
  editionId: id,
  part: z.string(),
  asWritten: z.string(),
})
export type OpenQuestion = z.infer<typeof openQuestion>

export const matterByCode = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/matters/:code',
  summary: 'One matter with every element, its deviation and its open questions',
  input: matterPart,
  output: z.object({
    matter,
    deviation: deviation.nullable(),
    questions: z.array(openQuestion),
    /** The edition from which it was taken, where that has it; null: it was added here. */
    origin: z.object({ editionId: z.int(), title: z.string() }).nullable(),
  }),
})

export const openQuestions = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/questions',
  summary: 'What the parser did not understand and a person must settle',
  input: editionPart.extend(page),
  output: z.object({ questions: z.array(openQuestion), next: z.int().nullable() }),
})

export const settlement = z.object({
  /** For `timeLimit`: the rule that applies; the wording stays as written. */
  timeRule: plainTimeRule.optional(),
  disclosingBody: text.min(1).optional(),
  levels: z.array(level).optional(),
  mode: z.enum(['proactive', 'onRequest']).optional(),
  channels: z.array(line.min(1)).max(60).optional(),
})
export type Settlement = z.infer<typeof settlement>

export const settleQuestion = endpoint({
  method: 'POST',
  path: '/api/catalogue/questions/:questionId/settle',
  summary: 'Settle what the parser did not understand, for every matter worded the same if asked',
  input: z.object({
    questionId: idPart,
    settlement,
    /** Also settles the same question about the same words elsewhere in the draft. */
    everywhere: z.boolean().default(false),
  }),
  output: z.object({ settledCount: z.int() }),
})
