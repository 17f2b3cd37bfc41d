import { z } from 'zod'
import { isCivilDate } from '#platform/civil-date'
import { type Issue, issue } from '#platform/refusal'
import { refuse } from './refusals.ts'

/** A package of the office network, version 1. Described in docs/reference/intake-package.md. */

const day = z.string().refine(isCivilDate, 'civilDate')
/** Inside the package only: no absolute path, no way up. */
const path = z
  .string()
  .min(1)
  .max(200)
  .regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\\0]+$/)
const line = (max: number) => z.string().max(max)
const mostDocuments = 200
const mostFiles = 1000

const document = z.strictObject({
  /** The sender's own number of the document. */
  reference: line(100).min(1),
  /** Code of the unit whose document it is; absent: the package's. */
  organization: line(40).optional(),
  title: line(300).min(1),
  documentNumber: line(100).default(''),
  kind: line(40).default(''),
  issuingOrgan: line(300).default(''),
  summary: line(1000).default(''),
  subjectClass: line(100).default(''),
  keywords: z.array(line(50)).max(20).default([]),
  writtenOn: day,
  formedOn: day.optional(),
  // 003_ §29, 国办发〔2016〕80号: what is sent over for issue carries its attribute, with ground and reason.
  attribute: z.enum(['proactive', 'onRequest', 'notDisclosed']),
  attributeGround: line(50).default(''),
  attributeReason: line(2000).default(''),
  matterCodes: z.array(line(60)).max(50).default([]),
  columnKeys: z.array(line(100)).max(50).default([]),
  /** A .docx, .html or .txt file of the package. */
  text: path,
  attachments: z
    .array(z.strictObject({ path, name: line(200).min(1) }))
    .max(100)
    .default([]),
})
export type PackageDocument = z.output<typeof document>

export const manifestShape = z.strictObject({
  format: z.literal('gongkai-intake/1'),
  /** Of the package, chosen by the sender: sent again, it gets the same answer. */
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{3,80}$/),
  sender: line(60).min(1),
  createdAt: z.iso.datetime({ offset: true }),
  organization: line(40).optional(),
  documents: z.array(document).min(1).max(mostDocuments),
  files: z
    .array(
      z.strictObject({
        path,
        size: z.number().int().min(0),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(mostFiles),
})
export type Manifest = z.output<typeof manifestShape>

/** Reads a manifest, or says each thing that is wrong with it, by its place. */
export function readManifest(bytes: Uint8Array): Manifest {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw refuse('manifestUnreadable')
  }
  const read = manifestShape.safeParse(value)
  if (read.success) return read.data
  const issues: Issue[] = read.error.issues
    .slice(0, 50)
    .map((found) => issue('manifest', 'manifestPlace', { place: found.path.join('.') || '·' }))
  throw refuse('manifestInvalid', { issues })
}
