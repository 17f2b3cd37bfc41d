import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, version } from '#platform/shapes'
import { issueShape } from './shapes.ts'

/** Files come as `multipart/form-data` with one part named `file`; everything else is in the query. */

export const importBackIssue = endpoint({
  method: 'POST',
  path: '/api/gazette/back-issues',
  summary: 'Brings in a back issue as PDF (multipart part "file"); its text is read for the search',
  input: z.object({
    year: z.coerce.number().int().min(1949).max(2200),
    number: z.coerce.number().int().min(1).max(366),
    total: z.coerce.number().int().min(1).max(99_999),
    publishedOn: civilDate,
    /** With one's name, where the file holds what looks personal or could not be read. */
    reason: z.string().trim().max(500).default(''),
  }),
  output: issueShape,
})

export const importContents = endpoint({
  method: 'POST',
  path: '/api/gazette/back-issues/:id/contents',
  summary: 'Takes the contents of a back issue from a CSV or XLSX table (multipart part "file")',
  input: z.object({ id, version }),
  output: issueShape,
})
