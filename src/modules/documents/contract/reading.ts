import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { after, civilDate, id, instant, limit } from '#platform/shapes'
import { clockShape } from './drafting.ts'
import { examinedShape } from './gate.ts'
import {
  attachmentShape,
  attribute,
  editionShape,
  editionState,
  issueShape,
  organizationRef,
  personRef,
  reviewRole,
  secrecyAnswers,
  sliceOf,
  trafficLight,
} from './shapes.ts'

/** What a person may do with an edition now; the buttons of the desk. */
export const deskActions = [
  'save',
  'submit',
  'takeBack',
  'approve',
  'return',
  'changeAttribute',
  'publish',
  'schedule',
  'cancelSchedule',
  'setTakeDown',
  'startCorrection',
  'restore',
  'withdraw',
  'abandon',
  'preview',
  'limitReaders',
] as const
export const deskAction = z.enum(deskActions)
export type DeskAction = z.infer<typeof deskAction>

export const reviewStep = z.object({
  step: z.number(),
  role: reviewRole,
  state: z.enum(['passed', 'current', 'waiting']),
  by: personRef.nullable(),
  at: instant.nullable(),
  opinion: z.string(),
  secrecy: secrecyAnswers.nullable(),
  /** Who may act on it, for "waits for …"; at most ten names. */
  mayAct: z.array(personRef),
})

export const documentShape = z.object({
  id: z.number(),
  organization: organizationRef,
  indexNumber: z.string().nullable(),
  address: z.string(),
  liveEditionId: z.number().nullable(),
  workingEditionId: z.number().nullable(),
  firstPublishedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  withdrawalNote: z.string().nullable(),
  replacedById: z.number().nullable(),
  readersLimited: z.boolean(),
  readers: z.object({
    staff: z.array(personRef),
    organizations: z.array(z.object({ id: z.number(), name: z.string() })),
  }),
})

export const editionLine = z.object({
  id: z.number(),
  number: z.number(),
  state: editionState,
  title: z.string(),
  correctionNote: z.string(),
  updatedAt: instant,
  updatedBy: personRef,
  publishedAt: instant.nullable(),
})

export const historyLine = z.object({
  at: instant,
  by: z.string(),
  /** The fact, `documents.editionPublished`: its words are `fact.<kind>`. */
  kind: z.string(),
  /** What a reader of the log needs beside it: opinion, reason, note. */
  note: z.string(),
})

export const returnedWith = z.object({
  role: z.string(),
  by: z.string(),
  at: instant,
  reason: z.string(),
})

/** A moment of release that was set and passed, with the refusal that stood in the way. */
export const missedRelease = z.object({
  publishAt: instant,
  /** Of the refusal; its words stand under it. */
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  issues: z.array(issueShape),
})

/** One edition as its desk shows it. Without `editionId`: the working edition, else the live one. */
export const desk = endpoint({
  method: 'GET',
  path: '/api/documents/:id/desk',
  summary: 'A document on the desk: text, clock, open points, steps, history, what I may do',
  input: z.object({ id, editionId: id.optional() }),
  output: z.object({
    document: documentShape,
    edition: editionShape,
    attachments: z.array(attachmentShape),
    clock: clockShape,
    /** What keeps a draft from review, or a text under way from the public. */
    issues: z.array(issueShape),
    /** Hints that stop nobody: the text seems to fit another matter, a private number is in it. */
    findings: z.array(issueShape),
    /** What the machine sees in title and text, the gravest first; empty once it is out. */
    examined: z.array(examinedShape),
    steps: z.array(reviewStep),
    /** The latest reason for which it came back, while it is being reworked. */
    returned: returnedWith.nullable(),
    /** While it waits for someone to settle what stood in the way. */
    missed: missedRelease.nullable(),
    editions: z.array(editionLine),
    history: z.array(historyLine),
    may: z.array(deskAction),
  }),
})

export const documentLine = z.object({
  documentId: z.number(),
  editionId: z.number(),
  title: z.string(),
  state: editionState,
  attribute,
  organization: organizationRef,
  matterCodes: z.array(z.string()),
  documentNumber: z.string(),
  indexNumber: z.string().nullable(),
  dueOn: civilDate.nullable(),
  light: trafficLight,
  updatedAt: instant,
  updatedBy: z.string(),
  publishedAt: instant.nullable(),
  publishAt: instant.nullable(),
  /** The role for which a text in review waits. */
  waitsFor: reviewRole.nullable(),
})
export type DocumentLine = z.infer<typeof documentLine>

export const documentList = endpoint({
  method: 'GET',
  path: '/api/documents',
  summary: 'Documents of the units I work for, newest document first',
  input: z.object({
    organizationId: id.optional(),
    state: editionState.optional(),
    attribute: attribute.optional(),
    matterCode: z.string().max(60).optional(),
    columnKey: z.string().max(100).optional(),
    due: z.enum(['late', 'soon']).optional(),
    mine: z.stringbool().default(false),
    /** Words of the title, or an index or document number as a whole. */
    q: z.string().trim().max(100).optional(),
    after,
    limit,
  }),
  output: sliceOf(documentLine),
})

/** The first screen of the office. Each list is short and honest: `more` says that it was cut. */
const taskList = z.object({ items: z.array(documentLine), more: z.boolean() })
export const today = endpoint({
  method: 'GET',
  path: '/api/today',
  summary:
    'What waits for me, what came back, what is late or about to be, what is ready to go out',
  input: z.object({}),
  output: z.object({
    /** In review at a step that I may pass. */
    waiting: taskList,
    /** Mine, sent back with a reason. */
    returned: taskList,
    /** Of my units, past its limit or near it and not before the public. */
    due: taskList,
    /** Approved, and I may publish it. */
    ready: taskList,
    /** Of my units, brought by the office network and not yet taken up by anybody. */
    arrived: taskList,
    /** Mine, begun and not sent. */
    drafts: taskList,
  }),
})

export const changedParagraph = z.object({
  where: z.enum(['title', 'body']),
  kind: z.enum(['same', 'added', 'removed', 'changed']),
  parts: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
})

export const compareEditions = endpoint({
  method: 'GET',
  path: '/api/editions/:id/compare/:with',
  summary: 'What changed between two editions of a document, field by field and word by word',
  input: z.object({ id, with: id }),
  output: z.object({
    from: editionLine,
    to: editionLine,
    fields: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
    paragraphs: z.array(changedParagraph),
    attachments: z.object({ added: z.array(z.string()), removed: z.array(z.string()) }),
  }),
})
