import { createHash } from 'node:crypto'

/** What an entry's hash covers. Changing any of it, or leaving an entry out, breaks the chain. */
export interface Link {
  readonly previousHash: string
  readonly at: Date
  readonly actorId: number | null
  readonly actorName: string
  readonly organizationId: number | null
  readonly kind: string
  readonly subject: string
  readonly payload: unknown
}

/** What the first entry has before it. */
export const beginning = '0'.repeat(64)

/** JSON with the keys in order, so that what jsonb gives back hashes as what was put in. */
const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
    return `{${entries.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`
  }
  return JSON.stringify(value)
}

/** A payload as jsonb keeps it: dates as text, what is undefined gone. */
export const plain = (payload: object): unknown => JSON.parse(JSON.stringify(payload))

export const hashOf = (link: Link): string =>
  createHash('sha256')
    .update(canonical({ ...link, at: link.at.toISOString() }))
    .digest('hex')
