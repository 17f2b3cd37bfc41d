import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits; only the cookie holds it. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the table holds in its place: of no use to one who reads it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex')
