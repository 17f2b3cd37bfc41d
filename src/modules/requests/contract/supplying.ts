import { z } from 'zod'
import { fileScanShape } from '#documents/contract'
import { endpoint } from '#platform/endpoint'
import { id } from '#platform/shapes'

const done = z.object({ done: z.literal(true) })

/** A file that goes along with a reply, with what was found in it and who answers for that. */
const suppliedShape = z.object({
  id: z.number(),
  /** Empty for whoever may not look at it. */
  name: z.string(),
  size: z.number(),
  /** Of the library, where it was picked there. */
  documentId: z.number().nullable(),
  scan: fileScanShape.omit({ columns: true }),
  signature: z.object({ name: z.string(), reason: z.string() }).nullable(),
  /** Whether somebody has still to answer for it, and whether I may. */
  waits: z.boolean(),
  maySign: z.boolean(),
})
export type SuppliedShape = z.infer<typeof suppliedShape>

/** What is supplied with the reply of a case, and within which bounds. */
export const supplying = z.object({
  /** Whether I may add and take off: until the reply is sent up. */
  mayChange: z.boolean(),
  mayLook: z.boolean(),
  files: z.array(suppliedShape),
  /** Endings for the file chooser. */
  accept: z.string(),
  megabytes: z.number(),
  altogether: z.number(),
  most: z.number(),
})

export const supplyFile = endpoint({
  method: 'POST',
  path: '/api/requests/:id/supplied',
  summary: 'Puts a file beside the reply, sealed and examined (multipart part "file")',
  input: z.object({ id }),
  output: z.object({ suppliedIds: z.array(z.number()) }),
})

export const libraryDocument = endpoint({
  method: 'GET',
  path: '/api/requests/:id/library/:documentId',
  summary: 'What of a document of the library can be supplied with a reply: its text and its files',
  input: z.object({ id, documentId: id }),
  output: z.object({
    title: z.string(),
    files: z.array(z.object({ id: z.number(), name: z.string(), size: z.number() })),
  }),
})

export const supplyFromLibrary = endpoint({
  method: 'POST',
  path: '/api/requests/:id/supplied/library',
  summary: 'Puts the text of a document of the library, and files of it, beside the reply',
  input: z.object({
    id,
    documentId: id,
    text: z.boolean(),
    attachmentIds: z.array(id).max(100).default([]),
  }),
  output: z.object({ suppliedIds: z.array(z.number()) }),
})

export const signForSupplied = endpoint({
  method: 'POST',
  path: '/api/requests/supplied/:suppliedId/sign',
  summary: 'Answers with one’s name for what was found in a file, or could not be read in it',
  input: z.object({ suppliedId: id, reason: z.string().trim().min(4).max(500) }),
  output: done,
})

export const removeSupplied = endpoint({
  method: 'DELETE',
  path: '/api/requests/supplied/:suppliedId',
  summary: 'Takes a file off the reply, until it is sent up',
  input: z.object({ suppliedId: id }),
  output: done,
})

export const suppliedFile = endpoint({
  method: 'GET',
  path: '/api/requests/supplied/:suppliedId/file',
  summary: 'Opens a file that goes along with a reply; that it was opened is on record',
  input: z.object({ suppliedId: id }),
  output: z.unknown(),
})
