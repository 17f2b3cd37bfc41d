import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import {
  changedMatter,
  done,
  id,
  idPart,
  instant,
  line,
  matterName,
  organizationPart,
  reason,
} from './nouns.ts'

export const importWarning = z.object({
  row: z.int().nullable(),
  code: z.string(),
  text: z.string(),
})

export const importSummary = z.object({
  id,
  fileName: z.string(),
  state: z.enum(['waiting', 'applied', 'dropped']),
  createdAt: instant,
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
/** A name of the table and the field it means, as JSON in the address: `{"":"F05"}`. */
const fieldForText = z
  .string()
  .max(20_000)
  .transform((text, context): Record<string, string> => {
    try {
      return z.record(z.string(), z.string()).parse(JSON.parse(text))
    } catch {
      context.addIssue({ code: 'custom', message: 'fieldFor' })
      return z.NEVER
    }
  })

export const importPreview = endpoint({
  method: 'GET',
  path: '/api/catalogue/imports/:importId/preview',
  summary: 'What an import will change, before it changes',
  input: z.object({ importId: idPart, fieldFor: fieldForText.optional() }),
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
