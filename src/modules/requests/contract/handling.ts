import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, instant, version } from '#platform/shapes'
import { resultCodes } from '../decision/result-codes.ts'
import { ref, requestLine, trafficLight } from './desk.ts'
import { deliveries, steps } from './nouns.ts'

const words = (most: number) => z.string().trim().max(most)
const done = z.object({ version: z.number() })

export const searchOutcomes = ['found', 'foundInPart', 'notFound'] as const

export const stepShape = z.object({
  step: z.enum(steps),
  /** By which counted day of the period. */
  days: z.number(),
  source: z.string(),
  dueOn: z.string().nullable(),
  doneOn: z.string().nullable(),
  state: z.enum(['done', 'doneLate', 'late', 'open', 'notNeeded']),
})
export type StepShape = z.infer<typeof stepShape>

export const coUnitShape = z.object({
  id: z.number(),
  unit: ref,
  question: z.string(),
  dueOn: z.string(),
  askedAt: instant,
  opinion: z.string(),
  answeredAt: instant.nullable(),
  answeredBy: z.string().nullable(),
  /** Whether I may answer for this unit. */
  mayAnswer: z.boolean(),
})

/** An answer given on paper before the system came, or outside it. */
export const outsideShape = z.object({
  code: z.enum(resultCodes),
  article: words(200),
  /** Of the letter on paper. */
  number: words(60),
  repliedOn: civilDate,
  servedOn: civilDate.nullable(),
  way: z.enum(deliveries).nullable(),
  /** Where the paper lies, and why it was answered there; no personal data. */
  source: words(300),
})
export type OutsideAnswer = z.infer<typeof outsideShape>

export const recordOutsideAnswer = endpoint({
  method: 'POST',
  path: '/api/requests/:id/outside-answer',
  summary: 'Records how a case was answered on paper before the system came, or outside it',
  input: outsideShape.extend({
    id,
    version,
    /** Empty: the article of the result code. */
    article: words(200).default(''),
    number: words(60).default(''),
    servedOn: civilDate.nullable().default(null),
    way: z.enum(deliveries).nullable().default(null),
    source: words(300).min(2),
  }),
  output: done,
})

export const caseWork = endpoint({
  method: 'GET',
  path: '/api/requests/:id/work',
  summary:
    'The work on a request: steps and their limits, hands, co-units, checks, warnings, closing',
  input: z.object({ id }),
  output: z.object({
    steps: z.array(stepShape),
    assignments: z.array(
      z.object({
        unit: ref,
        handler: z.string().nullable(),
        note: z.string(),
        at: instant,
        by: z.string().nullable(),
      }),
    ),
    coUnits: z.array(coUnitShape),
    checks: z.array(
      z.object({
        identity: z.boolean(),
        description: z.boolean(),
        form: z.boolean(),
        missing: z.string(),
        at: instant,
        by: z.string().nullable(),
      }),
    ),
    alerts: z.array(
      z.object({ light: trafficLight, dueOn: z.string(), at: instant, to: z.array(z.string()) }),
    ),
    closing: z
      .object({
        closedOn: z.string(),
        archiveNumber: z.string().nullable(),
        archivePlace: z.string(),
        archivedOn: z.string().nullable(),
        particularsRemovedOn: z.string().nullable(),
        enclosuresRemovedOn: z.string().nullable(),
      })
      .nullable(),
    /** When the office asked after its answer; what was said stays sealed. */
    followUps: z.array(
      z.object({
        id: z.number(),
        on: z.string(),
        way: z.enum(['call', 'visit', 'message']),
        satisfaction: z.number().nullable(),
        by: z.string().nullable(),
      }),
    ),
    searches: z.number(),
    notes: z.number(),
    enclosures: z.number(),
    /** The answer that was given outside this system, where there is one. */
    outside: outsideShape.nullable(),
  }),
})

/** What only those who handle the case read; sealed at rest. */
export const caseRecords = endpoint({
  method: 'GET',
  path: '/api/requests/:id/records',
  summary: 'Searches, notes and enclosures of a request, for those who handle it',
  input: z.object({ id }),
  output: z.object({
    searches: z.array(
      z.object({
        id: z.number(),
        outcome: z.enum(searchOutcomes),
        searchedOn: z.string(),
        by: z.string().nullable(),
        /** Null once the retention rules removed it. */
        text: z.object({ place: z.string(), words: z.string(), result: z.string() }).nullable(),
      }),
    ),
    notes: z.array(
      z.object({
        id: z.number(),
        text: z.string().nullable(),
        at: instant,
        by: z.string().nullable(),
      }),
    ),
    enclosures: z.array(
      z.object({
        id: z.number(),
        name: z.string(),
        mediaType: z.string(),
        size: z.number(),
        purpose: z.string(),
        addedAt: instant,
      }),
    ),
  }),
})

export const logSearch = endpoint({
  method: 'POST',
  path: '/api/requests/:id/searches',
  summary: 'Logs where was searched, with which words, to which end',
  input: z.object({
    id,
    place: words(200).min(1),
    words: words(500).min(1),
    outcome: z.enum(searchOutcomes),
    result: words(2_000).default(''),
    searchedOn: civilDate,
  }),
  output: done,
})

export const addNote = endpoint({
  method: 'POST',
  path: '/api/requests/:id/notes',
  summary: 'Adds a note for those who handle the case',
  input: z.object({ id, text: words(4_000).min(1) }),
  output: done,
})

