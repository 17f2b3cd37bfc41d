import { createPublicKey, verify } from 'node:crypto'
import { refuse } from './refusals.ts'

const rawBytes = 32
// DER of an Ed25519 public key before its 32 bytes (RFC 8410).
const prefix = Buffer.from('302a300506032b6570032100', 'hex')

/** A registered key as 32 bytes in base64, from PEM or from the bytes themselves. */
export function readPublicKey(text: string): string {
  try {
    const raw = Buffer.from(text, 'base64')
    const key = text.includes('BEGIN')
      ? createPublicKey(text)
      : createPublicKey({ key: Buffer.concat([prefix, raw]), format: 'der', type: 'spki' })
    if (key.asymmetricKeyType !== 'ed25519') throw refuse('keyUnreadable')
    return key.export({ format: 'der', type: 'spki' }).subarray(-rawBytes).toString('base64')
  } catch {
    throw refuse('keyUnreadable')
  }
}

/** Whether the detached signature over these bytes is by this key. */
export function isSignedBy(publicKey: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.concat([prefix, Buffer.from(publicKey, 'base64')])
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' })
  return verify(null, bytes, key, signature)
}
