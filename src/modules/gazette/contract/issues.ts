import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id, version } from '#platform/shapes'
import { channels, issueLine, issueShape, section } from './shapes.ts'

const year = z.coerce.number().int().min(1949).max(2200)
const numberInYear = z.coerce.number().int().min(1).max(366)
const total = z.coerce.number().int().min(1).max(99_999)

export const listIssues = endpoint({
  method: 'GET',
  path: '/api/gazette/issues',
  summary: 'Issues of the gazette by running number, newest first, and what I may do',
  input: z.object({ after: z.coerce.number().int().positive().optional() }),
  output: z.object({
    title: z.string(),
    sponsor: z.string(),
    standardArticle: z.string(),
    issues: z.array(issueLine),
    next: z.number().nullable(),
    /** The numbers that the next issue would bear. */
    proposed: z.object({ year: z.number(), number: z.number(), total: z.number() }),
    mayCompile: z.boolean(),
  }),
})

export const nameGazette = endpoint({
  method: 'PUT',
  path: '/api/gazette',
  summary: 'Names the gazette and its sponsor, as covers show them',
  input: z.object({
    title: z.string().trim().min(2).max(60),
    sponsor: z.string().trim().max(100).default(''),
    /** The local rule by which printed normative documents are the standard text; none: empty. */
    standardArticle: z.string().trim().max(200).default(''),
  }),
  output: z.object({ title: z.string(), sponsor: z.string(), standardArticle: z.string() }),
})

export const beginIssue = endpoint({
  method: 'POST',
  path: '/api/gazette/issues',
  summary: 'Begins an issue; it takes the next numbers unless others are given',
  input: z.object({
    year,
    number: numberInYear.optional(),
    total: total.optional(),
    publishedOn: civilDate.nullable().default(null),
  }),
  output: issueShape,
})

export const issueById = endpoint({
  method: 'GET',
  path: '/api/gazette/issues/:id',
  summary: 'One issue: its texts in order, who read what, what still stands in the way',
  input: z.object({ id }),
  output: issueShape,
})

export const pickTexts = endpoint({
  method: 'POST',
  path: '/api/gazette/issues/:id/entries',
  summary: 'Takes public documents into an issue, each pinned as it stands now',
  input: z.object({ id, version, documentIds: z.array(id).min(1).max(100) }),
  output: issueShape,
})

export const dropText = endpoint({
  method: 'DELETE',
  path: '/api/gazette/issues/:id/entries/:entryId',
  summary: 'Takes a text out of an issue',
  input: z.object({ id, entryId: id, version }),
  output: issueShape,
})

export const orderTexts = endpoint({
  method: 'POST',
  path: '/api/gazette/issues/:id/order',
  summary: 'Sets section and order of the texts: all of them, as they shall stand',
  input: z.object({
    id,
    version,
    entries: z.array(z.object({ id, section })).max(500),
  }),
  output: issueShape,
})

export const dateIssue = endpoint({
  method: 'PUT',
  path: '/api/gazette/issues/:id',
  summary: 'Sets the day that the cover shows',
  input: z.object({ id, version, publishedOn: civilDate }),
  output: issueShape,
})

export const sendToProof = endpoint({
  method: 'POST',
  path: '/api/gazette/issues/:id/proofing',
  summary: 'Closes the choice of texts; they are read now',
  input: z.object({ id, version }),
  output: issueShape,
})

export const returnIssue = endpoint({
  method: 'POST',
  path: '/api/gazette/issues/:id/return',
  summary: 'Gives an issue back to those who compile it, with the reason',
  input: z.object({ id, version, reason: z.string().trim().min(2).max(500) }),
  output: issueShape,
})

export const signIssue = endpoint({
  method: 'POST',
  path: '/api/gazette/issues/:id/sign',
  summary: 'Signs an issue that was read to its end; nobody signs what they compiled',
  input: z.object({ id, version, opinion: z.string().trim().max(500).default('') }),
  output: issueShape,
})

export const publishIssue = endpoint({
  method: 'POST',
  path: '/api/gazette/issues/:id/publish',
  summary: 'Prints a signed issue and puts it before the public',
  input: z.object({ id, version }),
  output: issueShape,
})

export const remakeFile = endpoint({
  method: 'POST',
  path: '/api/gazette/issues/:id/file',
  summary: 'Prints a published issue anew, without texts that left the site since',
  input: z.object({ id }),
  output: issueShape,
})

export const recordSending = endpoint({
  method: 'POST',
  path: '/api/gazette/issues/:id/sendings',
  summary: 'Records where a published issue went: new media, kiosks, print, libraries, archive',
  input: z.object({
    id,
    channel: z.enum(channels),
    receiver: z.string().trim().min(2).max(200),
    copies: z.coerce.number().int().min(1).max(1_000_000).nullable().default(null),
    link: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
    sentOn: civilDate,
  }),
  output: issueShape,
})

export const proofFile = endpoint({
  method: 'GET',
  path: '/api/gazette/issues/:id/proof.pdf',
  summary: 'The issue as it would be printed now, marked as a proof',
  input: z.object({ id }),
  output: z.any(),
})