export const checkCompleteness = endpoint({
  method: 'POST',
  path: '/api/requests/:id/completeness',
  summary: 'Checks the three elements of art. 29; what is missing is told once, in full',
  input: z.object({
    id,
    version,
    identity: z.boolean(),
    description: z.boolean(),
    form: z.boolean(),
    /** All that has to be corrected, in the requester's language. */
    missing: words(2_000).default(''),
    /** The day on which the correction notice went out; absent: none yet. */
    noticedOn: civilDate.optional(),
  }),
  output: done,
})

export const askCoUnit = endpoint({
  method: 'POST',
  path: '/api/requests/:id/co-units',
  summary: 'Has another unit work on a request too',
  input: z.object({ id, version, unitId: id, question: words(1_000).min(2), dueOn: civilDate }),
  output: done,
})

export const answerCoUnit = endpoint({
  method: 'POST',
  path: '/api/requests/:id/co-units/:coUnitId',
  summary: 'Answers for a unit that works on a request too',
  input: z.object({ id, coUnitId: id, opinion: words(4_000).min(2) }),
  output: done,
})

export const closeRequest = endpoint({
  method: 'POST',
  path: '/api/requests/:id/close',
  summary: 'Closes the file of a request that is answered and served, lapsed or withdrawn',
  input: z.object({ id, version }),
  output: done,
})

export const archiveRequest = endpoint({
  method: 'POST',
  path: '/api/requests/:id/archive',
  summary: 'Records that the closed file was handed to the archive',
  input: z.object({
    id,
    version,
    archiveNumber: words(60).min(1),
    archivePlace: words(200).default(''),
    archivedOn: civilDate,
  }),
  output: done,
})

export const stepLimitShape = z.object({
  step: z.enum(steps),
  appliesFrom: civilDate,
  days: z.coerce.number().int().min(0).max(40),
  source: words(300).min(2),
})
export type StepLimit = z.infer<typeof stepLimitShape>

export const retentionShape = z.object({
  appliesFrom: civilDate,
  particularsMonths: z.coerce.number().int().min(6).max(360),
  enclosuresMonths: z.coerce.number().int().min(6).max(360),
  source: words(300).min(2),
})
export type RetentionRule = z.infer<typeof retentionShape>

export const closingRuleShape = z.object({
  appliesFrom: civilDate,
  /** Of the calendar, since the case was over. */
  days: z.coerce.number().int().min(1).max(3_650),
  source: words(300).min(2),
})
export type ClosingRule = z.infer<typeof closingRuleShape>

export const servingRuleShape = z.object({
  appliesFrom: civilDate,
  /** Working days after the signature. */
  days: z.coerce.number().int().min(0).max(40),
  source: words(300).min(2),
})
export type ServingRule = z.infer<typeof servingRuleShape>

export const requestRules = endpoint({
  method: 'GET',
  path: '/api/request-rules',
  summary:
    'Limits of the handling steps, how soon a signed reply is served, when cases close by themselves and how long personal data are kept, with what was before',
  input: z.object({}),
  output: z.object({
    steps: z.array(stepLimitShape),
    serving: z.array(servingRuleShape),
    closing: z.array(closingRuleShape),
    retention: z.array(retentionShape),
    mayChange: z.boolean(),
  }),
})

export const setStepLimit = endpoint({
  method: 'POST',
  path: '/api/request-rules/steps',
  summary: 'Sets the limit of a handling step from a day on',
  input: stepLimitShape,
  output: z.object({}),
})

export const setRetention = endpoint({
  method: 'POST',
  path: '/api/request-rules/retention',
  summary: 'Sets from a day on how long personal data are kept once a case is closed',
  input: retentionShape,
  output: z.object({}),
})

export const setClosingRule = endpoint({
  method: 'POST',
  path: '/api/request-rules/closing',
  summary: 'Sets from a day on after how many days a case that is over closes by itself',
  input: closingRuleShape,
  output: z.object({}),
})

export const setServingRule = endpoint({
  method: 'POST',
  path: '/api/request-rules/serving',
  summary: 'Sets from a day on within how many working days after its signature a reply is served',
  input: servingRuleShape,
  output: z.object({}),
})

/** For the first screen: what I was warned of and what waits for me. */
export const requestTasks = endpoint({
  method: 'GET',
  path: '/api/request-tasks',
  summary:
    'Requests that I was warned of, those that I handle, and opinions that are asked of my unit',
  input: z.object({}),
  output: z.object({
    warned: z.array(requestLine),
    mine: z.array(requestLine),
    unassigned: z.array(requestLine),
    opinions: z.array(requestLine),
  }),
})

export const requestCalendarFile = endpoint({
  method: 'GET',
  path: '/api/requests/:id/calendar.ics',
  summary: 'The due days of a request as a calendar file',
  input: z.object({ id, language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
  output: z.any(),
})

export const addEnclosure = endpoint({
  method: 'POST',
  path: '/api/requests/:id/enclosures',
  summary: 'Keeps a file of the case, sealed (multipart part "file")',
  input: z.object({ id, purpose: z.enum(['identity', 'enclosure', 'proof']) }),
  output: z.object({ id: z.number() }),
})

export const enclosureFile = endpoint({
  method: 'GET',
  path: '/api/requests/:id/enclosures/:enclosureId',
  summary: 'Opens a sealed file of the case; that it was opened is on record',
  input: z.object({ id, enclosureId: id }),
  output: z.any(),
})
