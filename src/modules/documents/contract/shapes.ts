import { z } from 'zod'
import { civilDate, instant } from '#platform/shapes'

/** Shapes that several endpoints share. */

export const editionStates = [
  'draft',
  'inReview',
  'returned',
  'approved',
  'scheduled',
  'published',
  'superseded',
  'withdrawn',
  'abandoned',
] as const
export const editionState = z.enum(editionStates)
export type EditionState = z.infer<typeof editionState>

/** 主动公开, 依申请公开, 不予公开. */
export const attributes = ['proactive', 'onRequest', 'notDisclosed'] as const
export const attribute = z.enum(attributes)
export type Attribute = z.infer<typeof attribute>

/** Roles that may stand as a step of a review. */
export const reviewRoles = [
  'sectionHead',
  'leader',
  'secrecyReviewer',
  'disclosureOffice',
  'signer',
] as const
export const reviewRole = z.enum(reviewRoles)
export type ReviewRole = z.infer<typeof reviewRole>

export const trafficLight = z.enum(['none', 'green', 'yellow', 'orange', 'red', 'overdue'])

/** One open point: its words are `issue.<code>`, the name of its field `field.<field>`. */
export const issueShape = z.object({
  field: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

export const organizationRef = z.object({ id: z.number(), code: z.string(), name: z.string() })
export const personRef = z.object({ id: z.number().nullable(), name: z.string() })

const line = (max: number) => z.string().max(max)

// Longest texts that an office works with, with room: a plan with its tables is about 300 kB of HTML.
const longestHtml = 4_000_000
const mostMatters = 50
const mostKeywords = 20
// A catalogue's whole limit is read up to this length; a clause of it is no longer.
const longestClause = 400

/** What the clerk fills in. Dates may be absent while drafting; readiness asks for them later. */
export const editionFields = z.object({
  title: line(300),
  html: z.string().max(longestHtml),
  /** Empty: taken from the text. */
  summary: line(1000),
  kind: line(40),
  documentNumber: line(100),
  issuingOrgan: line(300),
  source: line(300),
  keywords: z.array(line(50)).max(mostKeywords),
  subjectClass: line(100),
  writtenOn: civilDate.nullable(),
  /** The day from which the release clock counts: made, changed, decided, received. */
  formedOn: civilDate.nullable(),
  attribute,
  attributeGround: line(50),
  attributeReason: line(2000),
  /** Codes of matters of the catalogue in force; the first is the main one. */
  matterCodes: z.array(line(60)).max(mostMatters),
  /** Which clause of a matter's limit times this text, where a person said so; the rest by rule. */
  clauses: z.array(z.object({ matterCode: line(60), when: line(longestClause) })).max(mostMatters),
  /** Keys of hand-made columns beside them. */
  columnKeys: z.array(line(100)).max(mostMatters),
  /** Said in public when the edition replaces a live one. */
  correctionNote: line(1000),
  /** What it replaces held something that must not be public: earlier editions are not shown. */
  concealPrevious: z.boolean(),
  takeDownAt: instant.nullable(),
})
export type EditionFields = z.infer<typeof editionFields>

export const secrecyAnswers = z.object({
  stateSecret: z.boolean(),
  tradeSecret: z.boolean(),
  privacy: z.boolean(),
  /** 三安全一稳定, 政府信息公开条例第十四条. */
  securityStability: z.boolean(),
  /** Others concerned: none, asked and agreed, asked and against. */
  othersConsulted: z.enum(['notNeeded', 'agreed', 'objected']),
  note: line(1000).default(''),
})
export type SecrecyAnswers = z.infer<typeof secrecyAnswers>

export const attachmentShape = z.object({
  id: z.number(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
  sha256: z.string(),
  /** A picture in the text, not listed under it. */
  inline: z.boolean(),
  /** `/files/<sha256>`: in the office as it is, also as `src` in the text. */
  address: z.string(),
})

export const editionShape = editionFields.extend({
  id: z.number(),
  documentId: z.number(),
  number: z.number(),
  state: editionState,
  text: z.string(),
  dueOn: civilDate.nullable(),
  publishAt: instant.nullable(),
  round: z.number(),
  step: z.number(),
  submittedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  createdAt: instant,
  createdBy: personRef,
  updatedAt: instant,
  updatedBy: personRef,
  version: z.number(),
})

/** What every command on an edition answers with. */
export const editionMark = z.object({
  documentId: z.number(),
  editionId: z.number(),
  state: editionState,
  version: z.number(),
})
export type EditionMark = z.infer<typeof editionMark>

/** One page of a longer list; `next` is the opaque cursor of the page after it. */
export const sliceOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })
