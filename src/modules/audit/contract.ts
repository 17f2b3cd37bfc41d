import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { civilDate, id } from '#platform/shapes'

export const auditEntry = z.object({
  id: z.int(),
  at: z.iso.datetime(),
  actorId: z.int().nullable(),
  actorName: z.string(),
  organizationId: z.int().nullable(),
  /** The fact: `documents.editionPublished`; its words are `audit.kind.<kind>`. */
  kind: z.string(),
  /** What it was done to: `document/12`. */
  subject: z.string(),
  payload: z.record(z.string(), z.unknown()),
  hash: z.string(),
})
export type AuditEntry = z.output<typeof auditEntry>

export const listEntries = endpoint({
  method: 'GET',
  path: '/api/audit/entries',
  summary: 'The action log, newest first, of the organizations that one oversees',
  input: z.object({
    subject: z.string().max(200).optional(),
    /** This organization and those below it. */
    organizationId: id.optional(),
    actorId: id.optional(),
    kind: z.string().max(100).optional(),
    /** Days in Shanghai, the last included. */
    from: civilDate.optional(),
    to: civilDate.optional(),
    /** Entries older than this one. */
    after: id.optional(),
    limit: z.coerce.number<number | string>().int().min(1).max(200).optional(),
  }),
  output: z.object({ entries: z.array(auditEntry), next: z.int().nullable() }),
})
export type ListEntries = z.output<typeof listEntries.input>

export const verifyEntries = endpoint({
  method: 'GET',
  path: '/api/audit/verification',
  summary: 'Whether the chain of the action log is unbroken, and where not',
  input: z.object({}),
  output: z.object({
    ok: z.boolean(),
    checked: z.int(),
    /** The first entry that does not fit. */
    brokenAt: z.int().optional(),
    /** The newest hash: kept elsewhere, it proves that nothing was cut off the end. */
    head: z.string(),
  }),
})
export type Verification = z.output<typeof verifyEntries.output>
