import { z } from 'zod'

export const timeRuleKinds = [
  'within',
  'before',
  'realtime',
  'prompt',
  'periodic',
  'fixed_date',
  'by_progress',
  'on_event',
  'long_term',
  'inherit',
  'external',
  'unknown',
] as const

export const timeUnits = ['working', 'calendar', 'hour'] as const

/** What starts the clock. `other` is explained in `triggerText`. */
export const timeTriggers = [
  'formed',
  'changed',
  'formed_or_changed',
  'made_or_obtained',
  'obtained',
  'decision',
  'approval_by_congress',
  'approval_by_finance',
  'request_received',
  'receipt_of_approval',
  'survey_end',
  'other',
] as const

export const timePeriods = ['month', 'quarter', 'half_year', 'year'] as const

/** How long something stays public, apart from when it has to be. */
export const retentions = ['long_term', 'until_replaced', 'term_of_office'] as const

const display = z.object({
  days: z.int().positive(),
  unit: z.enum(timeUnits),
  /** 不少于: the number is the least. */
  atLeast: z.boolean(),
})

/** One limit without the exceptions that may stand beside it. */
export const plainTimeRule = z.object({
  kind: z.enum(timeRuleKinds),
  /** A number of `unit`; with `before` counted back from the event. */
  days: z.int().positive().optional(),
  unit: z.enum(timeUnits).optional(),
  trigger: z.enum(timeTriggers).optional(),
  /** The event as written, where `trigger` is `other`. */
  triggerText: z.string().optional(),
  /** `fixed_date`: `MM-DD` of each year. `periodic`: the day `DD` of the period's first month. */
  by: z
    .string()
    .regex(/^(\d{2}-)?\d{2}$/)
    .optional(),
  period: z.enum(timePeriods).optional(),
  /** How long it has to stand on show: comment periods, notices of pending decisions. */
  display: display.optional(),
  /** A shorter display is allowed with a published reason (规章制定程序条例 art. 15). */
  shorterWithReason: z.literal(true).optional(),
  /** 事前、事中、事后. */
  stages: z.array(z.string()).optional(),
  /** 及时 stands beside a rule of another kind. */
  prompt: z.literal(true).optional(),
  /** The part of the contents, or the case, to which this limit is confined. */
  when: z.string().optional(),
  /** The wording itself belongs to one way of disclosure (自收到申请之日起…). */
  mode: z.enum(['proactive', 'on_request']).optional(),
  exceptLaw: z.literal(true).optional(),
  retention: z.enum(retentions).optional(),
})

/** A catalogue's 公开时限 as a rule; the words are always kept beside it. */
export const timeRule = plainTimeRule.extend({
  /** Other limits for some of the contents: `{ when: '行政许可、行政处罚事项', … }`. */
  alt: z.array(plainTimeRule.extend({ when: z.string() })).optional(),
  /** Two limits in one cell, one for each way of disclosure; the first level repeats the proactive one. */
  rules: z.array(plainTimeRule.extend({ mode: z.enum(['proactive', 'on_request']) })).optional(),
  /** How it should be presented, where a place writes that into the limit. */
  presentationNote: z.string().optional(),
  /** `low`: understood by assumption, a person should look. */
  confidence: z.enum(['high', 'low']),
  /** The limit as written. */
  text: z.string(),
})

export type PlainTimeRule = z.infer<typeof plainTimeRule>
export type TimeRule = z.infer<typeof timeRule>
