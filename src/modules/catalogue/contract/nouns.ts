import { z } from 'zod'
import { timeRule } from '../time-rule/contract.ts'

export const id = z.int().positive()
/** A moment as text: answers travel as JSON. */
export const instant = z.iso.datetime()
export const idPart = z.coerce.number().int().positive()
export const line = z.string().trim().max(500)
export const text = z.string().trim().max(5_000)
export const lines = z.array(text.min(1)).max(300)
/** Why this place differs from what its catalogue was tailored from; shown to the public (M7). */
export const reason = z.string().trim().max(1_000)

export const levels = ['county', 'township', 'village'] as const
export const level = z.enum(levels)
export type Level = z.infer<typeof level>

export const fieldStatuses = ['nationalPilot', 'nationalLater', 'provincial', 'local'] as const
export const field = z.object({
  code: z.string(),
  name: z.string(),
  aliases: z.array(z.string()),
  slug: z.string(),
  status: z.enum(fieldStatuses),
  /** Where the field is usually disclosed; stands in where a matter does not say. */
  levels: z.array(level),
  /** Run by a vertically led organ on its own site: the portal links out. */
  vertical: z.boolean(),
  ordinal: z.int(),
})
export type Field = z.infer<typeof field>

export const audiences = ['public', 'group'] as const
export const modes = ['proactive', 'onRequest', ''] as const
export const attributes = ['proactive', 'onRequest', 'notDisclosed'] as const
export const provenances = ['page', 'knowledge', 'local'] as const
export const editionStates = ['draft', 'inForce', 'superseded', 'abandoned'] as const

/** Every element of an entry (国办发〔2019〕54号): what may be edited. */
const elements = {
  level1: line.min(1),
  level2: line,
  level3: line,
  seq: z.string().trim().max(50),
  contentElements: lines,
  legalBases: lines,
  timeLimit: text,
  disclosingBody: text,
  channels: z.array(line.min(1)).max(60),
  audience: z.enum(audiences),
  audienceGroup: text,
  mode: z.enum(modes),
  attribute: z.enum(attributes),
  levels: z.array(level),
  extra: z.record(z.string(), z.unknown()),
}
export const matterElements = z.object({
  ...elements,
  level3: elements.level3.default(''),
  seq: elements.seq.default(''),
  contentElements: elements.contentElements.default([]),
  legalBases: elements.legalBases.default([]),
  timeLimit: elements.timeLimit.default(''),
  disclosingBody: elements.disclosingBody.default(''),
  channels: elements.channels.default([]),
  audience: elements.audience.default('public'),
  audienceGroup: elements.audienceGroup.default(''),
  mode: elements.mode.default('proactive'),
  attribute: elements.attribute.default('proactive'),
  levels: elements.levels.default([]),
  extra: elements.extra.default({}),
})
export type MatterElements = z.infer<typeof matterElements>

/** Some elements anew; what is not sent stays as it is. */
export const matterChanges = z
  .object(elements)
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'nothingChanged')
export type MatterChanges = z.infer<typeof matterChanges>

/** Elements that make sense for many matters at once. */
export const bulkChanges = z
  .object(elements)
  .pick({
    timeLimit: true,
    disclosingBody: true,
    channels: true,
    audience: true,
    audienceGroup: true,
    mode: true,
    attribute: true,
    levels: true,
  })
  .partial()
  .refine((changes) => Object.keys(changes).length > 0, 'nothingChanged')

export const matter = z.object({
  ...matterElements.shape,
  id,
  editionId: id,
  code: z.string(),
  fieldCode: z.string(),
  timeRule,
  /** `page`: seen in a published table; `knowledge`: reconstructed; `local`: written by this government. */
  provenance: z.enum(provenances),
  ordinal: z.int(),
})
export type Matter = z.infer<typeof matter>

export const edition = z.object({
  id,
  organizationId: id.nullable(),
  number: z.int(),
  title: z.string(),
  state: z.enum(editionStates),
  baseId: id.nullable(),
  /** What it was tailored from, by name. */
  baseTitle: z.string().nullable(),
  supersedesId: id.nullable(),
  source: z.string(),
  effectiveOn: z.string().nullable(),
  adoptedAt: instant.nullable(),
  adoptedBy: z.string().nullable(),
  createdAt: instant,
  version: z.int(),
  matterCount: z.int(),
  openQuestionCount: z.int(),
  deviationCount: z.int(),
})
export type CatalogueEdition = z.infer<typeof edition>

export const matterElement = matterElements.keyof()
export type MatterElement = z.infer<typeof matterElement>

/** One element before and after. */
export const elementChange = z.object({
  element: matterElement,
  before: z.unknown(),
  after: z.unknown(),
})
export type ElementChange = z.infer<typeof elementChange>

export const matterName = z.object({
  code: z.string(),
  fieldCode: z.string(),
  level1: z.string(),
  level2: z.string(),
  level3: z.string(),
})
export const changedMatter = matterName.extend({ changes: z.array(elementChange) })
/** What differs between two editions, or will after an import. */
export const comparison = z.object({
  added: z.array(matterName),
  removed: z.array(matterName),
  changed: z.array(changedMatter),
  unchangedCount: z.int(),
})
export type Comparison = z.infer<typeof comparison>

export const deviation = matterName.extend({
  id,
  editionId: id,
  kind: z.enum(['added', 'changed', 'removed']),
  reason: z.string(),
  changes: z.array(elementChange),
  at: instant,
  staffName: z.string().nullable(),
})
export type Deviation = z.infer<typeof deviation>

/** What stands between a draft and its adoption, or what deserves a look. */
export const finding = z.object({
  code: z.enum(['level1Missing', 'bodyMissing', 'openQuestion', 'empty']),
  fieldCode: z.string(),
  fieldName: z.string(),
  matterCode: z.string(),
  name: z.string(),
  blocking: z.boolean(),
})
export type Finding = z.infer<typeof finding>

export const editionPart = z.object({ editionId: idPart })
export const matterPart = editionPart.extend({ code: z.string().min(3).max(40) })
export const organizationPart = z.object({ organizationId: idPart })
export const page = {
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
export const done = z.object({})
