import { z } from 'zod'
import { isCivilDate } from '#platform/civil-date'
import { endpoint } from '#platform/endpoint'

const civilDate = z.string().refine(isCivilDate, 'civilDate')
const id = z.int().positive()
const idPart = z.coerce.number().int().positive()
const line = z.string().trim().max(500)
const text = z.string().trim().max(5_000)
const lines = z.array(text.min(1)).max(300)
/** Why this place differs from what its catalogue was tailored from; shown to the public (M7). */
const reason = z.string().trim().max(1_000)

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

/** A time limit understood: `kind` and what goes with it; the wording itself is always kept. */
export const timeRule = z.looseObject({ kind: z.string() })
export type MatterTimeRule = z.infer<typeof timeRule>

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
  supersedesId: id.nullable(),
  source: z.string(),
  effectiveOn: z.string().nullable(),
  adoptedAt: z.date().nullable(),
  adoptedBy: z.string().nullable(),
  createdAt: z.date(),
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
  at: z.date(),
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

const editionPart = z.object({ editionId: idPart })
const matterPart = editionPart.extend({ code: z.string().min(3).max(40) })
const organizationPart = z.object({ organizationId: idPart })
const page = {
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}
const done = z.object({})

// Fields and editions

export const fields = endpoint({
  method: 'GET',
  path: '/api/catalogue/fields',
  summary: 'The fields of disclosure',
  input: z.object({}),
  output: z.array(field),
})

export const editions = endpoint({
  method: 'GET',
  path: '/api/catalogue/of/:organizationId/editions',
  summary: 'Every edition of a government’s catalogue and the reference catalogue, newest first',
  input: organizationPart,
  output: z.object({ editions: z.array(edition), reference: edition.nullable() }),
})

export const editionById = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId',
  summary: 'One edition with its counts',
  input: editionPart,
  output: edition,
})

export const openDraft = endpoint({
  method: 'POST',
  path: '/api/catalogue/of/:organizationId/drafts',
  summary: 'Open a draft from the reference catalogue, the edition in force, or nothing',
  input: organizationPart.extend({
    base: z.enum(['reference', 'inForce', 'empty']),
    title: line.optional(),
  }),
  output: edition,
})

export const abandonDraft = endpoint({
  method: 'POST',
  path: '/api/catalogue/editions/:editionId/abandon',
  summary: 'Give a draft up',
  input: editionPart,
  output: done,
})

export const readiness = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/readiness',
  summary: 'What stands between a draft and its adoption',
  input: editionPart,
  output: z.array(finding),
})

export const adoptEdition = endpoint({
  method: 'POST',
  path: '/api/catalogue/editions/:editionId/adopt',
  summary: 'Adopt a draft: it becomes the catalogue in force and can no longer be changed',
  input: editionPart.extend({
    effectiveOn: civilDate,
    /** Ticked by the person who adopts: the edition is read-only afterwards. */
    confirm: z.literal(true),
  }),
  output: edition,
})

export const comparisonOfEditions = endpoint({
  method: 'GET',
  path: '/api/catalogue/comparison',
  summary: 'What was added, removed and changed between two editions',
  input: z.object({ from: idPart, to: idPart }),
  output: comparison,
})

export const deviations = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/deviations',
  summary: 'How an edition differs from what it was tailored from, with the reasons',
  input: editionPart.extend({ field: z.string().optional(), ...page }),
  output: z.object({ deviations: z.array(deviation), next: z.int().nullable() }),
})

// Matters

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
  timeRule: timeRule.optional(),
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

// Imports

export const importWarning = z.object({
  row: z.int().nullable(),
  code: z.string(),
  text: z.string(),
})

export const importSummary = z.object({
  id,
  fileName: z.string(),
  state: z.enum(['waiting', 'applied', 'dropped']),
  createdAt: z.date(),
  rowCount: z.int(),
  warningCount: z.int(),
})

export const receiveImport = endpoint({
  method: 'POST',
  path: '/api/catalogue/of/:organizationId/imports',
  summary: 'Hand in a catalogue table (xlsx, docx, html, csv); nothing changes yet',
  // The file as base64: 10 MB, thirty times the largest real catalogue met.
  input: organizationPart.extend({
    fileName: line.min(1),
    contentBase64: z.base64().max(14_000_000),
  }),
  output: z.object({ importId: id }),
})

export const imports = endpoint({
  method: 'GET',
  path: '/api/catalogue/of/:organizationId/imports',
  summary: 'Tables handed in, newest first',
  input: organizationPart,
  output: z.array(importSummary),
})

