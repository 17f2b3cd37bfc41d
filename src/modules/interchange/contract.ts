import { z } from 'zod'
import { endpoint } from '#platform/endpoint'
import { id, instant } from '#platform/shapes'

/** What a sender gets back for a package: taken in with the drafts it became, or refused and why. */
export const receipt = z.object({
  format: z.literal('gongkai-receipt/1'),
  package: z.string(),
  sha256: z.string(),
  receivedAt: instant,
  result: z.enum(['accepted', 'refused']),
  /** Code and sentence of the refusal, and each open point. */
  reason: z
    .object({ code: z.string(), message: z.string(), issues: z.array(z.string()) })
    .nullable(),
  documents: z.array(
    z.object({ reference: z.string(), documentId: z.number(), title: z.string() }),
  ),
})
export type Receipt = z.infer<typeof receipt>

export const packageLine = z.object({
  id: z.number(),
  packageId: z.string(),
  fileName: z.string(),
  way: z.enum(['api', 'folder', 'command']),
  sender: z.string().nullable(),
  organization: z.string().nullable(),
  receivedAt: instant,
  receipt,
})
export type PackageLine = z.infer<typeof packageLine>

export const listPackages = endpoint({
  method: 'GET',
  path: '/api/packages',
  summary: 'Packages from the office network, newest first, with their receipts',
  input: z.object({
    after: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
  }),
  output: z.object({ items: z.array(packageLine), next: z.number().nullable() }),
})

export const importPackage = endpoint({
  method: 'POST',
  path: '/api/packages',
  summary: 'Takes in a package (multipart part "file"); the answer is its receipt, refused or not',
  input: z.object({ organizationId: id.optional() }),
  output: receipt,
})

export const receiptOf = endpoint({
  method: 'GET',
  path: '/api/packages/:id/receipt',
  summary: 'The receipt of a package, to carry back',
  input: z.object({ id }),
  output: receipt,
})

export const senderShape = z.object({
  id: z.string(),
  name: z.string(),
  publicKey: z.string(),
  organization: z.object({ id: z.number(), name: z.string() }),
  registeredAt: instant,
  revokedAt: instant.nullable(),
})
export type Sender = z.infer<typeof senderShape>

export const listSenders = endpoint({
  method: 'GET',
  path: '/api/package-senders',
  summary: 'Whose packages are taken in, with their keys',
  input: z.object({}),
  output: z.array(senderShape),
})

export const registerSender = endpoint({
  method: 'POST',
  path: '/api/package-senders',
  summary: 'Registers a key of the office network: whose packages are taken in, for which units',
  input: z.object({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]{1,40}$/),
    name: z.string().trim().min(2).max(100),
    /** Ed25519, as PEM or as 32 bytes in base64. */
    publicKey: z.string().trim().min(40).max(500),
    organizationId: id,
  }),
  output: senderShape,
})

export const revokeSender = endpoint({
  method: 'POST',
  path: '/api/package-senders/revoke',
  summary: 'Takes in nothing more that is signed by this key',
  input: z.object({ sender: z.string().max(60) }),
  output: senderShape,
})
