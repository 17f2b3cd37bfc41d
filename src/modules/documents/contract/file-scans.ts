import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { id, instant } from '#platform/shapes'
import { findingKinds } from '#wording/contract'
import { attachmentShape } from './shapes.ts'

const confidence = z.enum(['high', 'medium', 'low'])

/** What the examination of a file found, masked throughout. */
export const fileScanShape = z.object({
  /** False: something in it could not be read, so it does not count as clean. */
  scanned: z.boolean(),
  /** Findings that keep it from the public until masked, removed or signed for. */
  standing: z.number(),
  secret: z.boolean(),
  found: z.number(),
  /** The gravest first, at most 200. */
  findings: z.array(
    z.object({ kind: z.enum(findingKinds), where: z.string(), masked: z.string(), confidence }),
  ),
  unread: z.array(z.object({ where: z.string(), why: z.string() })),
  /** Columns of tables that one click masks; `column` counts from 0. */
  columns: z.array(
    z.object({
      where: z.string(),
      column: z.number(),
      header: z.string(),
      kind: z.enum(findingKinds),
      count: z.number(),
    }),
  ),
})

export const examinedFiles = endpoint({
  method: 'GET',
  path: '/api/editions/:id/attachments/examined',
  summary: 'The files of an edition with what was found in them and who signed for them',
  input: z.object({ id }),
  output: z.array(
    attachmentShape.extend({
      scan: fileScanShape.nullable(),
      /** Whether hidden parts can be taken out here. */
      cleanable: z.boolean(),
      signature: z.object({ name: z.string(), reason: z.string(), at: instant }).nullable(),
    }),
  ),
})

export const maskAttachment = endpoint({
  method: 'POST',
  path: '/api/attachments/:id/mask',
  summary: 'Masks columns of a table; the masked copy takes the place of the file',
  input: z.object({
    id,
    columns: z
      .array(z.object({ where: z.string(), column: z.number().int(), kind: z.enum(findingKinds) }))
      .min(1)
      .max(200),
    style: z.enum(['usual', 'strict']).default('usual'),
  }),
  output: z.object({ id: z.number() }),
})

export const cleanAttachment = endpoint({
  method: 'POST',
  path: '/api/attachments/:id/clean',
  summary: 'Takes hidden parts out of a file; the cleaned copy takes its place',
  input: z.object({ id }),
  output: z.object({ id: z.number() }),
})

export const signForFile = endpoint({
  method: 'POST',
  path: '/api/attachments/:id/sign',
  summary:
    'Answers with one’s name for a file that could not be examined or for what was found in it',
  input: z.object({ id, reason: z.string().trim().min(4).max(500) }),
  output: z.object({ signed: z.boolean() }),
})