export const fieldPreview = z.object({
  fieldCode: z.string(),
  fieldName: z.string(),
  added: z.array(matterName),
  changed: z.array(changedMatter),
  unchangedCount: z.int(),
  /** In the draft, but not in the table; kept unless asked to be removed. */
  notMentioned: z.array(matterName),
})
export const importPreview = endpoint({
  method: 'GET',
  path: '/api/catalogue/imports/:importId/preview',
  summary: 'What an import will change, before it changes',
  input: z.object({ importId: idPart }),
  output: z.object({
    importId: id,
    fileName: z.string(),
    state: z.enum(['waiting', 'applied', 'dropped']),
    /** The draft it would go into; null: one will be opened. */
    editionId: id.nullable(),
    fields: z.array(fieldPreview),
    /** Field names that belong to no known field, with their number of rows. */
    unknownFields: z.array(z.object({ name: z.string(), rowCount: z.int() })),
    warnings: z.array(importWarning),
    questions: z.array(matterName.extend({ part: z.string(), asWritten: z.string() })),
    /** The draft was tailored from something, so each difference needs a reason. */
    reasonRequired: z.boolean(),
  }),
})
export type ImportPreview = z.infer<typeof importPreview.output>

export const applyImport = endpoint({
  method: 'POST',
  path: '/api/catalogue/imports/:importId/apply',
  summary: 'Take an import into the draft, for all its fields or some',
  input: z.object({
    importId: idPart,
    fields: z.array(z.string()).optional(),
    /** For rows whose field the table does not name: the field they belong to. */
    fieldFor: z.record(z.string(), z.string()).optional(),
    reason,
    removeMissing: z.boolean().default(false),
  }),
  output: z.object({
    editionId: id,
    addedCount: z.int(),
    changedCount: z.int(),
    removedCount: z.int(),
    questionCount: z.int(),
  }),
})

export const dropImport = endpoint({
  method: 'POST',
  path: '/api/catalogue/imports/:importId/drop',
  summary: 'Put an import aside without taking it in',
  input: z.object({ importId: idPart }),
  output: done,
})

// Looking at a whole edition

export const fieldSummary = z.object({
  field,
  matterCount: z.int(),
  level1Count: z.int(),
  proactiveCount: z.int(),
  onRequestCount: z.int(),
})
export const fieldSummaries = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/fields',
  summary: 'Fields of an edition with their counts',
  input: editionPart,
  output: z.array(fieldSummary),
})
export type FieldSummary = z.infer<typeof fieldSummary>

export const levelCell = z.object({
  level,
  /** Usual for this field, seen in the catalogue, both, or neither. */
  expected: z.boolean(),
  matterCount: z.int(),
  /** Matters of the base at this level, and how many of them this edition still has. */
  baseCount: z.int(),
  presentCount: z.int(),
})
export const levelMatrixRow = z.object({ field, cells: z.array(levelCell) })
export const levelMatrix = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/level-matrix',
  summary: 'Which field belongs to which level, and how complete each is',
  input: editionPart,
  output: z.object({
    rows: z.array(levelMatrixRow),
    /** What completeness is measured against: the base, else the reference catalogue. */
    comparedWith: z.enum(['base', 'reference', 'nothing']),
  }),
})
export type LevelMatrix = z.infer<typeof levelMatrix.output>

export const structure = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/structure',
  summary:
    'Structural completeness: first-level matters missing, proactive matters without a column',
  input: editionPart,
  output: z.object({
    comparedWith: z.enum(['base', 'reference', 'nothing']),
    level1Expected: z.int(),
    level1Present: z.int(),
    level1Missing: z.array(
      z.object({
        fieldCode: z.string(),
        level1: z.string(),
        matterCount: z.int(),
        /** Taken out with a reason: no gap. */
        reason: z.string().nullable(),
      }),
    ),
    bodyMissing: z.array(matterName),
  }),
})
export type Structure = z.infer<typeof structure.output>

export const itemCount = z.object({
  fieldCode: z.string(),
  matterCount: z.int(),
  proactiveCount: z.int(),
  onRequestCount: z.int(),
  notDisclosedCount: z.int(),
  /** Channels marked as a must (■ 必选) and as a choice (□ 可选), where the table says so. */
  requiredChannelCount: z.int(),
  optionalChannelCount: z.int(),
})
export const itemCounts = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/item-counts',
  summary: 'How many items must be disclosed and how many may, per field',
  input: editionPart,
  output: z.array(itemCount),
})
export type ItemCount = z.infer<typeof itemCount>

export const downloadFormats = ['csv', 'xlsx', 'json'] as const
export const download = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/download',
  summary: 'The edition as a file',
  input: editionPart.extend({ format: z.enum(downloadFormats), field: z.string().optional() }),
  output: z.object({ fileName: z.string(), mediaType: z.string(), contentBase64: z.string() }),
})

// Responsibility list

