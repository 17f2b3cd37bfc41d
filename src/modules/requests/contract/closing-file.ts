import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { id } from '#platform/shapes'

export const pieceShape = z.object({
  /** The key of the words for what it is, and its own title or number after them. */
  what: z.string(),
  title: z.string(),
  /** Whose paper it is. */
  by: z.string(),
  on: z.string(),
  /** Keys of words, or words; none that tell who asks. */
  note: z.string(),
  files: z.array(z.string()),
})
export type Piece = z.infer<typeof pieceShape>

export const closingFile = endpoint({
  method: 'GET',
  path: '/api/requests/:id/closing-file',
  summary: 'The index of a case’s file: every piece in its order, letters by title and number',
  input: z.object({ id, language: z.enum(['zh-CN', 'en']).default('zh-CN') }),
  output: z.object({
    pieces: z.array(pieceShape),
    /** Whether I may take the whole of it for the archive: closed, and mine to handle. */
    mayTransfer: z.boolean(),
  }),
})

export const transferFile = endpoint({
  method: 'GET',
  path: '/api/requests/:id/archive.zip',
  summary:
    'The closed file for the archive: index, every letter and file, checksums. That it was taken is on record',
  input: z.object({ id }),
  output: z.any(),
})
