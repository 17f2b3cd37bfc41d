import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { editionPart, field, level, matterName } from './nouns.ts'

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
