import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { id, instant } from '#platform/shapes'
import { savedDraft } from './drafting.ts'
import { attachmentShape } from './shapes.ts'

/** Files come as `multipart/form-data` with one part named `file`; everything else is in the query. */

export const uploadAttachment = endpoint({
  method: 'POST',
  path: '/api/editions/:id/attachments',
  summary: 'Attaches a file (multipart part "file"); inline=true for a picture in the text',
  input: z.object({ id, inline: z.stringbool().default(false) }),
  output: attachmentShape,
})

export const importWord = endpoint({
  method: 'POST',
  path: '/api/editions/:id/word',
  summary: 'Fills a draft from a Word file (multipart part "file"); its pictures become inline',
  input: z.object({ id, version: z.coerce.number().int().positive() }),
  output: savedDraft.extend({ warnings: z.array(z.string()) }),
})

export const createFromWord = endpoint({
  method: 'POST',
  path: '/api/organizations/:organizationId/documents/word',
  summary: 'Opens a document from a Word file (multipart part "file")',
  input: z.object({ organizationId: id }),
  output: savedDraft.extend({ warnings: z.array(z.string()) }),
})

export const listAttachments = endpoint({
  method: 'GET',
  path: '/api/editions/:id/attachments',
  summary: 'The files of an edition in their order',
  input: z.object({ id }),
  output: z.array(attachmentShape),
})

export const renameAttachment = endpoint({
  method: 'PUT',
  path: '/api/attachments/:id',
  summary: 'Gives an attached file another name; its ending stays',
  input: z.object({ id, name: z.string().trim().min(1).max(200) }),
  output: attachmentShape,
})

export const removeAttachment = endpoint({
  method: 'DELETE',
  path: '/api/attachments/:id',
  summary: 'Takes a file off a draft',
  input: z.object({ id }),
  output: z.object({ removed: z.boolean() }),
})

export const orderAttachments = endpoint({
  method: 'POST',
  path: '/api/editions/:id/attachments/order',
  summary: 'Sets the order of the attached files',
  input: z.object({ id, attachmentIds: z.array(id).max(500) }),
  output: z.array(attachmentShape),
})

export const attachmentFile = endpoint({
  method: 'GET',
  path: '/files/:key',
  summary: 'A file or picture, for staff who may read an edition that has it',
  input: z.object({ key: z.string().regex(/^[0-9a-f]{64}$/) }),
  output: z.any(),
})

// Preview links (M49)

export const previewLink = z.object({
  id: z.string(),
  note: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  expiresAt: instant,
  revokedAt: instant.nullable(),
})

export const createPreview = endpoint({
  method: 'POST',
  path: '/api/editions/:id/previews',
  summary: 'A secret link to one draft; the token is shown this once',
  input: z.object({
    id,
    note: z.string().max(200).default(''),
    days: z.coerce.number().int().min(1).max(30).default(7),
  }),
  output: z.object({ token: z.string(), address: z.string(), expiresAt: instant }),
})

export const listPreviews = endpoint({
  method: 'GET',
  path: '/api/editions/:id/previews',
  summary: 'The preview links of a draft',
  input: z.object({ id }),
  output: z.array(previewLink),
})

export const revokePreview = endpoint({
  method: 'POST',
  path: '/api/previews/:id/revoke',
  summary: 'Closes a preview link at once',
  input: z.object({ id: z.string() }),
  output: z.object({ revoked: z.boolean() }),
})
