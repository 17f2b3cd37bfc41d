import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id } from '#platform/shapes'

/** 决策、执行、管理、服务、结果: the order in which a matter is read. */
export const stages = ['decision', 'execution', 'management', 'service', 'result'] as const
export type Stage = (typeof stages)[number]

const list = <Item extends z.ZodType>(item: Item, most: number) =>
  z.array(item).max(most).default([])

/** Gathered: (a matter, a field or a keyword) of one of the organizations within the days. */
export const topicRule = z.object({
  matterCodes: list(z.string().max(60), 200),
  fieldCodes: list(z.string().max(20), 40),
  /** Units with everything below them; none: all. */
  organizationIds: list(id, 100),
  /** In the title or among the keywords of a document. */
  keywords: list(z.string().trim().min(2).max(30), 40),
  from: civilDate.nullable().default(null),
  until: civilDate.nullable().default(null),
})
export type TopicRule = z.infer<typeof topicRule>

export const groupings = ['stage', 'field', 'none'] as const

const topicFields = z.object({
  title: z.string().trim().min(2).max(60),
  slug: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  lead: z.string().max(500).default(''),
  rule: topicRule,
  grouping: z.enum(groupings).default('stage'),
})

export const topicShape = topicFields.extend({
  id: z.number(),
  organizationId: z.number(),
  publishedAt: z.iso.datetime({ offset: true }).nullable(),
  version: z.number(),
  documents: z.number(),
})
export type TopicLine = z.infer<typeof topicShape>

export const listTopics = endpoint({
  method: 'GET',
  path: '/api/topics',
  summary: 'Topic pages, published or being made',
  input: z.object({}),
  output: z.object({ mayKeep: z.boolean(), topics: z.array(topicShape) }),
})

const gathered = z.object({
  documentId: z.number(),
  title: z.string(),
  organizationName: z.string(),
  publishedOn: z.string(),
  /** Why it is there, or would be but for a person. */
  verdict: z.enum(['rule', 'picked', 'excluded']),
  reason: z.string(),
})

export const topicById = endpoint({
  method: 'GET',
  path: '/api/topics/:id',
  summary: 'One topic with what a person picked or kept out',
  input: z.object({ id }),
  output: z.object({ topic: topicShape, choices: z.array(gathered) }),
})

export const createTopic = endpoint({
  method: 'POST',
  path: '/api/topics',
  summary: 'Begins a topic page',
  input: topicFields,
  output: topicShape,
})

export const saveTopic = endpoint({
  method: 'PUT',
  path: '/api/topics/:id',
  summary: 'Changes a topic page and gathers anew',
  input: topicFields.extend({ id, version: z.number().int().positive() }),
  output: topicShape,
})

export const previewTopic = endpoint({
  method: 'POST',
  path: '/api/topics/preview',
  summary: 'What a rule would gather: how many, and the newest of them',
  input: z.object({ rule: topicRule }),
  output: z.object({ count: z.number(), documents: z.array(gathered) }),
})

export const chooseDocument = endpoint({
  method: 'POST',
  path: '/api/topics/:id/choices',
  summary:
    'Puts a document into a topic or keeps it out, with the reason; null leaves it to the rule',
  input: z.object({
    id,
    documentId: id,
    verdict: z.enum(['picked', 'excluded']).nullable(),
    reason: z.string().max(200).default(''),
  }),
  output: topicShape,
})

export const publishTopic = endpoint({
  method: 'POST',
  path: '/api/topics/:id/publish',
  summary: 'Puts a topic page before the public, or takes it off',
  input: z.object({ id, open: z.boolean() }),
  output: topicShape,
})

const stageAnswer = z.object({
  stage: z.enum(stages),
  proposed: z.enum(stages),
  by: z.enum(['matter', 'kind', 'title', 'otherwise']),
  word: z.string(),
  source: z.string(),
  /** True where a person chose it. */
  chosen: z.boolean(),
  reason: z.string(),
  mayChoose: z.boolean(),
})

export const stageOfDocument = endpoint({
  method: 'GET',
  path: '/api/documents/:id/stage',
  summary: 'The stage of a document, and what says so',
  input: z.object({ id }),
  output: stageAnswer,
})

export const chooseStage = endpoint({
  method: 'PUT',
  path: '/api/documents/:id/stage',
  summary: 'Sets the stage of a document; null returns to the proposed one',
  input: z.object({
    id,
    stage: z.enum(stages).nullable(),
    reason: z.string().max(200).default(''),
  }),
  output: stageAnswer,
})