export const responsibility = z.object({
  /** A field code or a matter code; the matter's own line wins over the field's. */
  target: z.string(),
  organizationId: id,
  organizationName: z.string(),
  part: z.enum(['lead', 'joint']),
})
export type Responsibility = z.infer<typeof responsibility>

export const responsibilities = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/responsibilities',
  summary: 'Who leads and who joins, for each field and matter',
  input: editionPart.extend({ field: z.string().optional() }),
  output: z.array(responsibility),
})

export const setResponsibility = endpoint({
  method: 'PUT',
  path: '/api/catalogue/editions/:editionId/responsibilities/:target',
  summary: 'Name the lead and joint organizations of a field or a matter',
  input: editionPart.extend({
    target: z.string(),
    lead: z.array(id).max(50),
    joint: z.array(id).max(500),
  }),
  output: done,
})

export const importResponsibilities = endpoint({
  method: 'POST',
  path: '/api/catalogue/editions/:editionId/responsibilities/import',
  summary: 'Take in a responsibility list: field or matter, lead, joint (names separated by 、)',
  input: editionPart.extend({
    rows: z
      .array(z.object({ target: line.min(1), lead: text, joint: text.default('') }))
      .min(1)
      .max(2_000),
  }),
  output: z.object({
    setCount: z.int(),
    /** Lines that name no known field, matter or organization; they were left out. */
    notUnderstood: z.array(z.object({ row: z.int(), what: z.string() })),
  }),
})

// Obligations

export const obligation = z.object({
  organizationId: id,
  organizationName: z.string(),
  matterCode: z.string(),
  fieldCode: z.string(),
  level1: z.string(),
  level2: z.string(),
  level3: z.string(),
  level,
  because: z.enum(['responsibility', 'subject', 'level']),
  part: z.enum(['lead', 'joint']),
  notApplicableReason: z.string().nullable(),
  notApplicableAt: z.date().nullable(),
})
export type Obligation = z.infer<typeof obligation>

export const obligations = endpoint({
  method: 'GET',
  path: '/api/catalogue/of/:organizationId/obligations',
  summary: 'What an organization owes; `after` is the last matter code seen',
  input: organizationPart.extend({
    field: z.string().optional(),
    after: z.string().default(''),
    limit: page.limit,
  }),
  output: z.object({ obligations: z.array(obligation), next: z.string().nullable() }),
})

export const declareNotApplicable = endpoint({
  method: 'POST',
  path: '/api/catalogue/of/:organizationId/obligations/:matterCode/not-applicable',
  summary: 'Declare that nothing of the kind happens here, with the reason',
  input: organizationPart.extend({ matterCode: z.string(), reason: reason.min(1) }),
  output: done,
})

export const withdrawNotApplicable = endpoint({
  method: 'POST',
  path: '/api/catalogue/of/:organizationId/obligations/:matterCode/applicable',
  summary: 'Withdraw such a declaration',
  input: organizationPart.extend({ matterCode: z.string() }),
  output: done,
})

// Lists of powers and of public services

export const powerLists = ['power', 'service'] as const
export const power = z.object({
  id,
  list: z.enum(powerLists),
  code: z.string(),
  name: z.string(),
  organizationId: id,
  organizationName: z.string(),
  matterCode: z.string().nullable(),
  /** The matter whose name is nearest, as an offer; null when none comes near. */
  suggestion: matterName.extend({ likeness: z.number() }).nullable(),
})
export type Power = z.infer<typeof power>

export const powers = endpoint({
  method: 'GET',
  path: '/api/catalogue/editions/:editionId/powers',
  summary: 'The lists of powers and services against an edition: what has no entry in it',
  input: editionPart.extend({
    list: z.enum(powerLists).optional(),
    /** Only those without an entry. */
    missing: z.stringbool().default(false),
    ...page,
  }),
  output: z.object({
    powers: z.array(power),
    next: z.int().nullable(),
    total: z.int(),
    missingCount: z.int(),
  }),
})

export const importPowers = endpoint({
  method: 'POST',
  path: '/api/catalogue/of/:organizationId/powers/import',
  summary: 'Take in a list of powers or services: code, name, organization',
  input: organizationPart.extend({
    rows: z
      .array(
        z.object({
          list: z.enum(powerLists),
          code: line.min(1),
          name: line.min(1),
          /** Name or code of the organization; empty: the government itself. */
          organization: line.default(''),
        }),
      )
      .min(1)
      .max(10_000),
  }),
  output: z.object({
    addedCount: z.int(),
    changedCount: z.int(),
    notUnderstood: z.array(z.object({ row: z.int(), what: z.string() })),
  }),
})

export const linkPower = endpoint({
  method: 'PUT',
  path: '/api/catalogue/powers/:powerId/matter',
  summary: 'Say which matter discloses a power or service; null takes the link away',
  input: z.object({ powerId: idPart, matterCode: z.string().nullable() }),
  output: done,
})
