import { z } from 'zod'
import { civilDate, instant } from '#platform/shapes'

/** Shapes that several endpoints of the gazette share. */

/** In the order in which an issue prints them. */
export const sections = [
  'regulation',
  'government',
  'office',
  'department',
  'personnel',
  'other',
] as const
export const section = z.enum(sections)
export type Section = z.infer<typeof section>

export const states = ['planning', 'proofing', 'signed', 'published'] as const
export const state = z.enum(states)
export type State = z.infer<typeof state>

export const origins = ['compiled', 'imported'] as const
export type Origin = (typeof origins)[number]

/** Where an issue goes besides the portal. */
export const channels = ['newMedia', 'kiosk', 'print', 'library', 'archive'] as const
export type Channel = (typeof channels)[number]

export const issueLine = z.object({
  id: z.number(),
  year: z.number(),
  number: z.number(),
  total: z.number(),
  origin: z.enum(origins),
  state,
  publishedOn: civilDate.nullable(),
  texts: z.number(),
  version: z.number(),
})
export type IssueLine = z.infer<typeof issueLine>

export const markLine = z.object({
  id: z.number(),
  name: z.string(),
  at: instant,
  /** Whether what they read is what stands in the issue now. */
  current: z.boolean(),
  verdict: z.enum(['read', 'objection']),
  note: z.string(),
  settledAt: instant.nullable(),
  settledBy: z.string().nullable(),
  settledNote: z.string(),
})

export const entryLine = z.object({
  id: z.number(),
  documentId: z.number(),
  editionId: z.number(),
  title: z.string(),
  documentNumber: z.string(),
  issuingOrgan: z.string(),
  writtenOn: civilDate.nullable(),
  section,
  /** Place in the issue: fixed when it is signed. */
  number: z.number(),
  page: z.number().nullable(),
  pickedBy: z.string(),
  /** The edition before the public now, where it is another than the pinned one. */
  newerEditionId: z.number().nullable(),
  /** Whether somebody looked at the newer text and left the issue as it is. */
  newerKept: z.boolean(),
  keptReason: z.string(),
  /** The text left the site, or its pinned edition was concealed. */
  gone: z.boolean(),
  marks: z.array(markLine),
})
export type EntryLine = z.infer<typeof entryLine>

export const issueShape = issueLine.extend({
  title: z.string(),
  sponsor: z.string(),
  signingOpinion: z.string(),
  signedBy: z.string().nullable(),
  signedAt: instant.nullable(),
  publishedAt: instant.nullable(),
  compilers: z.array(z.string()),
  entries: z.array(entryLine),
  contents: z.array(
    z.object({
      number: z.number(),
      title: z.string(),
      documentNumber: z.string(),
      section: z.string(),
      page: z.number().nullable(),
    }),
  ),
  file: z
    .object({ size: z.number(), pages: z.number(), madeAt: instant, stale: z.boolean() })
    .nullable(),
  /** Pages of a back issue that are pictures: nobody finds a word of them. */
  pagesUnread: z.number(),
  sendings: z.array(
    z.object({
      id: z.number(),
      channel: z.enum(channels),
      receiver: z.string(),
      copies: z.number().nullable(),
      link: z.string(),
      sentOn: civilDate,
      recordedBy: z.string(),
    }),
  ),
  /** What still stands between the issue and its next step. */
  open: z.array(
    z.object({
      field: z.string(),
      code: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  may: z.object({
    compile: z.boolean(),
    proof: z.boolean(),
    sign: z.boolean(),
    publish: z.boolean(),
  }),
})
export type IssueShape = z.infer<typeof issueShape>
